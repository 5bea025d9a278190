"""Logos on the styled page -> as large, and with as much space around them, as their owners ask for."""

from collections.abc import Mapping
from dataclasses import replace

from leaflets.document.tree import Element, Sides
from leaflets.geometry import MM, Length
from leaflets.project import Donor, Logo, Project

FRAME, LOGO = "donor", "donor-logo"
"""Classes of what `<donors/>` is made to."""
BRAND_BOX, BRAND_FRAME, BRAND_LOGO = "brand-box", "brand-logo", "brand-picture"
"""Classes of the logos of [brand], and of what holds them at the edge of a panel."""

SIDES = ("block_start", "block_end", "inline_start", "inline_end")

MARGIN = 5 * MM
"""That text keeps from trim and folds everywhere."""

Rooms = Mapping[str, Donor | Logo]
"""Id of an element -> whose it is."""


def rooms(project: Project) -> Rooms:
    donors: dict[str, Donor | Logo] = {f"{FRAME}-{donor.id}": donor for donor in project.donors}
    return donors | {f"{BRAND_FRAME}-{logo.id}": logo for logo in project.logos}


def with_room(element: Element, owners: Rooms, *, scale: float) -> Element:
    """A style may give more than an owner asks for, never less; `scale` is the smallest of copyfit."""
    if not owners:
        return element
    children = tuple(
        with_room(child, owners, scale=scale) if isinstance(child, Element) else child
        for child in element.children
    )
    changed = replace(element, children=children)
    owner = owners.get(element.attributes.get("id", ""))
    if owner is None:
        return changed
    if element.name == "section":
        margin = MARGIN if isinstance(owner, Logo) else 0.0
        padding = _at_least(element.style.padding, owner.clear, scale, margin=margin)
        return replace(changed, style=replace(element.style, padding=padding))
    height = element.style.height or Length()
    if height.at(scale) < owner.height or height.is_zero:
        height = Length(0.0, max(owner.height, 1.0))
    return replace(changed, style=replace(element.style, height=height, width=None))


def _at_least(sides: Sides, clear: float, scale: float, *, margin: float) -> Sides:
    """Where reading starts, a margin of the page is clear space too: a logo is in line with the text."""
    wanted = dict.fromkeys(SIDES, clear) | {"inline_start": max(0.0, clear - margin)}
    given = {name: getattr(sides, name) for name in SIDES}
    small = {name: Length(0.0, points) for name, points in wanted.items() if given[name].at(scale) < points}
    return Sides(**given | small)
