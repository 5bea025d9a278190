"""A message to the rules that its comments ignore."""

from leaflets.catalog.ignored import ignored
from leaflets.catalog.message import Message


def ignored_by(message: Message) -> frozenset[str]:
    """Rules that a translator's comment names, or one from the layout."""
    return ignored(message.remarks) | ignored(message.comments)
