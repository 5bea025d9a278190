"""Every format of the repository's leaflet, in both directions: sizes, safe areas, helpline, renditions."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from leaflets.api import lay_out, open_files, open_project, plan, run_job, sheets_of
from leaflets.build.inputs import open_fonts
from leaflets.build.job import output_of, pages_of
from leaflets.errors import ConfigError
from leaflets.geometry import MM
from leaflets.pages.page import Fill, Glyphs, Stroke
from leaflets.preflight.lines import addresses_of
from leaflets.preflight.marks import common
from leaflets.preflight.oracle import differences, ink_of_pages, ink_of_pdf
from leaflets.preflight.reader import read_pdf
from leaflets.preflight.reading import read_aloud, whole_text
from leaflets.project import Profile

PRESS, SCREEN, PAGES, OFFICE, ONE_SIDED, PICTURES = Profile
RENDITIONS = {
    "trifold": (PRESS, SCREEN, OFFICE, ONE_SIDED),
    "booklet": (PRESS, SCREEN, PAGES, OFFICE, ONE_SIDED),
    "card": (PRESS, SCREEN, PAGES, OFFICE, ONE_SIDED),
    "poster": (PRESS, SCREEN, OFFICE),
    "poster-a4": (PRESS, SCREEN, OFFICE),
    "large-print": (PRESS, SCREEN, OFFICE, ONE_SIDED),
}
EVERYWHERE = [(tag, name) for name in RENDITIONS for tag in ("en", "ar")]
LEAST = {"large-print": 18.0, "card": 7.5}


def glyphs(page):
    return [item for item in page.items if isinstance(item, Glyphs) and item.run.text.strip()]


def text_of(page):
    return "".join(item.run.text for item in page.items if isinstance(item, Glyphs))


@pytest.mark.parametrize(("tag", "name"), EVERYWHERE)
def test_it_fits(laid_out, tag, name):
    _job, laid = laid_out(tag, name)
    assert laid.pages.overset == ()
    assert laid.pages.gaps == ()


@pytest.mark.parametrize(("tag", "name"), EVERYWHERE)
def test_type_is_large_enough(laid_out, tag, name):
    """The draft notice of a card is the one exception: it is not for readers."""
    _job, laid = laid_out(tag, name)
    notice = {
        m
        for m in range(len(laid.document.messages))
        if "Draft." in (laid.document.messages[m].origin.msgid or "")
    }
    sizes = [item.size for page in laid.pages.pages for item in glyphs(page) if item.source not in notice]
    assert min(sizes) >= LEAST.get(name, 10.0)


@pytest.mark.parametrize(("tag", "name"), EVERYWHERE)
def test_text_stands_in_the_safe_area(laid_out, tag, name):
    """5 mm from trim and folds; 4 mm on cards, which have no more to give."""
    _job, laid = laid_out(tag, name)
    margin = (4 if name == "card" else 5) * MM
    for page in laid.pages.pages:
        for item in glyphs(page):
            long = item.run.width * item.size
            right, top = (0, long) if item.upwards else (long, 0)
            assert item.x >= margin - 4, (page.name, item.run.text)
            assert item.x + right <= page.width - margin + 4, (page.name, item.run.text)
            assert margin - 0.5 * MM <= item.y, (page.name, item.run.text)
            assert item.y + top <= page.height - margin, (page.name, item.run.text)


@pytest.mark.parametrize(
    ("tag", "name"), [*EVERYWHERE, ("ar", "phone"), ("ur", "card"), ("mul", "many-languages")]
)
def test_every_copy_tells_its_edition_and_when_to_check_its_numbers(laid_out, tag, name):
    """Legible, once a copy: a card of last year must not be taken for today's."""
    _job, laid = laid_out(tag, name)
    lines = {}
    for number, page in enumerate(laid.pages.pages):
        for item in glyphs(page):
            lines.setdefault((number, item.y), []).append(item)
    told = [
        items
        for items in lines.values()
        if re.search(rf"2026-11 · {tag} · 2027-\d\d", "".join(item.run.text for item in items))
    ]
    assert len(told) == 1
    assert min(item.size for item in told[0]) >= 7.5


