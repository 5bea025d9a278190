"""PDF files -> a verdict on each: every rule of its standards, and what all of them share."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf

from leaflets.errors import PdfError
from leaflets.preflight.catalogue import RULES
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import PRINT, SCREEN, Fault, Rule, Standard

NOT_BUILT = "the file is not built as PDF demands"

BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    pikepdf.DataDecodingError,
    pikepdf.PdfError,
)
"""What reading comes to in a file that is built otherwise than the standard allows: not to the end."""

MOST = 20
"""Faults of one rule that are told; more of the same kind help nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What one rule found in one file."""

    rule: str
    clause: str
    faults: tuple[Fault, ...] = ()
    rationale: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What all rules found in one file."""

    name: str
    standards: tuple[Standard, ...]
    """Those that it was checked against; none if it could not be opened."""
    checks: tuple[Checked, ...]
    language: str = ""
    """As its catalog says."""
    shop: str = ""
    """The print shop whose wishes were checked too."""
    plates: tuple[object, ...] = field(default=(), repr=False)
    """What a print file puts on its cyan, magenta and yellow plates."""

    @property
    def for_print(self) -> bool:
        return bool(set(self.standards) & set(PRINT))

    @property
    def failed(self) -> tuple[Checked, ...]:
        return tuple(check for check in self.checks if check.faults)


def preflight(data: bytes, *, name: str = "") -> Verdict:
    """Check one file against the standards that it is made for."""
    try:
        file = OpenPdf(data, name=name)
    except PdfError as error:
        return _unreadable(name, error.message)
    try:
        return _verdict(file)
    except BROKEN as error:
        return _unreadable(name, f"{NOT_BUILT}: {error}")
    finally:
        file.close()


def _unreadable(name: str, why: str) -> Verdict:
    unreadable = Checked(
        rule="unreadable",
        clause="ISO 32000-1, 7.5",
        faults=(Fault(why),),
        rationale="A press, a telephone and a screen reader would open it no better.",
        help="send the file again, whole and without a password",
    )
    return Verdict(name=name, standards=(), checks=(unreadable,))


def _verdict(file: OpenPdf) -> Verdict:
    standards = standards_of(file)
    rules = [found for found in RULES if found.clause(standards)]
    return Verdict(
        name=file.name,
        standards=standards,
        checks=tuple(_checked(file, found, standards) for found in rules),
        language=str(file.root.get("/Lang", "")),
        plates=tuple(_plates(file)) if file.for_print else (),
    )


def standards_of(file: OpenPdf) -> tuple[Standard, ...]:
    """A print file keeps one PDF/X; every other is to be read on screens: PDF/UA-1 and PDF/A-2a."""
    return (Standard(file.standard_name),) if file.for_print else SCREEN


def _checked(file: OpenPdf, found: Rule, standards: tuple[Standard, ...]) -> Checked:
    try:
        faults = tuple(dict.fromkeys(found.find(file)))[:MOST]
    except BROKEN as error:
        faults = (Fault(f"{NOT_BUILT}: {error}"),)
    return Checked(
        rule=found.id,
        clause=found.clause(standards),
        faults=faults,
        rationale=f"{found.summary} {found.rationale}",
        help=found.help,
    )


def _plates(file: OpenPdf) -> Iterator[object]:
    """All that leaves a trace on the colour plates, by page: black ink that overprints leaves none."""
    for leaf in file.leaves:
        painted: list[object] = []
        for item in leaf.items:
            kind = getattr(item, "kind", "text")
            paint = item.stroke if kind == "stroke" else item.fill  # type: ignore[union-attr]  # only paths have strokes
            colored = kind == "image" or paint.space == "All" or any(paint.values[:3])
            if colored or not item.overprint:
                points = getattr(item, "points", (item.matrix[4:], item.matrix[0]))
                painted.append((kind, _rounded(points), paint, item.clip, getattr(item, "pixels", ())))
        yield tuple(painted)


def _rounded(points: object) -> object:
    """To a hundredth of a point, by which languages may differ unseen."""
    if isinstance(points, tuple):
        return tuple(_rounded(point) for point in points)
    return round(points, 2) if isinstance(points, float | int) else points


def compare_plates(verdicts: Sequence[tuple[str, Verdict]]) -> Iterator[tuple[Verdict, Checked]]:
    """Print files of one group (a format and a direction) against the colour plates of the first of them.

    A print run changes only the black plate from language to language. Files of another number of pages, as
    flowing formats have, are a run of their own.
    """
    first: dict[tuple[str, int], Verdict] = {}
    for group, verdict in verdicts:
        known = first.setdefault((group, len(verdict.plates)), verdict)
        pages = [
            n
            for n, pair in enumerate(zip(known.plates, verdict.plates, strict=True), 1)
            if pair[0] != pair[1]
        ]
        faults = tuple(Fault(f"the colour plates differ from those of {known.name}", page=n) for n in pages)
        yield (
            verdict,
            Checked(
                rule="color-plates-differ",
                clause="house rule (one print run)",
                faults=faults,
                rationale="One language would need four new plates, where the others need a new black one.",
                help="let colour stand in shapes of a fixed size, and print what depends on text in black",
            ),
        )
