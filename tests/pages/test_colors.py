"""Text prints in black ink alone: another colour is told where it is given, before there is a file."""

import pytest

from leaflets.errors import LayoutError
from leaflets.pages.page import Fill, Glyphs

SHEET = (
    '<sheet size="A6" fold="none" fit="10pt 10pt"><panel name="page"/><flow panels="page">'
    '<section class="box"><p>{% trans %}First{% endtrans %}</p></section></flow></sheet>'
)
ACCENT = "device-cmyk(85% 45% 25% 10%, rgb(29 92 122))"


def test_a_color_of_its_own_is_painted(lay):
    style = f".box {{ background-color: {ACCENT}; }} p {{ color: rgb(51 51 51); }}"
    (page,) = lay(SHEET, style).pages.pages
    (fill,) = [item for item in page.items if isinstance(item, Fill)]
    assert (fill.color.print, fill.color.screen[2]) == ((0.85, 0.45, 0.25, 0.1), 122 / 255)
    inks = {item.run.color.print for item in page.items if isinstance(item, Glyphs)}
    assert inks == {(0, 0, 0, 0.8)}


@pytest.mark.parametrize(
    ("color", "told"),
    [("accent", "cyan, magenta, yellow"), (ACCENT, "cyan, magenta, yellow, black"), ("#fff", "no ink")],
)
def test_colored_text_is_refused(lay, color, told):
    with pytest.raises(LayoutError) as error:
        lay(SHEET, f"p {{\n  color: {color};\n}}")
    (fault,) = error.value.diagnostics
    assert fault.rule == "colored-text"
    assert told in fault.message
    assert (fault.place.file, fault.place.line) == ("layouts/sample/trifold.css", 2)
    assert "the p of layouts/sample/trifold.xml:1" in fault.notes[0]
    assert "ink" in fault.help


def test_a_color_of_the_palette_that_is_not_black_is_refused_where_it_is_used(lay):
    black = 'screen = "#1f2328"\nprint = "cmyk(0% 0% 0% 100%)"'
    with pytest.raises(LayoutError) as error:
        lay(SHEET, settings=[(black, black.replace("0% 0% 0% 100%", "60% 40% 40% 100%"))])
    assert error.value.diagnostics[0].place.file == "layouts/_base/base.css"
    assert "[palette.ink]" in error.value.diagnostics[0].help
