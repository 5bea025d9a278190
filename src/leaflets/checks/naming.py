"""Characters to names that people can look up: `⟨U+202E RLO⟩`, and texts in which nothing stays invisible."""

import unicodedata

SHORT = {
    "\u00a0": "NBSP", "\u00ad": "SHY", "\u034f": "CGJ", "\u061c": "ALM", "\u180e": "MVS",
    "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM",
    "\u202f": "NNBSP", "\u2028": "LS", "\u2029": "PS",
}  # fmt: skip
"""The abbreviations of the Unicode Standard."""

FSI, PDI = "\u2068", "\u2069"


def chip(character: str) -> str:
    """`⟨U+202E RLO⟩`."""
    short = SHORT.get(character, "")
    return f"⟨U+{ord(character):04X}{' ' + short if short else ''}⟩"


def named(character: str) -> str:
    """`U+202E RIGHT-TO-LEFT OVERRIDE`; a letter that can be seen stands in front of it."""
    name = unicodedata.name(character, "")
    code = f"U+{ord(character):04X}{' ' + name if name else ''}"
    shows = character.isprintable() and not unicodedata.combining(character) and character not in SHORT
    return f"{character} ({code})" if shows else code


def shown(text: str) -> str:
    """The text with a name for everything that would be invisible, or would change the order of words."""
    if text.isprintable() and SHORT.keys().isdisjoint(text):
        return text
    return "".join(chip(c) if _hidden(c) else c for c in text)


def _hidden(character: str) -> bool:
    if character in SHORT:
        return character not in "\u200c\u200d\u00a0\u202f"  # joiners and spaces of languages that need them
    return not character.isprintable()


def isolated(text: str, *, rtl: bool) -> str:
    """A quotation that keeps to itself, whatever the direction of the line around it."""
    return f"{FSI}{text}{PDI}" if rtl else text
