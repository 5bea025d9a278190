"""Content stream operators -> shown glyphs and painted paths with the graphics state of each."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import pikepdf

from leaflets.preflight.marks import Font, Mark, Matrix, Paint, Painted, Point, Shown

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
BLACK = Paint("DeviceGray", (0.0,))
UNIT_SQUARE: tuple[Point, ...] = ((0, 0), (1, 0), (1, 1), (0, 1))

DEVICES = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
FILLS = frozenset(("f", "F", "f*"))
STROKES = frozenset(("S", "s"))
BOTH = frozenset(("B", "B*", "b", "b*"))

FontOf = Callable[[str], tuple[str, Font]]
"""Name of a font resource -> its key and the font."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The graphics state (ISO 32000-1, 8.4.1), as far as a leaflet changes it."""

    matrix: Matrix = IDENTITY
    fill: Paint = BLACK
    stroke: Paint = BLACK
    width: float = 1.0
    overprint: bool = False
    overprint_mode: int = 0
    font: str = ""
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


@dataclass(slots=True)
class Interpreter:
    """Runs the content of one page; what it finds is in `shown` and `painted`."""

    resources: Any  # a pikepdf dictionary: its keys are attributes
    font_of: FontOf
    shown: list[Shown] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    _state: State = field(default_factory=State)
    _stack: list[State] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _path: list[Point] = field(default_factory=list)
    _line: Matrix = IDENTITY
    _text: Matrix = IDENTITY

    def run(self, page: pikepdf.Page) -> None:
        for instruction in pikepdf.parse_content_stream(page):
            self._do(str(instruction.operator), list(instruction.operands))

    def _do(self, operator: str, operands: list[Any]) -> None:  # Any: numbers, names, strings, arrays
        for group in (self._do_state, self._do_color, self._do_text, self._do_path, self._do_marks):
            if group(operator, operands):
                return

    def _do_state(self, operator: str, operands: list[Any]) -> bool:
        match operator:
            case "q":
                self._stack.append(self._state)
            case "Q":
                self._state = self._stack.pop()
            case "cm":
                self._set(matrix=product(_matrix(operands), self._state.matrix))
            case "w":
                self._set(width=float(operands[0]))
            case "gs":
                self._external(self.resources.ExtGState[str(operands[0])])
            case _:
                return False
        return True

    def _external(self, entries: Any) -> None:  # a pikepdf dictionary
        if "/op" in entries or "/OP" in entries:
            self._set(overprint=bool(entries.get("/op", entries.get("/OP"))))
        if "/OPM" in entries:
            self._set(overprint_mode=int(entries.OPM))

    def _do_color(self, operator: str, operands: list[Any]) -> bool:
        key: Literal["fill", "stroke"] = "fill" if operator.islower() else "stroke"
        device = DEVICES.get(operator.lower())
        if device:
            self._set(**{key: Paint(device, tuple(map(float, operands)))})
        elif operator in {"cs", "CS"}:
            self._set(**{key: Paint(self._space(str(operands[0])), ())})
        elif operator in {"sc", "SC", "scn", "SCN"}:
            space = getattr(self._state, key).space
            self._set(**{key: Paint(space, tuple(map(float, operands)))})
        else:
            return False
        return True

    def _space(self, resource: str) -> str:
        """A device space, or the colorant of a separation."""
        named = self.resources.get("/ColorSpace", {}).get(resource)
        if named is None:
            return resource[1:]
        return str(named[1] if str(named[0]) == "/Separation" else named[0])[1:]

    def _do_text(self, operator: str, operands: list[Any]) -> bool:
        match operator:
            case "BT":
                self._line = self._text = IDENTITY
            case "Td" | "TD":
                if operator == "TD":
                    self._set(leading=-float(operands[1]))
                self._next_line(float(operands[0]), float(operands[1]))
            case "Tm":
                self._line = self._text = _matrix(operands)
            case "T*":
                self._next_line(0, -self._state.leading)
            case "Tj":
                self._show([operands[0]])
            case "TJ":
                self._show(operands[0].as_list())
            case _:
                return self._do_text_state(operator, operands)
        return True

    def _do_text_state(self, operator: str, operands: list[Any]) -> bool:
        match operator:
            case "Tf":
                self._set(font=str(operands[0]), size=float(operands[1]))
            case "Tc":
                self._set(char_space=float(operands[0]))
            case "Tw":
                self._set(word_space=float(operands[0]))
            case "Tz":
                self._set(scale=float(operands[0]) / 100)
            case "TL":
                self._set(leading=float(operands[0]))
            case "Ts":
                self._set(rise=float(operands[0]))
            case "Tr":
                self._set(mode=int(operands[0]))
            case _:
                return False
        return True

    def _next_line(self, x: float, y: float) -> None:
        self._line = self._text = product((1, 0, 0, 1, x, y), self._line)

    def _show(self, parts: list[Any]) -> None:
        """Strings and shifts of TJ (9.4.3, 9.4.4)."""
        state = self._state
        key, font = self.font_of(state.font)
        for part in parts:
            if isinstance(part, pikepdf.String):
                data = bytes(part)
                for i in range(0, len(data), 2):
                    self._glyph(int.from_bytes(data[i : i + 2], "big"), key=key, font=font)
            else:
                self._advance(-float(part) / 1000 * state.size * state.scale)

    def _glyph(self, code: int, *, key: str, font: Font) -> None:
        state = self._state
        em = (state.size * state.scale, 0, 0, state.size, 0, state.rise)
        self.shown.append(
            Shown(
                code=code,
                text=font.texts.get(code),
                gid=font.gids[code] if code < len(font.gids) else 0 if font.gids else code,
                font=key,
                matrix=product(product(em, self._text), state.matrix),
                fill=state.fill,
                overprint=state.overprint and state.overprint_mode == 1,
                mode=state.mode,
                marks=tuple(self._marks),
            )
        )
        width = font.widths.get(code, 0.0) / 1000 * state.size
        self._advance((width + state.char_space) * state.scale)

    def _advance(self, x: float) -> None:
        self._text = product((1, 0, 0, 1, x, 0), self._text)

    def _do_path(self, operator: str, operands: list[Any]) -> bool:
        if operator in {"m", "l", "c", "v", "y"}:
            numbers = tuple(map(float, operands))
            self._path += zip(numbers[::2], numbers[1::2], strict=True)
        elif operator == "re":
            x, y, width, height = map(float, operands)
            self._path += [(x + width * dx, y + height * dy) for dx, dy in UNIT_SQUARE]
        elif operator in FILLS | STROKES | BOTH | {"n"}:
            self._paint(operator)
        elif operator == "Do":
            self._add_painted("image", UNIT_SQUARE)
        else:
            return operator in {"h", "W", "W*"}
        return True

    def _paint(self, operator: str) -> None:
        if operator != "n":
            self._add_painted(
                "fill" if operator in FILLS else "stroke" if operator in STROKES else "both",
                tuple(self._path),
            )
        self._path.clear()

    def _add_painted(
        self, kind: Literal["fill", "stroke", "both", "image"], points: tuple[Point, ...]
    ) -> None:
        state = self._state
        self.painted.append(
            Painted(
                kind=kind,
                points=tuple(applied(state.matrix, point) for point in points),
                fill=state.fill,
                stroke=state.stroke,
                width=state.width,
                overprint=state.overprint and state.overprint_mode == 1,
                marks=tuple(self._marks),
            )
        )

    def _do_marks(self, operator: str, operands: list[Any]) -> bool:
        if operator in {"BDC", "BMC"}:
            self._marks.append(self._mark(str(operands[0])[1:], operands[1] if operator == "BDC" else None))
        elif operator == "EMC":
            self._marks.pop()
        return True

    def _mark(self, tag: str, properties: Any) -> Mark:  # a pikepdf dictionary, a name of one, or None
        if isinstance(properties, pikepdf.Name):
            properties = self.resources.Properties[properties]
        if properties is None:
            return Mark(tag)
        return Mark(
            tag,
            mcid=int(properties.MCID) if "/MCID" in properties else None,
            actual=str(properties.ActualText) if "/ActualText" in properties else None,
            language=str(properties.Lang) if "/Lang" in properties else None,
        )

    def _set(self, **changes: Any) -> None:  # Any: fields of State
        self._state = replace(self._state, **changes)


def _matrix(operands: list[Any]) -> Matrix:  # Any: pikepdf's numbers
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, and `then` the other (8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def applied(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f
