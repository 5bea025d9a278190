"""A tag in any spelling is its language; an unknown or unclear one is a clear error."""

from dataclasses import replace

import pytest

from leaflets.config.languages import find_language, joined, language_tables, shipped, shipped_languages
from leaflets.config.table import close, open_toml
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

LEAST = '[language.{tag}]\nautonym = "x"\nenglish = "X"\nscript = "{script}"\n'


def read_languages(toml, *, file):
    root = open_toml(toml, file=file)
    root.only("language")
    languages = language_tables(root)
    close(root)
    return languages


def refusal(tag: str, languages=SHIPPED):
    with pytest.raises(ConfigError) as caught:
        find_language(tag, languages)
    (one,) = caught.value.diagnostics
    return one


@pytest.mark.parametrize("tag", ["sr-Latn", "sr_Latn", "sr@latin", "SR-LATN", "sr_latn", "sr@Latin"])
def test_all_spellings_of_serbian_in_latin(tag: str) -> None:
    assert find_language(tag, SHIPPED).tag == "sr-Latn"


@pytest.mark.parametrize("tag", ["sr", "SR", "sr-Cyrl", "sr_Cyrl", "sr@cyrillic"])
def test_all_spellings_of_serbian_in_cyrillic(tag: str) -> None:
    assert find_language(tag, SHIPPED).tag == "sr"


@pytest.mark.parametrize("language", SHIPPED, ids=lambda one: one.tag)
def test_every_name_of_a_language_finds_it(language) -> None:
    """Law: tag, folder, aliases and the tag with its script are the same language, in any case."""
    whole = [f"{language.tag}-{language.script}"] if "-" not in language.tag else []
    for name in (language.tag, language.folder, *language.aliases, *whole):
        for spelling in (name, name.upper(), name.lower()):
            assert find_language(spelling, SHIPPED) is language


