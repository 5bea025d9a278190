"""Fonts of pages: for languages whose letters phones may lack, cut to their texts, and for no other page."""

import io
import re
from dataclasses import replace

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from leaflets.api import open_files
from leaflets.build.inputs import open_fonts
from leaflets.build.typefaces import check_licences
from leaflets.config.languages import shipped_languages
from leaflets.errors import FontError
from leaflets.fonts.web import web_font
from leaflets.site.typefaces import WebFont, is_lacking, style_sheet

LIMIT = 130_000
"""Bytes that a font adds to a page at most: Nastaliq has a shape for each place of a letter."""


@pytest.fixture(scope="module")
def site(made, leaflet, known, tmp_path_factory):
    some = replace(leaflet, languages=tuple(known[tag] for tag in ("en", "sr", "ar", "ur")))
    return made(some, folder=tmp_path_factory.mktemp("dist"), drafts=True, web_fonts=True)


def words_of(page):
    """All words of the page, without those of its tags."""
    return re.sub(r"<[^>]*>", " ", page.decode().partition("<main")[2]).split()


def test_which_languages_are_lacking(known):
    lacking = {language.tag for language in known.values() if is_lacking(language)}
    assert {"ur", "my", "rhg", "nqo"} & known.keys() <= lacking
    assert "ur" in lacking
    assert not lacking & {"en", "sr", "ar", "fa", "ru", "hi", "am", "zh-Hans"}


def test_only_pages_of_the_language_name_its_fonts(site):
    naming = [path for path, data in site.items() if b"fonts/" in data and path.endswith("html")]
    assert naming
    assert {path.rpartition("/")[0] for path in naming} == {"ur"}
    assert {path for path in site if path.startswith("fonts/")} == {
        "fonts/ur.css",
        "fonts/ur-400.woff2",
        "fonts/noto-nastaliq-urdu-OFL.txt",
    }


def test_the_policy_allows_fonts_of_the_site_and_only_then(site, drafts):
    assert b"font-src &#39;self&#39;" in site["ur/index.html"]
    assert b"font-src 'self'" in site["_headers"]
    for path in ("ur/index.html", "server/nginx.conf", "server/apache.conf", "_headers"):
        assert b"font-src" not in drafts[path], path
    assert not [path for path in drafts if path.startswith("fonts/")]


def test_the_font_has_every_letter_of_the_pages(site):
    """Shaped as a browser does it: no word has a missing glyph, and letters join."""
    shaper = hb.Font(hb.Face(plain_font(site["fonts/ur-400.woff2"])))
    ranges = re.search(r"unicode-range: ([^;]+);", site["fonts/ur.css"].decode())[1]
    listed = {code for part in ranges.split(", ") for code in span(part)}
    words = [word for name in ("index", "files") for word in words_of(site[f"ur/{name}.html"])]
    urdu = [word for word in words if all("\u0600" <= letter <= "\u06ff" for letter in word)]
    assert len(urdu) > 300
    for word in urdu:
        assert set(map(ord, word)) <= listed
        assert all(there for there, *_ in shaped(word, shaper)), word
    assert not listed & set(map(ord, "0123456789+ "))  # telephone numbers stay in the system's font


def plain_font(woff2):
    font = TTFont(io.BytesIO(woff2))
    font.flavor = None
    plain = io.BytesIO()
    font.save(plain)
    return plain.getvalue()


def span(part):
    first, _, last = part.removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


LACKING = [language for language in shipped_languages() if is_lacking(language)]


@pytest.mark.parametrize("language", LACKING, ids=lambda language: language.tag)
def test_every_language_that_may_lack_one_gets_a_font(language, files):
    """Its name in its own letters: placed as the whole face places them, marks and joins included."""
    face = open_fonts(files).face(language.families[0])
    small = hb.Face(plain_font(web_font(face, set(language.autonym), name="Reading")))
    assert shaped(language.autonym, hb.Font(small)) == shaped(language.autonym, face.hb_font)


def shaped(text, font):
    """Advances and offsets, in font units, and whether each glyph is there."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint != 0, place.x_advance, place.x_offset, place.y_offset) for info, place in pairs]


def test_the_font_bears_a_name_of_its_own_and_its_licence(site):
    """OFL 1.1: a modified version bears no reserved name (3), and copyright and licence go with it (2)."""
    names = TTFont(io.BytesIO(site["fonts/ur-400.woff2"]))["name"]
    assert {names.getDebugName(number) for number in (1, 16)} == {"Reading ur"}
    assert not any("Nastaliq" in (names.getDebugName(number) or "") for number in (1, 3, 4, 6, 16))
    assert "Noto Project Authors" in names.getDebugName(0)
    assert "Open Font License" in names.getDebugName(13)
    assert b"SIL OPEN FONT LICENSE" in site["fonts/noto-nastaliq-urdu-OFL.txt"]


def test_a_font_without_its_licence_is_not_passed_on(known, files, tmp_path):
    """Told before any page is written."""
    listed = b'[family.mine]\nfile = "Mine.ttf"\n'
    mine = files.locate("fonts/noto-sans-myanmar/NotoSansMyanmar-Regular.ttf")
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/Mine.ttf").write_bytes(mine.read_bytes())
    (tmp_path / "fonts/fonts.toml").write_bytes(listed)
    own = open_files(tmp_path)
    languages = (replace(known["my"], families=("mine",)),)
    with pytest.raises(FontError, match=r"fonts\.toml: family\.mine\.license_file: there is no such file"):
        check_licences(languages, files=own)
    (tmp_path / "fonts/fonts.toml").write_bytes(listed + b'license_file = "OFL.txt"\n')
    (tmp_path / "fonts/OFL.txt").write_text("free")
    check_licences(languages, files=open_files(tmp_path))


def test_the_same_texts_give_the_same_bytes(site, made, leaflet, known, tmp_path):
    some = replace(leaflet, languages=tuple(known[tag] for tag in ("en", "sr", "ar", "ur")))
    again = made(some, folder=tmp_path, drafts=True, web_fonts=True)
    assert again["fonts/ur-400.woff2"] == site["fonts/ur-400.woff2"]


def test_what_a_font_adds_is_bounded(site):
    assert len(site["fonts/ur-400.woff2"]) <= LIMIT


def test_words_are_seen_before_the_font_has_come(known):
    font = WebFont(path="fonts/ur-400.woff2", weight=400, name="N", characters=frozenset("cba x"), data=b"")
    told = style_sheet(known["ur"], [font]).decode()
    assert "font-display: swap" in told
    assert "unicode-range: U+20, U+61-63, U+78;" in told
    assert 'url("ur-400.woff2")' in told
    assert "//" not in told
