"""Readers of properties: tokens of a value -> changes of a style, or what was expected."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from leaflets.document.colors import color_name
from leaflets.document.tree import Sides, Style
from leaflets.document.values import BadValue, Change, Colors, Reader, Tokens, one
from leaflets.geometry import MM, UNITS, ZERO, Length

SIDES = ("block_start", "inline_end", "block_end", "inline_start")
"""In the order of CSS shorthands."""


LONGEST = 2000 * MM
"""No sheet is larger than 2 m: what is beyond is a slip, or meant to do harm."""
MOST_EMS = 200.0
THICKEST = 10 * MM
"""Of a line at the edge of a block."""

Least = Literal["any", "none", "some"]
"""Whether a length may be less than nothing, as margins may; or nothing."""


def _length(
    token: Any,  # tinycss2 token
    *,
    em: bool = True,
    least: Least = "any",
    most: float = LONGEST,
) -> Callable[[Style], Length]:
    """BadValue beyond what can be printed; `1e999mm` is infinite (CSS Values 4, 10.9)."""
    if token.type == "number" and token.value == 0 and least != "some":
        return lambda _style: ZERO
    is_em = em and token.type == "dimension" and token.lower_unit == "em"
    if not is_em and (token.type != "dimension" or token.lower_unit not in UNITS):
        units = ", ".join(("em", *UNITS) if em else UNITS)
        raise BadValue(f'"{token.serialize()}" is not a length', f"write a number with a unit: {units}")
    value = token.value if is_em else token.value * UNITS[token.lower_unit]
    _refuse_bounds(value, token, least=least, most=MOST_EMS if is_em else most)
    if is_em:
        return lambda style: style.size.times(value)
    return lambda _style: Length(0.0, value)


def _refuse_bounds(value: float, token: Any, *, least: Least, most: float) -> None:  # tinycss2 token
    written = token.serialize()
    if value < 0 and least != "any":
        raise BadValue(
            f'"{written}" is less than nothing', "write a length from 0 on; only margins may be less"
        )
    if value == 0 and least == "some":
        raise BadValue(f'"{written}" would let it vanish', "write a length that can be seen")
    if not abs(value) <= most:  # what is no number is not within them either
        limit = f"{most:g}em" if most == MOST_EMS else f"{most / MM:g}mm"
        raise BadValue(f'"{written}" is too long', f"write a length of at most {limit}")


def read_keyword(field: str, values: Mapping[str, object]) -> Reader:
    def read(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
        token = one(tokens)
        word = token.serialize().lower()
        if word not in values:
            raise BadValue(f'"{word}" is not known here', "use " + ", ".join(values))
        value = values[word]
        return (lambda style: replace(style, **{field: value}),)

    return read


def read_break(forced: str, keep: str) -> Reader:
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


def read_length(field: str, *, least: Least) -> Reader:
    def read(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
        length = _length(one(tokens), least=least)
        return (lambda style: replace(style, **{field: length(style)}),)

    return read


def read_sides(field: str, sides: Sequence[str]) -> Reader:
    """One to four values for the named sides, as CSS repeats them; padding is not negative (CSS Box 4, 4)."""
    least: Least = "none" if field == "padding" else "any"

    def read(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
        if not 1 <= len(tokens) <= len(sides):
            raise BadValue(f"{len(tokens)} values", f"give 1 to {len(sides)} lengths")
        lengths = [_length(token, least=least) for token in tokens]
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


def read_color(field: str) -> Reader:
    def read(tokens: Tokens, colors: Colors) -> Sequence[Change]:
        name = color_name(one(tokens), colors)
        return (lambda style: replace(style, **{field: name}),)

    return read


def read_background(tokens: Tokens, colors: Colors) -> Sequence[Change]:
    if one(tokens).serialize().lower() == "transparent":
        return (lambda style: replace(style, background=""),)
    return read_color("background")(tokens, colors)


def read_border(field: str) -> Reader:
    def read(tokens: Tokens, colors: Colors) -> Sequence[Change]:
        if len(tokens) == 1 and tokens[0].serialize() == "none":
            return (lambda style: replace(style, **{field: None}),)
        if len(tokens) != 2:
            raise BadValue("a border is a width and a colour", "write for example: 0.5pt accent")
        width = _length(tokens[0], em=False, least="none", most=THICKEST)
        color = color_name(tokens[1], colors)
        return (lambda style: replace(style, **{field: (width(style), color)}),)

    return read


def read_borders(tokens: Tokens, colors: Colors) -> Sequence[Change]:
    """All four sides alike, in one change: of a declaration the last one would win."""
    fields = ("border_start", "border_end", "border_inline_start", "border_inline_end")
    sides = [change for field in fields for change in read_border(field)(tokens, colors)]

    def change(style: Style) -> Style:
        for side in sides:
            style = side(style)
        return style

    return (change,)


def read_families(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    names = [token.value for token in tokens if token.type in ("string", "ident")]
    if not names or any(t.type not in ("string", "ident") and t != "," for t in tokens):
        raise BadValue("a list of families", 'write for example: "Noto Sans", "Noto Naskh Arabic"')
    return (lambda style: replace(style, families=tuple(names)),)


def read_weight(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    token = one(tokens)
    named = {"normal": 400, "bold": 700}
    value = named.get(token.serialize()) or (token.value if token.type == "number" else 0)
    if not 1 <= value <= 1000:
        raise BadValue(f'"{token.serialize()}" is not a weight', "use normal, bold, or 1 to 1000")
    return (lambda style: replace(style, weight=int(value)),)


def read_size(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    """em and % are of the parent's size, which a style begins with."""
    token = one(tokens)
    if token.type == "percentage":
        factor = token.value / 100
        _refuse_bounds(factor, token, least="some", most=MOST_EMS)
        return (lambda style: replace(style, size=style.size.times(factor)),)
    length = _length(token, least="some")
    return (lambda style: replace(style, size=length(style)),)


