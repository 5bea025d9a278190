"""Drawn pages and sheets -> the bytes of one PDF. Same input, same bytes."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from leaflets.errors import PdfError
from leaflets.pdf.canvas import SheetCanvas
from leaflets.pdf.content import ARTIFACT, Opener, Painter
from leaflets.pdf.drawing import Drawing, draw_slugs
from leaflets.pdf.graphics import KNOCKOUT, OVERPRINT, REGISTRATION
from leaflets.pdf.links import add_links
from leaflets.pdf.metadata import Metadata, check_metadata, info_texts, xmp_packet
from leaflets.pdf.objects import (
    Array,
    Dictionary,
    Stream,
    array,
    dictionary,
    name,
    profile_stream,
    reference,
    text_string,
)
from leaflets.pdf.outline import Outliner
from leaflets.pdf.pictures import picture_stream
from leaflets.pdf.programs import Font, font_object
from leaflets.pdf.structure import Structure
from leaflets.pdf.variants import Variant, check_profile, condition_of, variant_of
from leaflets.printing import PrintCondition, PrintStandard
from leaflets.project import Profile
from leaflets.sheets.sheet import Placement, Sheet


def no_pictures(file: str) -> bytes:
    """For documents without images: PdfError if one is asked for after all."""
    raise PdfError(f"the image {file} cannot be drawn: no files were given to the PDF writer")


def write_pdf(
    drawing: Drawing,
    sheets: tuple[Sheet, ...],
    *,
    profile: Profile,
    metadata: Metadata,
    icc: bytes,
    standard: PrintStandard = PrintStandard.X4,
    condition: PrintCondition | None = None,
    pictures: Callable[[str], bytes] = no_pictures,
    inks: bytes = b"",
    duplex: str = "",
    rtl: bool = False,
) -> bytes:
    """One PDF page for each sheet, in their order.

    `pictures` gives the bytes of an image file, `icc` is the profile of the output intent: that of the print
    condition, or sRGB. `inks` is the print condition's for screens too: images in inks are shown by it.
    `duplex` is what print dialogues should choose, at the size that the sheets have (ISO 32000-1, table 150);
    `rtl` says on which side a shop's imposition puts the second of two pages. Not for who reads on a screen:
    PDFium then takes every line to run from right to left, and copies 116 000 as 000 116.
    PdfError for anything that must not be in a PDF.
    """
    variant = variant_of(profile, standard=standard)
    check_metadata(metadata)
    check_profile(icc, variant=variant)
    canvas = SheetCanvas(version=variant.version, language=metadata.language)
    painter = Painter(drawing.drawn, inks=variant.inks)
    if variant.tagged:
        _write_tagged(drawing, sheets, canvas=canvas, painter=painter, language=metadata.language)
    else:
        _write_plain(drawing, sheets, canvas=canvas, painter=painter)
    if duplex:
        canvas.setViewerPreference("PrintScaling", "None")
        canvas.setViewerPreference("Duplex", duplex)
    if rtl:
        canvas.setViewerPreference("Direction", "R2L")
    _add_fonts(drawing.fonts, canvas=canvas)
    read = partial(picture_stream, read=pictures, pages=drawing.pages, cmyk=variant.inks)
    images = {file: read(file, inks=icc if variant.inks else inks) for file in painter.images}
    _add_images(images, names=drawing.images, canvas=canvas)
    _add_states(variant, canvas=canvas)
    _add_intent(variant, condition=condition, icc=icc, canvas=canvas)
    return _finished(canvas, metadata=metadata, variant=variant)


def _write_plain(
    drawing: Drawing, sheets: tuple[Sheet, ...], *, canvas: SheetCanvas, painter: Painter
) -> None:
    slugs, fonts = draw_slugs(sheets, faces=drawing.faces)
    for sheet, slug in zip(sheets, slugs, strict=True):
        canvas.open_sheet(sheet, boxes=True, parents_key=None)
        openers = [None] * len(sheet.placements)
        canvas.close_sheet(painter.sheet_operators(sheet, openers=openers, slug=slug))
    _add_fonts(fonts, canvas=canvas)


def _write_tagged(
    drawing: Drawing, sheets: tuple[Sheet, ...], *, canvas: SheetCanvas, painter: Painter, language: str
) -> None:
    pages = drawing.pages
    structure = Structure(pages.tags, document=canvas.document, language=language)
    outliner = Outliner(canvas)
    for sheet, firsts in zip(sheets, _first_placements(sheets), strict=True):
        key = structure.open_page()
        canvas.open_sheet(sheet, boxes=False, parents_key=key)
        openers = _openers(sheet, firsts, canvas=canvas, structure=structure, key=key)
        operators = painter.sheet_operators(sheet, openers=openers)
        for placement in firsts:
            page = pages.pages[placement.page]
            outliner.add(page, sheet=sheet, placement=placement)
            add_links(page, canvas=canvas, structure=structure, sheet=sheet, placement=placement)
        canvas.close_sheet(operators)
    structure.write()
    outliner.write()
    canvas.catalog.StructTreeRoot = structure.root
    canvas.catalog.MarkInfo = dictionary(Marked="true")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _first_placements(sheets: tuple[Sheet, ...]) -> Iterator[tuple[Placement, ...]]:
    """For each sheet the pages that stand on it for the first time: a card is read once, not ten times."""
    seen: set[int] = set()
    for sheet in sheets:
        found = []
        for placement in sheet.placements:
            if placement.page not in seen:
                seen.add(placement.page)
                found.append(placement)
        yield tuple(found)


def _openers(
    sheet: Sheet, firsts: tuple[Placement, ...], *, canvas: SheetCanvas, structure: Structure, key: int
) -> Iterator[Opener]:
    """For each placement, what begins the marked content of a tag, or of an artifact."""

    def opener_of(placement: Placement) -> Opener:
        seen = partial(sheet.on_media, placement=placement)

        def opener(tag: int | None) -> str:
            if tag is None or placement not in firsts:
                return ARTIFACT
            return structure.mark(tag, page=canvas.page, key=key, seen=seen)

        return opener

    return map(opener_of, sheet.placements)


def _add_fonts(fonts: tuple[Font, ...], *, canvas: SheetCanvas) -> None:
    for font in fonts:
        canvas.add_font(font.name, font_object(font, document=canvas.document))


def _add_images(images: Mapping[str, Stream], *, names: Mapping[str, str], canvas: SheetCanvas) -> None:
    if images:
        references = {names[file]: reference(canvas.document, stream) for file, stream in images.items()}
        canvas.resources["XObject"] = dictionary(**references)


def _add_states(variant: Variant, *, canvas: SheetCanvas) -> None:
    if variant.inks:
        canvas.resources["ExtGState"] = dictionary(
            **{OVERPRINT: _overprint("true"), KNOCKOUT: _overprint("false")}
        )
        canvas.resources["ColorSpace"] = dictionary(**{REGISTRATION: _registration()})


def _overprint(on: str) -> Dictionary:
    """Mode 1: an ink of 0 leaves what is under it (ISO 32000-1, 8.6.7)."""
    return dictionary(Type=name("ExtGState"), OP=on, op=on, OPM=1 if on == "true" else 0)


def _registration() -> Array:
    """All plates (ISO 32000-1, 8.6.6.4)."""
    tint = dictionary(FunctionType=2, Domain=array([0, 1]), C0=array([0] * 4), C1=array([1] * 4), N=1)
    return array([name("Separation"), name("All"), name("DeviceCMYK"), tint])


def _add_intent(
    variant: Variant, *, condition: PrintCondition | None, icc: bytes, canvas: SheetCanvas
) -> None:
    found = condition_of(variant, condition=condition)
    stream = profile_stream(icc, components=variant.components)
    intent = dictionary(
        Type=name("OutputIntent"),
        S=name(variant.intent),
        OutputConditionIdentifier=text_string(found.identifier),
        Info=text_string(found.info),
        DestOutputProfile=reference(canvas.document, stream),
    )
    if found.registry:
        intent["RegistryName"] = text_string(found.registry)
    canvas.catalog.OutputIntents = array([reference(canvas.document, intent)])


def _finished(canvas: SheetCanvas, *, metadata: Metadata, variant: Variant) -> bytes:
    info = dict((*info_texts(metadata), *variant.info))
    canvas.document.updateSignature(repr((metadata, variant)))
    xmp = xmp_packet(metadata, claims=variant.claims, content=canvas.digest())
    return canvas.finish(info, xmp)
