"""Formats and profiles -> what they are in words; all are messages of the catalog `site`."""

from collections.abc import Mapping
from types import MappingProxyType

from leaflets.document.papers import PAPERS
from leaflets.geometry import MM

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "trifold": "Fold-out leaflet",
        "zfold": "Leaflet with a zigzag fold",
        "halffold": "Leaflet with one fold",
        "booklet": "Booklet",
        "card": "Wallet card",
        "card-folded": "Folded wallet card",
        "poster": "Poster",
        "poster-a4": "Small poster",
        "large-print": "Large print",
        "flyer": "Flyer",
        "flyer-a6": "Small flyer",
        "many-languages": "One sheet in many languages",
        "phone": "Pictures for phone messages",
    }
)
"""What a person would call it; a project's own format is called by its name."""

PROFILES: Mapping[str, str] = MappingProxyType(
    {
        "print": "for a print shop, in colour",
        "print-pages": "for a print shop, page by page",
        "screen": "to read on a screen",
        "office": "for your own printer",
        "office-one-sided": "for your own printer, printed on one side",
        "pictures": "as pictures",
    }
)


def named(format_name: str) -> str:
    """The message for a format."""
    return FORMATS.get(format_name, format_name.replace("-", " ").capitalize())


def purpose(profile: str) -> str:
    """The message for a profile."""
    return PROFILES.get(profile, profile)


def size(count: int) -> str:
    """Bytes as people read them: `310 kB`, `2.4 MB`."""
    return f"{max(1, round(count / 1000))} kB" if count < 999_500 else f"{count / 1_000_000:.1f} MB"


KNOWN = ("A3", "A4", "A5", "A6", "letter")
"""Papers that people call by their names."""


def sheet(width: int, height: int) -> str:
    """Millimetres -> what people call it; a millimetre more or less is the same sheet."""
    short, long = sorted((width, height))
    for name in KNOWN:
        paper = PAPERS[name]
        if abs(short - round(paper.width / MM)) <= 1 and abs(long - round(paper.height / MM)) <= 1:
            return name.capitalize()
    return f"{width} × {height} mm"
