"""Languages whose letters phones may lack -> style sheets that load fonts for their pages alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leaflets.language import Language

LACKING = frozenset({"Adlm", "Cher", "Laoo", "Mymr", "Nkoo", "Rohg", "Sinh", "Syrc", "Tfng", "Thaa"})
"""Scripts that some phones have no font for; docs/download-site.md says which phones, and the sources."""

NASTALIQ = "noto-nastaliq-urdu"
"""No Android has a Nastaliq: Urdu would stand in Naskh, which its readers know as the hand of Arabic."""

SYSTEM = 'system-ui, "Noto Sans", sans-serif'


@dataclass(frozen=True, slots=True, kw_only=True)
class WebFont:
    """A font of one language's pages."""

    path: str
    """From the root of the site."""
    weight: int
    name: str
    """What the whole font is called where a phone has it; then nothing is loaded."""
    characters: frozenset[str]
    data: bytes


def is_lacking(language: Language) -> bool:
    """Whether phones may show boxes, or another hand than its readers know."""
    return language.script in LACKING or language.families[:1] == (NASTALIQ,)


def sheet_path(language: Language) -> str:
    """The style sheet that only pages of the language name."""
    return f"fonts/{language.tag}.css"


def style_sheet(language: Language, fonts: Sequence[WebFont]) -> bytes:
    """Texts of other languages on the page keep the fonts of the system."""
    rules = [_face(font) for font in fonts]
    rules.append(f':root {{ font-family: "reading", {SYSTEM}; }}')
    rules.append(f"[lang]:not(:lang({language.tag})) {{ font-family: {SYSTEM}; }}")
    return ("\n".join(rules) + "\n").encode()


def _face(font: WebFont) -> str:
    """Words are there at once in a font of the system, and change when the font has come (`swap`)."""
    file = font.path.rpartition("/")[2]
    return (
        f'@font-face {{ font-family: "reading"; font-weight: {font.weight}; font-display: swap; '
        f'src: local("{font.name}"), url("{file}") format("woff2"); '
        f"unicode-range: {_ranges(font.characters)}; }}"
    )


def _ranges(characters: Iterable[str]) -> str:
    """`U+20, U+621-63A`: neighbours together (CSS Fonts 4, 4.5)."""
    runs: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)
