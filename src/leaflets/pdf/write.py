"""Pages and sheets -> the bytes of one PDF. Same input, same bytes."""

from collections.abc import Callable, Iterator

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary

from leaflets.errors import PdfError
from leaflets.fonts.face import Face
from leaflets.geometry import Rect
from leaflets.pages.page import Pages
from leaflets.pdf.canvas import SheetCanvas
from leaflets.pdf.content import ARTIFACT, Opener, Painter
from leaflets.pdf.graphics import KNOCKOUT, OVERPRINT, REGISTRATION
from leaflets.pdf.links import Outliner, add_links
from leaflets.pdf.metadata import Metadata, check_metadata, info_texts, xmp_packet
from leaflets.pdf.objects import array, dictionary, name, profile_stream, refer, string
from leaflets.pdf.pictures import Pictures
from leaflets.pdf.programs import font_object
from leaflets.pdf.structure import Structure
from leaflets.pdf.typefaces import Typefaces
from leaflets.pdf.variants import Variant, check_profile, condition_of, variant_of
from leaflets.project import PrintCondition, PrintStandard, Profile
from leaflets.sheets.sheet import Placement, Sheet


def no_pictures(file: str) -> bytes:
    """For documents without images: PdfError if one is asked for after all."""
    raise PdfError(f"the image {file} cannot be drawn: no files were given to the PDF writer")


def write_pdf(
    pages: Pages,
    sheets: tuple[Sheet, ...],
    *,
    profile: Profile,
    metadata: Metadata,
    faces: Callable[[str], Face],
    icc: bytes,
    standard: PrintStandard = PrintStandard.X4,
    condition: PrintCondition | None = None,
    pictures: Callable[[str], bytes] = no_pictures,
    inks: bytes = b"",
    duplex: str = "",
) -> bytes:
    """One PDF page for each sheet, in their order.

    `faces` gives a face by its id, `pictures` the bytes of an image file, `icc` is the profile of the
    output intent: that of the print condition, or sRGB. `inks` is the print condition's for screens too:
    images in inks are shown by it. `duplex` is what print dialogues should choose, at the size that the
    sheets have (ISO 32000-1, table 150). PdfError for anything that must not be in a PDF, such as the glyph
    .notdef; FontError for a font that must not be embedded.
    """
    variant = variant_of(profile, standard=standard)
    check_metadata(metadata)
    check_profile(icc, variant=variant)
    canvas = SheetCanvas(version=variant.version, language=metadata.language)
    typefaces = Typefaces(pages, faces=faces)
    profile_of_inks = icc if variant.inks else inks
    images = Pictures(pictures, pages=pages, document=canvas.document, variant=variant, inks=profile_of_inks)
    painter = Painter(typefaces=typefaces, pictures=images, inks=variant.inks)
    if variant.tagged:
        _write_tagged(pages, sheets, canvas=canvas, painter=painter, language=metadata.language)
    else:
        _write_plain(pages, sheets, canvas=canvas, painter=painter)
    if duplex:
        canvas.setViewerPreference("PrintScaling", "None")
        canvas.setViewerPreference("Duplex", duplex)
    _add_fonts(typefaces, canvas=canvas)
    _add_resources(images, canvas=canvas, variant=variant)
    _add_intent(variant, condition=condition, icc=icc, canvas=canvas)
    return _finished(canvas, metadata=metadata, variant=variant)


def _write_plain(pages: Pages, sheets: tuple[Sheet, ...], *, canvas: SheetCanvas, painter: Painter) -> None:
    for sheet in sheets:
        canvas.open_sheet(sheet, boxes=True, parents_key=None)
        openers = [None] * len(sheet.placements)
        canvas.close_sheet(painter.sheet_operators(sheet, pages=pages.pages, openers=openers))


def _write_tagged(
    pages: Pages, sheets: tuple[Sheet, ...], *, canvas: SheetCanvas, painter: Painter, language: str
) -> None:
    structure = Structure(pages.tags, document=canvas.document, language=language)
    outliner = Outliner(canvas)
    for sheet, firsts in zip(sheets, _first_placements(sheets), strict=True):
        key = structure.open_page()
        canvas.open_sheet(sheet, boxes=False, parents_key=key)
        openers = _openers(sheet, firsts, canvas=canvas, structure=structure, key=key)
        operators = painter.sheet_operators(sheet, pages=pages.pages, openers=openers)
        for placement in firsts:
            page = pages.pages[placement.page]
            outliner.add(page, sheet=sheet, placement=placement)
            add_links(page, canvas=canvas, structure=structure, sheet=sheet, placement=placement)
        canvas.close_sheet(operators)
    structure.write()
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
    media = sheet.media_box

    def opener_of(placement: Placement) -> Opener:
        def seen(rect: Rect) -> Rect:
            return placement.on_sheet(rect).moved(-media.x, -media.y)

        def opener(tag: int | None) -> str:
            if tag is None or placement not in firsts:
                return ARTIFACT
            return structure.mark(tag, page=canvas.page, key=key, seen=seen)

        return opener

    return map(opener_of, sheet.placements)


def _add_fonts(typefaces: Typefaces, *, canvas: SheetCanvas) -> None:
    for typeface in typefaces.used.values():
        canvas.add_font(typeface.name, font_object(typeface, document=canvas.document))


def _add_resources(images: Pictures, *, canvas: SheetCanvas, variant: Variant) -> None:
    if images.objects:
        canvas.resources["XObject"] = PDFDictionary(images.objects)
    if variant.inks:
        canvas.resources["ExtGState"] = dictionary(
            **{OVERPRINT: _overprint("true"), KNOCKOUT: _overprint("false")}
        )
        canvas.resources["ColorSpace"] = dictionary(**{REGISTRATION: _registration()})


def _overprint(on: str) -> PDFDictionary:
    """Mode 1: an ink of 0 leaves what is under it (ISO 32000-1, 8.6.7)."""
    return dictionary(Type=name("ExtGState"), OP=on, op=on, OPM=1 if on == "true" else 0)


def _registration() -> PDFArray:
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
        OutputConditionIdentifier=string(found.identifier),
        Info=string(found.info),
        DestOutputProfile=refer(canvas.document, stream),
    )
    if found.registry:
        intent["RegistryName"] = string(found.registry)
    canvas.catalog.OutputIntents = array([refer(canvas.document, intent)])


def _finished(canvas: SheetCanvas, *, metadata: Metadata, variant: Variant) -> bytes:
    info = dict((*info_texts(metadata), *variant.info))
    canvas.document.updateSignature(repr((metadata, variant)))
    xmp = xmp_packet(metadata, claims=variant.claims, content=canvas.digest())
    return canvas.finish(info, xmp)
