"""A sheet's fold or binding and its direction -> what the people who finish it do, in one sentence each.

The side that goes up and the panel that folds first are read off the imposed sheet, not off the language.
"""

from leaflets.document.folds import FOLDS
from leaflets.document.tree import SheetSpec
from leaflets.pages.page import Pages
from leaflets.sheets.impose import folded
from leaflets.sheets.sheet import Finish, Sheet

INNER = "Lay the sheet with its inner side up and its head away from you."

LETTER = (
    "Letter fold: two folds, both inwards.",
    "First fold the right panel over, then the left one over it.",
    "First fold the left panel over, then the right one over it.",
)
ZIGZAG = (
    "Z-fold: two folds, one each way.",
    "Fold the left panel over, and the right one backwards under the sheet.",
    "Fold the right panel over, and the left one backwards under the sheet.",
)
HALF = (
    "One fold in the middle, inner side inwards.",
    "The spine is at the left of the cover.",
    "The spine is at the right of the cover.",
)
SADDLE = (
    "Booklet: nest the sheets, fold them once and staple them in the fold.",
    HALF[1],
    HALF[2],
)
CUT = "Cut on the marks. The back of each piece lies behind its front."
FLAT = "No fold."
MIRRORED = "This language is read from right to left: the order of panels and pages is mirrored."

KINDS = {"letter": LETTER, "z": ZIGZAG, "half": HALF}
SENTENCES = tuple(dict.fromkeys((*LETTER, *ZIGZAG, *HALF, *SADDLE, INNER, CUT, FLAT, MIRRORED)))
"""All that can be told: messages of the job ticket."""


def finishing(pages: Pages, spec: SheetSpec, *, rtl: bool) -> tuple[str, ...]:
    """Sentences in the order in which things are done."""
    told: list[str] = []
    if spec.is_ganged:
        told.append(CUT)
    if spec.fold in FOLDS:
        kind, usual, mirrored = KINDS[spec.fold]
        told += [kind, INNER, usual if _is_usual(pages, spec, rtl=rtl) else mirrored]
    elif spec.bind == "saddle":
        told += [SADDLE[0], SADDLE[2 if rtl else 1]]
    if not told:
        told.append(FLAT)
    return (*told, MIRRORED) if rtl and len(pages.pages) > 1 else tuple(told)


def _is_usual(pages: Pages, spec: SheetSpec, *, rtl: bool) -> bool:
    """Whether the inner side begins at its left with the panel that is read first there."""
    _outside, inside = folded(pages, fold=FOLDS[spec.fold], rtl=rtl, finish=Finish())
    return left_to_right(inside, pages)[0] == FOLDS[spec.fold].sides[1].panels[0]


def left_to_right(sheet: Sheet, pages: Pages) -> tuple[str, ...]:
    """Names of the panels or pages on a side, as they are seen."""
    places = sorted(sheet.placements, key=lambda placement: placement.clip.x)
    return tuple(pages.pages[place.page].name for place in places)
