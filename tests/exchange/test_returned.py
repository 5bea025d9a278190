"""What came back is taken only where nothing of ours is lost; everything else is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.catalog.reader import lex
from leaflets.catalog.splices import edited
from leaflets.exchange.answers import Answer, read_rows
from leaflets.exchange.cells import Cell
from leaflets.exchange.handoff import FORMULA, message_digest, text_digest
from leaflets.exchange.returned import UNKNOWN, Verdict, changes, judge

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#, fuzzy
#| msgid "Call"
msgid "Call us."
msgstr "Pozovite."

msgid "Your %(what)s"
msgstr "Vaša %(what)s"

msgid "Free"
msgstr ""
""".encode()
CALL, YOUR, FREE = ((None, text) for text in ("Call us.", "Your %(what)s", "Free"))


def answer(key, text, base):
    return Answer(message=message_digest(key), base=text_digest(base), text=text)


def judged(*answers, theirs=False):
    return tuple(judge(answers, lex(PO, file="a.po"), chips=True, theirs=theirs))


@pytest.mark.parametrize(
    ("key", "text", "base", "verdict"),
    [
        (FREE, "Besplatno", "", Verdict.TAKEN),
        (FREE, "", "", Verdict.SAME),
        (YOUR, "Vaše ⟦1 what⟧", "Vaša ⟦1 what⟧", Verdict.TAKEN),
        (YOUR, "Vaša  ⟦1 what⟧ ", "Vaša ⟦1 what⟧", Verdict.SAME),
        (YOUR, "Tvoje ⟦1 what⟧", "Tvoje ⟦1 what⟧", Verdict.SAME),
        (YOUR, "Vaše ⟦1 what⟧", "Tvoja ⟦1 what⟧", Verdict.CONFLICT),
        (YOUR, "", "Vaša ⟦1 what⟧", Verdict.REFUSED),
        (YOUR, "Vaše", "Vaša ⟦1 what⟧", Verdict.REFUSED),
        (YOUR, FORMULA + "=1+1", "Vaša ⟦1 what⟧", Verdict.REFUSED),
        (YOUR, "\ufdd0⟦1⟧", "Vaša ⟦1 what⟧", Verdict.REFUSED),
        (YOUR, "\u202bVaše ⟦1⟧", "Vaša ⟦1 what⟧", Verdict.REFUSED),
        (YOUR, "\u202bVaše\u202c ⟦1⟧", "Vaša ⟦1 what⟧", Verdict.TAKEN),
        (CALL, "Pozovite nas.", "Zovite.", Verdict.TAKEN),
        (CALL, "Pozovite.", "Pozovite.", Verdict.SAME),
        ((None, "Gone"), "Nema", "", Verdict.LEFT_OVER),
    ],
)
def test_verdicts(key, text, base, verdict):
    (one,) = judged(answer(key, text, base))
    assert one.verdict is verdict


def test_both_texts_of_a_conflict_are_told_and_ours_stays_unless_asked():
    late = answer(YOUR, "Vaše ⟦1⟧", "Tvoja ⟦1 what⟧")
    (one,) = judged(late)
    assert (one.text, one.current) == ("Vaše ⟦1⟧", "Vaša %(what)s")
    assert changes([one]) == ()
    (one,) = judged(late, theirs=True)
    assert one.written == "Vaše %(what)s"


def test_two_texts_for_one_message_are_a_conflict_and_copies_are_none():
    copies = [answer(FREE, "Besplatno", "")] * 2
    assert [one.verdict for one in judged(*copies)] == [Verdict.TAKEN]
    two = judged(answer(FREE, "Besplatno", ""), answer(FREE, "Slobodno", ""))
    assert [one.verdict for one in two] == [Verdict.CONFLICT] * 2


