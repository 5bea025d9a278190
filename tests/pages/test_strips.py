"""Strips to tear off: side by side, turned upright in every script, 5 mm from every cut, and never heard."""

import pytest
from PIL import ImageChops

from leaflets.api import open_files, open_project, plan, sheets_of
from leaflets.build.inputs import open_fonts
from leaflets.build.job import output_of
from leaflets.checks.catalogue import RULES
from leaflets.checks.subject import Typeset
from leaflets.errors import LayoutError
from leaflets.geometry import MM
from leaflets.pages.page import Glyphs, Link, Stroke
from leaflets.pictures.render import drawn_pages
from leaflets.preflight.lines import addresses_of
from leaflets.preflight.oracle import differences, ink_of_pages, ink_of_pdf
from leaflets.preflight.reader import read_pdf
from leaflets.preflight.reading import read_aloud, whole_text
from leaflets.project import Profile

NUMBER = '<p class="number"><phone ref="line"/></p>'
WORDS = "<p>{% trans %}Your rights{% endtrans %}</p>"
STYLE = """
  leaflet { line-height: 1.2; }
  .notice-box, box, .said { padding: 0; }
  p { margin: 0; hyphens: none; font-size: 12pt; text-align: center; }
  .number { font-size: 16pt; font-weight: bold; }
  strips { height: 50mm; padding: 5mm 6mm; }
"""
LEVEL = STYLE + "flow { padding: 5mm 31mm; }"  # 38 mm of 100 are left: what a strip has between its paddings
PANELS = ("cover", "flap", "inside-1", "inside-2", "inside-3", "back")


def sheet(strips, *, said=NUMBER):
    box = f'<box edge="bottom">{strips}</box>' if strips else ""
    panels = f'<panel name="cover">{box}</panel>' + "".join(f'<panel name="{n}"/>' for n in PANELS[1:])
    flows = "".join(f'<flow panels="{name}"/>' for name in PANELS[1:])
    head = '<sheet size="A4" fold="letter" fit="10pt 10pt">'
    return f'{head}{panels}<flow panels="cover">{said}</flow>{flows}</sheet>'


def torn(page):
    return [item for item in page.items if isinstance(item, Glyphs) and item.upwards]


def cuts_of(page):
    return [item for item in page.items if isinstance(item, Stroke) and item.dash]


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_as_many_as_there_is_room_for_and_all_alike(lay, tag):
    page = lay(sheet(f"<strips>{NUMBER}</strips>"), STYLE, tag=tag).pages.pages[0]
    cuts, starts = cuts_of(page), [run for run in torn(page) if "785" in run.run.text]
    count = len(cuts) + 1
    each = page.width / count
    assert len(starts) == count >= 5
    assert [cut.path[0][1] for cut in cuts] == [pytest.approx((each * i, 0)) for i in range(1, count)]
    assert {round(cut.path[1][1][1], 3) for cut in cuts} == {round(50 * MM, 3)}
    assert [run.x - starts[0].x for run in starts] == pytest.approx([each * i for i in range(count)])
    for index, run in enumerate(starts):
        assert each * index + 5 * MM <= run.x - run.size * 0.75
        assert run.x <= each * (index + 1) - 5 * MM
        assert 6 * MM - 0.01 <= run.y < run.y + run.run.width * run.size <= 44.01 * MM


@pytest.mark.parametrize("count", [1, 3])
def test_as_many_as_the_layout_says(lay, count):
    page = lay(sheet(f'<strips count="{count}">{NUMBER}</strips>'), STYLE).pages.pages[0]
    assert (len(cuts_of(page)) + 1, len(torn(page))) == (count, count)


def test_too_many_are_overset(lay):
    (overset,) = lay(sheet(f'<strips count="9">{NUMBER}</strips>'), STYLE).pages.overset
    assert overset.panel == "cover"
    assert overset.height > 0


def test_a_number_that_is_longer_than_a_strip_is_overset(lay):
    found = lay(sheet(f"<strips>{NUMBER}</strips>"), STYLE + "strips { height: 30mm; }").pages.overset
    assert found


