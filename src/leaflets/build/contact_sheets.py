"""Renditions to contact sheets: one PNG a format, with a row for each language."""

import io
from collections.abc import Iterator, Sequence

from leaflets.build.job import Outputs
from leaflets.language import SEVERAL
from leaflets.pictures.contact import Row, contact_sheet
from leaflets.pictures.render import drawn_pages

HEIGHT = 280
"""Pixels of a page on a contact sheet."""


def contact_sheets(done: Sequence[Outputs], *, height: int = HEIGHT) -> Iterator[tuple[str, bytes]]:
    """(leaflet-format, PNG) in the order of the jobs; jobs without files are left out."""
    formats = dict.fromkeys((outputs.job.leaflet.name, outputs.job.format) for outputs in done)
    for leaflet, name in formats:
        rows = [
            _row(outputs, height)
            for outputs in done
            if outputs.files and (outputs.job.leaflet.name, outputs.job.format) == (leaflet, name)
        ]
        if rows:
            yield f"{leaflet}-{name}", _png(rows, height)


def _row(outputs: Outputs, height: int) -> Row:
    """Of the first file; a page of A4 is drawn with as many pixels as it is shown with."""
    job = outputs.job
    resolution = 72 * height / 595
    pictures = tuple(drawn_pages(outputs.files[0].data, resolution=2 * resolution))
    label = f"{job.tag}  {job.language.english}  {outputs.scale:.2f} pt" if job.tag != SEVERAL else job.tag
    return Row(label=label, pictures=pictures)


def _png(rows: Sequence[Row], height: int) -> bytes:
    stream = io.BytesIO()
    contact_sheet(rows, height=height).save(stream, "PNG")
    return stream.getvalue()
