"""Divided words: by the dictionary, never in names, numbers and addresses; the hyphen is drawn, not added."""

import random
import re

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.config.languages import shipped_languages
from leaflets.text.hyphens import points
from leaflets.text.patterns import NEVER, _patterns, divisions
from leaflets.text.setting import break_lines, count_lines, part_after

DICTIONARIES = sorted({language.hyphenation for language in shipped_languages()} - {""})


@pytest.mark.parametrize("name", DICTIONARIES)
def test_words_are_divided_as_pyphen_divides_them(name):
    """Of words made from the dictionary's own letters; where Pyphen changes or misplaces them, none."""
    known = pyphen.Pyphen(lang=name, left=2, right=3)
    altered = name.partition("_")[0] in NEVER or any(
        "/" in pattern for pattern in _patterns(name).automaton.values()
    )
    letters = [re.sub(r"[\W\d_]", "", key) for key in sorted(_patterns(name).automaton)[::7]]
    chance = random.Random(1)
    for _ in range(150):
        word = "".join(chance.choices(letters, k=3)).lower()
        theirs = tuple(int(point) for point in known.positions(word) if not point.data)
        ours = divisions(word, dictionary=name, least=(2, 3))
        assert tuple(ours) == theirs or (altered and set(ours) < set(theirs)), word


RIGHT = {
    "de": "An-hal-ten Be-darf dank-bar dau-erhaft Deutsch-land Eu-ro-pa Far-ben Fortschritt Ge-halt "
    "glück-lich kur-zen Mit-ar-bei-ter Rhein-land schwarz Ver-fah-ren war-ten Zu-sam-men-ar-beit",
    "id": "de-ngan meng-gu-na-kan per-lin-dungan se-lu-ruh",
    "nl": "meest-al",
    "ro": "chea-mă dreap-ta fie-că-rei lu-crea-ză per-soa-nă trea-bă ur-mea-ză",
}


@pytest.mark.parametrize("tag", RIGHT)
def test_words_that_the_dictionary_divides_wrongly(tag, languages):
    """Pyphen has An-ha-l-ten, Be-da-rf, de-ng-an, che-a-mă."""
    known = languages[tag]
    for word in RIGHT[tag].split():
        bare = word.replace("-", "")
        found = divisions(
            bare, dictionary=known.hyphenation, least=known.hyphenate_min, divided=known.divided
        )
        assert "".join("-" * (i in found) + letter for i, letter in enumerate(bare)) == word


def test_a_letter_that_is_two_in_lower_case_moves_no_division():
    assert divisions("İstanbuler", dictionary="de", least=(2, 2)) == []


def parts(text, made):
    """The words of a text with a hyphen where they may be divided."""
    cuts = points(text, made, owners=[0] * len(text))
    return "".join(f"-{c}" if i in cuts else c for i, c in enumerate(text))


DIVIDED = {
    "human trafficking is a crime today": "human traf-fick-ing is a crime today",
    "call Alexandria immediately now": "call Alexandria im-me-di-ately now",
    "Immediately call us. Immediately so": "Im-me-di-ately call us. Im-me-di-ately so",
    "write to helpdesk@example.org or support2day now": "write to helpdesk@example.org or support2day now",
    "the UNICEFS anti-trafficking iPhonesque desk": "the UNICEFS anti-trafficking iPhonesque desk",
    "a short word and the last immediately": "a short word and the last immediately",
    "soft immedi\u00adately stays": "soft immedi\u00adately stays",
}


@pytest.mark.parametrize("text", DIVIDED)
def test_only_plain_words_are_divided(divided, text):
    assert parts(text, [divided(text)]) == DIVIDED[text]


def test_german_nouns_are_no_names(divided):
    text = "die Beratungsstelle hilft"
    assert parts(text, [divided(text, "de")]) == "die Be-ra-tungs-stel-le hilft"


def test_french_articles_stay_with_their_word(divided):
    text = "pour l'assistance juridique gratuite"
    assert parts(text, [divided(text, "fr")]) == "pour l'as-sis-tance ju-ri-dique gratuite"


def test_words_of_the_language_s_table_win_over_the_dictionary(divided):
    """`ea` is a diphthong, which no line parts; Pyphen's dictionary has dumne-avoastră."""
    text = "Drepturile dumneavoastră, și Dumneavoastră"
    assert "dum-nea-voas-tră" in parts(text + " acum", [divided(text, "ro")])
    few = divided(text, "ro", least=(4, 5))
    assert "dumnea-voastră" in parts(text + " acum", [few])


def test_a_language_without_a_dictionary_may_have_words_of_its_own(divided):
    text = "jedan aerodrom ovde"
    assert parts(text, [divided(text, "ro", dictionary="", divided=("aero-drom",))]) == "jedan aero-drom ovde"


