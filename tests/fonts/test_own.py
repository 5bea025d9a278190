"""A project's own fonts: one line is enough, every usual kind of file works, what cannot be is refused."""

import hashlib
import math
import random
from contextlib import suppress
from io import BytesIO
from itertools import pairwise

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from leaflets.errors import FontError
from leaflets.fonts.complete import completed
from leaflets.fonts.load import FontLibrary
from leaflets.fonts.own import read_own_families
from leaflets.fonts.subset import subset_face


@pytest.fixture
def own(tmp_path, library):
    """A list and files -> the library of a project that has them."""

    def register(toml, **files):
        for name, data in files.items():
            (tmp_path / name.replace("_", ".")).write_bytes(data)
        listed = read_own_families(toml.encode(), name="fonts/fonts.toml")
        families = completed(listed, locate=tmp_path.joinpath, shipped=library)
        return FontLibrary(families, tmp_path.joinpath)

    return register


def refusal(own, toml, **files):
    with pytest.raises(FontError) as caught:
        own(toml, **files)
    for fault in caught.value.diagnostics:
        assert fault.place
        assert fault.help
    return str(caught.value)


def test_one_line_is_enough(own, making):
    library = own('[family.mine]\nfile = "a.ttf"', a_ttf=making.font(name="Mine Sans"))
    (family,) = library.families
    assert (family.id, family.name, family.version, family.license) == (
        "mine",
        "Mine Sans",
        "1.250",
        "OFL-1.1",
    )
    assert (family.scripts, family.size, family.leading) == (("Latn",), 1.0, 1.0)
    assert library.family("Mine Sans") is library.family("mine") is family
    assert library.face("mine").advance(library.face("mine").nominal_glyph("A")) > 0


def test_several_files_are_told_apart_by_what_they_say(own, making):
    regular, bold = (making.font(name="Mine", weight=weight) for weight in (400, 700))
    library = own('[family.mine]\nfiles = ["a.ttf", "b.ttf"]', a_ttf=regular, b_ttf=bold)
    assert [face.weight for face in library.families[0].faces] == [400, 700]
    assert library.face("mine", weight=700).id == "b.ttf#0"


def test_what_the_list_says_is_taken(own, making):
    toml = """
        [family.mine]
        name = "My Own"
        license = "LicenseRef-paid"
        scripts = ["Cyrl"]
        size = 1.1
        leading = 1.3
        [[family.mine.faces]]
        file = "a.ttf"
        weight = 600
        style = "italic"
    """
    library = own(toml, a_ttf=making.font(name="Mine"))
    (family,) = library.families
    assert (family.name, family.license, family.scripts) == ("My Own", "LicenseRef-paid", ("Cyrl",))
    assert (family.size, family.leading) == (1.1, 1.3)
    assert (family.faces[0].weight, family.faces[0].style) == (600, "italic")


def test_a_smaller_design_is_set_larger(own, making):
    builder = making.built(name="Small")
    making.scaled(builder.font, 0.8)
    library = own('[family.small]\nfile = "a.ttf"', a_ttf=making.saved(builder))
    assert library.families[0].size == 1.25


def test_a_script_that_the_toolkit_has_no_font_for(own, making):
    data = making.font(name="Glagolica", first=0x2C00)
    (family,) = own('[family.glag]\nfile = "a.ttf"', a_ttf=data).families
    assert (family.scripts[0], family.size, family.leading) == ("Glag", 1.0, 1.0)


def test_cubic_outlines_become_quadratic_ones_within_a_unit(own, making, sans):
    data = making.font(name="Cubic", cubic=True)
    original = hb.Font(hb.Face(data))
    face = own('[family.cubic]\nfile = "a.otf"', a_otf=data).face("cubic")
    assert not face.is_cff
    for character in making.LETTERS:
        gid = face.nominal_glyph(character)
        assert gid == original.get_nominal_glyph(ord(character))
        assert face.advance(gid) == original.get_glyph_h_advance(gid)
        if character in "Sag8š&":
            assert farthest(points(face.hb_font, gid), points(original, gid)) <= 1
    assert not subset_face(face, frozenset({1, 2})).is_cff


def test_quadratic_contours_turn_as_they_do_in_truetype(own, making, sans):
    face = own('[family.cubic]\nfile = "a.otf"', a_otf=making.font(name="Cubic", cubic=True)).face("cubic")
    for character in "oB8":
        areas = [[area > 0 for area in areas_of(f.hb_font, f.nominal_glyph(character))] for f in (face, sans)]
        assert areas[0] == areas[1]


