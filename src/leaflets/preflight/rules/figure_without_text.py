"""A PDF -> faults: a picture has no text for those who cannot see it."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.3-1, 7.7-1", help='give the image alt="…" in the layout, or alt="" if it is decoration')
def figure_without_text(file: OpenPdf) -> Iterator[Fault]:
    """A picture has no text for those who cannot see it.

    A screen reader says "graphic", and what it tells is lost.
    """
    for node in file.nodes:
        if node.role in ("Figure", "Formula"):
            texts = (str(node.element.get(key, "")) for key in ("/Alt", "/ActualText"))
            if not any(text.strip() for text in texts):
                yield Fault(f"a {node.role} has neither Alt nor ActualText", page=node.where)
