"""A source text is mended everywhere at once; what it must not touch stays as it is."""

import pytest
from tests.build.conftest import change

CATALOG = "locales/sr/LC_MESSAGES/sample.po"
RECORD = "locales/sr/sample.approvals.toml"
LAYOUT = "layouts/sample/trifold.xml"
MEANT = ("--meaning-unchanged", "--by", "editor")


@pytest.fixture
def approved(told):
    assert told("review", "en", "--text", "--by", "lawyer")[0] == 0
    assert told("review", "sr", "--text", "--by", "reader", "--on", "2026-01-02")[0] == 0
    return told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Your rights", 'Rights "of" yours'),
        ("In danger?", 'Are you in "danger"?'),
        (
            "Call <strong>%(number)s</strong> (free), <em>day</em> or night: 24 hours.",
            "Ring <strong>%(number)s</strong> (free), <em>day</em> or night: 24 hours.",
        ),
        ("Line", "Help line"),
    ],
)
def test_layouts_contacts_catalogs_and_approvals_change_together(approved, small, old, new):
    before = (small / CATALOG).read_text().splitlines()
    if old == "Line":
        critical(small, old)
    code, said = approved("reword", old, new, *MEANT)
    assert code == 0, said
    assert "go on in: en, sr" in said
    after = (small / CATALOG).read_text().splitlines()
    assert sum(one != two for one, two in zip(before, after, strict=True)) == 1
    code, said = approved("review", "sr")
    assert "stale-approval" not in said
    assert approved("update", "--check")[1].count("to check") == 0
    assert 'by = "editor"' in (small / RECORD).read_text()
    assert "on = 2026-01-02" in (small / RECORD).read_text()


def critical(small, old):
    """The name of a contact is not marked as critical."""
    assert f'name = "{old}"' in (small / "contacts.toml").read_text()


@pytest.mark.parametrize("call", ["_('free')", '_( "free" )', 'gettext("free")', "pgettext('cost', 'free')"])
def test_names_and_attributes_of_a_layout_are_no_text(told, small, call):
    """What is spelled as the message stays: a class, an argument, a variable's value."""
    rest = '{{% set kind = "free" %}}<p class="free">{{{{ {} }}}}</p><p class=\'free\'>1</p>'
    title = "<h1>{% trans %}Your rights{% endtrans %}</h1>"
    assert title in (small / LAYOUT).read_text()
    change(small / LAYOUT, title, title + rest.format(call))
    code, said = told("reword", "free", "without cost", *MEANT)
    assert code == 0, said
    assert rest.format(call.replace("free", "without cost")) in (small / LAYOUT).read_text()


def everything(small):
    return {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Somebody answers", "Someone answers", "critical-text"),
        ("Your right", "Rights", "Your rights"),
        ("Your rights", "Two", "another text of the leaflet"),
        ("Your rights", "Your  rights", "spare blanks"),
        ("Your rights", "Your <em>rights</em>", "placeholders or tags"),
        ("Your rights", "Your %(number)s", "placeholders or tags"),
        ("Your rights", "Your\u0007rights", "forbidden-character"),
    ],
)
def test_what_would_do_harm_is_refused_and_nothing_is_written(approved, small, old, new, why):
    before = everything(small)
    code, said = approved("reword", old, new, *MEANT)
    assert code == 1
    assert why in said
    assert everything(small) == before


def test_of_an_unknown_text_only_the_nearest_are_shown(approved):
    code, said = approved("reword", "somebody", "x", *MEANT)
    assert code == 1
    assert [line for line in said.splitlines() if "near it is" in line] == [
        '  note: near it is: "Somebody answers"'
    ]
    assert "near it is" not in approved("reword", "Nothing like it", "x", *MEANT)[1]


def test_a_text_that_a_layout_writes_in_a_strange_way_is_told_with_its_place(approved, small):
    change(small / LAYOUT, "{% trans %}Your rights{% endtrans %}", '{{ _("Your " "rights") }}')
    before = everything(small)
    code, said = approved("reword", "Your rights", "Rights", *MEANT)
    assert code == 1
    assert "not-reworded" in said
    assert f"{LAYOUT}:" in said
    assert everything(small) == before


def test_the_meaning_has_to_be_vouched_for(approved, small):
    before = everything(small)
    assert approved("reword", "Your rights", "Rights", "--by", "editor")[0] == 2
    assert approved("reword", "Your rights", "Rights", *MEANT, "--dry-run")[0] == 0
    assert everything(small) == before


def test_what_was_stale_stays_stale_for_the_same_texts(approved, small):
    change(small / CATALOG, "Прво", "Најпре")
    assert approved("reword", "Your rights", "Rights", *MEANT)[0] == 0
    said = approved("review", "sr")[1]
    assert 'changed: "First"' in said
    assert '"Rights"' not in said


def test_the_pages_of_the_source_have_to_be_looked_at_again(approved, small):
    for tag, who in (("en", "lawyer"), ("sr", "reader")):
        assert approved("review", tag, "--proof", "trifold", "--by", who)[0] == 0
    assert approved("contacts", "verify", "line", "--by", "M.")[0] == 0
    assert approved("reword", "Your rights", "Rights", *MEANT)[0] == 0
    assert "stale-proof" in approved("review", "en")[1]
    assert "may be handed out: trifold" in approved("review", "sr")[1]
