"""Formats and profiles -> what they are in words; all are messages of the catalog `site`."""

from collections.abc import Mapping
from types import MappingProxyType

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


PAPERS: Mapping[tuple[int, int], str] = MappingProxyType(
    {(297, 420): "A3", (210, 297): "A4", (148, 210): "A5", (105, 148): "A6", (216, 279): "Letter"}
)
"""ISO 216 and ANSI/ASME Y14.1, in millimetres."""


def sheet(width: int, height: int) -> str:
    """Millimetres -> what people call it; a millimetre more or less is the same sheet."""
    for (short, long), name in PAPERS.items():
        if abs(min(width, height) - short) <= 1 and abs(max(width, height) - long) <= 1:
            return name
    return f"{width} × {height} mm"
