"""Content stream operators -> shown glyphs and painted paths with the graphics state of each."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import pikepdf

from leaflets.geometry import IDENTITY, Matrix, Rect
from leaflets.preflight.marks import Font, Mark, Paint, Painted, Point, Shown, around, common

BLACK = Paint("DeviceGray", (0.0,))
UNIT_SQUARE: tuple[Point, ...] = ((0, 0), (1, 0), (1, 1), (0, 1))

OPERATORS = frozenset(
    ("b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1", "Do", "DP",
     "EI", "EMC", "ET", "EX", "f", "F", "f*", "G", "g", "gs", "h", "i", "ID", "j", "J", "K", "k", "l", "m",
     "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc", "SCN", "scn", "sh", "T*", "Tc",
     "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y", "'", '"',
     "INLINE IMAGE")
)  # fmt: skip
"""All that ISO 32000-1, annex A, defines, and pikepdf's name for a whole inline image."""

DEEPEST = 12
"""Form XObjects within each other that are followed: a form may not contain itself (8.10.1)."""

SPACE = 32

DEVICES = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
FILLS = frozenset(("f", "F", "f*"))
STROKES = frozenset(("S", "s"))
BOTH = frozenset(("B", "B*", "b", "b*"))

FontOf = Callable[[str], tuple[str, Font]]
"""Name of a font resource -> its key and the font."""


def no_fonts(resource: str) -> tuple[str, Font]:
    """For content without text."""
    raise KeyError(resource)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The graphics state (ISO 32000-1, 8.4.1), as far as a leaflet changes it."""

    matrix: Matrix = IDENTITY
    fill: Paint = BLACK
    stroke: Paint = BLACK
    width: float = 1.0
    overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0
    clip: Rect | None = None
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
    font_of: FontOf = no_fonts
    shown: list[Shown] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    _state: State = field(default_factory=State)
    _stack: list[State] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _path: list[Point] = field(default_factory=list)
    _line: Matrix = IDENTITY
    _text: Matrix = IDENTITY
    undefined: list[str] = field(default_factory=list)
    depth: int = 0
    _clips: bool = False
    _forms: int = 0

    def run(self, content: pikepdf.Page | pikepdf.Object) -> None:
        """All operators of a page or of a form XObject."""
        for instruction in pikepdf.parse_content_stream(content):
            self._do(str(instruction.operator), list(instruction.operands))

    def _do(self, operator: str, operands: list[Any]) -> None:  # Any: numbers, names, strings, arrays
        if operator not in OPERATORS:
            self.undefined.append(operator)
        for group in (self._do_state, self._do_color, self._do_text, self._do_path, self._do_marks):
            if group(operator, operands):
                return

    def _do_state(self, operator: str, operands: list[Any]) -> bool:
        match operator:
            case "q":
                self._stack.append(self._state)
                self.depth = max(self.depth, len(self._stack))
            case "Q":
                if self._stack:
                    self._state = self._stack.pop()
                else:
                    self.undefined.append("Q without q")
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
        if "/OP" in entries:
            self._set(stroke_overprint=bool(entries.OP))
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
            numbers = [value for value in operands if not isinstance(value, pikepdf.Name)]
            self._set(**{key: Paint(space, tuple(map(float, numbers)))})
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
            case "'" | '"':
                if operator == '"':
                    self._set(word_space=float(operands[0]), char_space=float(operands[1]))
                self._next_line(0, -self._state.leading)
                self._show([operands[-1]])
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
                step = font.code_bytes
                for i in range(0, len(data), step):
                    self._glyph(int.from_bytes(data[i : i + step], "big"), key=key, font=font)
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
                order=len(self.shown) + len(self.painted),
                clip=state.clip,
            )
        )
        width = font.widths.get(code, 0.0) / 1000 * state.size
        is_space = code == SPACE and font.code_bytes == 1  # 9.3.3: of no other code
        space = state.char_space + (state.word_space if is_space else 0.0)
        self._advance((width + space) * state.scale)

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
            self._external_object(self.resources.XObject[str(operands[0])], name=str(operands[0]))
        elif operator == "sh":
            self._add_painted("shading", _corners(self._state.clip))
        elif operator == "INLINE IMAGE":
            self._image(operands[0].obj, name="inline")
        elif operator in {"W", "W*"}:
            self._clips = True
        else:
            return operator == "h"
        return True

    def _external_object(self, found: Any, *, name: str) -> None:  # a stream of pikepdf
        if found.get("/Subtype") != "/Form":
            self._image(found, name=f"{found.objgen[0]} {found.objgen[1]} R" if found.objgen[0] else name)
        elif self._forms < DEEPEST:
            self._form(found)

    def _image(self, found: Any, *, name: str) -> None:  # a stream of pikepdf
        size = (int(found.get("/Width", found.get("/W", 0))), int(found.get("/Height", found.get("/H", 0))))
        self._add_painted("image", UNIT_SQUARE, name=name, pixels=size)

    def _form(self, form: Any) -> None:  # a stream of pikepdf
        """The content of a form XObject, in a graphics state of its own (8.10.1)."""
        kept = self._state, self._stack, self.resources
        self._stack, self._forms = [], self._forms + 1
        self.resources = form.get("/Resources", self.resources)
        if "/Matrix" in form:
            self._set(matrix=product(_matrix(form.Matrix.as_list()), self._state.matrix))
        self.run(form)
        self._state, self._stack, self.resources = kept
        self._forms -= 1

    def _paint(self, operator: str) -> None:
        if operator != "n":
            self._add_painted(
                "fill" if operator in FILLS else "stroke" if operator in STROKES else "both",
                tuple(self._path),
            )
        if self._clips:
            cut = around([applied(self._state.matrix, point) for point in self._path])
            before = self._state.clip
            self._set(clip=cut if before is None else common(before, cut))
            self._clips = False
        self._path.clear()

    def _add_painted(
        self,
        kind: Literal["fill", "stroke", "both", "image", "shading"],
        points: tuple[Point, ...],
        *,
        name: str = "",
        pixels: tuple[int, int] = (0, 0),
    ) -> None:
        state = self._state
        overprint = state.stroke_overprint if kind == "stroke" else state.overprint
        self.painted.append(
            Painted(
                kind=kind,
                points=tuple(applied(state.matrix, point) for point in points),
                fill=state.fill,
                stroke=state.stroke,
                width=state.width
                * abs(state.matrix[0] * state.matrix[3] - state.matrix[1] * state.matrix[2]) ** 0.5,
                overprint=overprint and state.overprint_mode == 1,
                marks=tuple(self._marks),
                order=len(self.shown) + len(self.painted),
                clip=state.clip,
                name=name,
                pixels=pixels,
                matrix=state.matrix,
            )
        )

    def _do_marks(self, operator: str, operands: list[Any]) -> bool:
        if operator in {"BDC", "BMC"}:
            self._marks.append(self._mark(str(operands[0])[1:], operands[1] if operator == "BDC" else None))
        elif operator == "EMC":
            if self._marks:
                self._marks.pop()
            else:
                self.undefined.append("EMC without BDC")
        return True

    def _mark(self, tag: str, properties: Any) -> Mark:  # a pikepdf dictionary, a name of one, or None
        if isinstance(properties, pikepdf.Name):
            properties = self.resources.get("/Properties", {}).get(str(properties))
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


def _corners(rect: Rect | None) -> tuple[Point, ...]:
    """A shading fills all of its clip."""
    if rect is None:
        return UNIT_SQUARE
    return ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.top), (rect.x, rect.top))


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
