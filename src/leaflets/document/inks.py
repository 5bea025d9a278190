"""Styled elements -> faults: text that would print in more than black ink."""

from collections.abc import Iterable, Iterator, Mapping

from leaflets.color import Color
from leaflets.diagnostics import Diagnostic, Place
from leaflets.document.tree import Element, Text

INKS = ("cyan", "magenta", "yellow", "black")


def colored_text(elements: Iterable[Element], *, palette: Mapping[str, Color]) -> Iterator[Diagnostic]:
    """One fault for each declaration that colours text, with the first text that it colours."""
    told: set[tuple[str, Place | None]] = set()
    for element in (shown for top in elements for shown in with_text(top)):
        color, place = palette[element.style.color], element.style.color_at
        if not color.is_black and (color.name, place) not in told:
            told.add((color.name, place))
            yield _fault(color, place, element, palette)


def with_text(element: Element) -> Iterator[Element]:
    """Elements that hold words themselves; what is hidden prints nothing."""
    if element.style.hidden:
        return
    if element.name == "page-number" or any(isinstance(c, Text) and c.text.strip() for c in element.children):
        yield element
    for child in (*element.children, element.marker):
        if isinstance(child, Element):
            yield from with_text(child)


def _fault(color: Color, place: Place | None, element: Element, palette: Mapping[str, Color]) -> Diagnostic:
    inks = [name for name, value in zip(INKS, color.print, strict=True) if value]
    named = {name: known for name, known in palette.items() if "(" not in name}
    black = ", ".join(name for name, known in named.items() if known.is_black)
    step = f"use a colour that prints in black ({black})"
    if color.name in named:
        step += f'; or give [palette.{color.name}] black ink alone: print = "cmyk(0% 0% 0% 100%)"'
    return Diagnostic(
        rule="colored-text",
        message=f'text in the colour "{color.name}" would print in {", ".join(inks) or "no ink"}',
        place=place or element.origin.place,
        notes=(
            f"the first such text is the {element.name} of {element.origin.place}",
            "text prints in black ink alone: no plate shifts it, and all languages share the other plates",
        ),
        help=step,
    )
