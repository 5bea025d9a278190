"""In what language a file is that came back."""

import pytest

from leaflets.build.sender import refuse_other_script
from leaflets.config.languages import find_language, shipped_languages
from leaflets.errors import CatalogError

ARABIC = find_language("ar", shipped_languages())


def test_names_of_chips_say_nothing_of_the_language():
    """A file with a few short texts holds more letters in its chips than between them."""
    refuse_other_script(["⟦1 bold⟧الشرطة⟦/1⟧: ⟦2 number⟧"] * 3, ARABIC, file="a.xlsx")
    refuse_other_script(["<strong>الشرطة</strong>: %(number)s"] * 3, ARABIC, file="a.po")


def test_letters_of_another_script_are_told():
    with pytest.raises(CatalogError) as caught:
        refuse_other_script(["Pozovite policiju odmah."] * 3, ARABIC, file="a.xlsx")
    assert "most of its letters are Latn" in caught.value.diagnostics[0].message
