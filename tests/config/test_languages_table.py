"""Laws of the shipped table: each row is of one script, can be shaped, broken, counted and dated."""

import gettext
import pickle
import re
from datetime import date

import pytest
from babel import Locale, UnknownLocaleError
from icu4py.breakers import LineBreaker

from leaflets.config.languages import find_language, shipped, shipped_languages
from leaflets.document.dates import FIELD, FIELDS, written_day, written_month
from leaflets.fonts.coverage import covers
from leaflets.fonts.load import FontLibrary, read_families
from leaflets.language import DIGITS
from leaflets.resources import shared_root
from leaflets.text import ucd

SHIPPED = shipped_languages()

WANTED = (
    "en sr sr-Latn bs hr cnr mk sq bg ro hu sl sk el tr ru uk de fr es it pt pl nl sv rom he hy ka ar fa prs "
    "ps ur kmr ckb hi bn pa ne ta si zh-Hans zh-Hant ja ko vi th lo km my ti am so uz-Latn rhg-Rohg "
    "gu te kn ml bo chr dv syr nqo ff-Adlm zgh"
)

MIXED = {"Hans": {"Hani"}, "Hant": {"Hani"}, "Jpan": {"Hani", "Hira", "Kana"}, "Kore": {"Hang", "Hani"}}
"""ISO 15924 codes that stand for several scripts of Unicode."""

BABEL = {
    "az-Latn": "az_Latn",
    "cnr": "sr_Latn_ME",
    "cnr-Cyrl": "sr_Cyrl_ME",
    "kmr": "ku",
    "prs": "fa_AF",
    "rhg-Rohg": "",  # no rules
}

each = pytest.mark.parametrize("language", SHIPPED, ids=lambda one: one.tag)


def words(language) -> str:
    dates = language.dates
    return " ".join((language.autonym, *dates.months, *dates.alone))


def patterns(language) -> str:
    """The letters of date patterns that are printed."""
    found = FIELD.finditer(f"{language.dates.day} {language.dates.month}")
    return "".join(one[1] or "" if one[1] is not None else one[0] for one in found if one[0] not in FIELDS)


def test_the_table_has_the_languages_that_leaflets_are_asked_for() -> None:
    assert set(WANTED.split()) <= {one.tag for one in SHIPPED}
    assert [one.tag for one in SHIPPED] == sorted(one.tag for one in SHIPPED)


@each
def test_all_words_of_a_row_are_in_its_script(language) -> None:
    """Babel dates a leaflet in `sr@latin` in Cyrillic, without any error (facts)."""
    scripts = MIXED.get(language.script, {language.script})
    for text in (words(language), patterns(language)):
        letters = {character for character in text if character.isalpha()}
        found = {ucd.script(character) for character in letters} - {"Zyyy", "Zinh"}
        assert found <= scripts


@each
def test_the_direction_is_that_of_its_letters(language) -> None:
    strong = {ucd.bidi_class(character) for character in words(language)} & {"L", "R", "AL"}
    assert strong == {"L"} if language.direction == "ltr" else strong <= {"R", "AL"}


def test_names_in_lists_are_told_apart() -> None:
    assert len({one.autonym for one in SHIPPED}) == len({one.english for one in SHIPPED}) == len(SHIPPED)


@pytest.mark.parametrize(
    ("tag", "autonym"),
    [
        ("cnr", "crnogorski"),
        ("cnr-Cyrl", "црногорски"),
        ("kmr", "kurdî (kurmancî)"),
        ("prs", "دری"),
        ("fa", "فارسی"),
        ("sr", "српски"),
        ("sr-Latn", "srpski"),
        ("lt", "lietuvių"),
        ("lv", "latviešu"),
        ("so", "Af-Soomaali"),
        ("id", "Bahasa Indonesia"),
        ("zh-Hans", "简体中文"),
        ("zh-Hant", "繁體中文"),
        ("pa", "ਪੰਜਾਬੀ"),
        ("el", "Ελληνικά"),
    ],
)
def test_names_that_others_get_wrong(tag: str, autonym: str) -> None:
    """facts: the name of a people or of a country, another language's name, or one with a territory."""
    assert find_language(tag, SHIPPED).autonym == autonym


@each
def test_twelve_months_can_be_told_apart(language) -> None:
    days = [date(2026, month, 24) for month in range(1, 13)]
    assert len({written_day(day, language) for day in days}) == 12
    assert len({written_month(day, language) for day in days}) == 12


