"""Strips to tear off in a layout -> what would be lost on who hears the page, or could not be set."""

from collections.abc import Iterator

from leaflets.diagnostics import Diagnostic
from leaflets.document.parse import whole_number
from leaflets.document.raw import Raw

STRIPS = "strips"

MOST = 100
"""Strips across one box: more is a mistake."""


def strip_faults(root: Raw) -> Iterator[Diagnostic]:
    """Strips are copies of what is said elsewhere: no voice reads them, and no finger taps them."""
    spoken = set(_numbers(root, inside=False))
    for strips in (node for node in root.walk() if node.name == STRIPS):
        yield from _shape_faults(strips)
        for dial in dict.fromkeys(_numbers(strips, inside=True)):
            if dial not in spoken:
                yield Diagnostic(
                    rule="strip-alone",
                    message=f"the number {dial} stands on strips and nowhere else",
                    place=strips.place,
                    notes=("strips are not read aloud, as they would be heard many times",),
                    help="let the number stand in the text or in another box of this layout too",
                )


def _numbers(node: Raw, *, inside: bool) -> Iterator[str]:
    """What is dialled by the links in it; without those on strips unless they are asked for."""
    href = node.attributes.get("href", "")
    if node.name == "a" and href.startswith("tel:"):
        yield href.removeprefix("tel:")
    for child in node.children:
        if isinstance(child, Raw) and (inside or child.name != STRIPS):
            yield from _numbers(child, inside=inside)


def _shape_faults(strips: Raw) -> Iterator[Diagnostic]:
    others = [child.name for child in strips.children if isinstance(child, Raw) and child.name != "p"]
    if others or not strips.children:
        holds = f"holds <{others[0]}>" if others else "holds nothing"
        yield Diagnostic(
            rule="bad-strips",
            message=f"<strips> {holds}",
            place=strips.place,
            help='write the paragraphs of one strip: <strips><p><phone ref="…"/></p></strips>',
        )
    count = strips.attributes.get("count", "1")
    if whole_number(count, range(1, MOST + 1)) is None:
        yield Diagnostic(
            rule="bad-strips",
            message=f'count="{count}" is not a number of strips',
            place=strips.place,
            help=f"write a number from 1 to {MOST}, or leave it out: as many as there is room for",
        )
