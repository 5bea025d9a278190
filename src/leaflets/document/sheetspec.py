"""The element `sheet` and its panels to trim size, fold, binding and type range."""

import re
from collections.abc import Sequence

from leaflets.document.folds import FOLDS
from leaflets.document.fragment import fault
from leaflets.document.papers import PAPERS, paper_named
from leaflets.document.tree import Binding, Element, PageStyle, Repeat, SheetSpec
from leaflets.geometry import points_of

FOLD_NAMES = (*FOLDS, "none")
BINDINGS: tuple[Binding, ...] = ("none", "saddle", "cards")
REPEATS: tuple[Repeat, ...] = ("none", "flow", "fill")
RANGE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)pt (\d{1,3}(?:\.\d{1,3})?)pt", re.ASCII)
HEADS = ("same", "together")
EDGES = ("top", "bottom")
NO_PAGE_STYLE = PageStyle()


def read_sheet(
    element: Element, panels: Sequence[Element], *, paper: str, page: PageStyle = NO_PAGE_STYLE
) -> SheetSpec:
    """LayoutError at the element if a value is not known, or does not go with the panels.

    What `page` says goes before the layout.
    """
    given = element.attributes
    size = page.size or _one_of(element, "size", tuple(PAPERS))
    fold = _one_of(element, "fold", FOLD_NAMES)
    found = paper_named(size, paper=paper)
    width, height = found.width, found.height
    if fold != "none" and width < height:
        width, height = height, width
    spec = SheetSpec(
        width=width,
        height=height,
        size=size,
        fold=fold,
        fit=_range(element),
        bind=next(bind for bind in BINDINGS if bind == _one_of(element, "bind", BINDINGS, default="none")),
        gutter=_gutter(element, given.get("gutter", "4mm")),
        heads_together=_one_of(element, "heads", HEADS, default="same") == "together",
        bleed=page.bleed,
        marks=page.marks,
        origin=element.origin,
    )
    _check_panels(spec, panels)
    return spec


def repeat_of(panel: Element) -> Repeat:
    """Whether a panel is made again: as often as its flow needs, or to fill up a booklet."""
    found = panel.attributes.get("repeat", "none")
    return next(repeat for repeat in REPEATS if repeat == found)


def _one_of(element: Element, name: str, known: Sequence[str], *, default: str = "") -> str:
    value = element.attributes.get(name, default)
    if value not in known:
        raise fault("bad-sheet", f'no {name} "{value}"', element.origin, help="use " + ", ".join(known))
    return value


def _range(element: Element) -> tuple[float, float]:
    """Points of the root em, times what the language's script needs."""
    fit = element.attributes.get("fit", "")
    found = RANGE.fullmatch(fit)
    if not found or float(found[1]) > float(found[2]):
        raise fault("bad-sheet", f'no type range "{fit}"', element.origin, help='write fit="10pt 12.5pt"')
    factor = element.language.size
    return float(found[1]) * factor, float(found[2]) * factor


def _gutter(element: Element, text: str) -> float:
    found = points_of(text)
    if found is None:
        raise fault("bad-sheet", f'no length "{text}"', element.origin, help='write gutter="4mm"')
    return found


def _check_panels(spec: SheetSpec, panels: Sequence[Element]) -> None:
    names = [panel.attributes["name"] for panel in panels]
    for panel in panels:
        _one_of(panel, "repeat", REPEATS, default="none")
        for box in panel.children:
            if isinstance(box, Element) and box.name == "box":
                _one_of(box, "edge", EDGES)
        if names.count(panel.attributes["name"]) > 1:
            raise fault(
                "bad-panels",
                f'there are two panels "{panel.attributes["name"]}"',
                panel.origin,
                help="give each panel a name of its own",
            )
    if spec.fold != "none":
        _check_fold(spec, panels)
    elif spec.bind == "cards" and len(panels) % 2:
        raise fault(
            "odd-cards",
            f"there are {len(panels)} sides of cards, but every card has two",
            spec.origin,
            help="give each card a front and a back: two panels, one after the other",
        )


def _check_fold(spec: SheetSpec, panels: Sequence[Element]) -> None:
    """A fold has its panels, each once, in the order in which they are read."""
    wanted = FOLDS[spec.fold].reading
    names = tuple(panel.attributes["name"] for panel in panels)
    if names == wanted:
        return
    if len(names) != len(wanted):
        what = f'the fold "{spec.fold}" has {len(wanted)} panels, but the layout has {len(names)}'
    else:
        what = f'the panels do not go with the fold "{spec.fold}": {", ".join(names)}'
    raise fault(
        "fold-mismatch",
        what,
        spec.origin,
        help="write these panels, in the order in which they are read: " + ", ".join(wanted),
        notes=("text would stand on the wrong side of a fold",),
    )
