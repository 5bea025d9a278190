"""What layouts and translations may not hold is refused where it stands."""

import pytest

from leaflets.errors import CatalogError, LayoutError


@pytest.mark.parametrize("inside", ["", ' [<!ENTITY x "y">]', ' SYSTEM "layout.dtd"'])
def test_a_layout_has_no_doctype(shown, inside):
    with pytest.raises(LayoutError) as caught:
        shown("<p>1</p>", head=f"<!DOCTYPE leaflet{inside}>")
    (told,) = caught.value.diagnostics
    assert (told.rule, told.place.file) == ("doctype", "layouts/sample/trifold.xml")


def translated(text):
    return f'msgid "Read <a href=\\"https://example.org/a\\">this</a>."\nmsgstr "{text}"\n'


SOURCE = '<p>{% trans %}Read <a href="https://example.org/a">this</a>.{% endtrans %}</p>'


@pytest.mark.parametrize("href", ["https://example.org/b", "https://example.org/a/", "tel:+381112", ""])
def test_a_translation_leads_nowhere_else(shown, href):
    with pytest.raises(CatalogError) as caught:
        shown(SOURCE, tag="sr", po=translated(f'Читај <a href=\\"{href}\\">ово</a>.'))
    (told,) = caught.value.diagnostics
    assert told.rule == "changed-link"
    assert told.place.file == "locales/sr/LC_MESSAGES/sample.po"


def test_a_translation_keeps_the_link(shown):
    po = translated('<a href=\\"https://example.org/a\\">Ово</a> читај.')
    assert shown(SOURCE, tag="sr", po=po)[0] == ["Ово читај."]


def test_a_link_of_a_translation_has_an_address(shown):
    with pytest.raises(CatalogError, match="without address"):
        shown(SOURCE, tag="sr", po=translated("Читај <a>ово</a>."))
