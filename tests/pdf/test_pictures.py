"""Images: opaque, in the space of the output, the same bytes each time."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from leaflets.errors import PdfError
from leaflets.pdf.pictures import converted
from leaflets.project import Profile

FOGRA = (Path(__file__).parents[2] / "src/leaflets/data/icc/FOGRA39L_coated.icc").read_bytes()


def png(image):
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_transparent_parts_become_paper():
    pixels = converted(png(Image.new("RGBA", (2, 1), (10, 20, 30, 0))), file="a.png", icc=b"")
    assert (pixels.width, pixels.height, pixels.data) == (2, 1, b"\xff" * 6)


def test_a_transparent_palette_color_becomes_paper():
    image = Image.new("P", (1, 1), 0)
    image.putpalette([10, 20, 30])
    out = io.BytesIO()
    image.save(out, "PNG", transparency=0)
    assert converted(out.getvalue(), file="a.png", icc=b"").data == b"\xff" * 3


def test_screen_colors_stay_as_they_are():
    assert converted(png(Image.new("RGB", (1, 1), (10, 20, 30))), file="a.png", icc=b"").data == bytes(
        (10, 20, 30)
    )


def test_grey_becomes_three_values():
    assert converted(png(Image.new("L", (1, 1), 77)), file="a.png", icc=b"").data == bytes((77,) * 3)


def test_print_colors_are_inks():
    white, red = (
        converted(png(Image.new("RGB", (1, 1), color)), file="a.png", icc=FOGRA).data
        for color in ((255, 255, 255), (255, 0, 0))
    )
    assert white == bytes(4)
    cyan, magenta, yellow, _black = red
    assert cyan < 30 < 200 < min(magenta, yellow)


def test_a_file_that_is_no_image_is_refused():
    with pytest.raises(PdfError, match=r"images/a\.png cannot be read"):
        converted(b"no image", file="images/a.png", icc=b"")


def test_a_cut_off_file_is_refused():
    data = png(Image.effect_noise((64, 64), 50))
    with pytest.raises(PdfError, match="cannot be read"):
        converted(data[: len(data) // 2], file="a.png", icc=b"")


def test_a_picture_that_stands_twice_is_written_once(samples):
    pages = samples.pages
    second = pages.pages[1]
    twice = replace(second, items=(*second.items, second.items[-1]))
    data = samples.write(replace(pages, pages=(pages.pages[0], twice)), Profile.SCREEN)
    assert data.count(b"/Subtype /Image") == 1
