"""A PDF -> faults: a page does not say where it is cut."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.reader import rect_of
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.10)")
def bad_page_boxes(file: OpenPdf) -> Iterator[Fault]:
    """A page does not say where it is cut.

    A shop would cut at the edge of the file, through bleed and marks.
    """
    for number, page in enumerate(file.pages, 1):
        leaf = file.leaves[number - 1].boxes
        if ("/TrimBox" in page) == ("/ArtBox" in page):
            yield Fault("the page must have a TrimBox or an ArtBox, and not both", page=number)
        media = rect_of(file.pdf.pages[number - 1].mediabox)
        order = [(n, leaf[n]) for n in ("TrimBox", "ArtBox", "BleedBox", "CropBox") if n in leaf]
        for (inner, small), (outer, large) in zip(order, [*order[1:], ("MediaBox", media)], strict=True):
            if not large.contains(small):
                yield Fault(f"the {inner} reaches out of the {outer}", page=number)
