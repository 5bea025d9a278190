"""Documents built by hand from really shaped text: Latin, Serbian Cyrillic and vocalised Arabic."""

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uharfbuzz as hb
from PIL import Image

from leaflets.color import BLACK, Color
from leaflets.fonts.family import FaceSpec, Family
from leaflets.fonts.load import Face, open_face
from leaflets.geometry import MM, Rect
from leaflets.geometry import Path as Outline
from leaflets.pages.page import Bookmark, Fill, Glyphs, Item, Link, Page, Pages, Picture, Stroke, Tag
from leaflets.pdf.drawing import draw
from leaflets.pdf.metadata import Metadata
from leaflets.pdf.write import write_pdf
from leaflets.printing import PrintCondition, PrintStandard
from leaflets.project import Profile
from leaflets.sheets.sheet import Placement, Sheet
from leaflets.text.line import Run

ROOT = Path(__file__).parents[2]
LATIN, BOLD = "noto-sans/NotoSans-Regular.ttf", "noto-sans/NotoSans-Bold.ttf"
ARABIC = "noto-naskh-arabic/NotoNaskhArabic-Regular.ttf"
ICC = ROOT / "src/leaflets/data/icc"
WIDTH, HEIGHT, BLEED, SLUG = 99 * MM, 210 * MM, 3 * MM, 7 * MM
BLUE = Color(name="blue", screen=(0.11, 0.36, 0.48), print=(0.85, 0.45, 0.25, 0.1))
FOGRA39 = PrintCondition(
    identifier="FOGRA39",
    info="Coated FOGRA39 (ISO 12647-2:2004)",
    registry="http://www.color.org",
    icc="FOGRA39L_coated.icc",
)
METADATA = Metadata(
    title="Guide – водич – دليل",
    language="en-GB",
    date=datetime(2026, 11, 1, 12, 30, tzinfo=UTC),
    edition="2026-11",
    author="Example & Partners",
    subject="A guide",
    keywords="guide, help",
    publisher="Example",
    rights="CC BY 4.0",
)


class Faces:
    """Faces of the repository by their id, opened once."""

    def __init__(self) -> None:
        self._faces: dict[str, Face] = {}

    def __call__(self, face_id: str) -> Face:
        if face_id not in self._faces:
            self._faces[face_id] = _opened(face_id)
        return self._faces[face_id]


def _opened(face_id: str) -> Face:
    file, index = face_id.split("#")
    path = ROOT / "fonts" / file
    spec = FaceSpec(
        file=file,
        weight=400,
        style="normal",
        index=int(index),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
    )
    family = Family(
        id=path.stem,
        name=path.stem,
        license="OFL-1.1",
        license_file="OFL.txt",
        source="",
        version="",
        scripts=("Latn",),
        faces=(spec,),
    )
    return open_face(family, spec, path=path)


FACES = Faces()


def shape(
    text: str,
    *,
    file: str = LATIN,
    index: int = 0,
    script: str = "Latn",
    language: str = "en",
    level: int = 0,
    color: Color = BLACK,
    size: float = 1.0,
) -> Run:
    """A run as HarfBuzz shapes it."""
    face = FACES(f"{file}#{index}")
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.script, buffer.language = script, language
    hb.shape(face.hb_font, buffer)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    return Run(
        face=face.id,
        script=script,
        language=language,
        level=level,
        size=size,
        units=face.upem,
        color=color,
        key=0,
        start=0,
        text=text,
        glyphs=tuple(info.codepoint for info in infos),
        clusters=tuple(info.cluster for info in infos),
        advances=tuple(place.x_advance for place in places),
        xs=tuple(place.x_offset for place in places),
        ys=tuple(place.y_offset for place in places),
    )


def latin(text: str, **more: object) -> Run:
    return shape(text, **more)


def cyrillic(text: str, **more: object) -> Run:
    return shape(text, script="Cyrl", language="sr", **more)


def arabic(text: str, **more: object) -> Run:
    return shape(text, file=ARABIC, script="Arab", language="ar", level=1, **more)


def box(x: float, y: float, width: float, height: float) -> Outline:
    right, top = x + width, y + height
    return (("M", (x, y)), ("L", (right, y)), ("L", (right, top)), ("L", (x, top)), ("Z", ()))


