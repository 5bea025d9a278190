"""The comments of an entry -> the rules that they ignore."""

import re
from functools import lru_cache

IGNORE = re.compile(r"^(?:leaflets-)?ignore:\s*(.+)$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def ignored(lines: tuple[str, ...]) -> frozenset[str]:
    """Rules that a comment names: `# ignore: same, quotes-locale`, or `#. leaflets-ignore: same`.

    Comments from layouts are the same in all languages.
    """
    found = (IGNORE.match(line.strip()) for line in lines)
    return frozenset(word for match in found if match for word in re.split(r"[,\s]+", match[1]) if word)