@pytest.mark.parametrize(("tag", "name"), EVERYWHERE)
def test_renditions(laid_out, root, tag, name):
    job, laid = laid_out(tag, name)
    assert tuple(p for p in Profile if sheets_of(job, laid, p)) == RENDITIONS[name]


@pytest.mark.parametrize("name", ["card", "poster", "large-print", "poster-a4"])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_helpline_is_large(laid_out, tag, name):
    _job, laid = laid_out(tag, name)
    pages = laid.pages.pages if name == "large-print" else laid.pages.pages[:1]
    for page in pages:
        sizes = [item.size for item in glyphs(page) if "785 00 00" in item.run.text]
        assert max(sizes) >= {"card": 17, "large-print": 18}.get(name, 58)


@pytest.mark.parametrize("name", RENDITIONS)
def test_covers_are_neutral(laid_out, name):
    for tag in ("en", "ar"):
        cover = text_of(laid_out(tag, name)[1].pages.pages[0]).casefold()
        if name in ("trifold", "booklet", "card", "poster", "poster-a4"):
            assert not any(word in cover for word in ("victim", "traffick", "ضحايا", "ضحية", "الاتجار"))


def left_of(item):
    return min(value for step in item.path for value in step[1][::2])


@pytest.mark.parametrize("name", RENDITIONS)
@pytest.mark.parametrize(("tag", "rtl"), [("en", False), ("ar", True)])
def test_icons_stand_at_the_inline_start(laid_out, name, tag, rtl):
    pages = laid_out(tag, name)[1].pages.pages
    icons = [
        (left_of(item) > page.width / 2)
        for page in pages
        for item in page.items
        if isinstance(item, Fill) and item.color.name == "heading"
    ]
    assert icons
    assert set(icons) == {rtl}


@pytest.mark.parametrize("name", ["booklet", "card", "large-print"])
@pytest.mark.parametrize("profile", Profile)
def test_ink_and_text_of_every_rendition(laid_out, root, name, profile):
    job, laid = laid_out("ar", name)
    if profile not in RENDITIONS[name]:
        return
    files = open_files(root)
    data = output_of(job, laid, profile, files).data
    expected = ink_of_pages(pages_of(laid, profile), sheets_of(job, laid, profile), open_fonts(files).by_id)
    assert differences(expected, ink_of_pdf(data)) == ()
    if not profile.is_press:
        heard = " ".join(whole_text(read_aloud(data)).split())
        for message in laid.messages:
            assert heard.count(" ".join(message.text.split())) >= 1, message


@pytest.mark.parametrize(("name", "profile"), [("poster", OFFICE), ("card-folded", ONE_SIDED)])
@pytest.mark.parametrize("tag", ["en", "ur"])
def test_pages_that_are_smaller_or_turned_have_the_right_ink_and_links(laid_out, root, tag, name, profile):
    """Every link lies around the number that it dials, and every number is heard once."""
    files = open_files(root)
    job, laid = laid_out(tag, "poster")
    if name != "poster":
        job = replace(job, format=name)
        laid = lay_out(job, files)
    sheets = sheets_of(job, laid, profile)
    data = output_of(job, laid, profile, files).data
    expected = ink_of_pages(pages_of(laid, profile), sheets, open_fonts(files).by_id)
    assert differences(expected, ink_of_pdf(data)) == ()
    (leaf,) = read_pdf(data).leaves
    numbers = [box for text, box in addresses_of(leaf) if "785 00 00" in text.replace("\u00a0", " ")]
    links = [link for link in leaf.annotations if "785" in link.uri]
    assert len(links) == 2
    for link in links:
        seen = [common(link.rect, box) for box in numbers]
        assert max(box.width * box.height for box in seen) > 0.7 * link.rect.width * link.rect.height, link
    tallest = max(link.rect.height for link in links)
    assert (tallest > 84 * 0.7) == (name == "poster")