def test_one_face_of_a_collection(own, making):
    data = making.collection("First", "Second")
    library = own('[family.second]\nfile = "a.ttc#1"', a_ttc=data)
    assert library.families[0].name == "Second"
    assert library.face("second").id == "a.ttc#1"
    told = refusal(own, '[family.some]\nfile = "a.ttc"', a_ttc=data)
    assert "is a collection of 2 faces" in told
    assert '"a.ttc#1" is Second' in told
    assert "has no face number 2" in refusal(own, '[family.some]\nfile = "a.ttc#2"', a_ttc=data)


def test_a_variable_font_gives_a_regular_and_a_bold_face(own, making):
    library = own('[family.vary]\nfile = "a.ttf"', a_ttf=making.variable())
    regular, bold = library.face("vary"), library.face("vary", weight=700)
    assert [face.weight for face in library.families[0].faces] == [400, 700]
    assert not regular.is_variable
    assert regular.id != bold.id
    assert library.by_id(bold.id) is bold
    gid = regular.nominal_glyph("H")
    widest = [max(x for x, _y in points(face.hb_font, gid)) for face in (regular, bold)]
    assert widest[1] - widest[0] == pytest.approx(0.75 * 71, abs=1)
    subset = subset_face(bold, frozenset({gid}))
    assert points(hb.Font(hb.Face(subset.program)), subset.old_to_new[gid]) == points(bold.hb_font, gid)


def test_a_variable_font_without_a_bold_is_cut_where_it_can_be(own, making):
    toml = '[family.vary]\n[[family.vary.faces]]\nfile = "a.ttf"\nweight = 800'
    assert own(toml, a_ttf=making.variable()).families[0].faces[0].weight == 800
    toml = toml.replace("800", "900")
    assert own(toml, a_ttf=making.variable()).families[0].faces[0].weight == 800


@pytest.mark.parametrize("fs_type", [0x0002, 0x0100, 0x0200])
def test_a_font_that_must_not_be_embedded(own, making, fs_type):
    data = making.font(name="Closed", fs_type=fs_type)
    told = refusal(own, '[family.closed]\nfile = "a.ttf"', a_ttf=data)
    assert f"licence bits (OS/2 fsType {fs_type:#06x}) forbid" in told
    assert "use an open font" in told


def test_a_file_that_is_not_there_or_no_font(own, making):
    good = making.font(name="Good")
    toml = '[family.good]\nfile = "a.ttf"\n[family.gone]\nfile = "gone.ttf"\n[family.text]\nfile = "b.ttf"'
    told = refusal(own, toml, a_ttf=good, b_ttf=b"Lorem ipsum\n" * 99)
    assert "gone.ttf: cannot be read: No such file" in told
    assert 'b.ttf: is not a usable font: it begins with "Lore"' in told
    assert "a.ttf" not in told


