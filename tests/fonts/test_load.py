"""A library opens each face once, and finds the nearest one as CSS does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.errors import FontError
from leaflets.fonts.load import FaceSpec, FontLibrary, nearest


def spec(weight, style="normal"):
    return FaceSpec(file=f"{weight}-{style}.ttf", weight=weight, style=style, sha256="0" * 64)


@pytest.mark.parametrize(
    ("wanted", "there", "found"),
    [
        (400, (100, 300, 500, 700), 500),
        (400, (100, 300, 600), 300),
        (450, (400, 500), 500),
        (500, (400, 600), 400),
        (500, (600, 900), 600),
        (300, (100, 200, 400), 200),
        (300, (400, 700), 400),
        (600, (400, 700, 900), 700),
        (900, (400, 700), 700),
        (501, (500, 700), 700),
    ],
)
def test_weights_are_searched_in_the_order_of_css(wanted, there, found):
    assert nearest([spec(weight) for weight in there], weight=wanted, style="normal").weight == found


def test_style_decides_before_weight():
    faces = [spec(700, "italic"), spec(400)]
    assert nearest(faces, weight=400, style="italic").style == "italic"
    assert nearest(faces, weight=700, style="normal").style == "normal"


@given(st.sets(st.integers(1, 1000), min_size=1), st.integers(1, 1000))
def test_a_weight_that_is_there_is_found(there, wanted):
    found = nearest([spec(weight) for weight in sorted(there)], weight=wanted, style="normal").weight
    assert found in there
    assert (found == wanted) == (wanted in there)


def test_a_face_is_opened_once(library):
    assert library.face("noto-sans", weight=650) is library.face("Noto Sans", weight=700)
    assert library.face("noto-sans") is not library.face("noto-sans", style="italic")


def test_a_family_without_italics_gives_upright_ones(library):
    face = library.face("noto-naskh-arabic", weight=700, style="italic")
    assert (face.weight, face.style) == (700, "normal")


def test_no_file_is_looked_for_before_a_face_is_wanted(library):
    asked = []

    def locate(name):
        asked.append(name)
        raise FontError("asked")

    lazy = FontLibrary(library.families, locate)
    assert lazy.family("noto-sans").faces
    assert asked == []
    with pytest.raises(FontError, match="asked"):
        lazy.face("noto-sans")
    assert asked == ["noto-sans/NotoSans-Regular.ttf"]


def test_families_by_script_in_the_order_of_the_file(library):
    assert [family.id for family in library.by_script("Cyrl")] == ["noto-sans"]
    arabic = [family.id for family in library.by_script("Arab")]
    assert arabic == ["noto-naskh-arabic", "noto-nastaliq-urdu"]
    assert library.by_script("Zzzz") == ()


def test_an_unknown_family_gets_a_suggestion(library):
    assert library.family("NOTO SANS").id == "noto-sans"
    with pytest.raises(FontError, match=r"no font family 'Noto Snas'; did you mean Noto Sans\?"):
        library.family("Noto Snas")
    with pytest.raises(FontError, match=r"there are .*Noto Sans"):
        library.face("Comic Papyrus 3000")