@pytest.mark.parametrize("tag", ["en", "ar", "ur", "hi", "zh-Hans"])
def test_a_strip_looks_as_if_its_words_were_set_level_and_turned(lay, tmp_path, tag):
    level = _ink(_drawn(lay(sheet("", said=WORDS + NUMBER), LEVEL, tag=tag), tmp_path, tag))
    laid = lay(sheet(f'<strips count="1">{WORDS}{NUMBER}</strips>'), STYLE, tag=tag)
    whole = _drawn(laid, tmp_path, tag)
    strip = whole.crop((0, whole.height - round(50 / 25.4 * DPI), whole.width, whole.height))
    turned = _ink(strip.rotate(-90, expand=True))
    assert abs(turned.width - level.width) <= 2
    assert abs(turned.height - level.height) <= 2
    size = min(turned.width, level.width), min(turned.height, level.height)
    apart = ImageChops.difference(turned.resize(size), level.resize(size)).convert("1")
    assert apart.histogram()[255] < 0.06 * size[0] * size[1]


DPI = 150


def _drawn(laid, folder, tag):
    files = open_files(folder)
    (job,) = plan(open_project(files), languages=(tag,))
    return next(drawn_pages(output_of(job, laid, Profile.SCREEN, files).data, resolution=DPI))


def _ink(picture):
    """What is dark, without the white around it."""
    dark = picture.convert("L").point(lambda value: 255 if value < 128 else 0)
    return dark.crop(dark.getbbox() or (0, 0, 1, 1)).convert("L")


@pytest.mark.parametrize(
    ("strips", "said", "rule"),
    [
        (f"<strips>{NUMBER}</strips>", WORDS, "strip-alone"),
        (f"<strips>{NUMBER}</strips>", '<p><phone ref="line" kind="international"/></p>', "strip-alone"),
        ("<strips/>", NUMBER, "bad-strips"),
        (f"<strips><section>{NUMBER}</section></strips>", NUMBER, "bad-strips"),
        (f'<strips count="0">{NUMBER}</strips>', NUMBER, "bad-strips"),
        (f'<strips count="many">{NUMBER}</strips>', NUMBER, "bad-strips"),
        ("", f"<strips>{NUMBER}</strips>", "misplaced-element"),
    ],
)
def test_what_cannot_be_torn_off_or_heard_is_told_at_its_line(lay, strips, said, rule):
    with pytest.raises(LayoutError) as told:
        lay(sheet(strips, said=said))
    found = {one.rule: one for one in told.value.diagnostics}
    assert found[rule].place.file == "layouts/sample/trifold.xml"
    assert found[rule].help


@pytest.mark.parametrize("tag", ["en", "ar", "ur", "zh-Hans"])
@pytest.mark.parametrize("name", ["poster", "poster-a4"])
def test_posters_have_legible_strips_that_nobody_hears(laid_out, root, tag, name):
    job, laid = laid_out(tag, name)
    (page,) = laid.pages.pages
    numbers = [run for run in torn(page) if "785" in run.run.text]
    assert len(numbers) >= 7
    assert all(run.size >= 16 and run.tag is None for run in numbers)
    assert min(run.size for run in torn(page)) >= 12
    assert len([item for item in page.items if isinstance(item, Link)]) == 2
    files = open_files(root)
    for profile in (Profile.PRINT, Profile.SCREEN):
        data = output_of(job, laid, profile, files).data
        wanted = ink_of_pages(laid.pages, sheets_of(job, laid, profile), open_fonts(files).by_id)
        assert differences(wanted, ink_of_pdf(data)) == ()
        lines = addresses_of(read_pdf(data).leaves[0])
        boxes = [box for text, box in lines if "785 00 00" in text.replace("\u00a0", " ")]
        assert len(boxes) == len(numbers) + 2
        assert sum(box.height > box.width for box in boxes) == len(numbers)
    heard = " ".join(whole_text(read_aloud(data)).split())
    assert heard.count("011 785 00 00") == 1


@pytest.mark.parametrize(
    ("style", "near"),
    [
        ("", False),
        ("strips { padding: 1mm 6mm; }", True),
        ("strips { padding: 5mm 1mm; } p { text-align: start; }", True),
    ],
)
def test_digits_near_a_cut_are_told(lay, root, style, near):
    laid = lay(sheet(f"<strips>{NUMBER}</strips>"), STYLE + "flow { padding: 5mm; }" + style)
    face = open_fonts(open_files(root)).by_id
    rule = next(rule for rule in RULES if rule.id == "number-near-edge")
    told = list(rule.find(Typeset(document=laid.document, pages=laid.pages, face=face)))
    assert bool(told) == near
    assert all("strip" in one.message for one in told)
