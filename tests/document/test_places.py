"""Every message of a leaflet has its place, in words that need no look at the layout."""

import pytest

from leaflets.document.places import _joined, places


@pytest.mark.parametrize(
    ("panels", "told"),
    [
        (["cover"], "cover"),
        (["in-1", "in-2", "in-3"], "in-1 to in-3"),
        (["in-1", "in-2"], "in-1, in-2"),
        (["in-1", "in-2", "in-4"], "in-1, in-2, in-4"),
        (["in-1", "flap", "in-2"], "in-1, flap, in-2"),
    ],
)
def test_panels_in_a_row(panels, told):
    assert _joined(panels) == told


def test_places_of_the_repositorys_leaflet(laid_out):
    _, laid = laid_out("en")
    found = places(laid.document)
    assert found[None, "Your rights.<br/>Your choices."] == ("cover, title",)
    assert found[None, "Help line"][0] == "cover, text (strip label)"
    assert found["contact astra: name", "ASTRA"] == ("flap, small heading (contact name)",)


def test_every_message_that_is_shown_has_a_place_in_every_language(laid_out):
    """Law: places do not depend on the translation."""
    english = places(laid_out("en")[1].document)
    for tag, left_out in (("sr", 3), ("ar", 0)):
        document = laid_out(tag)[1].document
        shown = {(message.origin.context, message.origin.msgid) for message in document.messages}
        found = places(document)
        assert shown <= set(found)
        assert found.items() <= english.items()
        assert len(english) - len(found) == left_out  # what a reader of Serbian need not say in Serbian
