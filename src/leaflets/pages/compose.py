"""A document to pages: boxes once, copyfit, then setting at the chosen scale."""

from collections.abc import Iterator, Mapping, Sequence

from leaflets.color import Color, Palette
from leaflets.document.fragment import fault
from leaflets.document.tree import Document
from leaflets.fonts.load import FontLibrary
from leaflets.pages.boxes import Box, TextBox
from leaflets.pages.copyfit import Condition, Verdict, best_scale
from leaflets.pages.measure import stack_height
from leaflets.pages.page import Blemish, Gap, Glyphs, Overset, Page, Pages, Source
from leaflets.pages.paginate import Plans, conditions
from leaflets.pages.panels import Model, make_model, origins, texts
from leaflets.pages.setting import set_pages
from leaflets.pages.tight import Tight, tight
from leaflets.pages.workshop import PictureReader, Workshop


def compose(
    document: Document,
    *,
    library: FontLibrary,
    palette: Mapping[str, Color],
    picture: PictureReader,
) -> Pages:
    """Lay the document out once; the palette's `paper` stands behind every panel.

    LayoutError if its panels cannot be, or if none of them is made.
    """
    workshop = Workshop(library=library, palette=Palette(palette), picture=picture, numbers=document.numbers)
    model = make_model(document, workshop=workshop)
    plans = Plans(model)
    scale, fits = best_scale(_conditions(plans), limits=document.sheet.fit)
    overset = () if fits else tuple(_overset(plans, scale))
    pages, tags, overfull, broken = set_pages(model, plans.at(scale), scale=scale)
    if broken and fits:
        scale = _unbroken(plans, scale, least=document.sheet.fit[0])
        pages, tags, overfull, broken = set_pages(model, plans.at(scale), scale=scale)
    if not pages:
        step = "give it a panel without `since`, or text to the one that repeats"
        raise fault("bad-panels", "this makes no page at all", document.sheet.origin, help=step)
    boxes = _all_texts(model)
    return Pages(
        pages=pages,
        tags=tags,
        sources=tuple(Source(text=m.text, language=m.language, origin=m.origin) for m in document.messages),
        scale=scale,
        limits=document.sheet.fit,
        overset=(*overset, *overfull),
        gaps=tuple(_gaps(boxes)),
        blemishes=tuple(_blemishes(boxes)),
        broken=broken,
        unused=_unused(boxes, pages),
    )


def _unused(boxes: Sequence[TextBox], pages: Sequence[Page]) -> frozenset[int]:
    wanted = {piece.source for box in boxes for piece in box.pieces}
    shown = {item.source for page in pages for item in page.items if isinstance(item, Glyphs)}
    return frozenset(wanted - shown - {-1})


def _conditions(plans: Plans) -> list[Condition]:
    """What has to hold at a scale: flows fit into their panels, and boxes into the height they have."""

    def boxes_fit(scale: float) -> Verdict:
        return Verdict(fits=next(tight(plans, scale), None) is None)

    return [*conditions(plans), Condition(tried=boxes_fit)]


def _unbroken(plans: Plans, scale: float, *, least: float) -> float:
    """A smaller scale at which no word is broken, if there is one: that is worse than smaller type."""

    def is_whole(scale: float) -> Verdict:
        return Verdict(fits=not set_pages(plans.model, plans.at(scale), scale=scale)[3])

    found = [*_conditions(plans), Condition(tried=is_whole)]
    smaller, whole = best_scale(found, limits=(least, scale))
    return smaller if whole else scale


def _overset(plans: Plans, scale: float) -> Iterator[Overset]:
    for _flow, filled in plans.at(scale).filled:
        if not filled.fits:
            last = filled.regions[-1]
            total = stack_height(filled.left, width=last.width, scale=scale) or 1.0
            characters = sum(len(box.paragraph.text) for box in texts(filled.left))
            yield Overset(
                panel=last.panel,
                height=filled.excess,
                characters=max(1, round(characters * filled.excess / total)),
                origins=tuple(origins(filled.left)),
            )
    for found in tight(plans, scale):
        yield _too_tight(found)


def _too_tight(found: Tight) -> Overset:
    characters = sum(len(text.paragraph.text) for text in texts(found.boxes))
    return Overset(
        panel=found.panel,
        height=found.excess,
        characters=max(1, round(characters * found.excess / found.natural)),
        origins=tuple(origins(found.boxes)) or tuple(box.origin for box in found.boxes),
        given=found.given.origin.place if found.given else None,
    )


def _all_texts(model: Model) -> list[TextBox]:
    groups: list[Box] = [box for panel in model.panels for _edge, box in panel.edges]
    return texts([*groups, *(flow.group for flow in model.flows)])


def _blemishes(boxes: Sequence[TextBox]) -> Iterator[Blemish]:
    for box in boxes:
        for flaw in box.paragraph.flaws:
            yield Blemish(flaw=flaw, origin=box.pieces[flaw.key].origin)


def _gaps(boxes: Sequence[TextBox]) -> Iterator[Gap]:
    seen = set()
    for box in boxes:
        for missing in box.paragraph.missing:
            origin = box.pieces[missing.key].origin
            if (missing.character, origin) not in seen:
                seen.add((missing.character, origin))
                yield Gap(missing=missing, origin=origin)
