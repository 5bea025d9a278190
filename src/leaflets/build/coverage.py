"""Languages and fonts -> what each language is set with, and which of its characters no font has."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflets.config.language_letters import language_letters
from leaflets.fonts.coverage import missing
from leaflets.fonts.load import Family, FontLibrary
from leaflets.language import Language
from leaflets.text import ucd


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One language in the faces of its families."""

    language: Language
    families: tuple[str, ...]
    """Names, in order of preference; one that does not exist is in `unknown` instead."""
    unknown: tuple[str, ...]
    characters: int | None
    """How many letters, marks and punctuation CLDR knows of it; None where it knows nothing."""
    missing: tuple[str, ...]
    """Those that none of the families has in all of its weights."""
    borrowed: tuple[str, ...]
    """Letters that the first family of their script has not, so that words are set in two typefaces."""

    @property
    def is_whole(self) -> bool:
        return not self.unknown and not self.missing and bool(self.families)


def coverage(languages: Iterable[Language], *, library: FontLibrary) -> Iterator[Coverage]:
    """FontError for a font file that cannot be used."""
    names = {name.casefold(): family for family in library.families for name in (family.id, family.name)}
    for language in languages:
        families = [names[name.casefold()] for name in language.families if name.casefold() in names]
        letters = language_letters(language.tag)
        yield Coverage(
            language=language,
            families=tuple(family.name for family in families),
            unknown=tuple(name for name in language.families if name.casefold() not in names),
            characters=len(letters.all) if letters else None,
            missing=_missing(letters.all, families, library) if letters else (),
            borrowed=tuple(_borrowed(letters.letters, families, library)) if letters else (),
        )


def _missing(letters: str, families: list[Family], library: FontLibrary) -> tuple[str, ...]:
    lacking = set(letters)
    for family in families:
        faces = [library.face(family.id, weight=f.weight, style=f.style) for f in family.faces]
        lacking &= {letter for face in faces for letter in missing(face, letters)}
    return tuple(letter for letter in letters if letter in lacking)


def _borrowed(letters: str, families: list[Family], library: FontLibrary) -> Iterator[str]:
    for script in dict.fromkeys(ucd.script(letter) for letter in letters):
        made = [family for family in families if script in family.scripts]
        if len(made) > 1:
            own = "".join(letter for letter in letters if ucd.script(letter) == script)
            first = set(_missing(own, made[:1], library))
            yield from (letter for letter in own if letter in first - set(_missing(own, made, library)))
