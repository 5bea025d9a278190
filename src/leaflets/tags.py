"""Tags of languages in any spelling -> one form in which all spellings of a tag are equal."""

from collections.abc import Mapping
from types import MappingProxyType

SCRIPTS: Mapping[str, str] = MappingProxyType(
    {"latin": "latn", "cyrillic": "cyrl", "arabic": "arab", "devanagari": "deva"}
)
"""The modifiers of POSIX locale names, as in `sr@latin`, and the script subtags they stand for."""


def folded(tag: str) -> str:
    """`sr@latin` and `sr_Latn` to `sr-latn`."""
    base, _, modifier = tag.strip().lower().replace("_", "-").partition("@")
    return f"{base}-{SCRIPTS.get(modifier, modifier)}" if modifier else base
