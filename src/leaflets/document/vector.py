"""SVG to filled paths: a declared subset (g, path, rect, circle, ellipse, polygon) in palette colours.

Vectors stay vectors and colours stay in the print gamut: a fill is a palette name or `currentColor`.
Scripts, styles, references and text are refused.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import SVGPath
from lxml import etree

from leaflets.color import Color
from leaflets.diagnostics import Diagnostic, Place
from leaflets.document.parse import did_you_mean
from leaflets.errors import LayoutError
from leaflets.files import decode
from leaflets.frozen import dataclass
from leaflets.geometry import Path, Step

SVG = "{http://www.w3.org/2000/svg}"
CURRENT = "currentColor"
ROOT_ATTRIBUTES = ("viewBox", "width", "height", "version", "id")
GEOMETRY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "path": ("d",),
        "rect": ("x", "y", "width", "height", "rx", "ry"),
        "circle": ("cx", "cy", "r"),
        "ellipse": ("cx", "cy", "rx", "ry"),
        "polygon": ("points",),
    }
)
"""What each shape may have besides fill, transform and id: nothing that runs, fetches or is not drawn."""
FARTHEST = 1e6
"""Of any number in a drawing: what is beyond it is a slip, or infinite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One filled path, y downwards as in SVG, and the palette name of its fill."""

    path: Path
    color: Color | None
    """None: `currentColor`, the colour of the text where the drawing stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """A drawing: its view box and shapes, the first at the bottom."""

    left: float
    top: float
    width: float
    height: float
    shapes: tuple[Shape, ...]


def read_svg(data: bytes, *, file: str, colors: Mapping[str, Color]) -> Vector:
    """LayoutError names file and line of whatever is not in the subset."""
    text = decode(data, file=file)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise _fault(file, error.lineno, f"not well-formed: {error.msg}", "export it again") from None
    if root.tag != f"{SVG}svg" or root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # never None here
        raise _fault(file, 1, "not a plain SVG drawing", "begin with <svg xmlns=…> and without DOCTYPE")
    _only(root, ROOT_ATTRIBUTES, file)
    box = _box(root.get("viewBox") or "")
    if len(box) != 4 or not _is_near(box) or min(box[2:]) <= 0:
        raise _fault(file, root.sourceline, "no viewBox", 'write viewBox="0 0 width height"')
    shapes = [_shape(element, file, colors) for element in _leaves(root, file)]
    return Vector(left=box[0], top=box[1], width=box[2], height=box[3], shapes=tuple(shapes))


def _box(text: str) -> list[float]:
    """Numbers; none where one of them is something else."""
    try:
        return [float(word) for word in text.replace(",", " ").split()]
    except ValueError:
        return []


def _only(element: etree._Element, known: Sequence[str], file: str) -> None:
    for name in map(str, element.attrib):
        if name not in known:
            message = f'the attribute "{name}" is not in the SVG subset'
            raise _fault(file, element.sourceline, message, "take it out; there are " + ", ".join(known))


def _leaves(root: etree._Element, file: str) -> list[etree._Element]:
    found = []
    for element in root:
        if not isinstance(element.tag, str):
            raise _fault(file, element.sourceline, "an instruction is not in the SVG subset", "take it out")
        name = etree.QName(element).localname
        if name == "g" and not set(element.attrib) - {"fill"}:
            if element.get("fill"):
                for child in element:
                    child.set("fill", child.get("fill") or element.get("fill") or "")
            found += _leaves(element, file)
        elif name in GEOMETRY:
            found.append(element)
        elif name not in ("title", "desc"):
            help_text = did_you_mean(name, ("g", *GEOMETRY), form="<{}>")
            raise _fault(file, element.sourceline, f"<{name}> is not in the SVG subset", help_text)
    return found


def _shape(element: etree._Element, file: str, colors: Mapping[str, Color]) -> Shape:
    _only(element, (*GEOMETRY[etree.QName(element).localname], "fill", "transform", "id"), file)
    fill = element.get("fill") or CURRENT
    if fill != CURRENT and fill not in colors:
        expected = f"use {CURRENT} or a palette colour: " + ", ".join(colors)
        raise _fault(file, element.sourceline, f'the fill "{fill}" is not a palette colour', expected)
    drawn = etree.Element(f"{SVG}svg")
    copy = etree.SubElement(drawn, element.tag)
    copy.attrib.update({key: value for key, value in element.attrib.items() if key != "fill"})
    pen = RecordingPen()
    try:
        SVGPath.fromstring(etree.tostring(drawn)).draw(pen)
    except (
        ValueError,
        LookupError,
        TypeError,
        ArithmeticError,
        AssertionError,
        NotImplementedError,
    ) as error:
        raise _fault(file, element.sourceline, f"the shape is damaged: {error}", "export it again") from None
    path = tuple(_steps(pen))
    if not all(_is_near(numbers) for _kind, numbers in path):
        raise _fault(file, element.sourceline, "the shape is damaged: it is endless", "export it again")
    return Shape(path=path, color=colors.get(fill))


def _is_near(numbers: Sequence[float]) -> bool:
    """Neither infinite nor no number at all."""
    return all(abs(number) < FARTHEST for number in numbers)


def _steps(pen: RecordingPen) -> list[Step]:
    steps: list[Step] = []
    last = (0.0, 0.0)
    for operator, points in pen.value:
        if operator == "moveTo":
            steps.append(("M", points[0]))
        elif operator == "lineTo":
            steps.append(("L", points[0]))
        elif operator == "curveTo":
            steps.append(("C", tuple(v for point in points for v in point)))
        elif operator == "qCurveTo":
            steps.append(("C", _cubic(last, *points)))
        else:
            steps.append(("Z", ()))
        last = points[-1] if points else last
    return steps


def _cubic(
    start: tuple[float, float], control: tuple[float, float], end: tuple[float, float]
) -> tuple[float, ...]:
    """A quadratic curve with one control point as a cubic one (degree elevation)."""
    first = tuple(s + 2 / 3 * (c - s) for s, c in zip(start, control, strict=True))
    second = tuple(e + 2 / 3 * (c - e) for e, c in zip(end, control, strict=True))
    return (*first, *second, *end)


def _fault(file: str, line: object, message: str, help_text: str) -> LayoutError:
    found = Diagnostic(
        rule="bad-drawing",
        message=message,
        place=Place(file=file, line=line if isinstance(line, int) else None),
        notes=("drawings are a subset of SVG, so that they print in palette colours",),
        help=help_text,
    )
    return LayoutError(message, found)
