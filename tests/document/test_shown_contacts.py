"""Which contacts a page shows, and what of them translators and the toolkit say."""

import pytest

from leaflets.api import open_files, open_project
from leaflets.build.source import read_source, shown_in

CONTACT = """
[contact.{id}]
name = "{id}"
role = "Somebody answers"
numbers = [{{ kind = "short", dial = "{dial}", display = "{dial}", reachable_from = ["RS"] }}]
web = "{id}.example.org"
cost = "Free call"
source = "invented for a test"
checked_on = {day}
checked_by = ""
"""

CONTACTS = "".join(
    CONTACT.format(id=name, dial=dial, day=day)
    for name, dial, day in (
        ("one", "1921", "2026-10-05"),
        ("two", "192", "2026-03-09"),
        ("six", "666", "2025-01-01"),
    )
)


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        ('<contact ref="one"/>', {"one"}),
        ('<p><phone ref="two"/></p>', {"two"}),
        ('<qr ref="two"/>', {"two"}),
        ("<p>{{ _('Call 192.') }}</p>", {"two"}),
        ("<p>{{ _('Call:') }} 192</p>", {"two"}),
        ("<p>{{ _('Call 1921 or 6661.') }}</p>", {"one"}),
        ("<p>{{ _('Read one.example.org/help.') }}</p>", {"one"}),
        ("<p>{{ _('Read everyone.example.org and two.') }}</p>", set()),
    ],
)
def test_a_contact_is_shown_by_an_element_or_typed_whole(shown, tmp_path, content, ids):
    shown(content, contacts=CONTACTS)
    files = open_files(tmp_path)
    project = open_project(files)
    (leaflet,) = project.leaflets
    assert read_source(leaflet, project, files=files).shown == ids
    assert shown_in(leaflet, project, files=files) == {"trifold": ids}


@pytest.mark.parametrize(
    ("content", "month"),
    [
        ('<contact ref="one"/>', "2027-01"),
        ('<contact ref="one"/><p><phone ref="two"/></p>', "2026-06"),
        ('<p><phone ref="two"/></p><contact ref="one"/>', "2026-06"),
        ('<contact ref="one"/><p>192</p>', "2026-06"),
    ],
)
def test_numbers_are_to_be_checked_again_when_the_first_of_them_is(shown, content, month):
    """Whoever finds an old copy trusts no number longer than the one that was looked at first."""
    _messages, printed = shown(f"{content}<imprint/>", contacts=CONTACTS)
    assert printed.endswith(f"2026-11 · en · {month}")


@pytest.mark.parametrize(
    ("po", "said"),
    [
        ("", "Бесплатан позив"),
        ('msgctxt "contact one: cost"\nmsgid "Free call"\nmsgstr ""\n', "Бесплатан позив"),
        ('msgctxt "contact one: cost"\nmsgid "Free call"\nmsgstr "Не кошта"\n', "Не кошта"),
    ],
)
def test_what_translators_have_not_written_the_toolkit_says(shown, po, said):
    messages, _printed = shown('<contact ref="one"/>', tag="sr", po=po, contacts=CONTACTS)
    assert said in messages
    assert "Free call" not in messages
    assert "Somebody answers" in messages  # which the toolkit does not know
