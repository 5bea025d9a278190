"""A job to the digest of its finished pages: what was looked at is what may be printed, glyph by glyph."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from leaflets.build.job import Laid, lay_out
from leaflets.build.plan import released
from leaflets.color import Color
from leaflets.files import Files
from leaflets.fonts.load import FontLibrary
from leaflets.geometry import Step
from leaflets.pages.page import Fill, Glyphs, Item, Link, Pages, Picture, Stroke
from leaflets.project import Job

ANY_DAY = date(2000, 1, 1)
"""In place of the days on which contacts were verified: a call that confirms them changes no page."""


def proof_of(job: Job, files: Files) -> tuple[str, Laid]:
    """The digest of the pages as they are released, and these pages. InputError if there are none."""
    laid = lay_out(as_released(job), files)
    return pages_digest(laid.pages, files, library=laid.library), laid


def as_released(job: Job) -> Job:
    """The same job as if it were approved, with nothing on it that a call to a contact would change."""
    contacts = {
        name: replace(contact, checked_on=ANY_DAY, checked_by="")
        for name, contact in job.project.contacts.items()
    }
    return replace(released(job), project=replace(job.project, contacts=contacts))


def pages_digest(pages: Pages, files: Files, *, library: FontLibrary) -> str:
    """SHA-256 of all that a reader sees: glyphs and their outlines, places to 0.01 pt, colours, pictures."""
    told = hashlib.sha256()
    for line in (*_lines(pages, files), *_faces(pages, library)):
        told.update(f"{line}\n".encode())
    return told.hexdigest()


def _lines(pages: Pages, files: Files) -> Iterator[str]:
    for page in pages.pages:
        yield f"page {page.name} {page.width:.2f} {page.height:.2f}"
        yield from (_line(item, files) for item in (*page.background, *page.items))
        for items in page.office:
            yield "on an office printer"
            yield from (_line(item, files) for item in items)


def _faces(pages: Pages, library: FontLibrary) -> Iterator[str]:
    """A glyph is a number: what it looks like is in the file of its face."""
    items = (item for page in pages.pages for item in chain(page.background, page.items, *page.office))
    for face in sorted({item.run.face for item in items if isinstance(item, Glyphs)}):
        yield f"face {face} {library.digest(face)}"


def _line(item: Item, files: Files) -> str:
    match item:
        case Glyphs():
            run = item.run
            glyphs = list(zip(run.glyphs, run.advances, run.xs, run.ys, strict=True))
            place = f"{item.x:.2f} {item.y:.2f} {item.size * run.size:.2f} {item.spacing:.2f}"
            place += " upwards" if item.upwards else ""
            return f"glyphs {place} {run.face} {run.text!r} {glyphs} {_color(run.color)}"
        case Fill():
            return f"fill {_path(item.path)} {_color(item.color)}"
        case Stroke():
            return f"stroke {_path(item.path)} {item.width:.2f} {item.dash} {_color(item.color)}"
        case Picture():
            picture = hashlib.sha256(files.read(item.file)).hexdigest()
            rect = item.rect
            return f"picture {picture} {rect.x:.2f} {rect.y:.2f} {rect.width:.2f} {rect.height:.2f}"
        case Link():
            return f"link {item.href} {item.rect.x:.2f} {item.rect.y:.2f}"


def _path(path: Sequence[Step]) -> str:
    return " ".join(f"{kind}{','.join(f'{value:.2f}' for value in numbers)}" for kind, numbers in path)


def _color(color: Color) -> str:
    return f"{color.screen} {color.print}"