@each
def test_a_date_has_its_day_and_year_in_the_digits_of_the_language(language) -> None:
    figures = DIGITS[language.digits]
    year, day = ("".join(figures[int(digit)] for digit in number) for number in ("2026", "24"))
    written = written_day(date(2026, 11, 24), language)
    assert written.count(year) == 1
    assert written.count(day) == 1
    assert written_month(date(2026, 11, 24), language).count(year) == 1
    others = "".join(other for name, other in DIGITS.items() if name != language.digits)
    assert not set(written) & set(others)


@each
def test_no_hyphen_stands_between_digits_of_a_right_to_left_date(language) -> None:
    """After an Arabic letter `2026-11` would be shown as `11-2026` (UAX #9 rules W2 and W4)."""
    if language.is_rtl:
        assert not re.search(r"\d-\d", written_day(date(2026, 11, 24), language))


@each
def test_plurals_are_those_of_cldr(language) -> None:
    """Two numbers have one form in gettext's formula if and only if CLDR, as Babel has it, says so."""
    locale = _locale(language.tag)
    forms, formula = re.fullmatch(r"nplurals=(\d); plural=(.*);", language.plural).groups()
    form = gettext.c2py(formula)
    numbers = [*range(1, 220), 0, 1000, 1001, 10_000]
    assert {form(number) for number in numbers} == set(range(int(forms)))
    if locale is not None:
        pairs = {(locale.plural_form(number), form(number)) for number in numbers}
        assert len(pairs) == int(forms)


def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(BABEL.get(tag, tag.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return None


def test_plural_headers_are_written_as_our_catalogs_have_them() -> None:
    few = "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14)"
    formula = f"nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : {few} ? 1 : 2);"
    assert find_language("sr", SHIPPED).plural == formula
    assert find_language("rom", SHIPPED).plural == "nplurals=2; plural=(n != 1);"
    assert find_language("prs", SHIPPED).plural == find_language("fa", SHIPPED).plural


@each
def test_fonts_are_of_the_script_and_end_with_latin_letters(language) -> None:
    assert language.families[-1] == "noto-sans"
    own = shipped().scripts[language.script].families
    assert language.families == own or language.tag == "ur"
    assert len(language.families) == (1 if language.script in ("Latn", "Cyrl", "Grek") else 2)


def test_nastaliq_is_for_urdu_only() -> None:
    assert [one.tag for one in SHIPPED if "noto-nastaliq-urdu" in one.families] == ["ur"]


@each
def test_fonts_have_the_letters_of_the_row(language) -> None:
    """As far as the families are there."""
    folder = shared_root() / "fonts"
    families = read_families((folder / "fonts.toml").read_bytes(), name="fonts/fonts.toml")
    if {family.id for family in families} >= set(language.families):
        library = FontLibrary(families, lambda file: folder / file)
        faces = [library.face(name, weight=400, style="normal") for name in language.families]
        marks = "".join((*language.quotes, *language.inner_quotes, *language.ends, DIGITS[language.digits]))
        text = words(language) + patterns(language) + marks
        gaps = {one for one in text if not any(covers(face, one) for face in faces)}
        assert gaps == set()


@each
def test_tags_are_understood_by_pdf_and_icu(language) -> None:
    """PDF/UA-1 7.2-29; ICU falls back to its root for what it does not know."""
    assert re.fullmatch(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", language.tag)
    text = words(language)
    assert "".join(LineBreaker(text, language.icu or language.tag)) == text


@each
def test_a_language_is_small_enough_to_travel_with_every_job(language) -> None:
    assert len(pickle.dumps(language)) < 2000


def test_hyphenation_dictionaries_are_there() -> None:
    pyphen = pytest.importorskip("pyphen")
    named = {one.hyphenation for one in SHIPPED} - {""}
    assert {"sr", "sr_Latn", "en_GB", "hu"} <= named <= set(pyphen.LANGUAGES)


@pytest.mark.parametrize(
    ("tag", "least"), [("en", (2, 3)), ("fr", (2, 3)), ("de", (2, 2)), ("sr", (2, 2)), ("hu", (2, 2))]
)
def test_least_letters_beside_a_hyphen(tag: str, least: tuple[int, int]) -> None:
    assert find_language(tag, SHIPPED).hyphenate_min == least


@pytest.mark.parametrize(
    ("tag", "ends"),
    [
        ("en", (".", "?", "!")),
        ("el", (".", ";", "!")),
        ("ar", (".", "؟", "!")),
        ("ur", ("۔", "؟", "!")),
        ("hi", ("।.", "?", "!")),
        ("km", ("។៕", "?។", "!")),
        ("zh-Hans", ("。", "？?", "！!")),
        ("th", ("", "?", "!")),
    ],
)
def test_marks_at_the_end_of_sentences(tag: str, ends: tuple[str, str, str]) -> None:
    assert find_language(tag, SHIPPED).ends == ends
