"""The style properties, declared once: what each does and takes, and which fields of a style it changes."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from leaflets.document.counters import KINDS
from leaflets.document.generated import read_content, read_increments, read_marker, read_resets
from leaflets.document.readers import (
    FEATURES,
    FIGURES,
    POSITION,
    SIDES,
    read_background,
    read_border,
    read_borders,
    read_break,
    read_color,
    read_count,
    read_families,
    read_features,
    read_keyword,
    read_length,
    read_line_height,
    read_numeric,
    read_sides,
    read_size,
    read_weight,
)
from leaflets.document.values import Change, Colors, Reader, Tokens
from leaflets.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property: `read` turns its tokens into changes."""

    name: str
    summary: str
    values: str
    """In the notation of CSS: | for or, # for a list with commas, {1,4} for how many."""
    initial: str
    read: Reader
    inherited: bool = False
    first: bool = False
    """Applied before the others, as they depend on it."""


def read_value(name: str, tokens: Tokens, *, colors: Colors) -> Sequence[Change]:
    """Changes of one declaration. BadValue says what was expected."""
    return PROPERTIES[name].read([t for t in tokens if t.type not in ("whitespace", "comment")], colors)


_TYPE = (
    Property(
        name="font-size",
        summary="The size of type. em and % are of the size around it, and grow with copyfit. Type under 5 pt"
        " is refused.",
        values="<length [0,2000mm]> | <percentage>",
        initial="1em",
        inherited=True,
        read=read_size,
        first=True,
    ),
    Property(
        name="font-family",
        summary="Families of type that come before those of the language; a letter that one lacks is taken"
        " from the next.",
        values="[ <string> | <ident> ]#",
        initial="the language's",
        inherited=True,
        read=read_families,
    ),
    Property(
        name="font-weight",
        summary="How bold type is. The nearest face is taken: 400 is regular, 700 is bold.",
        values="normal | bold | <number [1,1000]>",
        initial="normal",
        inherited=True,
        read=read_weight,
    ),
    Property(
        name="font-style",
        summary="Italic type, where the script has it. It is hard to read: leaflets stress words in bold"
        " type.",
        values="normal | italic",
        initial="normal",
        inherited=True,
        read=read_keyword("slant", {"normal": "normal", "italic": "italic"}),
    ),
    Property(
        name="line-height",
        summary="From line to line, times the size and the face's own factor: scripts that are tall get"
        " more.",
        values="<number [0.8,4]>",
        initial="1.4",
        inherited=True,
        read=read_line_height,
    ),
    Property(
        name="font-variant-numeric",
        summary="Forms of figures, where the face has them.",
        values="normal | [ " + " || ".join(FIGURES) + " ]",
        initial="normal",
        inherited=True,
        read=read_numeric,
    ),
    Property(
        name="font-feature-settings",
        summary="OpenType features: " + ", ".join(FEATURES) + ". Not those that a script cannot do without.",
        values="normal | [ <string> [ 1 | on | 0 | off ]? ]#",
        initial="normal",
        inherited=True,
        read=read_features,
    ),
)

_PARAGRAPHS = (
    Property(
        name="text-align",
        summary="Where lines stand: at the side where reading starts, in the middle, at the other side, or"
        " at both.",
        values="start | center | end | justify",
        initial="start",
        inherited=True,
        read=read_keyword("align", {**POSITION, "justify": "justify"}),
    ),
    Property(
        name="hyphens",
        summary="Where words may be divided: nowhere, at soft hyphens, or by the language's dictionary;"
        " `whole` keeps them together at hyphens that are written, too.",
        values="whole | none | manual | auto",
        initial="manual",
        inherited=True,
        read=read_keyword("hyphens", {"whole": "whole", "none": "none", "manual": "manual", "auto": "auto"}),
    ),
    Property(
        name="text-wrap",
        summary="Whether lines take what fits, and the last one what is left, or are all about as long.",
        values="wrap | balance",
        initial="wrap",
        inherited=True,
        read=read_keyword("wrap", {"wrap": "wrap", "balance": "balance"}),
    ),
)

_COLORS = (
    Property(
        name="color",
        summary="Of text, lines to write on, and drawings that bring none. Text must print in black ink"
        " alone.",
        values="<color>",
        initial="ink",
        inherited=True,
        read=read_color("color"),
    ),
    Property(
        name="background-color",
        summary="Behind a group or cell; of a panel, or a box at its edge, into the bleed.",
        values="<color> | transparent",
        initial="transparent",
        read=read_background,
    ),
)