def test_cards_that_stand_on_their_heads_have_the_right_ink(laid_out, root):
    job, laid = laid_out("ar", "card")
    sheet = replace(laid.document.sheet, heads_together=True)
    turned = replace(laid, document=replace(laid.document, sheet=sheet))
    files = open_files(root)
    sheets = sheets_of(job, turned, PRESS)
    assert any(placement.turned for placement in sheets[0].placements)
    data = output_of(job, turned, PRESS, files).data
    assert differences(ink_of_pages(laid.pages, sheets, open_fonts(files).by_id), ink_of_pdf(data)) == ()


@pytest.mark.parametrize(
    ("name", "profile", "duplex"),
    [
        ("trifold", OFFICE, "/DuplexFlipShortEdge"),
        ("booklet", OFFICE, "/DuplexFlipShortEdge"),
        ("card", OFFICE, "/DuplexFlipLongEdge"),
        ("large-print", OFFICE, "/DuplexFlipLongEdge"),
        ("trifold", ONE_SIDED, "/Simplex"),
        ("poster-a4", OFFICE, "/Simplex"),
        ("poster", OFFICE, "/Simplex"),
    ],
)
def test_offices_print_at_the_real_size_and_turn_the_right_edge(laid_out, root, name, profile, duplex):
    job, laid = laid_out("en", name)
    data = output_of(job, laid, profile, open_files(root)).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        chosen = pdf.Root.ViewerPreferences
        assert (str(chosen.PrintScaling), str(chosen.Duplex)) == ("/None", duplex)
        sizes = {tuple(round(float(v) / MM) for v in page.mediabox[2:]) for page in pdf.pages}
    assert all(sorted(size) == [210, 297] for size in sizes)


@pytest.mark.parametrize(
    ("tag", "profile", "direction"),
    [
        ("en", Profile.PAGES, None),
        ("ar", Profile.PAGES, "/R2L"),
        ("ar", PRESS, None),
        ("ar", SCREEN, None),
        ("ar", OFFICE, None),
    ],
)
def test_shops_that_impose_are_told_the_direction_of_reading(laid_out, root, tag, profile, direction):
    """And nobody else: PDFium copies every line of such a file from right to left, 116 000 as 000 116."""
    job, laid = laid_out(tag, "booklet")
    with pikepdf.open(io.BytesIO(output_of(job, laid, profile, open_files(root)).data)) as pdf:
        assert pdf.Root.get("/ViewerPreferences", {}).get("/Direction") == direction


@pytest.mark.parametrize("tag", ["en", "ar", "am", "zh-Hans"])
def test_icons_of_the_poster_stand_beside_the_middle_of_their_lines(laid_out, tag):
    """The heart's: a line is as high as the script asks for, the icon is not."""
    _job, laid = laid_out(tag, "poster")
    (page,) = laid.pages.pages
    icon = next(index for index, item in enumerate(page.items) if isinstance(item, Fill))
    heights = [numbers[1] for _kind, numbers in page.items[icon].path if numbers]
    line = next(item for item in page.items[icon:] if isinstance(item, Glyphs))
    middle = line.y + 0.36 * line.size  # of the letters: between baseline and ascenders
    assert abs((min(heights) + max(heights)) / 2 - middle) < 0.15 * laid.pages.scale


@pytest.mark.parametrize("name", ["trifold", "booklet", "large-print", "phone"])
def test_fine_lines_are_solid(laid_out, name):
    """A press makes dots of a tint, further apart than a line of 0.25 pt is wide."""
    _job, laid = laid_out("en", name)
    lines = [item for page in laid.pages.pages for item in page.items if isinstance(item, Stroke)]
    assert {line.color.print for line in lines if line.width < 0.5} == {(0, 0, 0, 1)}


@pytest.mark.parametrize("tag", ["en", "ur"])
def test_how_to_print_stands_clear_of_the_lines_and_of_its_box(laid_out, tag):
    _job, laid = laid_out(tag)
    (page,) = (page for page in pages_of(laid, OFFICE).pages if page.name == "back")
    *lines, box = (item.path for item in page.items if isinstance(item, Stroke) and item.width == 0.5)
    last, top = lines[-1][0][1][1], max(step[1][1] for step in box if step[1])
    note = [item for item in page.items if isinstance(item, Glyphs) and top < item.y < last]
    assert last - max(item.y + 0.8 * item.size for item in note) >= 3
    assert min(item.y - 0.2 * item.size for item in note) - top >= 2