@dataclass
class Builder:
    """A page and its tags while they are being written down, from the top."""

    tags: list[Tag] = field(default_factory=lambda: [Tag(role="Document", parent=None, language="en-GB")])
    items: list[Item] = field(default_factory=list)
    y: float = HEIGHT - 30

    def tag(self, role: str, parent: int = 0, language: str = "en-GB", **more: object) -> int:
        self.tags.append(Tag(role=role, parent=parent, language=language, **more))
        return len(self.tags) - 1

    def line(self, *runs: Run, tag: int | None, size: float = 10, x: float = 20, **more: float) -> float:
        """Runs from the left, then down to the next line; the place where the last one ends."""
        for run in runs:
            self.items.append(Glyphs(x=x, y=self.y, size=size, run=run, tag=tag, **more))
            spaces = run.text.count(" ") * more.get("spacing", 0.0)
            x += run.width * size + spaces
        self.y -= 16
        return x

    def page(self, name: str, **more: object) -> Page:
        items, self.items, self.y = tuple(self.items), [], HEIGHT - 30
        return Page(name=name, width=WIDTH, height=HEIGHT, items=items, background=(), **more)


ARABIC_LINE = "يُولَدُ جميعُ الناس أحراراً، اتصل بالرقم 112 أو PDF 2024."
SERBIAN_LINE = "Сви људи рађају се слободни и једнаки; ђ, ј, љ, њ, ћ, џ."
ENGLISH_LINE = "The official office staff find five difficult waffles; AVATAR Tokyo. "


def arabic_line() -> tuple[Run, ...]:
    """The visual order of ARABIC_LINE, from the left."""
    return (
        arabic("."),
        latin("PDF 2024", level=2),
        arabic(" أو "),
        latin("112", level=2),
        arabic("يُولَدُ جميعُ الناس أحراراً، اتصل بالرقم "),
    )


def first_page(builder: Builder) -> Page:
    heading, english = builder.tag("H1"), builder.tag("P")
    builder.line(latin("Everyone has rights", file=BOLD, color=BLUE), tag=heading, size=16)
    builder.line(latin(ENGLISH_LINE), tag=english)
    link = builder.tag("Link", english, href="https://example.org/help")
    end = builder.line(latin("See "), tag=english)
    builder.y += 16
    right = builder.line(latin("example.org/help", color=BLUE), tag=link, x=end)
    rect = Rect(end, builder.y + 13, right - end, 12)
    builder.items.append(
        Link(rect=rect, href="https://example.org/help", contents="Open example.org", language="en", tag=link)
    )
    builder.y += 16
    builder.line(latin("."), tag=english, x=right)
    serbian = builder.tag("P", language="sr")
    builder.line(cyrillic(SERBIAN_LINE), tag=serbian, spacing=1.25)
    paragraph = builder.tag("P", language="ar")
    span = builder.tag("Span", paragraph, language="ar", actual=ARABIC_LINE)
    builder.line(*arabic_line(), tag=span, size=9)
    builder.line(latin("1"), tag=None, x=WIDTH / 2)
    background = (Fill(path=box(-9, HEIGHT - 12, WIDTH + 18, 21), color=BLUE),)
    page = builder.page("first", bookmarks=(Bookmark(title="Права", level=1, top=HEIGHT - 20),))
    return replace(page, background=background)


def second_page(builder: Builder, *, continued: int) -> Page:
    builder.line(latin("And on the next page."), tag=continued)
    heading, items = builder.tag("H2"), builder.tag("L", ordered=True)
    builder.line(latin("What to do", file=BOLD), tag=heading, size=12)
    for number, text in enumerate(("Ask early.", "Keep letters."), 1):
        item = builder.tag("LI", items)
        label, body = builder.tag("Lbl", item), builder.tag("LBody", item)
        builder.line(latin(f"{number}. "), tag=label)
        builder.y += 16
        builder.line(latin(text), tag=body, x=40)
    _table(builder)
    builder.items.append(Stroke(path=box(20, builder.y, 100, 0), color=BLACK, width=0.5, dash=(3, 2)))
    rect = Rect(20, builder.y - 60, 50, 50)
    figure = builder.tag("Figure", alt="A round gradient", bounds=rect)
    builder.items.append(Picture(rect=rect, file="images/round.png", tag=figure))
    return builder.page(
        "second",
        bookmarks=(
            Bookmark(title="What to do", level=2, top=HEIGHT - 50),
            Bookmark(title="More", level=1, top=100),
        ),
    )


