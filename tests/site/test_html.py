"""Nodes of a document -> HTML: words, languages, directions; hostile text stays text."""

import pytest

from leaflets.diagnostics import Origin, Place
from leaflets.document.tree import Element, Style, Text
from leaflets.site.html import blocks, html, is_translated, links, plain, sections

HERE = Origin(place=Place(file="x.xml", line=1))
HOSTILE = '<script>alert("1")</script> & \' <b>'


@pytest.fixture
def english(known):
    return known["en"]


@pytest.fixture
def arabic(known):
    return known["ar"]


def text(words, language, msgid=None):
    return Text(text=words, language=language, origin=Origin(place=HERE.place, msgid=msgid))


def element(name, language, *children, **attributes):
    return Element(
        name=name, children=children, language=language, style=Style(), origin=HERE, attributes=attributes
    )


def test_hostile_text_is_escaped_everywhere(english):
    paragraph = element("p", english, text(HOSTILE, english))
    link = element("a", english, text(HOSTILE, english), href=f"https://x.example/{HOSTILE}")
    picture = element("img", english, alt=HOSTILE)
    found = str(html((paragraph, link, picture), around=english))
    assert "<script" not in found
    assert "<b>" not in found
    assert found.count("&lt;script&gt;") == 4


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "http://x.example", "//x", "", "a.html"]
)
def test_only_known_schemes_are_links(english, href):
    link = element("a", english, text("words", english), href=href)
    assert html((link,), around=english) == "words"


def test_a_number_is_left_to_right_in_every_language(arabic, english):
    link = element("a", english, text("011 785", english), href="tel:011785")
    found = html((element("p", arabic, text("رقم ", arabic), link),), around=arabic)
    assert '<a href="tel:011785" class="number" lang="en" dir="ltr">011 785</a>' in found


def test_a_number_that_was_typed_keeps_its_groups_in_order(arabic, english):
    """A browser would show 000 10 and 00 00 785 011."""
    said = text("غرامة 10 000 دينار, اتصل 011 785 00 00 & <b>", arabic)
    link = element("a", arabic, text("011 785", arabic), href="tel:011785")
    found = html((element("p", arabic, said, link),), around=arabic)
    assert (
        '<p>غرامة <bdi dir="ltr">10 000</bdi> دينار, اتصل <bdi dir="ltr">011 785 00 00</bdi> &amp;' in found
    )
    assert '&lt;b&gt;<a href="tel:011785" class="number" dir="ltr">011 785</a></p>' in found
    found = html((element("p", arabic, text("رقم ٠١١ ٧٨٥ ٠٠ ٠٠", arabic)),), around=arabic)
    assert found == '<p>رقم <bdo dir="ltr">٠١١ ٧٨٥ ٠٠ ٠٠</bdo></p>'
    typed = element("p", english, text("10 000 dinars", english))
    assert html((typed,), around=english) == "<p>10 000 dinars</p>"


def test_words_of_a_link_keep_their_direction(arabic):
    link = element("a", arabic, text("اقرأ", arabic), href="https://x.example/")
    assert "dir=" not in html((link,), around=arabic)


def test_language_and_direction_are_said_where_they_change_only(english, arabic):
    paragraph = element("p", arabic, text("نص ", arabic), element("strong", english, text("name", english)))
    assert html((paragraph,), around=arabic) == '<p>نص <strong lang="en" dir="ltr">name</strong></p>'
    found = html((paragraph,), around=english)
    assert found.startswith('<p lang="ar" dir="rtl">نص <strong lang="en" dir="ltr">')


def test_a_text_of_another_direction_is_isolated(english, arabic):
    found = html((element("p", english, text("see ", english), text("نص", arabic)),), around=english)
    assert found == '<p>see <bdi lang="ar" dir="rtl">نص</bdi></p>'


def test_what_is_for_paper_is_left_out(english):
    notes = element(
        "section", english, element("h2", english, text("Your notes", english)), element("lines", english)
    )
    kept = element("section", english, element("p", english, text("Stays", english)))
    flow = element("flow", english, notes, element("imprint", english), kept, element("notice", english))
    assert [plain(part) for part in sections((flow,))] == ["Stays"]


def test_layout_is_left_out(english):
    icon = element("img", english, alt="", src="x.svg")
    found = html(
        (element("section", english, icon, element("box", english, text("a", english))),), around=english
    )
    assert found == "<section>a</section>"


def test_stand_ins_are_noticed_at_any_depth(english):
    stand_in = element("span", english, text("English", english), **{"class": "stand-in"})
    assert is_translated((element("p", english, text("a", english)),))
    assert not is_translated((element("section", english, element("p", english, stand_in)),))


def test_links_come_in_reading_order(english):
    one, two = (element("a", english, text(n, english), href=f"tel:{n}") for n in "12")
    found = links((element("p", english, element("strong", english, one)), two), "tel:")
    assert [link.attributes["href"] for link in found] == ["tel:1", "tel:2"]


def test_blocks_are_headings_paragraphs_and_lists(english):
    item = element("li", english, text("item", english, "Item"))
    section = element(
        "section",
        english,
        element("h2", english, text("head", english, "Head")),
        element("section", english, element("p", english, text("para", english, "Para"))),
        element("ul", english, item),
    )
    found = [(block.key, str(block.text)) for block in blocks((section,), around=english)]
    assert found == [
        (("h2", "Head"), "<h2>head</h2>"),
        (("p", "Para"), "<p>para</p>"),
        (("ul", "Item"), "<ul><li>item</li></ul>"),
    ]