@pytest.mark.parametrize("name", ["trifold", "poster-a4"])
def test_type_lines_icons_and_codes_are_black_in_offices(laid_out, name):
    """Of greys a laser printer makes dots: small print would be ragged, hairlines have gaps."""
    _job, laid = laid_out("en", name)
    items = [item for page in pages_of(laid, OFFICE).pages for item in page.items]
    assert {item.run.color.screen for item in items if isinstance(item, Glyphs)} == {(0, 0, 0)}
    assert {item.color.screen for item in items if isinstance(item, Stroke)} == {(0, 0, 0)}
    shapes = {item.color.screen[0] for item in items if isinstance(item, Fill)}
    assert min(shapes) == 0, "icons and modules of the code"
    assert not any(0 < shade < 0.9 for shade in shapes)


@pytest.mark.parametrize("name", ["trifold", "booklet"])
def test_who_prints_one_side_is_not_told_to_print_both(laid_out, name):
    _job, laid = laid_out("en", name)
    both, one = (
        "".join(text_of(page) for page in pages_of(laid, profile).pages).replace("\u00a0", " ")
        for profile in (OFFICE, ONE_SIDED)
    )
    assert ("обострано" in both, "једнострано" in both) == (True, False)
    assert ("обострано" in one, "једнострано" in one) == (False, True)


def test_many_languages_have_their_own_direction_face_and_tag(laid_out):
    job, laid = laid_out("mul", "many-languages")
    assert job.tag == "mul"
    assert len(job.languages) >= 4
    tags = {tag.language for tag in laid.pages.tags}
    assert {language.tag for language in job.languages} <= tags
    (page,) = laid.pages.pages
    levels = {item.run.level % 2 for item in glyphs(page)}
    assert levels == {0, 1}
    numbers = [item for item in glyphs(page) if "785 00 00" in item.run.text]
    assert len(numbers) == len(job.languages)


def test_a_job_of_many_languages_is_one_of_none(root):
    project = open_project(open_files(root))
    assert not [job for job in plan(project, languages=("ar",)) if job.format == "many-languages"]
    for tag, name, why in (
        ("ar", "many-languages", "many-languages holds several languages on one sheet: its tag is mul"),
        ("mul", "card", "mul is the tag of sheets with several languages"),
    ):
        with pytest.raises(ConfigError, match=f"nothing matches --lang {tag} --format {name}") as error:
            plan(project, languages=(tag,), formats=(name,))
        assert error.value.diagnostics[0].notes[0].startswith(why)
    (job,) = plan(project, languages=("mul",))
    first, *_others = run_job(job, open_files(root)).files
    assert first.path.startswith("victims-rights/mul/guide-mul-")


SPARE = {
    "zfold": (PRESS, SCREEN, OFFICE, ONE_SIDED),
    "halffold": (PRESS, SCREEN, OFFICE, ONE_SIDED),
    "flyer": (PRESS, SCREEN, OFFICE, ONE_SIDED),
    "card-folded": (PRESS, SCREEN, PAGES, OFFICE, ONE_SIDED),
}
"""Layouts that are there to be named in leaflets.toml."""


@pytest.mark.parametrize("name", SPARE)
@pytest.mark.parametrize("tag", ["en", "sr", "ar", "ur"])
def test_spare_formats_fit_and_have_their_renditions(root, laid_out, tag, name):
    job, _laid = laid_out(tag)
    files = open_files(root)
    other = replace(job, format=name)
    laid = lay_out(other, files)
    assert laid.pages.overset == ()
    assert tuple(p for p in Profile if sheets_of(other, laid, p)) == SPARE[name]
    data = output_of(other, laid, PRESS, files).data
    expected = ink_of_pages(laid.pages, sheets_of(other, laid, PRESS), open_fonts(files).by_id)
    assert differences(expected, ink_of_pdf(data)) == ()