def _table(builder: Builder) -> None:
    table = builder.tag("Table")
    for row in (("Topic", "Telephone"), ("Housing", "0800 11 22")):
        line = builder.tag("TR", table)
        for column, text in enumerate(row):
            head = row[0] == "Topic" or column == 0
            scope = "Column" if row[0] == "Topic" else "Row"
            cell = builder.tag("TH" if head else "TD", line, scope=scope if head else "")
            builder.line(latin(text), tag=cell, x=20 + 80 * column)
            builder.y += 16
        builder.y -= 16


def sample_pages() -> Pages:
    builder = Builder()
    first = first_page(builder)
    continued = next(i for i, tag in enumerate(builder.tags) if tag.role == "P")
    second = second_page(builder, continued=continued)
    return Pages(pages=(first, second), tags=tuple(builder.tags), sources=(), scale=10)


def single(*runs: Run, role: str = "P", language: str = "en-GB", **more: object) -> Pages:
    """One page with one line."""
    builder = Builder()
    heading = builder.tag("H1")
    builder.line(latin("Title"), tag=heading)
    tag = builder.tag(role, language=language, **more)
    builder.line(*runs, tag=tag)
    return Pages(pages=(builder.page("only"),), tags=tuple(builder.tags), sources=(), scale=10)


def screen_sheets(pages: Pages) -> tuple[Sheet, ...]:
    """A sheet for each page, cut to it."""
    return tuple(
        Sheet(
            name=page.name,
            width=page.width,
            height=page.height,
            bleed=0,
            slug=0,
            placements=(Placement(page=i, x=0, y=0, clip=Rect(0, 0, page.width, page.height)),),
        )
        for i, page in enumerate(pages.pages)
    )


def print_sheets(pages: Pages) -> tuple[Sheet, ...]:
    """All pages side by side on one sheet with bleed and marks."""
    count = len(pages.pages)
    width = WIDTH * count
    placements = tuple(
        Placement(
            page=i,
            x=WIDTH * i,
            y=0,
            clip=Rect(WIDTH * i - (BLEED if i == 0 else 0), -BLEED, WIDTH + BLEED, HEIGHT + 2 * BLEED),
        )
        for i in range(count)
    )
    below = -BLEED - 6
    mark = Stroke(path=(("M", (0, below)), ("L", (0, below - 12))), color=BLACK, width=0.25)
    fold = Stroke(
        path=(("M", (WIDTH, below)), ("L", (WIDTH, below - 12))), color=BLACK, width=0.25, dash=(3, 2)
    )
    return (
        Sheet(
            name="outside",
            width=width,
            height=HEIGHT,
            bleed=BLEED,
            slug=SLUG,
            placements=placements,
            marks=(mark, fold),
        ),
    )


def picture(_file: str) -> bytes:
    """A PNG with a transparent part."""
    gradient = Image.radial_gradient("L").resize((32, 32))
    image = Image.merge("RGBA", (gradient, gradient, Image.new("L", gradient.size, 128), gradient))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def write(
    pages: Pages,
    profile: Profile,
    *,
    sheets: tuple[Sheet, ...] | None = None,
    standard: PrintStandard = PrintStandard.X4,
) -> bytes:
    in_print = profile is Profile.PRINT
    return write_pdf(
        draw(pages, faces=FACES),
        sheets or (print_sheets(pages) if in_print else screen_sheets(pages)),
        profile=profile,
        metadata=METADATA,
        icc=(ICC / ("FOGRA39L_coated.icc" if in_print else "sRGB.icc")).read_bytes(),
        standard=standard,
        condition=FOGRA39 if in_print else None,
        pictures=picture,
    )


@dataclass(frozen=True)
class Samples:
    """What the tests of this folder and of tests/preflight build documents with."""

    pages: Pages
    print: bytes
    screen: bytes
    write: Callable[..., bytes] = write
    single: Callable[..., Pages] = single
    shape: Callable[..., Run] = shape
    latin: Callable[..., Run] = latin
    cyrillic: Callable[..., Run] = cyrillic
    arabic: Callable[..., Run] = arabic
    arabic_line: Callable[[], tuple[Run, ...]] = arabic_line
    print_sheets: Callable[[Pages], tuple[Sheet, ...]] = print_sheets
    screen_sheets: Callable[[Pages], tuple[Sheet, ...]] = screen_sheets
    faces: Faces = FACES
    picture: Callable[[str], bytes] = picture
    root: Path = ROOT
    metadata: Metadata = METADATA
    condition: PrintCondition = FOGRA39


@pytest.fixture(scope="session")
def samples() -> Samples:
    pages = sample_pages()
    return Samples(pages=pages, print=write(pages, Profile.PRINT), screen=write(pages, Profile.SCREEN))
