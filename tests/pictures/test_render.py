"""Pictures of pages: the trim without bleed, mirrored for right-to-left, as it is printed."""

import pytest

from leaflets.api import lay_out, open_files, output_of, plan
from leaflets.api import open_project as opened
from leaflets.pictures.render import drawn_pages
from leaflets.project import Profile


@pytest.fixture(scope="module")
def drawn(root):
    """Tag, format and profile -> pictures of its pages at one pixel a millimetre."""

    def draw(tag, name, profile):
        files = open_files(root)
        (job,) = plan(opened(files), languages=(tag,), formats=(name,), profiles=(profile,))
        data = output_of(job, lay_out(job, files), profile, files).data
        return list(drawn_pages(data, resolution=25.4))

    return draw


def letters(picture, box):
    """A part as letters, one for 10 mm: B is a band of colour, t a tint, a dot is paper."""
    left, top, right, bottom = box
    names = []
    for y in range(top, bottom, 10):
        line = ""
        for x in range(left, right, 10):
            red, _green, blue = picture.getpixel((x + 5, y + 5))
            line += "B" if blue > red + 50 else "t" if blue > red else "."
        names.append(line)
    return names


@pytest.mark.parametrize(("tag", "cover"), [("en", slice(20, 30)), ("ar", slice(0, 10))])
def test_the_cover_is_at_the_right_or_mirrored_at_the_left(drawn, tag, cover):
    outside, _inside = drawn(tag, "trifold", Profile.PRINT)
    assert outside.size == (297, 210)
    (line,) = letters(outside, (0, 80, 297, 90))
    assert line.count("B") >= 6, "the hills of the cover"
    assert "B" not in line[: cover.start] + line[cover.stop :]


def test_the_drawing_itself_is_mirrored(drawn):
    left, right = (drawn(tag, "trifold", Profile.SCREEN)[0] for tag in ("en", "ar"))
    plain = letters(left, (0, 20, 100, 110))
    assert plain == [line[::-1] for line in letters(right, (0, 20, 100, 110))]
    assert plain != [line[::-1] for line in plain]


@pytest.mark.parametrize(("tag", "side"), [("en", 1), ("ar", 0)])
def test_a_booklet_is_bound_at_the_left_or_at_the_right(drawn, tag, side):
    """Of the outermost sheet the cover, with its drawing, is the half that is not at the binding."""
    outer = drawn(tag, "booklet", Profile.PRINT)[0]
    halves = [letters(outer, (0, 75, 148, 85))[0], letters(outer, (148, 75, 296, 85))[0]]
    assert halves[side].count("B") >= 6
    assert "B" not in halves[1 - side]
