"""The fonts in the repository are what fonts.toml says, free to pass on, and fit for their languages."""

import hashlib
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from leaflets.fonts.coverage import missing
from leaflets.fonts.load import Face, read_families
from leaflets.fonts.metrics import ink_box

ROOT = Path(__file__).parents[2] / "fonts"
FAMILIES = read_families((ROOT / "fonts.toml").read_bytes(), name="fonts.toml")
FACES = [pytest.param(family, spec, id=spec.id) for family in FAMILIES for spec in family.faces]

LATIN = "abcdefghijklmnopqrstuvwxyz" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SIGNS = "0123456789 \u00a0.,:;!?…–—-‑'\"‘’“”„«»()[]/+*#@&%€§©·•"
LETTERS = {
    "en": LATIN + SIGNS,
    "sr-Latn": LATIN + "čćđšžČĆĐŠŽ" + "džljnjDŽLJNJDžLjNj" + SIGNS,
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ" + SIGNS,
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ" + SIGNS,
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـ" + "ًٌٍَُِّْٰٕٓٔ" + "،؛؟٠١٢٣٤٥٦٧٨٩٪٫٬ٱ" + " .:!()«»",
}
FAMILY_OF = {
    "en": "noto-sans",
    "sr-Latn": "noto-sans",
    "sr": "noto-sans",
    "el": "noto-sans",
    "ar": "noto-naskh-arabic",
}

LINE_HEIGHT = 1.35
BODIES = (
    "ه",
    "ـهـ",
    "هـ",
    "ص",
    "صـ",
    "ـصـ",
    "م",
    "مـ",
    "ـمـ",
    "و",
    "عـ",
    "ع",
    "ـعـ",
    "ح",
    "حـ",
    "ـحـ",
    "س",
    "سـ",
    "ـسـ",
)
ORDINARY = "أيضًا أو إذا كنتِ في خطر الآن اتصلي مجانًا إلى أيّ شكرًا لأنّ مجّانًا"


@pytest.mark.parametrize(("family", "spec"), FACES)
def test_the_file_is_the_one_that_was_registered(family, spec):
    assert hashlib.sha256((ROOT / spec.file).read_bytes()).hexdigest() == spec.sha256


@pytest.mark.parametrize(("family", "spec"), FACES)
def test_every_face_opens_and_is_what_its_row_says(family, spec, library):
    face = library.face(family.id, weight=spec.weight, style=spec.style)
    assert (face.id, face.family, face.weight, face.style) == (spec.id, family.id, spec.weight, spec.style)
    assert (face.size, face.leading) == (family.size, family.leading)
    assert face.weight_class == spec.weight
    assert (face.italic_angle < 0) == (spec.style == "italic")
    assert face.can_embed
    assert not face.is_variable


@pytest.mark.parametrize(("family", "spec"), FACES)
def test_name_and_version_are_those_of_the_name_table(family, spec):
    names = TTFont(ROOT / spec.file, fontNumber=spec.index)["name"]
    assert family.name == (names.getDebugName(16) or names.getDebugName(1))
    assert f"Version {family.version}" in names.getDebugName(5)


@pytest.mark.parametrize(("family", "spec"), FACES)
def test_the_licence_is_there_with_the_copyright_of_the_name_table(family, spec):
    text = (ROOT / family.license_file).read_text(encoding="utf-8")
    copyright_notice = TTFont(ROOT / spec.file, fontNumber=spec.index)["name"].getDebugName(0)
    assert text.startswith(copyright_notice + "\n")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "TERMINATION" in text


def test_every_file_in_the_folder_is_registered():
    registered = {spec.file for family in FAMILIES for spec in family.faces}
    registered |= {family.license_file for family in FAMILIES} | {"fonts.toml"}
    present = {path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file()}
    assert present == registered


@pytest.mark.parametrize("language", LETTERS)
def test_every_face_of_the_family_has_all_letters(language, library):
    family = library.family(FAMILY_OF[language])
    for spec in family.faces:
        face = library.face(family.id, weight=spec.weight, style=spec.style)
        assert missing(face, LETTERS[language]) == ()


def test_lam_and_alef_join_into_a_form_of_their_own(naskh):
    alef, lam = shaped(naskh, "لا", language="ar")
    elsewhere = {gid for text in ("لب", "با", "ل", "ا") for gid in glyphs(naskh, text, language="ar")}
    assert not {alef[0], lam[0]} & elsewhere
    assert alef[1] + ink_box(naskh, lam[0])[0] < ink_box(naskh, alef[0])[2]


def test_tashkeel_takes_no_room_and_stands_higher_on_a_higher_letter(naskh):
    on_beh, *_dot, beh = shaped(naskh, "بَ", language="ar")
    on_lam, lam = shaped(naskh, "لَ", language="ar")
    assert on_beh[0] == on_lam[0]
    assert (on_beh[1], on_lam[1]) == (0, 0) < (beh[1], lam[1])
    assert on_lam[3] > on_beh[3]


def test_serbian_italics_have_their_own_letters(library):
    face = library.face("noto-sans", style="italic")
    serbian, russian = (glyphs(face, "бгдпт", language=language) for language in ("sr", "ru"))
    assert [a != b for a, b in zip(serbian, russian, strict=True)] == [True] * 5


def test_a_caron_is_placed_above_its_letter(sans):
    base, mark = shaped(sans, "m\u030c", language="en")
    assert base[1] > 0 == mark[1]
    assert mark[2] < 0


@pytest.mark.parametrize("weight", [400, 700])
def test_the_size_of_arabic_is_between_bodies_and_ascenders(library, weight):
    latin, arabic = (library.face(name, weight=weight) for name in ("noto-sans", "noto-naskh-arabic"))
    mean = sum(ink(arabic, body)[1] for body in BODIES) / len(BODIES)
    alef = ink(arabic, "ا")[1]
    assert latin.cap_height / alef < arabic.size < latin.x_height / mean
    assert arabic.size * alef < 1.1 * ink(latin, "d")[1]


@pytest.mark.parametrize("weight", [400, 700])
def test_the_leading_of_arabic_keeps_ordinary_lines_apart(library, weight):
    arabic = library.face("noto-naskh-arabic", weight=weight)
    low, high = ink(arabic, ORDINARY)
    needed = (high - low) / arabic.upem * arabic.size
    assert LINE_HEIGHT * (arabic.leading - 0.1) < needed <= LINE_HEIGHT * arabic.leading


def shaped(face: Face, text: str, *, language: str) -> list[tuple[int, int, int, int]]:
    """Glyph id, advance, and offsets to the right and up, in visual order."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = language
    hb.shape(face.hb_font, buffer)
    return [
        (info.codepoint, position.x_advance, position.x_offset, position.y_offset)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def glyphs(face: Face, text: str, *, language: str) -> list[int]:
    return [gid for gid, _advance, _dx, _dy in shaped(face, text, language=language)]


def ink(face: Face, text: str) -> tuple[int, int]:
    """Bottom and top of shaped text, in font units."""
    boxes = [(ink_box(face, gid), dy) for gid, _advance, _dx, dy in shaped(face, text, language="ar")]
    inked = [(box[1] + dy, box[3] + dy) for box, dy in boxes if box != (0, 0, 0, 0)]
    return min(bottom for bottom, _top in inked), max(top for _bottom, top in inked)


def test_the_fonts_keep_repository_and_wheel_small():
    """90 MB of repository, 60 MB of wheel: files under 57 MB keep both, with 3 MB for the rest."""
    assert sum(path.stat().st_size for path in ROOT.rglob("*") if path.is_file()) < 57_000_000
