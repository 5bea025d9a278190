"""The comments of an entry to the rules that they ignore."""

import re

from leaflets.catalog.message import Message

IGNORE = re.compile(r"^(?:leaflets-)?ignore:\s*(.+)$", re.IGNORECASE)


def ignored_by(message: Message) -> frozenset[str]:
    """Rules that a comment names: `# ignore: same, quotes-locale`, or `#. leaflets-ignore: same`."""
    if not message.remarks and not message.comments:
        return frozenset()
    found = (IGNORE.match(line.strip()) for line in (*message.remarks, *message.comments))
    return frozenset(word for match in found if match for word in re.split(r"[,\s]+", match[1]) if word)
