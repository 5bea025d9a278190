"""Image files that a layout names -> drawings, sizes of bitmaps, and what their authors should know."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from leaflets.color import Color
from leaflets.diagnostics import Diagnostic, Origin, Severity
from leaflets.document.vector import Vector, read_svg
from leaflets.errors import InputError, LayoutError, PdfError
from leaflets.files import Files
from leaflets.pages.page import Pages, Picture
from leaflets.pages.workshop import PictureReader
from leaflets.pdf.bitmap import Facts, facts_of
from leaflets.pdf.pictures import pictures_of
from leaflets.project import Job


def picture_reader(files: Files, *, palette: Mapping[str, Color]) -> PictureReader:
    """One for a job, which looks at each file once. LayoutError names the layout's line."""
    found: dict[str, tuple[Vector | None, float]] = {}

    def read(path: str, origin: Origin) -> tuple[Vector | None, float]:
        if path not in found:
            found[path] = _read_picture(path, origin, files=files, palette=palette)
        return found[path]

    return read


def _read_picture(
    path: str, origin: Origin, *, files: Files, palette: Mapping[str, Color]
) -> tuple[Vector | None, float]:
    """A drawing, or None and the aspect of a bitmap."""
    if not _exists(files, path, origin):
        fault = Diagnostic(
            rule="missing-image",
            message=f"the image {path} is not there",
            place=origin.place,
            help="put it there, or correct src; paths start at the project's folder",
        )
        raise LayoutError(fault.message, fault)
    if path.endswith(".svg"):
        vector = _vector(files.read(path), path, tuple(palette.items()))
        return vector, vector.height / vector.width
    facts = _facts(files.read(path), path, origin)
    return None, facts.height / facts.width


def _exists(files: Files, path: str, origin: Origin) -> bool:
    """Whether the image is there. LayoutError at the layout's line if it is outside of the project."""
    try:
        return files.exists(path)
    except InputError as error:
        found = (replace(diagnostic, place=origin.place) for diagnostic in error.diagnostics)
        raise LayoutError(error.message, *found) from None


@lru_cache(maxsize=256)
def _vector(data: bytes, path: str, palette: tuple[tuple[str, Color], ...]) -> Vector:
    return read_svg(data, file=path, colors=dict(palette))


def _facts(data: bytes, path: str, origin: Origin) -> Facts:
    """Decoded to the end, so that a truncated image is told before anything is laid out."""
    try:
        return facts_of(data)
    except PdfError as error:
        fault = Diagnostic(
            rule="bad-image",
            message=f"the image {path} cannot be used: {error.message}",
            place=origin.place,
            help="save it again as PNG or JPEG of at most 50 million pixels, or draw it as SVG",
        )
        raise LayoutError(fault.message, fault) from None


def picture_findings(job: Job, pages: Pages, files: Files) -> Iterator[Diagnostic]:
    """Images that are too coarse for print, and what is done to each for it."""
    if not any(profile.is_press for profile in job.profiles):
        return
    for item in pictures_of(pages):
        facts = facts_of(files.read(item.file))
        yield from _coarse(item, facts, resolution=job.project.print.resolution)
        told = tuple(_told(facts, condition=job.project.print.condition.identifier))
        if told:
            yield Diagnostic(
                rule="converted-image",
                severity=Severity.NOTE,
                message=f"the image {item.file} is not printed as it is: {'; '.join(told)}",
                place=item.origin.place if item.origin else None,
                help="nothing needs to be done; look at a proof if its colours matter",
            )


def _coarse(item: Picture, facts: Facts, *, resolution: float) -> Iterator[Diagnostic]:
    finest = min(facts.width / item.rect.width, facts.height / item.rect.height) * 72
    if finest < resolution:
        wide = item.rect.width / 72 * resolution
        yield Diagnostic(
            rule="coarse-image",
            message=f"the image {item.file} has {finest:.0f} pixels an inch at its size on paper",
            place=item.origin.place if item.origin else None,
            notes=(f"below {resolution:.0f} its pixels are seen on paper, and shops refuse it",),
            help=f"use one that is at least {wide:.0f} pixels wide, or show it smaller",
        )


def _told(facts: Facts, *, condition: str) -> Iterator[str]:
    yield from facts.facts
    if facts.kind == "RGB":
        yield f"its colours are converted to the inks of {condition}, 280 % in all at most"