@pytest.mark.parametrize("kind", ["cubic", "quadratic", "variable"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_damaged_file(own, making, kind, share):
    data = making.variable() if kind == "variable" else making.font(name="X", cubic=kind == "cubic")
    assert "is not a usable font" in refusal(
        own, '[family.x]\nfile = "a.ttf"', a_ttf=data[: int(len(data) * share)]
    )


def pinned(data):
    """A list whose font is taken as it is: else its checksums tell of damage before anything is read."""
    return f'[family.x]\nfile = "a.ttf"\nsha256 = "{hashlib.sha256(data).hexdigest()}"'


def test_one_wrong_byte_of_one_letter(own, making):
    data = bytearray(making.font(name="X"))
    directory = TTFont(BytesIO(data)).reader.tables["glyf"]
    data[directory.offset + directory.length // 2] ^= 4
    told = refusal(own, '[family.x]\nfile = "a.ttf"', a_ttf=bytes(data))
    assert "is damaged: the checksum of table glyf is another" in told
    assert f'if its maker ships it so, write sha256 = "{hashlib.sha256(data).hexdigest()}"' in told
    assert own(pinned(data), a_ttf=bytes(data)).face("x").glyph_count > 9


def test_a_font_without_characters(own, making, tmp_path, monkeypatch):
    font = TTFont(BytesIO(making.font(name="X")))
    for table in font["cmap"].tables:
        table.cmap = {}
    font.save(data := BytesIO())
    told = refusal(own, '[family.x]\nfile = "a.ttf"', a_ttf=data.getvalue())
    assert told.startswith("a.ttf: has no characters: its table cmap is empty")
    monkeypatch.chdir(tmp_path)
    assert "gone.ttf: cannot be read" in refusal(own, '[family.x]\nfile = "gone.ttf"').splitlines()[0][:30]


@pytest.mark.parametrize("signature", [b"wOFF", b"wOF2"])
def test_a_font_of_a_web_page(own, signature):
    told = refusal(own, '[family.x]\nfile = "a.ttf"', a_ttf=signature + bytes(99))
    assert "it is packed for web pages (WOFF" in told


@pytest.mark.parametrize("seed", range(24))
def test_damage_by_chance_is_a_font_error_or_no_error(own, making, seed):
    chance = random.Random(seed)
    data = bytearray(making.variable() if seed % 3 == 0 else making.font(name="X", cubic=seed % 3 == 1))
    for _ in range(chance.choice((1, 3, 30))):
        data[chance.randrange(chance.choice((300, len(data))))] = chance.randrange(256)
    with suppress(FontError):
        face = own(pinned(data), a_ttf=bytes(data)).face("x")
        subset_face(face, frozenset(range(min(9, face.glyph_count))))


def test_a_cff_table_of_noise(own, making):
    data = bytearray(making.font(name="Noise", cubic=True))
    start = int.from_bytes(data[data.index(b"CFF ") + 8 :][:4])
    data[start + 40 : start + 400] = bytes(range(180)) * 2
    assert "is not a usable font" in refusal(own, pinned(data), a_ttf=bytes(data))


def test_a_pinned_font_that_was_replaced(own, making):
    data = making.font(name="Mine")
    toml = f'[family.mine]\nfile = "a.ttf"\nsha256 = "{"0" * 64}"'
    assert "differs from its sha256" in refusal(own, toml, a_ttf=data)


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[family.x]", "family.x.file: is missing"),
        ('[family.x]\nfile = "../a.ttf"', "family.x.file: cannot be '../a.ttf'"),
        ("[family.x]\nfiles = []", "family.x.files: cannot be []"),
        ('[family.x]\nfile = "a.ttf"\ncolour = 1', "family.x.colour: unknown key"),
        ('[family.x]\nfile = "a.ttf"\nsize = "big"', "family.x.size: cannot be 'big'"),
        ('[family.x]\nfile = "a.ttf"\n[family.y]\nfile = "a.ttf"', "is there 2 times"),
    ],
)
def test_faults_of_the_list(own, toml, told):
    assert told in refusal(own, toml)


def test_two_faces_that_cannot_be_told_apart(own, making):
    data = making.font(name="Same")
    told = refusal(own, '[family.same]\nfiles = ["a.ttf", "b.ttf"]', a_ttf=data, b_ttf=data)
    assert "family.same: has two faces of one weight and style" in told


def points(font, gid):
    """All points on the curves of a glyph, densely."""
    found, here = [], (0, 0)

    class Pen:
        def moveTo(self, to):
            nonlocal here
            here = to
            found.append(to)

        def lineTo(self, to):
            self.curve(to)

        def qCurveTo(self, *controls):
            self.curve(*controls)

        def curveTo(self, *controls):
            self.curve(*controls)

        def closePath(self):
            pass

        def curve(self, *controls):
            nonlocal here
            polygon = (here, *controls)
            found.extend(bezier(polygon, step / 16) for step in range(1, 17))
            here = controls[-1]

    font.draw_glyph_with_pen(gid, Pen())
    return found


def bezier(polygon, t):
    while len(polygon) > 1:
        polygon = [((1 - t) * a[0] + t * b[0], (1 - t) * a[1] + t * b[1]) for a, b in pairwise(polygon)]
    return polygon[0]


def farthest(first, second):
    """The largest distance of a point of one outline to the chords of the other."""
    chords = list(pairwise(second))
    return max((min(away(point, *chord) for chord in chords) for point in first[::7]), default=0)


def away(point, start, end):
    (x, y), (x0, y0), (x1, y1) = point, start, end
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    t = min(max(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length, 0), 1) if length else 0
    return math.dist(point, (x0 + t * (x1 - x0), y0 + t * (y1 - y0)))


def areas_of(font, gid):
    """The signed area of each contour."""
    contours = []

    class Pen:
        def moveTo(self, to):
            contours.append([to])

        def lineTo(self, to):
            contours[-1].append(to)

        def qCurveTo(self, *controls):
            contours[-1].extend(controls)

        curveTo = qCurveTo

        def closePath(self):
            pass

    font.draw_glyph_with_pen(gid, Pen())
    return [
        sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(c, [*c[1:], c[0]], strict=True)) / 2 for c in contours
    ]
