"""The style properties, declared once: what each takes, and which fields of a style it changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from leaflets.document.colors import color_name
from leaflets.document.generated import read_content, read_increments, read_marker, read_resets
from leaflets.document.tree import Sides, Style
from leaflets.document.values import BadValue, Change, Colors, Reader, Tokens, one
from leaflets.frozen import dataclass
from leaflets.geometry import UNITS, ZERO, Length

SIDES = ("block_start", "inline_end", "block_end", "inline_start")
"""In the order of CSS shorthands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property: `read` turns its tokens into changes."""

    name: str
    summary: str
    read: Reader
    first: bool = False
    """Applied before the others, as they depend on it."""


def read_value(name: str, tokens: Tokens, *, colors: Colors) -> Sequence[Change]:
    """Changes of one declaration. BadValue says what was expected."""
    return PROPERTIES[name].read([t for t in tokens if t.type not in ("whitespace", "comment")], colors)


def _length(token: Any, *, em: bool = True) -> Callable[[Style], Length]:  # tinycss2 token
    if token.type == "number" and token.value == 0:
        return lambda _style: ZERO
    if token.type == "dimension" and token.lower_unit in UNITS:
        points = token.value * UNITS[token.lower_unit]
        return lambda _style: Length(0.0, points)
    if em and token.type == "dimension" and token.lower_unit == "em":
        value = token.value
        return lambda style: style.size.times(value)
    units = ", ".join(("em", *UNITS) if em else UNITS)
    raise BadValue(f'"{token.serialize()}" is not a length', f"write a number with a unit: {units}")


def _keyword(field: str, values: Mapping[str, object]) -> Reader:
    def read(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
        token = one(tokens)
        word = token.serialize().lower()
        if word not in values:
            raise BadValue(f'"{word}" is not known here', "use " + ", ".join(values))
        value = values[word]
        return (lambda style: replace(style, **{field: value}),)

    return read


def _break(forced: str, keep: str) -> Reader:
    values: Mapping[str, Mapping[str, object]] = {
        "auto": {forced: "", keep: False},
        "avoid": {forced: "", keep: True},
        "page": {forced: "page", keep: False},
        "column": {forced: "column", keep: False},
    }

    def read(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
        word = one(tokens).serialize().lower()
        if word not in values:
            raise BadValue(f'"{word}" is not a break', "use " + ", ".join(values))
        changed: dict[str, Any] = dict(values[word])  # the fields' names are data
        return (lambda style: replace(style, **changed),)

    return read


def _single_length(field: str) -> Reader:
    def read(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
        length = _length(one(tokens))
        return (lambda style: replace(style, **{field: length(style)}),)

    return read


def _sides(field: str, sides: Sequence[str]) -> Reader:
    """One to four values for the named sides, as CSS repeats them."""

    def read(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
        if not 1 <= len(tokens) <= len(sides):
            raise BadValue(f"{len(tokens)} values", f"give 1 to {len(sides)} lengths")
        lengths = [_length(token) for token in tokens]
        repeated = [lengths[_repeat(index, len(lengths))] for index in range(len(sides))]

        def change(style: Style) -> Style:
            old: Sides = getattr(style, field)
            new = {side: length(style) for side, length in zip(sides, repeated, strict=True)}
            changed: dict[str, Any] = {field: replace(old, **new)}  # the field's name is data
            return replace(style, **changed)

        return (change,)

    return read


def _repeat(index: int, count: int) -> int:
    """CSS Box 3: two values are block and inline, three leave the inline end to be the inline start."""
    return index if index < count else (index - 2 if index - 2 < count and index >= 2 else 0)


def _color(field: str) -> Reader:
    def read(tokens: Tokens, colors: Colors) -> Sequence[Change]:
        name = color_name(one(tokens), colors)
        return (lambda style: replace(style, **{field: name}),)

    return read


def _background(tokens: Tokens, colors: Colors) -> Sequence[Change]:
    if one(tokens).serialize().lower() == "transparent":
        return (lambda style: replace(style, background=""),)
    return _color("background")(tokens, colors)


def _border(field: str) -> Reader:
    def read(tokens: Tokens, colors: Colors) -> Sequence[Change]:
        if len(tokens) == 1 and tokens[0].serialize() == "none":
            return (lambda style: replace(style, **{field: None}),)
        if len(tokens) != 2:
            raise BadValue("a border is a width and a colour", "write for example: 0.5pt accent")
        width, color = _length(tokens[0], em=False), color_name(tokens[1], colors)
        return (lambda style: replace(style, **{field: (width(style), color)}),)

    return read


def _families(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    names = [token.value for token in tokens if token.type in ("string", "ident")]
    if not names or any(t.type not in ("string", "ident") and t != "," for t in tokens):
        raise BadValue("a list of families", 'write for example: "Noto Sans", "Noto Naskh Arabic"')
    return (lambda style: replace(style, families=tuple(names)),)


def _weight(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    token = one(tokens)
    named = {"normal": 400, "bold": 700}
    value = named.get(token.serialize()) or (token.value if token.type == "number" else 0)
    if not 1 <= value <= 1000:
        raise BadValue(f'"{token.serialize()}" is not a weight', "use normal, bold, or 1 to 1000")
    return (lambda style: replace(style, weight=int(value)),)


def _size(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    """em and % are of the parent's size, which a style begins with."""
    token = one(tokens)
    if token.type == "percentage":
        factor = token.value / 100
        return (lambda style: replace(style, size=style.size.times(factor)),)
    length = _length(token)
    return (lambda style: replace(style, size=length(style)),)


