"""Pages of a language -> the fonts that they load, cut to the characters that stand on them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from leaflets.build.inputs import open_fonts
from leaflets.diagnostics import Diagnostic
from leaflets.files import Files
from leaflets.fonts.faults import font_error, list_fault
from leaflets.fonts.load import LIST, Face, Family
from leaflets.fonts.web import web_font
from leaflets.language import Language
from leaflets.site.typefaces import WebFont, sheet_path, style_sheet
from leaflets.text.ucd import script, script_extensions

JOINERS = frozenset("\u200c\u200d")
"""They belong to the letters around them; blanks do not: those of Nastaliq would close up numbers."""

REGULAR, BOLD = 400, 700

LIGHT = 60_000
"""Bytes: where the regular face is heavier, browsers make the bold one of it, and nothing more is loaded."""


def check_licences(languages: Iterable[Language], *, files: Files) -> None:
    """FontError for a font that does not say how it may be passed on, as a site does: before any is."""
    families = {one.id: one for one in (_family(language, files) for language in languages)}
    faults = [_no_licence(one) for one in families.values() if not _has_licence(one, files)]
    if faults:
        raise font_error(*faults)


def _family(language: Language, files: Files) -> Family:
    return open_fonts(files).family(language.families[0])


def _has_licence(family: Family, files: Files) -> bool:
    return bool(family.license_file) and files.exists(f"fonts/{family.license_file}")


def _no_licence(family: Family) -> Diagnostic:
    return list_fault(
        "there is no such file, and a site passes the font on",
        file=LIST,
        key=f"family.{family.id}.license_file",
        step="put the text of its licence into fonts/ and name it there, or leave out --web-fonts",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Typefaces:
    """Sees the pages of a site go by, and remembers what is on those of its languages."""

    languages: tuple[Language, ...]
    files: Files
    seen: dict[str, set[str]] = field(default_factory=dict)

    def see(self, path: str, page: bytes) -> None:
        tag = path.partition("/")[0]
        if path.endswith(".html") and any(language.tag == tag for language in self.languages):
            self.seen.setdefault(tag, set()).update(page.decode())

    def made(self) -> Iterator[tuple[str, bytes]]:
        """Path -> bytes of fonts, style sheets and licences."""
        for language in self.languages:
            fonts = tuple(self._fonts(language))
            yield from ((font.path, font.data) for font in fonts)
            yield sheet_path(language), style_sheet(language, fonts)
            family = _family(language, self.files)
            licence = self.files.read(f"fonts/{family.license_file}")
            yield f"fonts/{family.id}-{family.license_file.rpartition('/')[2]}", licence

    def _fonts(self, language: Language) -> Iterator[WebFont]:
        library, family = open_fonts(self.files), _family(language, self.files)
        if not self.seen.get(language.tag):
            return
        for weight in sorted({face.weight for face in family.faces} & {REGULAR, BOLD}):
            face = library.face(family.id, weight=weight)
            font = self._font(language, face, name=f"{family.name} Bold" if weight == BOLD else family.name)
            yield font
            if weight == REGULAR and len(font.data) > LIGHT:
                return

    def _font(self, language: Language, face: Face, *, name: str) -> WebFont:
        seen = self.seen.get(language.tag, set())
        characters = frozenset(one for one in seen if _is_own(one, language, face))
        return WebFont(
            path=f"fonts/{language.tag}-{face.weight}.woff2",
            weight=face.weight,
            name=name,
            characters=characters,
            data=web_font(face, characters, name=f"Reading {language.tag}"),
        )


def _is_own(character: str, language: Language, face: Face) -> bool:
    """What the face has of the language's script; all else is left to fonts of the system."""
    if ord(character) not in face.code_points:
        return False
    own = script(character) == language.script or language.script in script_extensions(character)
    return own or character in JOINERS
