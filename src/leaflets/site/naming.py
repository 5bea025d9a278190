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

MESSAGES = (*FORMATS.values(), *PROFILES.values())


def named(format_name: str) -> str:
    """The message for a format."""
    return FORMATS.get(format_name, format_name.replace("-", " ").capitalize())


def purpose(profile: str) -> str:
    """The message for a profile."""
    return PROFILES.get(profile, profile)


def size(count: int) -> str:
    """Bytes as people read them: `310 kB`, `2.4 MB`."""
    return f"{max(1, round(count / 1000))} kB" if count < 999_500 else f"{count / 1_000_000:.1f} MB"