def read_count(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    token = one(tokens)
    if token.type != "number" or not token.is_integer or not 1 <= token.value <= 6:
        raise BadValue(f'"{token.serialize()}" is not a number of columns', "use a whole number from 1 to 6")
    return (lambda style: replace(style, columns=int(token.value)),)


def read_line_height(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    token = one(tokens)
    if token.type != "number" or not 0.8 <= token.value <= 4:
        raise BadValue(f'"{token.serialize()}" is not a line height', "use a number from 0.8 to 4")
    return (lambda style: replace(style, line_height=token.value),)


def read_numeric(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    words = [token.serialize().lower() for token in tokens]
    unknown = [word for word in words if word not in FIGURES]
    if (not words or unknown) and words != ["normal"]:
        text = " ".join(unknown or words)
        raise BadValue(f'"{text}" is not a form of figures', "use normal, or " + ", ".join(FIGURES))
    chosen = tuple((FIGURES[word], 1) for word in words if word != "normal")
    return (lambda style: replace(style, numeric=chosen),)


def read_features(tokens: Tokens, _colors: Colors) -> Sequence[Change]:
    """A list of "tag", "tag" on, "tag" 0 … with commas between them (CSS Fonts 4, 6.12)."""
    if [token.serialize().lower() for token in tokens] == ["normal"]:
        return (lambda style: replace(style, features=()),)
    chosen: list[tuple[str, int]] = []
    for part in _parts(tokens):
        name = part[0].value if part[0].type == "string" else part[0].serialize()
        value = _SWITCH.get(part[1].serialize().lower()) if len(part) == 2 else 1
        if name not in FEATURES or value is None or len(part) > 2:
            text = " ".join(token.serialize() for token in part)
            expected = 'write for example "tnum" or "liga" 0; known are ' + ", ".join(FEATURES)
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


FIGURES = {
    "lining-nums": "lnum",
    "oldstyle-nums": "onum",
    "proportional-nums": "pnum",
    "tabular-nums": "tnum",
    "diagonal-fractions": "frac",
    "slashed-zero": "zero",
}

FEATURES = ("kern", "liga", "clig", "calt", "case", "frac", "lnum", "onum", "pnum", "tnum", "zero", "palt")
"""What is of use in a leaflet. Not those that change letters, or that a script cannot do without."""

_SWITCH = {"1": 1, "on": 1, "0": 0, "off": 0}

POSITION = {"start": "start", "center": "center", "end": "end"}
