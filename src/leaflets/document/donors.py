"""Logos of donors on the styled page -> as large, and with as much space around them, as donors ask for."""

from collections.abc import Mapping
from dataclasses import replace

from leaflets.document.tree import Element, Sides
from leaflets.geometry import Length
from leaflets.project import Donor

FRAME, LOGO = "donor", "donor-logo"
"""Classes of what `<donors/>` is made to."""

SIDES = ("block_start", "block_end", "inline_start", "inline_end")


def with_room(element: Element, donors: Mapping[str, Donor], *, scale: float) -> Element:
    """A style may give more than a donor asks for, never less; `scale` is the smallest of copyfit."""
    if not donors:
        return element
    children = tuple(
        with_room(child, donors, scale=scale) if isinstance(child, Element) else child
        for child in element.children
    )
    changed = replace(element, children=children)
    donor = donors.get(element.attributes.get("id", "").removeprefix(f"{FRAME}-"))
    if donor is None:
        return changed
    if element.attributes.get("class") == FRAME:
        padding = _at_least(element.style.padding, donor.clear, scale)
        return replace(changed, style=replace(element.style, padding=padding))
    height = element.style.height or Length()
    if height.at(scale) < donor.height or height.is_zero:
        height = Length(0.0, max(donor.height, 1.0))
    return replace(changed, style=replace(element.style, height=height, width=None))


def _at_least(sides: Sides, points: float, scale: float) -> Sides:
    small = [name for name in SIDES if getattr(sides, name).at(scale) < points]
    given = {name: getattr(sides, name) for name in SIDES if name not in small}
    return Sides(**given, **{name: Length(0.0, points) for name in small})
