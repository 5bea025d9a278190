"""Images of strangers: upright, opaque, eight bits; what is damaged or a trap is refused undecoded."""

import io
import struct
import zlib

import pytest
from PIL import Image

from leaflets.errors import PdfError
from leaflets.pdf.bitmap import decode, facts_of


def saved(image, kind="PNG", **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def header_only(width, height):
    """A PNG of a few bytes that says it is huge."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def without_marker_of_adobe(jpeg):
    at = jpeg.index(b"\xff\xee")
    (length,) = struct.unpack(">H", jpeg[at + 2 : at + 4])
    return jpeg[:at] + jpeg[at + 2 + length :]


@pytest.mark.parametrize("size", [(30_000, 30_000), (10_000, 10_000), (8_000, 7_000)])
def test_a_bomb_is_refused_before_it_is_decoded(size, monkeypatch):
    monkeypatch.setattr(Image.Image, "load", lambda _self: pytest.fail("decoded"))
    with pytest.raises(PdfError, match="million"):
        decode(header_only(*size))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_truncated_image_is_refused(kind):
    data = saved(Image.effect_noise((128, 128), 50), kind)
    for share in (0.3, 0.9):
        with pytest.raises(PdfError, match="damaged"):
            decode(data[: int(len(data) * share)])


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_formats_are_refused(kind):
    with pytest.raises(PdfError, match="PNG and JPEG"):
        decode(saved(Image.new("RGB", (4, 4)), kind))


def test_transparent_parts_become_paper():
    found = decode(saved(Image.new("RGBA", (2, 1), (10, 20, 30, 0))))
    assert (found.kind, found.image.tobytes()) == ("grey", b"\xff" * 2)
    assert found.facts == ("its transparent parts became white",)


def test_half_transparent_parts_are_mixed_with_paper():
    found = decode(saved(Image.new("RGBA", (1, 1), (0, 0, 200, 128))))
    assert found.image.getpixel((0, 0)) == (127, 127, 227)


def test_a_palette_with_a_transparent_color():
    image = Image.new("P", (2, 1), 0)
    image.putpalette([10, 20, 30, 40, 50, 60])
    image.putpixel((1, 0), 1)
    found = decode(saved(image, transparency=0))
    assert [found.image.getpixel((x, 0)) for x in (0, 1)] == [(255, 255, 255), (40, 50, 60)]


@pytest.mark.parametrize(("deep", "shown"), [(0, 0), (128 * 257, 128), (65535, 255), (257, 1)])
def test_sixteen_bits_become_eight_and_not_white(deep, shown):
    found = decode(saved(Image.new("I;16", (1, 1), deep)))
    assert (found.kind, found.image.tobytes()) == ("grey", bytes([shown]))
    assert found.facts == ("its 16 bits became 8",)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "I;16"])
def test_grey_in_every_form(mode):
    assert decode(saved(Image.new(mode, (2, 2)))).kind == "grey"


def test_a_photograph_of_a_turned_camera_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    found = decode(saved(Image.new("RGB", (40, 20), (200, 0, 0)), "JPEG", exif=exif))
    assert found.image.size == (20, 40)
    assert facts_of(saved(Image.new("RGB", (40, 20), (200, 0, 0)), "JPEG", exif=exif)).height == 40


def test_inks_of_an_adobe_jpeg_are_not_upside_down():
    jpeg = saved(Image.new("CMYK", (8, 8), (10, 20, 200, 30)), "JPEG", quality=95)
    assert b"Adobe" in jpeg
    assert decode(jpeg).image.getpixel((4, 4)) == (10, 20, 200, 30)


def test_inks_of_another_jpeg_are_not_either():
    upside_down = Image.new("CMYK", (8, 8), (245, 235, 55, 225))
    jpeg = without_marker_of_adobe(saved(upside_down, "JPEG", quality=95))
    assert decode(jpeg).image.getpixel((4, 4)) == (10, 20, 200, 30)


def test_a_profile_of_another_kind_of_color_is_left_out(samples):
    inks = (samples.root / "src/leaflets/data/icc/FOGRA39L_coated.icc").read_bytes()
    assert decode(saved(Image.new("RGB", (1, 1), (9, 0, 0)), icc_profile=inks)).profile == b""
    assert decode(saved(Image.new("CMYK", (8, 8)), "JPEG", icc_profile=inks)).profile == inks
