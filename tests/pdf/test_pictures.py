"""Images in a file: each once, no finer than seen, photographs without their camera's notes."""

import io
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from leaflets.errors import PdfError
from leaflets.pdf.bitmap import decode
from leaflets.pdf.pictures import image_stream
from leaflets.project import Profile


def photo(size=(600, 400), **options):
    out = io.BytesIO()
    noise = Image.effect_noise(size, 60)
    Image.merge("RGB", (noise, noise.rotate(90).resize(size), noise)).save(out, "JPEG", **options)
    return out.getvalue()


def test_a_picture_that_stands_twice_is_written_once(samples):
    pages = samples.pages
    second = pages.pages[1]
    twice = replace(second, items=(*second.items, second.items[-1]))
    data = samples.write(replace(pages, pages=(pages.pages[0], twice)), Profile.SCREEN)
    assert data.count(b"/Subtype /Image") == 1


def test_a_photograph_is_no_finer_than_seen_and_forgets_its_camera(samples):
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    bitmap = decode(photo(exif=exif, comment=b"taken at home"))
    stream = image_stream(bitmap, size=(72, 48), inks=b"", cmyk=False)
    assert (stream.entries["Width"], stream.entries["Height"]) == (200, 133)
    assert stream.entries["Filter"] == "/DCTDecode"
    assert b"somebody" not in stream.content
    assert b"home" not in stream.content


def test_a_photograph_in_print_keeps_400_pixels_an_inch(samples):
    inks = (samples.root / "src/leaflets/data/icc/FOGRA39L_coated.icc").read_bytes()
    stream = image_stream(decode(photo()), size=(72, 48), inks=inks, cmyk=True)
    assert stream.entries["Width"] == 400
    assert stream.entries["ColorSpace"] == "/DeviceCMYK"


def test_a_drawing_keeps_its_pixels():
    out = io.BytesIO()
    Image.new("1", (600, 600)).save(out, "PNG")
    stream = image_stream(decode(out.getvalue()), size=(10, 10), inks=b"", cmyk=False)
    assert stream.entries["Width"] == 600


@pytest.mark.parametrize("profile", [Profile.PRINT, Profile.SCREEN])
def test_images_are_opaque_and_the_same_each_time(samples, profile):
    data = samples.write(samples.pages, profile)
    assert data == samples.write(samples.pages, profile)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = pdf.pages[-1].Resources.XObject.as_dict().values()
        assert "/SMask" not in image


@pytest.mark.parametrize("data", [b"", b"no image", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"])
def test_a_file_that_is_no_image_is_refused(data):
    with pytest.raises(PdfError, match="damaged or of another kind") as caught:
        decode(data)
    assert "0x" not in str(caught.value)