_LISTS = (
    Property(
        name="list-style-type",
        summary="The mark of items. Numbers stand in digits of the language; letters and Roman numerals in"
        " Latin script only, else decimal.",
        values=" | ".join(("disc", *KINDS, "none", "<string>")),
        initial="disc",
        inherited=True,
        read=read_marker,
    ),
    Property(
        name="counter-reset",
        summary="Begins counters, each at 0 or the number behind it. Lists begin list-item.",
        values="none | [ <ident> <integer>? ]+",
        initial="none",
        read=read_resets,
    ),
    Property(
        name="counter-increment",
        summary="Counters go on by 1, or the number behind them. Items of lists count list-item.",
        values="none | [ <ident> <integer>? ]+",
        initial="none",
        read=read_increments,
    ),
    Property(
        name="content",
        summary="What ::before writes into a paragraph and ::marker before an item. Marks and digits: words"
        " stand in layouts, to be translated.",
        values="none | [ <string> | counter( <ident> [, " + " | ".join(KINDS) + " ]? ) ]+",
        initial="none",
        read=read_content,
    ),
)

_BREAKS = (
    Property(
        name="break-before",
        summary="page: in the next panel. column: in the next column of a group, or else the next panel."
        " avoid: stays with the block before.",
        values="auto | avoid | page | column",
        initial="auto",
        read=read_break("break_before", "keep_previous"),
    ),
    Property(
        name="break-after",
        summary="The same for what follows. Headings have avoid: they stay with what they head.",
        values="auto | avoid | page | column",
        initial="auto",
        read=read_break("break_after", "keep_next"),
    ),
    Property(
        name="break-inside",
        summary="avoid: the block stays in one panel, if any panel is large enough for it.",
        values="auto | avoid",
        initial="auto",
        read=read_keyword("keep_together", {"avoid": True, "auto": False}),
    ),
    Property(
        name="column-count",
        summary="Columns of a group, of one width and as even as can be; the first is where reading starts.",
        values="<integer [1,6]>",
        initial="1",
        read=read_count,
    ),
    Property(
        name="column-gap",
        summary="Between the columns of a group.",
        values="<length [0,2000mm]>",
        initial="0",
        read=read_length("column_gap", least="none"),
    ),
)

_PARTS = (
    ("-block", ("block_start", "block_end"), "Above and below.", "{1,2}"),
    (
        "-inline",
        ("inline_start", "inline_end"),
        "Where reading starts, and at the other side.",
        "{1,2}",
    ),
    *((f"-{side.replace('_', '-')}", (side,), "One side of it.", "") for side in SIDES),
)
"""Of margin and padding: end of the name, sides, what they are, and how many lengths they take."""


def _sided(name: str, summary: str) -> Iterator[Property]:
    """All sides together, then in parts."""
    length = "<length [0,2000mm]>" if name == "padding" else "<length>"
    for part, sides, told, times in (("", SIDES, summary, "{1,4}"), *_PARTS):
        read, values = read_sides(name, sides), f"{length}{times}"
        yield Property(name=f"{name}{part}", summary=told, values=values, initial="0", read=read)


_BOXES = (
    Property(
        name="align-content",
        summary="Where content stands in the height of a panel, of a box at its edge, or of a cell.",
        values="start | center | end",
        initial="start",
        read=read_keyword("content", POSITION),
    ),
    Property(
        name="float",
        summary="A picture stands beside the text that follows it, where reading starts; the text keeps"
        " clear of it with padding-inline-start.",
        values="none | inline-start",
        initial="none",
        read=read_keyword("floats", {"inline-start": True, "none": False}),
    ),
    Property(
        name="width",
        summary="Of a picture or code; its height follows.",
        values="<length [0,2000mm]>",
        initial="all there is",
        read=read_length("width", least="some"),
    ),
    Property(
        name="height",
        summary="Of a picture, whose width follows; or of a box, which must hold what stands in it.",
        values="<length [0,2000mm]>",
        initial="as content needs",
        read=read_length("height", least="some"),
    ),
    *_sided(
        "margin",
        "Room around a block. Between two blocks the larger of their margins stands; none at the edge of a"
        " group.",
    ),
    *_sided("padding", "Room inside of a block, between its edge and its content."),
    Property(
        name="border",
        summary="A line around a group or cell, or along all sides of a row.",
        values="none | <length [0,10mm]> <color>",
        initial="none",
        read=read_borders,
    ),
    *(
        Property(
            name=f"border-{side.replace('_', '-')}",
            summary="A line along one side of a group, row or cell.",
            values="none | <length [0,10mm]> <color>",
            initial="none",
            read=read_border(field),
        )
        for side, field in (
            ("block_start", "border_start"),
            ("inline_end", "border_inline_end"),
            ("block_end", "border_end"),
            ("inline_start", "border_inline_start"),
        )
    ),
)

CHAPTERS: Mapping[str, tuple[Property, ...]] = MappingProxyType(
    {
        "Type": _TYPE,
        "Paragraphs": _PARAGRAPHS,
        "Colours": _COLORS,
        "Lists and counters": _LISTS,
        "Breaks and columns": _BREAKS,
        "Boxes": _BOXES,
    }
)
"""In the order of the manual."""

PROPERTIES: Mapping[str, Property] = MappingProxyType(
    {prop.name: prop for chapter in CHAPTERS.values() for prop in chapter}
)