@pytest.mark.parametrize(
    ("alias", "tag"),
    [
        ("zh_CN", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("fa_AF", "prs"),
        ("iw", "he"),
        ("no", "nb"),
        ("pt_BR", "pt"),
        ("pa-Guru", "pa"),
        ("cnr@cyrillic", "cnr-Cyrl"),
    ],
)
def test_aliases(alias: str, tag: str) -> None:
    assert find_language(alias, SHIPPED).tag == tag


@pytest.mark.parametrize(
    ("tag", "near"),
    [
        ("srp", '"sr"'),
        ("sr-Ltn", '"sr-Latn"'),
        ("Arabic", '"ar"'),
        ("srpski", '"sr-Latn"'),
        ("norsk", '"nb"'),
        ("Kurdish", '"ckb"'),
        ("de-DE", '"de"'),
        ("hu_HU", '"hu"'),
    ],
)
def test_an_unknown_tag_comes_with_the_nearest_one(tag: str, near: str) -> None:
    one = refusal(tag)
    assert one.message == f'"{tag}" is not a known language tag'
    assert one.rule == "unknown-language"
    assert f"did you mean {near}?" in one.help
    assert near.strip('"') + " (" in one.notes[0]


def test_a_tag_unlike_all_others_comes_with_the_way_to_add_it() -> None:
    for tag in ("xqq", "nope", "hn"):
        assert refusal(tag).help == f"add a table [language.{tag}] to leaflets.toml"


def test_a_region_or_script_of_a_known_language_is_another_language() -> None:
    """facts: Babel turns `ku_Arab` into `ku`, and leads to leaflets in the wrong script."""
    for tag in ("ar-EG", "en_GB", "sr@ijekavian", "sr-Arab", "kmr-Arab", "ckb-Latn", "mn-Mong"):
        refusal(tag)


@pytest.mark.parametrize(
    ("tag", "choices"),
    [
        ("ku", ("kmr", "ckb")),
        ("ku_Arab", ("kmr", "ckb")),
        ("ku_IQ", ("kmr", "ckb")),
        ("rhg", ("rhg-Rohg",)),
        ("rhg_Latn", ("rhg-Rohg",)),
        ("pa_PK", ("pa", "ur")),
        ("pa-Arab", ("pa", "ur")),
        ("az", ("az-Latn",)),
        ("az_Arab", ("az-Latn",)),
        ("uz", ("uz-Latn", "uz-Cyrl")),
        ("zh", ("zh-Hans", "zh-Hant")),
        ("tl", ("fil",)),
        ("sh", ("sr", "sr-Latn", "bs", "hr", "cnr")),
        ("sr_Latn_ME", ("sr", "sr-Latn", "bs", "hr", "cnr")),
        ("rmy", ("rom",)),
    ],
)
def test_a_tag_that_leaves_the_script_open_is_refused_with_the_choices(tag: str, choices) -> None:
    one = refusal(tag)
    assert one.rule == "ambiguous-language"
    assert one.help.startswith("write " + " or ".join(f'"{choice}"' for choice in choices))
    assert "[language." in one.help
    assert all(find_language(choice, SHIPPED).english in one.notes[0] for choice in choices)


def test_a_region_after_a_script_leaves_nothing_open() -> None:
    for tag, near in (("zh_Hans_CN", "zh-Hans"), ("rhg-Rohg-BD", "rhg-Rohg"), ("uz-Cyrl-UZ", "uz-Cyrl")):
        one = refusal(tag)
        assert one.rule == "unknown-language"
        assert f'did you mean "{near}"' in one.help
        assert f"[language.{tag.replace('_', '-')}]" in one.help


def test_every_choice_is_a_language_and_no_language_is_refused() -> None:
    for refused in shipped().refused:
        assert [find_language(tag, SHIPPED).tag for tag in refused.choices] == list(refused.choices)
        assert all(refusal(tag).rule == "ambiguous-language" for tag in refused.tags)


def test_a_language_that_the_leaflet_has_not_is_not_called_unknown() -> None:
    few = tuple(one for one in SHIPPED if one.tag in ("en", "sr"))
    one = refusal("hu_Latn", few)
    assert one.message == "hu (Hungarian) is none of the languages in which there is a leaflet here"
    assert one.help == 'add "hu" to the languages of a leaflet in leaflets.toml'


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('autonym = "x"', 'autonim = "x"', 3, 'language.qaa.autonim: the key "autonim" is not known'),
        ('direction = "ltr"', 'direction = "up"', 6, 'language.qaa.direction: "up" is not known here'),
        ('direction = "ltr"', 'direction = "rtl"', 6, '"Latn" is written ltr, not rtl'),
        ('script = "Latn"', 'script = "latin"', 5, 'language.qaa.script: "latin" is not a script code'),
        ('["noto-sans"]', "[]", 7, "language.qaa.families: the list is empty"),
        ('["noto-sans"]', '["noto-sans", 3]', 7, "language.qaa.families[1]: this is a whole number"),
        ('["“", "”"]', '["“"]', 8, "language.qaa.quotes: the quotation marks are not two texts"),
        ('["“", "”"]', '["“", "”"]\nsize = 0', 9, "language.qaa.size: 0 is not above 0"),
        ('quotes = ["“", "”"]', 'ends = [".", "?"]', 8, "language.qaa.ends: the end marks are not three"),
        ('quotes = ["“", "”"]', 'digits = "roman"', 8, 'language.qaa.digits: "roman" is not known here'),
        ('quotes = ["“", "”"]', 'date = "d de MM y"', 8, 'language.qaa.date: "e" is not a field of dates'),
        ('quotes = ["“", "”"]', 'date = "d. MMM yy"', 8, 'language.qaa.date: "MMM" is not a field'),
        ('quotes = ["“", "”"]', 'month = "y \'г"', 8, 'language.qaa.month: "\'" is not a field'),
        ('quotes = ["“", "”"]', 'month = "MMMM y"', 2, "language.qaa: months is missing"),
        ('quotes = ["“", "”"]', 'month = "LLLL y"', 2, "language.qaa: months is missing"),
        ('quotes = ["“", "”"]', 'months = ["a", "b"]', 8, "language.qaa.months: these are 2 months"),
        (
            'quotes = ["“", "”"]',
            'plural = "n != 1"',
            8,
            'language.qaa.plural: "n != 1" is not a Plural-Forms',
        ),
        ('quotes = ["“", "”"]', "hyphenate_min = [2]", 8, "language.qaa.hyphenate_min: these are not two"),
        (
            'quotes = ["“", "”"]',
            'hyphenation = "qq"',
            8,
            'language.qaa.hyphenation: there is no dictionary "qq"',
        ),
        ('quotes = ["“", "”"]', 'divided = ["so-fa bed"]', 8, 'divided[0]: "so-fa bed" is not one word'),
        ('quotes = ["“", "”"]', 'opentype = "srb"', 8, 'language.qaa.opentype: "srb" is not an OpenType'),
        ("[language.qaa]", "[language.qaa_HR]", 2, '"qaa_HR" is not a canonical tag'),
        ("[language.qaa]", "[language.sr-cyrl]", 2, '"sr-cyrl" is not a canonical tag'),
        ("[language.qaa]", '[language."../../hr"]', 2, '"../../hr" is not a canonical tag'),
        ("[language.qaa]", "[language.mul]", 2, '"mul" stands for several languages'),
        ("[language.qaa]", "[language.x]", 2, '"x" is not a canonical tag'),
    ],
)
def test_a_bad_row_is_named_with_its_line(old: str, new: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_languages(ROW.format(tag="qaa").replace(old, new), file="languages.toml")
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


@pytest.mark.parametrize(
    ("tag", "script", "direction", "families", "question"),
    [
        ("qaa", "Latn", "ltr", ("noto-sans",), "?"),
        ("x-mala", "Cyrl", "ltr", ("noto-sans",), "?"),
        ("rhg-Arab", "Arab", "rtl", ("noto-naskh-arabic", "noto-sans"), "؟"),
        ("yi", "Hebr", "rtl", ("noto-sans-hebrew", "noto-sans"), "?"),
    ],
)
def test_three_keys_make_a_language(tag: str, script: str, direction: str, families, question: str) -> None:
    """The script decides the rest."""
    (one,) = read_languages(LEAST.format(tag=tag, script=script), file="leaflets.toml")
    assert (one.direction, one.families, one.ends[1]) == (direction, families, question)
    assert find_language(tag, joined((one,))) is one


def test_a_script_that_is_not_known_asks_for_what_it_cannot_tell() -> None:
    text = LEAST.format(tag="cjm", script="Cham")
    with pytest.raises(ConfigError) as caught:
        read_languages(text, file="leaflets.toml")
    assert [one.message for one in caught.value.diagnostics] == [
        'language.cjm: direction is missing, and the toolkit does not know the script "Cham"',
        'language.cjm: families is missing, and the toolkit does not know the script "Cham"',
    ]
    (one,) = read_languages(f'{text}direction = "ltr"\nfamilies = ["noto-sans-cham"]\n', file="leaflets.toml")
    assert (one.direction, one.families) == ("ltr", ("noto-sans-cham",))


def test_a_project_replaces_a_language_and_may_name_a_refused_one() -> None:
    own = read_languages(
        LEAST.format(tag="rom", script="Latn") + LEAST.format(tag="ku", script="Latn"), file="leaflets.toml"
    )
    languages = joined(own)
    assert find_language("rom", languages).autonym == "x"
    assert find_language("ku", languages).tag == "ku"
    assert len(languages) == len(SHIPPED) + 1


def test_a_table_for_a_language_of_the_toolkit_changes_only_what_it_says() -> None:
    toml = '[language.hr]\nfamilies = ["mine", "noto-sans"]\n'
    (one,) = read_languages(toml, file="leaflets.toml")
    shipped_one = find_language("hr", SHIPPED)
    assert one == replace(shipped_one, families=("mine", "noto-sans"))
    (other,) = read_languages(f'{toml}script = "Latn"\nquotes = ["<", ">"]', file="leaflets.toml")
    assert other == replace(one, quotes=("<", ">"))


def test_a_table_for_another_script_starts_anew() -> None:
    """Letters, fonts, dictionary and dates of the toolkit's row are of its own script."""
    with pytest.raises(ConfigError, match="autonym is missing"):
        read_languages('[language.hr]\nscript = "Cyrl"\n', file="leaflets.toml")
    (one,) = read_languages(LEAST.format(tag="hr", script="Cyrl"), file="leaflets.toml")
    assert (one.autonym, one.hyphenation) == ("x", "")


def test_a_changed_table_is_not_one_that_a_speaker_has_checked(monkeypatch) -> None:
    rows = {"hr": {"autonym": "x", "english": "X", "script": "Latn", "checked_by": "a speaker"}}
    table = replace(shipped(), rows=rows)
    monkeypatch.setattr("leaflets.config.languages.shipped", lambda: table)
    (one,) = read_languages("[language.hr]\nsize = 1.1\n", file="leaflets.toml")
    assert (one.autonym, one.checked_by) == ("x", "")
