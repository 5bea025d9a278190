"""A text of a file that came back, and where it stands there: rows of all kinds of files are made of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one field holds; of a document, one line or box."""

    text: str
    place: str
    """As people find it: `C7`, or `box 12`."""
    note: str = ""
    """A comment that somebody attached to it."""


Row = tuple[Cell, ...]
