"""Numbers of contacts.toml that a translator types stand in order and whole, whatever they look like."""

import pytest

from leaflets.pages.page import Glyphs

PANELS = ("cover", "flap", "inside-1", "inside-2", "inside-3", "back")
SHEET = (
    '<sheet size="A4" fold="letter" fit="10pt 12pt">'
    + "".join(f'<panel name="{name}"/>' for name in PANELS)
    + '<flow panels="cover"><p>{{ _("Call now") }}</p></flow>'
    + "".join(f'<flow panels="{name}"/>' for name in PANELS[1:])
    + "</sheet>"
)


@pytest.mark.parametrize("number", ["10 6609", "500-1000"])
def test_a_typed_number_of_the_project(lay, tmp_path, number):
    catalog = tmp_path / "locales/ar/LC_MESSAGES/sample.po"
    entry = f'\nmsgid "Call now"\nmsgstr "اتصل على {number} أو اكتب"\n'
    catalog.write_text(catalog.read_text(encoding="utf-8") + entry, encoding="utf-8")
    contacts = tmp_path / "contacts.toml"
    typed = contacts.read_text(encoding="utf-8").replace("011 785 00 00", number)
    digits = number.replace(" ", "").replace("-", "")
    contacts.write_text(typed.replace("0117850000", digits), encoding="utf-8")
    pages = lay(SHEET, tag="ar").pages.pages
    texts = [item.run.text for page in pages for item in page.items if isinstance(item, Glyphs)]
    assert number in texts
