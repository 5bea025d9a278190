"""The comments of an entry to the rules that they ignore."""

import re
from functools import lru_cache

from leaflets.catalog.message import Message

IGNORE = re.compile(r"^(?:leaflets-)?ignore:\s*(.+)$", re.IGNORECASE)


def ignored_by(message: Message) -> frozenset[str]:
    """Rules that a comment names: `# ignore: same, quotes-locale`, or `#. leaflets-ignore: same`."""
    return _named(message.remarks) | _named(message.comments)


@lru_cache(maxsize=4096)
def _named(lines: tuple[str, ...]) -> frozenset[str]:
    """Comments from layouts are the same in all languages."""
    found = (IGNORE.match(line.strip()) for line in lines)
    return frozenset(word for match in found if match for word in re.split(r"[,\s]+", match[1]) if word)
