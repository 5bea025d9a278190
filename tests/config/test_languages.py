"""A tag in any spelling is its language, and an unknown one is a clear error."""

import pytest

from leaflets.config.languages import find_language, read_languages, shipped_languages
from leaflets.errors import ConfigError

SHIPPED = shipped_languages()

ROW = """
[language.{tag}]
autonym = "x"
english = "X"
script = "Latn"
direction = "ltr"
families = ["noto-sans"]
quotes = ["“", "”"]
"""


def test_the_shipped_languages() -> None:
    assert [(one.tag, one.autonym, one.script, one.direction) for one in SHIPPED] == [
        ("en", "English", "Latn", "ltr"),
        ("sr", "српски", "Cyrl", "ltr"),
        ("sr-Latn", "srpski", "Latn", "ltr"),
        ("ar", "العربية", "Arab", "rtl"),
    ]
    assert {one.checked_by for one in SHIPPED} == {""}
    assert find_language("ar", SHIPPED).families == ("noto-naskh-arabic", "noto-sans")
    assert find_language("sr", SHIPPED).quotes == ("„", "”")


@pytest.mark.parametrize("tag", ["sr-Latn", "sr_Latn", "sr@latin", "SR-LATN", "sr_latn", "sr@Latin"])
def test_all_spellings_of_serbian_in_latin(tag: str) -> None:
    assert find_language(tag, SHIPPED).tag == "sr-Latn"


@pytest.mark.parametrize("tag", ["sr", "SR", "sr-Cyrl", "sr_Cyrl", "sr@cyrillic"])
def test_all_spellings_of_serbian_in_cyrillic(tag: str) -> None:
    assert find_language(tag, SHIPPED).tag == "sr"


@pytest.mark.parametrize(
    ("tag", "near"), [("srp", '"sr"'), ("sr-Ltn", '"sr-Latn"'), ("Arabic", '"ar"'), ("srpski", '"sr-Latn"')]
)
def test_an_unknown_tag_comes_with_the_nearest_one(tag: str, near: str) -> None:
    with pytest.raises(ConfigError, match=f'"{tag}" is not a known language tag') as caught:
        find_language(tag, SHIPPED)
    (one,) = caught.value.diagnostics
    assert one.rule == "unknown-language"
    assert f"did you mean {near}?" in one.help
    assert "sr-Latn (Serbian (Latin))" in one.notes[0]


def test_a_tag_unlike_all_others_comes_with_the_way_to_add_it() -> None:
    with pytest.raises(ConfigError) as caught:
        find_language("xqq", SHIPPED)
    assert caught.value.diagnostics[0].help == "add a table [language.xqq] to leaflets.toml"


def test_a_region_or_script_of_a_known_language_is_another_language() -> None:
    """facts: Babel turns `ku_Arab` into `ku`, and leads to leaflets in the wrong script."""
    for tag in ("ar-EG", "en_GB", "sr@ijekavian", "sr-Arab"):
        with pytest.raises(ConfigError):
            find_language(tag, SHIPPED)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('autonym = "x"', 'autonim = "x"', 3, 'language.hr.autonim: the key "autonim" is not known'),
        ('direction = "ltr"', 'direction = "up"', 6, 'language.hr.direction: "up" is not known here'),
        ('script = "Latn"', 'script = "latin"', 5, 'language.hr.script: "latin" is not a script code'),
        ('["noto-sans"]', "[]", 7, "language.hr.families: the list is empty"),
        ('["noto-sans"]', '["noto-sans", 3]', 7, "language.hr.families[1]: this is a whole number"),
        ('["“", "”"]', '["“"]', 8, "language.hr.quotes: the quotation marks are not two texts"),
        ('["“", "”"]', '["“", "”"]\nsize = 0', 9, "language.hr.size: 0 is not above 0"),
        ("[language.hr]", "[language.hr_HR]", 2, '"hr_HR" is not a canonical tag'),
    ],
)
def test_a_bad_row_is_named_with_its_line(old: str, new: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_languages(ROW.format(tag="hr").replace(old, new), file="languages.toml")
    found = [(str(one.place), one.message) for one in caught.value.diagnostics if message in one.message]
    assert [place for place, _ in found] == [f"languages.toml:{line}"]
    assert all(one.help for one in caught.value.diagnostics)


def test_modifiers_of_locale_names_are_scripts() -> None:
    languages = read_languages(ROW.format(tag="uz-Cyrl"), file="languages.toml")
    assert find_language("uz@cyrillic", languages).tag == "uz-Cyrl"


def test_two_rows_may_not_share_a_name() -> None:
    text = ROW.format(tag="hr") + ROW.format(tag="sh") + 'aliases = ["HR"]\n'
    with pytest.raises(ConfigError, match='"sh" and "hr" share a name'):
        read_languages(text, file="languages.toml")
