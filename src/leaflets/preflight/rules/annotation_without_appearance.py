"""A PDF -> faults: an annotation does not say what it looks like."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(a="6.3.3-1, 6.3.3-2")
def annotation_without_appearance(file: OpenPdf) -> Iterator[Fault]:
    """An annotation does not say what it looks like.

    Every program would draw it in its own way.
    """
    for number, annotation in file.annotations:
        drawn = annotation.get("/AP")
        if annotation.get("/Subtype") not in ("/Link", "/Popup") and drawn is None:
            yield Fault("an annotation has no appearance", page=number)
        if drawn is not None and set(drawn.keys()) != {"/N"}:
            yield Fault("an annotation has other appearances than the normal one", page=number)
