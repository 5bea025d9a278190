"""Pages and a profile to the sheets of that rendition: what a reader, a print shop or an office gets."""

from dataclasses import replace

from leaflets.document.folds import FOLDS
from leaflets.document.papers import PAPERS, PHONE, Paper
from leaflets.document.tree import SheetSpec
from leaflets.geometry import MM, Rect
from leaflets.pages.page import Pages
from leaflets.printing import PrintSettings
from leaflets.project import Profile
from leaflets.sheets.gang import ganged, grid
from leaflets.sheets.impose import folded, folded_over, reduced, rows, saddle, single, trimmed
from leaflets.sheets.sheet import Finish, Sheet

MARGIN = 5 * MM
"""What office printers leave white at the edges (most need 4.2 mm)."""


def sheets_for(
    pages: Pages, spec: SheetSpec, profile: Profile, *, rtl: bool, settings: PrintSettings
) -> tuple[Sheet, ...]:
    """The sides of a rendition; none where the format has no such rendition."""
    on_phone = profile in (Profile.SCREEN, Profile.PICTURES)
    if (spec.size == PHONE and not on_phone) or (spec.size != PHONE and profile is Profile.PICTURES):
        return ()
    press = press_finish(spec, settings)
    office = Finish(margin=MARGIN, marked=True)
    paper = PAPERS[settings.paper]
    match profile:
        case Profile.SCREEN | Profile.PICTURES:
            return single(pages)
        case Profile.PRINT:
            thickness = settings.thickness
            return imposed(pages, spec, rtl=rtl, finish=press, paper=paper, thickness=thickness)
        case Profile.PAGES:
            return _flat(pages, spec, rtl=rtl, finish=press) if _is_imposed(spec) else ()
        case Profile.OFFICE:
            found = _for_office(pages, spec, rtl=rtl, finish=office, paper=paper)
            return tuple(_on_paper(sheet, paper) for sheet in found)
        case Profile.ONE_SIDED:
            found = _one_sided(pages, spec, rtl=rtl, finish=office, paper=paper)
            return tuple(_on_paper(sheet, paper) for sheet in found)


def press_finish(spec: SheetSpec, settings: PrintSettings) -> Finish:
    """Bleed and marks as the style of the format asks for them, else as the project does."""
    return Finish(
        bleed=settings.bleed if spec.bleed is None else spec.bleed,
        marked=settings.marks if spec.marks is None else spec.marks,
    )


def _on_paper(sheet: Sheet, paper: Paper) -> Sheet:
    """In the middle of the paper: two leaves of A5 are 1 mm less than A4, and both sides must meet."""
    wide, tall = (paper.width, paper.height)
    if sheet.width > sheet.height:
        wide, tall = tall, wide
    return replace(sheet, paper=Rect((sheet.width - wide) / 2, (sheet.height - tall) / 2, wide, tall))


def imposed(
    pages: Pages, spec: SheetSpec, *, rtl: bool, finish: Finish, paper: Paper, thickness: float = 0.0
) -> tuple[Sheet, ...]:
    """As it comes from the press: folded, stapled, or several to be cut."""
    if spec.bind == "saddle":
        return saddle(pages, rtl=rtl, finish=finish, thickness=thickness)
    if spec.bind == "cards" and (spec.gutter or finish.margin):
        flat = _flat(pages, spec, rtl=rtl, finish=replace(finish, margin=0.0, marked=False))
        return ganged(
            flat, paper=paper, gutter=spec.gutter, heads_together=spec.heads_together, finish=finish
        )
    return _flat(pages, spec, rtl=rtl, finish=finish)


def _for_office(
    pages: Pages, spec: SheetSpec, *, rtl: bool, finish: Finish, paper: Paper
) -> tuple[Sheet, ...]:
    """At the real size where the printer takes it; a poster that is too large is made smaller."""
    if _fits_on(paper, spec):
        return imposed(pages, spec, rtl=rtl, finish=finish, paper=paper)
    if spec.fold in FOLDS or spec.bind != "none":
        return ()
    size = {"width": paper.width, "height": paper.height}
    return tuple(reduced(sheet, **size, margin=finish.margin) for sheet in single(pages))


def _flat(pages: Pages, spec: SheetSpec, *, rtl: bool, finish: Finish) -> tuple[Sheet, ...]:
    """Before it is put together with others: sides of a folded sheet, or pages."""
    if spec.fold in FOLDS:
        return folded(pages, fold=FOLDS[spec.fold], rtl=rtl, finish=finish)
    return trimmed(pages, finish=finish)


def _is_imposed(spec: SheetSpec) -> bool:
    return spec.bind == "saddle" or spec.is_ganged


def _one_sided(
    pages: Pages, spec: SheetSpec, *, rtl: bool, finish: Finish, paper: Paper
) -> tuple[Sheet, ...]:
    """For who cannot print on both sides: pages in reading order, cards with their backs beside them.

    Backs of cards that are too large for that are on paper of their own.
    """
    if len(pages.pages) == 1 or not _fits_on(paper, spec):
        return ()
    if spec.bind == "cards":
        both = _with_backs(pages, spec, rtl=rtl)
        if grid((both[0].width, both[0].height), paper=paper, gutter=spec.gutter).count:
            return ganged(
                both, paper=paper, gutter=spec.gutter, heads_together=False, finish=finish, one_sided=True
            )
    elif spec.fold in FOLDS:
        return rows(pages, columns=len(FOLDS[spec.fold].sides[0].panels), rtl=rtl, finish=finish)
    elif spec.bind == "saddle":
        return rows(pages, columns=2, rtl=rtl, finish=finish)
    return imposed(pages, spec, rtl=rtl, finish=finish, paper=paper)


def _with_backs(pages: Pages, spec: SheetSpec, *, rtl: bool) -> tuple[Sheet, ...]:
    """Cards of twice the size, to be folded backwards and glued."""
    if spec.fold in FOLDS:
        return (folded_over(*folded(pages, fold=FOLDS[spec.fold], rtl=rtl, finish=Finish())),)
    return rows(pages, columns=2, rtl=rtl, finish=Finish())


def _fits_on(paper: Paper, spec: SheetSpec) -> bool:
    """Whether an office printer takes the sheet."""
    if spec.bind == "cards":
        return grid((spec.width, spec.height), paper=paper, gutter=spec.gutter).count > 0
    wide = spec.width * (2 if spec.bind == "saddle" else 1)
    sides = sorted((wide, spec.height))
    return sides[0] <= paper.width + 0.01 and sides[1] <= paper.height + 0.01


def duplex(profile: Profile, sheets: tuple[Sheet, ...]) -> str:
    """What a viewer's print dialogue should choose (ISO 32000-1, table 150); empty: nothing."""
    if profile is Profile.ONE_SIDED or (profile is Profile.OFFICE and len(sheets) == 1):
        return "Simplex"
    if profile is Profile.OFFICE:
        lying = sheets[0].width > sheets[0].height
        return "DuplexFlipShortEdge" if lying else "DuplexFlipLongEdge"
    return ""
