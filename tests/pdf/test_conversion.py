"""Colours of images: relative colorimetric with black point, never more ink than paper bears."""

import io
import random
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from leaflets.pdf.bitmap import Bitmap, decode
from leaflets.pdf.conversion import limited, to_print, to_screen

FOGRA = (Path(__file__).parents[2] / "src/leaflets/data/icc/FOGRA39L_coated.icc").read_bytes()


def png(image):
    out = io.BytesIO()
    image.save(out, "PNG")
    return decode(out.getvalue())


def inks(*colors):
    image = Image.new("RGB", (len(colors), 1))
    for x, color in enumerate(colors):
        image.putpixel((x, 0), color)
    found = to_print(png(image), inks=FOGRA)
    return [found.getpixel((x, 0)) for x in range(len(colors))]


def cmyk(image, profile=b""):
    return Bitmap(image=image, kind="CMYK", profile=profile, photo=False, facts=())


def test_white_is_paper_and_red_is_magenta_and_yellow():
    white, (cyan, magenta, yellow, _black) = inks((255, 255, 255), (255, 0, 0))
    assert white == (0, 0, 0, 0)
    assert cyan < 30 < 200 < min(magenta, yellow)


def test_colors_are_what_the_shops_conversion_gives():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    image = Image.new("RGB", (1, 1), (30, 120, 160))
    wanted = ImageCms.profileToProfile(
        image,
        srgb,
        ImageCms.ImageCmsProfile(io.BytesIO(FOGRA)),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="CMYK",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert to_print(png(image), inks=FOGRA).tobytes() == wanted.tobytes()


def test_the_darkest_color_keeps_the_limit_and_its_black():
    ((*colors, black),) = inks((0, 0, 6))
    assert sum(colors) + black <= 714
    assert black > 230


def test_any_pixel_keeps_the_limit_and_its_hue():
    image = Image.frombytes("CMYK", (64, 64), random.Random(1).randbytes(64 * 64 * 4))
    before, after = image.tobytes(), limited(image).tobytes()
    for i in range(0, len(before), 4):
        old, new = before[i : i + 4], after[i : i + 4]
        assert sum(new) <= 714
        assert new[3] == old[3]
        if sum(old) <= 714:
            assert new == old
        else:
            room = (714 - old[3]) / sum(old[:3])
            assert all(0 <= o * room - n < 1.01 for o, n in zip(old[:3], new[:3], strict=True))


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_greys_are_black_ink_alone_from_paper_to_solid(mode):
    ramp = Image.frombytes("L", (256, 1), bytes(range(256))).convert(mode)
    found = to_print(png(ramp), inks=FOGRA)
    cyan, magenta, yellow, black = found.split()
    assert not any(plate.getbbox() for plate in (cyan, magenta, yellow))
    values = list(black.tobytes())
    assert (values[0], values[255]) == (255, 0)
    assert values == sorted(values, reverse=True)


def test_inks_are_left_as_they_are_where_they_are_for_this_condition():
    image = Image.new("CMYK", (1, 1), (0, 0, 0, 200))
    assert to_print(cmyk(image), inks=FOGRA).tobytes() == image.tobytes()
    assert to_print(cmyk(image, profile=FOGRA), inks=FOGRA).tobytes() == image.tobytes()


def test_inks_are_shown_on_screens_by_the_print_condition():
    paper, cyan = (
        to_screen(cmyk(Image.new("CMYK", (1, 1), color)), inks=FOGRA).getpixel((0, 0))
        for color in ((0, 0, 0, 0), (255, 0, 0, 0))
    )
    assert paper == (255, 255, 255)
    assert cyan != (0, 255, 255)  # the naive conversion
    assert cyan[0] < 60 < 120 < cyan[1] < cyan[2]


def test_screen_colors_stay_as_they_are():
    assert to_screen(png(Image.new("RGB", (1, 1), (10, 20, 30))), inks=b"").tobytes() == bytes((10, 20, 30))
    assert to_screen(png(Image.new("L", (1, 1), 77)), inks=b"").tobytes() == bytes((77,) * 3)
