"""A PDF -> faults: a link or note lies on the printed area."""

from collections.abc import Iterator

from leaflets.preflight.marks import common
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.reader import rect_of
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.28)")
def annotation_on_print(file: OpenPdf) -> Iterator[Fault]:
    """A link or note lies on the printed area.

    It may be printed, or stop the job.
    """
    for number, annotation in file.annotations:
        bleed = file.leaves[number - 1].boxes.get("BleedBox")
        kind = str(annotation.get("/Subtype", "/"))[1:]
        shared = common(rect_of(annotation.Rect), bleed) if bleed else None
        if kind not in ("PrinterMark", "TrapNet") and (shared is None or (shared.width and shared.height)):
            yield Fault(f"there is an annotation of type {kind}", page=number)
