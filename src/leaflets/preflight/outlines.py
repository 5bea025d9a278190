"""Glyphs of a font -> contours as closed sequences of points: on and off the curve, in ems."""

from collections.abc import Callable
from functools import cache
from typing import Any

import uharfbuzz as hb

from leaflets.fonts.face import Face
from leaflets.preflight.cff import glyph_name, top_dict
from leaflets.preflight.marks import Font, Point

Contour = tuple[Point, ...]
Outline = tuple[Contour, ...]

OutlineOf = Callable[[int], Outline]
"""Glyph -> its contours in ems."""


class PointPen:
    """A pen of fontTools that keeps points; those that TrueType implies between two curves are added."""

    def __init__(self) -> None:
        self.contours: list[list[Point]] = []

    def moveTo(self, point: Point) -> None:  # noqa: N802 - the protocol of pens
        self.contours.append([point])

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self.contours[-1].append(point)

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        self.contours[-1] += points

    def qCurveTo(self, *points: Point | None) -> None:  # noqa: N802
        *controls, end = points
        off = [point for point in controls if point is not None]
        if end is None:  # a contour without a point on the curve
            self.contours.append([])
            end = _middle(off[-1], off[0])
        for control, following in zip(off, [*off[1:], None], strict=True):
            self.contours[-1] += [control, end if following is None else _middle(control, following)]

    def closePath(self) -> None:  # noqa: N802
        """Nothing: all contours of glyphs are closed."""

    def endPath(self) -> None:  # noqa: N802
        """Nothing, as for closePath."""


def _middle(first: Point, second: Point) -> Point:
    return (first[0] + second[0]) / 2, (first[1] + second[1]) / 2


def _outline(draw: Callable[[Any], object], *, units: int) -> Outline:  # Any: a pen of fontTools
    pen = PointPen()
    draw(pen)
    return tuple(filter(None, (_cleaned(points, units=units) for points in pen.contours)))


def _cleaned(points: list[Point], *, units: int) -> Contour:
    """Without points that stand on the one before: programs differ in whether they say them twice."""
    kept = [point for i, point in enumerate(points) if point != points[i - 1]]
    return tuple((x / units, y / units) for x, y in kept)


def drawn_by_face(face: Face) -> OutlineOf:
    """The original face."""
    return _drawn_by_harfbuzz(face.hb_font, units=face.upem)


def drawn_by_program(font: Font) -> OutlineOf:
    """An embedded program."""
    if font.subtype == "CIDFontType0":
        return _drawn_by_cff(font.program)
    face = hb.Face(hb.Blob(font.program))
    return _drawn_by_harfbuzz(hb.Font(face), units=face.upem)


def _drawn_by_harfbuzz(font: hb.Font, *, units: int) -> OutlineOf:
    @cache
    def outline_of(gid: int) -> Outline:
        return _outline(lambda pen: font.draw_glyph_with_pen(gid, pen), units=units)

    return outline_of


def _drawn_by_cff(data: bytes) -> OutlineOf:
    """A bare CFF table: codes are CIDs."""
    top = top_dict(data)
    charstrings = top.CharStrings
    units = round(1 / top.FontMatrix[0]) if hasattr(top, "FontMatrix") else 1000

    @cache
    def outline_of(cid: int) -> Outline:
        return _outline(charstrings[glyph_name(cid)].draw, units=units)

    return outline_of
