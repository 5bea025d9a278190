"""Pictures for messages and the text to paste: neutral first, large, legible after JPEG, plain digits."""

import io
import json
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from leaflets.api import list_files, open_files, open_project, plan, run_jobs, sheets_of
from leaflets.build.inputs import read_speech
from leaflets.catalog.message import LookupState, look_up
from leaflets.color import contrast
from leaflets.document.expand import KEPT, ONE_SIDE
from leaflets.document.plain_text import LRM, message_of
from leaflets.pages.page import Glyphs
from leaflets.project import Profile


@pytest.fixture(scope="module")
def built(root, tmp_path_factory):
    """Everything that a build writes of the Arabic one."""
    folder = tmp_path_factory.mktemp("dist")
    files = open_files(root)
    profiles = (Profile.SCREEN, Profile.PICTURES)
    jobs = plan(open_project(files), languages=("ar",), formats=("phone",), profiles=profiles)
    list_files(list(run_jobs(jobs, files, folder=folder)), folder)
    return folder / "victims-rights"


def pictures(built):
    return [path.read_bytes() for path in sorted((built / "ar").glob("*.jpg"))]


@pytest.mark.parametrize("tag", ["en", "ar", "so", "sk"])
def test_type_is_16_points(laid_out, tag):
    job, laid = laid_out(tag, "phone")
    assert laid.pages.overset == laid.pages.broken == ()
    assert tuple(p for p in Profile if sheets_of(job, laid, p)) == (Profile.SCREEN, Profile.PICTURES)
    notice = {i for i, m in enumerate(laid.document.messages) if "Draft." in (m.origin.msgid or "")}
    sizes = [
        item.size
        for page in laid.pages.pages
        for item in page.items
        if isinstance(item, Glyphs) and item.source not in notice
    ]
    assert min(sizes) >= 16


def test_pictures_are_pages_in_reading_order(built, laid_out):
    found = pictures(built)
    assert len(found) == len(laid_out("ar", "phone")[1].pages.pages)
    for number, data in enumerate(found, 1):
        picture = Image.open(io.BytesIO(data))
        assert picture.format == "JPEG"
        assert picture.size == (1080, 1920)
        assert not picture.getexif()
        assert len(list((built / "ar").glob(f"*-phone-{number:02}-DRAFT.jpg"))) == 1


def test_names_of_files_are_made_of_their_parts(laid_out):
    """Also where the leaflet or the format is called as a profile is."""
    job = laid_out("ar", "phone")[0]
    leaflet = replace(job.leaflet, name="help-pictures", public_name="my-pictures")
    named = replace(job, leaflet=leaflet, format="phone-pictures")
    folder = "help-pictures/ar/my-pictures-ar-2026-11-phone-pictures"
    assert named.picture_name(1) == f"{folder}-01-DRAFT.jpg"
    assert named.message_name() == f"{folder}-text-DRAFT.txt"
    assert named.file_name(Profile.PICTURES) == f"{folder}-pictures-DRAFT.pdf"


def test_the_first_picture_is_neutral(laid_out):
    cover = laid_out("en", "phone")[1].pages.pages[0]
    text = "".join(item.run.text for item in cover.items if isinstance(item, Glyphs)).casefold()
    assert "011 785 00 00" in text
    assert not any(word in text for word in ("traffick", "victim", "police", "crime", "shelter"))


def test_digits_are_legible_after_jpeg(built, laid_out):
    """Around every number the picture has full contrast, and differs little from what was drawn."""
    (path,) = (built / "ar").glob("*screen*.pdf")
    with pypdfium2.PdfDocument(path) as pdf:
        drawn = [page.render(scale=1080 / page.get_width()).to_pil().convert("RGB") for page in pdf]
    seen = 0
    sent = [Image.open(io.BytesIO(data)).convert("RGB") for data in pictures(built)]
    for page, before, after in zip(laid_out("ar", "phone")[1].pages.pages, drawn, sent, strict=True):
        scale = 1080 / page.width
        for item in page.items:
            if isinstance(item, Glyphs) and sum(c.isdigit() for c in item.run.text) > 2:
                left, low = item.x * scale, (page.height - item.y) * scale
                box = (left, low - item.size * scale * 0.8, left + item.run.width * item.size * scale, low)
                sharp = after.crop(tuple(map(int, box)))
                ink, paper = extremes(sharp)
                assert contrast(ink, paper) > 7
                error = mean_error(sharp, before.crop(tuple(map(int, box))))
                assert error < 8, item.run.text
                assert mean_error(sharp.filter(ImageFilter.GaussianBlur(3)), sharp) > 2 * error
                seen += 1
    assert seen > len(drawn)


def extremes(image):
    grey = image.convert("L")
    low, high = grey.getextrema()
    return (low / 255,) * 3, (high / 255,) * 3


def mean_error(first, second):

    return sum(ImageStat.Stat(ImageChops.difference(first, second)).mean) / 3


def test_the_text_has_plain_digits_and_all_words(built, laid_out, root):
    (path,) = (built / "ar").glob("*.txt")
    text = path.read_text(encoding="utf-8")
    assert text == message_of(laid_out("ar", "phone")[1].document)
    assert text.startswith("مسودة")
    for contact in ("astra", "police"):
        for number in open_project(open_files(root)).contacts[contact].numbers:
            assert f"{LRM}{number.dial}" in text
            assert number.display == number.dial or number.display not in text
    assert "<" not in text


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_last_picture_and_the_text_say_that_they_stay_on_the_phone(laid_out, tag):
    _job, laid = laid_out(tag, "phone")
    (told,) = [message for message in laid.messages if message.origin.msgid == KEPT]
    assert told.state == ("source" if tag == "en" else "translated")
    number = laid.document.messages.index(told)
    shown = [
        any(isinstance(item, Glyphs) and item.source == number for item in page.items)
        for page in laid.pages.pages
    ]
    assert shown == [False] * (len(shown) - 1) + [True]
    assert message_of(laid.document).splitlines()[-1] == told.text


def test_every_language_of_the_leaflet_says_so_in_its_own_words(root):
    files = open_files(root)
    (job,) = plan(open_project(files), languages=("en",), formats=("phone",))
    for language in job.leaflet.languages:
        catalog = read_speech(replace(job, languages=(language,)), files).toolkit.get(language.tag)
        for text in (KEPT, ONE_SIDE):
            if language.tag != "en":
                found = look_up(catalog, text, context=None, source_tag="en")
                assert found.state is LookupState.TRANSLATED, (language.tag, text)


def test_the_manifest_lists_them(built):
    entries = json.loads((built / "manifest.json").read_bytes())["entries"]
    mine = [entry for entry in entries if entry["profile"] == "pictures"]
    assert {entry["path"].rpartition(".")[2] for entry in mine} == {"jpg", "txt"}
    assert all((built / entry["path"]).is_file() for entry in mine)
    assert len(mine) == len(pictures(built)) + 1