def _count(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    token = one(tokens)
    if token.type != "number" or not token.is_integer or not 1 <= token.value <= 6:
        raise BadValue(f'"{token.serialize()}" is not a number of columns', "use a whole number from 1 to 6")
    return (lambda style: replace(style, columns=int(token.value)),)


def _line_height(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    token = one(tokens)
    if token.type != "number" or not 0.8 <= token.value <= 4:
        raise BadValue(f'"{token.serialize()}" is not a line height', "use a number from 0.8 to 4")
    return (lambda style: replace(style, line_height=token.value),)


def _numeric(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    words = [token.serialize().lower() for token in tokens]
    unknown = [word for word in words if word not in _FIGURES]
    if (not words or unknown) and words != ["normal"]:
        text = " ".join(unknown or words)
        raise BadValue(f'"{text}" is not a form of figures', "use normal, or " + ", ".join(_FIGURES))
    chosen = tuple((_FIGURES[word], 1) for word in words if word != "normal")
    return (lambda style: replace(style, numeric=chosen),)


def _features(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    """A list of "tag", "tag" on, "tag" 0 … with commas between them (CSS Fonts 4, 6.12)."""
    if [token.serialize().lower() for token in tokens] == ["normal"]:
        return (lambda style: replace(style, features=()),)
    chosen: list[tuple[str, int]] = []
    for part in _parts(tokens):
        name = part[0].value if part[0].type == "string" else part[0].serialize()
        value = _SWITCH.get(part[1].serialize().lower()) if len(part) == 2 else 1
        if name not in _FEATURES or value is None or len(part) > 2:
            text = " ".join(token.serialize() for token in part)
            expected = 'write for example "tnum" or "liga" 0; known are ' + ", ".join(_FEATURES)
            raise BadValue(f"{text} is not a feature of type that leaflets use", expected)
        chosen.append((name, value))
    return (lambda style: replace(style, features=tuple(chosen)),)


def _parts(tokens: Tokens) -> list[Tokens]:
    """Tokens between commas; none of the parts is empty."""
    parts: list[Tokens] = [[]]
    for found in tokens:
        if found == ",":
            parts.append([])
        else:
            parts[-1].append(found)
    if not all(parts):
        raise BadValue("a value is missing beside a comma", 'write for example "tnum", "liga" 0')
    return parts


_FIGURES = {
    "lining-nums": "lnum",
    "oldstyle-nums": "onum",
    "proportional-nums": "pnum",
    "tabular-nums": "tnum",
    "diagonal-fractions": "frac",
    "slashed-zero": "zero",
}

_FEATURES = ("kern", "liga", "clig", "calt", "case", "frac", "lnum", "onum", "pnum", "tnum", "zero", "palt")
"""What is of use in a leaflet. Not those that change letters, or that a script cannot do without."""

_SWITCH = {"1": 1, "on": 1, "0": 0, "off": 0}

_POSITION = {"start": "start", "center": "center", "end": "end"}

_ALL = (
    Property(name="font-size", summary="Size of type.", read=_size, first=True),
    Property(name="font-family", summary="Families, first of all.", read=_families),
    Property(name="font-weight", summary="normal, bold, 1 to 1000.", read=_weight),
    Property(
        name="font-style",
        summary="normal or italic.",
        read=_keyword("slant", {"normal": "normal", "italic": "italic"}),
    ),
    Property(name="line-height", summary="Times the size and the face's own factor.", read=_line_height),
    Property(
        name="color", summary="A colour for text, in black ink alone, and for icons.", read=_color("color")
    ),
    Property(
        name="background-color", summary="A colour behind a group or panel, or transparent.", read=_background
    ),
    Property(
        name="text-align",
        summary="start, center, end, justify.",
        read=_keyword("align", {**_POSITION, "justify": "justify"}),
    ),
    Property(
        name="hyphens",
        summary="none, manual (at soft hyphens), auto (by the language's dictionary).",
        read=_keyword("hyphens", {"none": "none", "manual": "manual", "auto": "auto"}),
    ),
    Property(
        name="font-variant-numeric",
        summary="normal, or forms of figures: " + ", ".join(_FIGURES) + ".",
        read=_numeric,
    ),
    Property(
        name="font-feature-settings",
        summary="normal, or OpenType features: " + ", ".join(_FEATURES) + "; 0 or off leaves one out.",
        read=_features,
    ),
    Property(
        name="align-content", summary="Where content stands in a box.", read=_keyword("content", _POSITION)
    ),
    Property(
        name="list-style-type",
        summary="disc, none, decimal (in digits of the language), lower-alpha, upper-alpha, lower-roman,"
        " upper-roman (letters in Latin script only, else decimal), or marks in quotation marks.",
        read=read_marker,
    ),
    Property(
        name="counter-reset", summary="none, or counters, each with what it is set to (0).", read=read_resets
    ),
    Property(
        name="counter-increment",
        summary="none, or counters, each with how much it goes on by (1). Lists count list-item.",
        read=read_increments,
    ),
    Property(
        name="content",
        summary="Of ::before and ::marker: none, or marks in quotation marks and counter(name, decimal)."
        " Words stand in layouts, to be translated.",
        read=read_content,
    ),
    Property(
        name="break-before",
        summary="auto, avoid (stays with the block before), page (in the next panel), column (in the next"
        " column; without columns, in the next panel).",
        read=_break("break_before", "keep_previous"),
    ),
    Property(
        name="break-after",
        summary="auto, avoid (stays with the next block), page, column.",
        read=_break("break_after", "keep_next"),
    ),
    Property(
        name="break-inside",
        summary="avoid: stays in one panel.",
        read=_keyword("keep_together", {"avoid": True, "auto": False}),
    ),
    Property(
        name="float",
        summary="inline-start: an image beside the text that follows.",
        read=_keyword("floats", {"inline-start": True, "none": False}),
    ),
    Property(name="column-count", summary="Columns of a group, balanced.", read=_count),
    Property(name="column-gap", summary="Between columns.", read=_single_length("column_gap")),
    Property(name="width", summary="Of an image.", read=_single_length("width")),
    Property(name="height", summary="Of an image or box.", read=_single_length("height")),
    Property(name="margin", summary="1 to 4 lengths.", read=_sides("margin", SIDES)),
    Property(name="padding", summary="1 to 4 lengths.", read=_sides("padding", SIDES)),
    Property(name="border-block-start", summary="Width, colour.", read=_border("border_start")),
    Property(name="border-block-end", summary="Width, colour.", read=_border("border_end")),
    Property(name="border-inline-start", summary="Width, colour.", read=_border("border_inline_start")),
    Property(name="border-inline-end", summary="Width, colour.", read=_border("border_inline_end")),
    *(
        Property(
            name=f"{kind}-{side.replace('_', '-')}",
            summary="One logical side.",
            read=_sides(kind, (side,)),
        )
        for kind in ("margin", "padding")
        for side in SIDES
    ),
)

PROPERTIES: Mapping[str, Property] = MappingProxyType({prop.name: prop for prop in _ALL})
