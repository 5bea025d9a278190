"""An item that was set level -> the same item turned by 90 degrees, so that its text runs upwards."""

from collections.abc import Sequence
from dataclasses import replace

from leaflets.geometry import Path, Step
from leaflets.pages.page import Fill, Glyphs, Item, Stroke


def upwards(item: Item, *, x: float, y: float) -> Item:
    """Turned counter-clockwise about the origin, which then stands at `x`, `y`. TypeError for a picture."""
    match item:
        case Glyphs():
            return replace(item, x=x - item.y, y=y + item.x, upwards=True)
        case Fill() | Stroke():
            return replace(item, path=_turned(item.path, x=x, y=y))
        case _:
            raise TypeError(f"a {type(item).__name__} cannot be turned")


def _turned(path: Sequence[Step], *, x: float, y: float) -> Path:
    return tuple((kind, _points(numbers, x=x, y=y)) for kind, numbers in path)


def _points(numbers: tuple[float, ...], *, x: float, y: float) -> tuple[float, ...]:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return tuple(value for across, up in pairs for value in (x - up, y + across))