def test_a_plural_is_fuzzy_until_each_form_was_worked_on():
    po = (
        PO.split(b"\n\n", maxsplit=1)[0]
        + b"""

#, fuzzy
msgid "%(n)s right"
msgid_plural "%(n)s rights"
msgstr[0] "%(n)s pravo"
msgstr[1] "%(n)s prava"
"""
    )
    key = (None, "%(n)s right")
    shown = ("⟦1 n⟧ pravo", "⟦1 n⟧ prava")
    new = Answer(message=message_digest(key), base=text_digest(shown[0]), text="⟦1⟧ vaše pravo")
    same = Answer(
        message=message_digest(key, form=1), base=text_digest(shown[1]), text=shown[1], confirmed=True
    )
    half = changes(judge([new], lex(po, file="a.po"), chips=True))
    assert b"fuzzy" in edited(po, half, file="a.po")
    whole = changes(judge([new, same], lex(po, file="a.po"), chips=True))
    assert edited(po, whole, file="a.po") == po.replace(b"#, fuzzy\n", b"").replace(
        b"s pravo", "s vaše pravo".encode()
    )


def test_the_only_form_of_a_plural_translates_the_source_of_many():
    po = (
        PO.split(b"\n\n", maxsplit=1)[0]
        + b'\n\nmsgid "One right"\nmsgid_plural "%(n)s rights"\nmsgstr[0] ""\n'
    )
    came = answer((None, "One right"), "⟦1 n⟧ 项权利", "")
    (one,) = judge([came], lex(po, file="a.po"), chips=True)
    assert one.written == "%(n)s 项权利"


def test_what_is_taken_is_no_longer_fuzzy_and_every_other_byte_stays():
    taken = changes(judged(answer(CALL, "Pozovite nas.", "Zovite.")))
    assert edited(PO, taken, file="a.po") == PO.replace(b'#, fuzzy\n#| msgid "Call"\n', b"").replace(
        b'"Pozovite."', b'"Pozovite nas."'
    )


def test_a_confirmed_text_of_a_source_that_was_changed_again_is_told():
    sure = replace(answer((None, "Gone"), "Nema", "Nema"), confirmed=True)
    assert [one.verdict for one in judged(sure)] == [Verdict.LEFT_OVER]
    assert judged(replace(sure, confirmed=False)) == ()


def test_a_text_of_unknown_origin_never_replaces_another_one():
    one = Answer(message=message_digest(YOUR), base=UNKNOWN, text="Vaše %(what)s")
    (found,) = judge([one], lex(PO, file="a.po"), chips=False)
    assert found.verdict is Verdict.CONFLICT


def test_rows_are_found_by_their_labels_alone():
    label = f"➜ srpski {message_digest(FREE)}-{text_digest('')}"
    rows = [
        ("junk",),
        ("", label, "", "Besplatno"),
        ("leaflets 1 · rights · sr · 2026-11",),
        (label.upper(), ""),
    ]
    found = read_rows(tuple(Cell(text=text, place="") for text in row) for row in rows)
    assert (found.leaflet, found.tag) == ("rights", "sr")
    assert [one.text for one in found.answers] == ["Besplatno", ""]


WORD = st.sampled_from(["", "Vaša", "Vaše", "Tvoje", "Vaša  prava "])


@given(current=WORD, base=WORD, text=WORD, known=st.booleans())
def test_a_text_is_replaced_only_if_it_is_the_one_that_was_handed_out(current, base, text, known):
    """Whatever comes back: a text that somebody wrote meanwhile stays, and one that came is told."""
    po = (
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Your"\nmsgstr "{current}"\n'
    )
    came = Answer(
        message=message_digest((None, "Your")), base=text_digest(base) if known else UNKNOWN, text=text
    )
    (one,) = judge([came], lex(po.encode(), file="a.po"), chips=True)
    handed_out = known and text_digest(current) == text_digest(base)
    if one.verdict is Verdict.TAKEN:
        assert not current or handed_out
        assert text.strip()
    if one.verdict is Verdict.SAME:
        assert text_digest(text) in (came.base, text_digest(current)) or not text.strip()
    if text.strip() and text_digest(text) not in (came.base, text_digest(current)):
        assert one.verdict in (Verdict.TAKEN, Verdict.CONFLICT)