def test_the_hyphen_is_drawn_and_is_not_part_of_the_text(paragraph, divided, library):
    text = "information about trafficking, protection and immediate assistance for everybody concerned now"
    made = paragraph(divided(text))
    lines = break_lines(made, 6)
    assert any(line.hyphen for line in lines)
    assert "".join(line.text for line in lines) == text
    for line in lines:
        drawn = "".join(run.text for run in line.runs)
        assert drawn == line.text + "\u00ad" * line.hyphen
        if line.hyphen:
            face = library.by_id(line.runs[-1].face)
            assert line.runs[-1].glyphs[-1] == face.nominal_glyph("\u2010")
        assert line.width <= 6.05


def test_a_typed_soft_hyphen_is_drawn_only_where_a_line_ends(paragraph, span):
    made = paragraph(span("immedi\u00adately", hyphens="manual"))
    first, second = break_lines(made, 4.5)
    assert (first.text, second.text, first.hyphen) == ("immedi\u00ad", "ately", True)
    assert first.runs[0].text == "immedi\u00ad"
    assert first.width > sum(first.runs[0].advances[:-1]) / first.runs[0].units
    (whole,) = break_lines(made, 100)
    assert whole.runs[0].advances[6] == 0


def test_hyphens_none_keeps_words_whole(paragraph, span):
    made = paragraph(span("one immedi\u00adately", hyphens="none"))
    assert [line.text for line in break_lines(made, 7)] == ["one ", "immedi\u00adately"]


@pytest.mark.parametrize("mark", ["-", "\u2010", "\u00ad"])
def test_hyphens_whole_keeps_words_together_at_hyphens_of_their_own(paragraph, span, mark):
    """How a sentence is said has a hyphen between syllables: part of a word on the next line misleads."""
    text = f"one two immedi{mark}ately gone, officially"

    def parted(hyphens):
        made = paragraph(span(text, hyphens=hyphens))
        lines = [line.text for width in (6.5, 7, 7.5, 8, 9) for line in break_lines(made, width)]
        return any(line.endswith(mark) for line in lines)

    assert parted("manual")
    assert not parted("whole")
    assert parted("none") is (mark != "\u00ad")


def test_a_ligature_may_be_divided(paragraph, divided):
    """The letters of `ffi` are one cluster; the line's own shapes are made anew."""
    text = "officials affiliated affirmation difficulties officiating efficient"
    made = paragraph(divided(text))
    for width in (3, 3.5, 4, 5, 6):
        for line in break_lines(made, width):
            assert line.broken or line.width <= width + 0.05


COMPOUNDS = [
    ("hr", "hrvatsko-engleski rječnik", 6.5, ["hrvatsko-", "\u00adengleski ", "rječnik"]),
    ("sr", "српско-енглески речник", 6.5, ["српско-", "\u00adенглески ", "речник"]),
    ("sl", "vzgojno-izobraževalni", 7, ["vzgojno-", "\u00adizobraževalni"]),
    ("pt", "segunda-feira", 5, ["segunda-", "\u00adfeira"]),
    ("es", "teórico-prácticas", 5, ["teórico-", "\u00adprácticas"]),
    ("es", "Ruiz-Giménez", 5, ["Ruiz-", "Giménez"]),
    ("bs", "bosansko-njemački", 6, ["bosansko-", "\u00adnjemački"]),
    ("de", "deutsch-englisch", 6, ["deutsch-", "englisch"]),
    ("sr", "18-годишњи", 5, ["18-", "годишњи"]),
]


@pytest.mark.parametrize(("tag", "text", "width", "drawn"), COMPOUNDS)
def test_the_hyphen_of_a_compound_is_written_again_where_the_language_asks_for_it(
    paragraph, tag, text, width, drawn
):
    made = paragraph(text, language=tag)
    lines = break_lines(made, width)
    assert ["".join(run.text for run in line.runs) for line in lines] == drawn
    assert "".join(line.text for line in lines) == text
    for line in lines:
        if line.runs[0].text[0] == "\u00ad":
            assert line.runs[0].glyphs[0] == made.runs[0].glyphs[text.index("-")]
    if len(lines) > 1 and "\u00ad" in drawn[1]:
        head, tail = part_after(made, 1, width=width)
        assert break_lines(tail, width)[0].runs == lines[1].runs
        assert count_lines(head, width) == 1


WORDS = st.sampled_from(
    ["protection", "information", "immediate", "assistance", "u", "i", "pomoć", "бесплатно", "(confidential)"]
)


@given(st.lists(WORDS, min_size=1, max_size=25), st.floats(3, 25))
def test_divided_text_is_whole_again(paragraph, divided, words, width):
    text = " ".join(words)
    made = paragraph(divided(text))
    lines = break_lines(made, width)
    assert "".join(line.text for line in lines) == text
    assert not lines[-1].hyphen
