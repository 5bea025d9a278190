"""The order of tags and content, which is the order of reading."""

from dataclasses import replace

from leaflets.pages.page import Glyphs, Pages, Tag
from leaflets.preflight.reading import parent_tree_faults, read_aloud, whole_text
from leaflets.project import Profile


def document(samples, tags, *placed):
    """One page: `placed` are (tag, text)."""
    page = samples.single(samples.latin("x")).pages[0]
    items = tuple(
        Glyphs(x=20, y=500 - 16 * i, size=10, run=samples.latin(text), tag=tag)
        for i, (tag, text) in enumerate(placed)
    )
    return Pages(pages=(replace(page, items=items),), tags=tags, sources=(), scale=10)


def tag(role, parent, **more):
    return Tag(role=role, parent=parent, language="en-GB", **more)


def read(pages, samples):
    data = samples.write(pages, Profile.SCREEN)
    assert parent_tree_faults(data) == ()
    return [(passage.role, passage.text) for passage in read_aloud(data)], whole_text(read_aloud(data))


def test_a_child_stands_between_its_parents_content(samples):
    tags = (tag("Document", None), tag("P", 0), tag("Span", 1))
    pages = document(samples, tags, (1, "before "), (2, "inside"), (1, " after"))
    assert read(pages, samples)[0] == [("P", "before "), ("Span", "inside"), ("P", " after")]


def test_siblings_are_read_in_the_order_of_the_tags(samples):
    """A table's cells may be drawn column by column."""
    tags = (tag("Document", None), tag("P", 0), tag("P", 0), tag("P", 0))
    pages = document(samples, tags, (2, "two"), (3, "three"), (1, "one"))
    assert read(pages, samples)[1] == "one\ntwo\nthree"


def test_content_deep_below_keeps_its_place(samples):
    tags = (tag("Document", None), tag("P", 0), tag("Span", 1), tag("Span", 2), tag("Span", 1))
    pages = document(samples, tags, (1, "a"), (3, "b"), (1, "c"), (4, "d"), (1, "e"))
    assert read(pages, samples)[1] == "abcde"


def test_an_element_without_content_is_there(samples):
    tags = (tag("Document", None), tag("Table", 0), tag("TR", 1), tag("TH", 2, scope="Column"), tag("TD", 2))
    data = samples.write(document(samples, tags, (3, "head")), Profile.SCREEN)
    assert b"/S /TD" in data


def test_a_note_has_an_id(samples):
    tags = (tag("Document", None), tag("Note", 0))
    assert b"/ID (1)" in samples.write(document(samples, tags, (1, "note")), Profile.SCREEN)


def test_actual_text_replaces_everything_below(samples):
    tags = (tag("Document", None), tag("P", 0), tag("Span", 1, actual="كتاب"), tag("Span", 2))
    assert read(document(samples, tags, (2, "x"), (3, "y")), samples)[1] == "كتاب"
