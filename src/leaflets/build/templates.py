"""A format -> the templates of its sides, from the tables that its sheets are imposed by."""

from collections.abc import Iterator

from leaflets.build.inputs import read_speech
from leaflets.document.folds import FOLDS
from leaflets.document.read import read_document
from leaflets.document.tree import Document
from leaflets.files import Files
from leaflets.pages.page import Page, Pages
from leaflets.project import Job
from leaflets.sheets.impose import folded, trimmed
from leaflets.sheets.renditions import press_finish
from leaflets.sheets.sheet import Finish
from leaflets.sheets.template import side_template


def side_templates(job: Job, files: Files, *, rtl: bool) -> Iterator[tuple[str, bytes]]:
    """(name of the side, SVG): of folded sheets both sides, else each panel of the layout."""
    document = read_document(job, files=files, speech=read_speech(job, files))
    spec, pages = document.sheet, _empty(document)
    finish = Finish(bleed=press_finish(spec, job.project.print).bleed)
    if spec.fold in FOLDS:
        sheets = folded(pages, fold=FOLDS[spec.fold], rtl=rtl, finish=finish)
    else:
        sheets = trimmed(pages, finish=finish)
    direction = "right to left" if rtl else "left to right"
    for sheet in sheets:
        title = f"{job.format}, {sheet.name}, for languages read from {direction}"
        yield sheet.name, side_template(sheet, pages, title=title)


def _empty(document: Document) -> Pages:
    """One empty page a panel of the layout."""
    spec = document.sheet
    widths = FOLDS[spec.fold].widths(spec.width) if spec.fold in FOLDS else {}
    names = [panel.attributes["name"] for panel in document.panels]
    return Pages(
        pages=tuple(
            Page(name=n, width=widths.get(n, spec.width), height=spec.height, background=(), items=())
            for n in names
        ),
        tags=(),
        sources=(),
        scale=0.0,
    )
