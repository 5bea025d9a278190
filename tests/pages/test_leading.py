"""The ink of neighbouring lines, at the smallest type: it touches nowhere, in any language that is built."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from PIL import Image, ImageDraw

from leaflets.api import open_files, open_project, plan
from leaflets.build.inputs import job_palette, open_fonts
from leaflets.pages import measure, place
from leaflets.pages.compose import compose
from leaflets.pages.page import Glyphs
from leaflets.preflight.outlines import drawn_by_face

PIXELS = 8
"""A point."""


def languages(root):
    return [
        language.tag for leaflet in open_project(open_files(root)).leaflets for language in leaflet.languages
    ]


def pytest_generate_tests(metafunc):
    tags = list(dict.fromkeys(languages(metafunc.config.rootpath)))
    close = metafunc.function.__name__.endswith("are_found")
    metafunc.parametrize("tag", tags[:1] if close else tags)


@pytest.fixture
def smallest(root, laid_out):
    """A language's pages at the smallest scale that its layout allows, and the faces."""

    def lay(tag):
        files = open_files(root)
        (job, *_rest) = plan(open_project(files), languages=(tag,))
        _job, laid = laid_out(tag)
        sheet = laid.document.sheet
        document = replace(laid.document, sheet=replace(sheet, fit=(sheet.fit[0], sheet.fit[0])))
        palette = job_palette(job)
        library = open_fonts(files)
        pages = compose(
            document, library=library, palette=palette, picture=lambda _path, _origin: (None, 1.0)
        )
        return pages, library

    return lay


def square(_path, _origin):
    """In place of pictures, which have no lines."""
    return None, 1.0


class Inks:
    """What glyphs cover: boxes first, and pixels where boxes meet."""

    def __init__(self, library):
        self.library = library
        self.drawers = {}

    def of(self, item):
        """(box, contours) of each glyph of a run that has ink, in points."""
        face = self.library.by_id(item.run.face)
        draw = self.drawers.setdefault(face.id, drawn_by_face(face))
        size = item.size * item.run.size
        pen = item.x
        run = item.run
        for gid, advance, dx, dy in zip(run.glyphs, run.advances, run.xs, run.ys, strict=True):
            x, y = pen + dx * size / face.upem, item.y + dy * size / face.upem
            contours = [[(x + px * size, y + py * size) for px, py in contour] for contour in draw(gid)]
            if contours:
                xs, ys = zip(*(point for contour in contours for point in contour), strict=True)
                yield (min(xs), min(ys), max(xs), max(ys)), contours
            pen += advance * size / face.upem


def boxes_meet(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def pixels(contours, frame):
    left, bottom, right, top = frame
    image = Image.new("1", (int((right - left) * PIXELS) + 3, int((top - bottom) * PIXELS) + 3))
    for contour in contours:
        shape = Image.new("1", image.size)
        points = [((x - left) * PIXELS + 1, (y - bottom) * PIXELS + 1) for x, y in contour]
        ImageDraw.Draw(shape).polygon(points, fill=1)
        image = Image.composite(Image.eval(image.convert("L"), lambda v: 255 - v).convert("1"), image, shape)
    return image


def inks_meet(a, b):
    (box_a, contours_a), (box_b, contours_b) = a, b
    if not boxes_meet(box_a, box_b):
        return False
    frame = tuple(f(x, y) for f, x, y in zip((min, min, max, max), box_a, box_b, strict=True))
    first, second = pixels(contours_a, frame), pixels(contours_b, frame)
    return Image.composite(first, Image.new("1", first.size), second).getbbox() is not None


def meeting(pages, library):
    """Glyphs of neighbouring lines whose ink meets: page and the lines' texts."""
    inks = Inks(library)
    for page in pages.pages:
        lines = defaultdict(list)
        for item in page.items:
            if isinstance(item, Glyphs):
                lines[item.y].append(item)
        for upper, lower in pairwise(sorted(lines, reverse=True)):
            above = [ink for item in lines[upper] for ink in inks.of(item)]
            below = [ink for item in lines[lower] for ink in inks.of(item)]
            low = min((box[1] for box, _contours in above), default=0.0)
            close = [ink for ink in below if ink[0][3] > low]
            if any(inks_meet(a, b) for b in close for a in above):
                yield page.name, *("".join(item.run.text for item in lines[y]) for y in (upper, lower))


def test_the_ink_of_lines_touches_nowhere(smallest, tag):
    assert list(meeting(*smallest(tag))) == []


def test_lines_that_are_set_too_close_are_found(smallest, laid_out, monkeypatch, tag):
    laid_out(tag)  # before leading is wrong: other tests share it
    found = measure.leading
    for module in (measure, place):
        monkeypatch.setattr(module, "leading", lambda box, scale: found(box, scale) * 0.6)
    assert any(meeting(*smallest(tag)))
