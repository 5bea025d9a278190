"""A message's text comes with the language that answered."""

from dataclasses import replace

import pytest

from leaflets.catalog.message import Catalog, LookupState, Message, form_source, look_up
from leaflets.diagnostics import Place


def message(
    msgid: str, *texts: str, fuzzy: bool = False, context: str | None = None, line: int = 9
) -> Message:
    return Message(
        context=context,
        msgid=msgid,
        plural=msgid + "s" if len(texts) > 1 else None,
        texts=texts,
        fuzzy=fuzzy,
        flags=("fuzzy",) if fuzzy else (),
        comments=(),
        remarks=(),
        references=(),
        line=line - 2,
        text_line=line,
    )


def catalog(*messages: Message, tag: str = "sr") -> Catalog:
    return Catalog(tag=tag, file="sr.po", messages=messages)


def test_a_translation_answers_in_its_language() -> None:
    found = look_up(catalog(message("Police", "Полиција")), "Police", source_tag="en")
    assert (found.text, found.tag, found.state) == ("Полиција", "sr", LookupState.TRANSLATED)
    assert found.place == Place(file="sr.po", line=9)


def test_the_source_stands_in_for_a_fuzzy_an_empty_and_a_missing_message() -> None:
    sr = catalog(
        message("a", "стари", fuzzy=True), message("b", ""), message("c", " \n"), message("d", "д", "")
    )
    found = {msgid: look_up(sr, msgid, source_tag="en") for msgid in "abcde"}
    assert {one.text for one in found.values()} == set("abcde")
    assert {one.tag for one in found.values()} == {"en"}
    assert found.pop("a").state is LookupState.FUZZY
    assert {one.state for one in found.values()} == {LookupState.UNTRANSLATED}
    assert found["b"].place == Place(file="sr.po", line=9)
    assert found["e"].place == Place(file="sr.po")


def test_contexts_are_told_apart() -> None:
    sr = catalog(message("a", "један"), message("a", "два", context="x"))
    assert look_up(sr, "a", source_tag="en").text == "један"
    assert look_up(sr, "a", context="x", source_tag="en").text == "два"
    assert look_up(sr, "a", context="y", source_tag="en").state is LookupState.UNTRANSLATED


def test_the_source_language_needs_no_catalog_and_may_have_one() -> None:
    plain = look_up(None, "a", source_tag="en")
    assert (plain.text, plain.tag, plain.place, plain.state) == ("a", "en", None, LookupState.SOURCE)
    en = catalog(message("a", ""), message("b", "B"), tag="en")
    assert look_up(en, "a", source_tag="en") == plain
    assert look_up(en, "b", source_tag="en").text == "B"


@pytest.mark.parametrize("formula", ["n<1500 ? n!=1 : 0-1", "n<1500 ? n!=1 : 1/(n-2000)"])
def test_a_number_that_a_formula_has_no_form_for_is_said_in_the_source(formula: str) -> None:
    sr = replace(
        catalog(message("day", "дан", "дана")), header={"Plural-Forms": f"nplurals=2; plural={formula};"}
    )
    assert look_up(sr, "day", plural="days", number=2, source_tag="en").text == "дана"
    assert look_up(sr, "day", plural="days", number=2000, source_tag="en").text == "days"


def test_the_source_of_a_form() -> None:
    sources = ("One day", "%(n)s days")
    assert [form_source(*sources, form=form, forms=2) for form in (0, 1)] == list(sources)
    assert form_source(*sources, form=0, forms=1) == "%(n)s days"
    assert form_source("Help", None, form=0, forms=1) == "Help"
