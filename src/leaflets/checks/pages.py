"""Pages to findings: what a reader would miss, each with its place and the next step."""

from collections.abc import Iterator

from leaflets.diagnostics import Diagnostic, Origin, Severity
from leaflets.document.tree import Document
from leaflets.geometry import MM, Rect
from leaflets.pages.page import Gap, Glyphs, Overset, Pages

HEADINGS = ("H1", "H2", "H3")

KEEP_CLEAR = 3 * MM
"""What no number or address may come nearer to than an edge or a fold (house rule; newspapers ask for it)."""


def overset(pages: Pages) -> Iterator[Diagnostic]:
    """Text does not fit its panel at the smallest type.

    It would be cut off at a fold: nothing is printed until it fits."""
    for found in pages.overset:
        yield _overset(found)


def missing_glyph(pages: Pages) -> Iterator[Diagnostic]:
    """No font has a character.

    The reader would see a box or nothing."""
    for gap in pages.gaps:
        yield _missing(gap)


def skipped_heading(pages: Pages) -> Iterator[Diagnostic]:
    """A level of headings is left out, or the first heading is not h1.

    Who moves from heading to heading thinks that something was missed (ISO 14289-1, 7.4.2)."""
    last = 0
    for tag in pages.tags:
        if tag.role not in HEADINGS:
            continue
        level = HEADINGS.index(tag.role) + 1
        if level > last + 1:
            yield _skipped(level, last, tag.origin)
        last = level


def number_near_edge(pages: Pages) -> Iterator[Diagnostic]:
    """A telephone number or address stands within 3 mm of an edge or a fold.

    A digit that is cut off, or lost in a fold, can cost a reader her call."""
    for page in pages.pages:
        safe = Rect(0, 0, page.width, page.height).grown(-KEEP_CLEAR)
        for item in page.items:
            if isinstance(item, Glyphs) and _is_linked(item.tag, pages) and not safe.contains(_room(item)):
                yield _near(item, pages, panel=page.name)


def untranslated(document: Document) -> Iterator[Diagnostic]:
    """A text is not translated, or its translation is of an older source text.

    The reader gets the source language in its place; a release is refused."""
    for message in document.messages:
        if message.state in ("fuzzy", "untranslated"):
            yield Diagnostic(
                rule="fuzzy" if message.state == "fuzzy" else "untranslated",
                severity=Severity.WARNING,
                message=f'the text "{message.origin.msgid or message.text:.70}" is not translated',
                place=message.origin.place,
                notes=(f"it is shown in the source language ({message.language})",),
                help="translate it in the catalog, or remove its fuzzy mark after checking it",
            )


def _overset(found: Overset) -> Diagnostic:
    by = f"{found.height / MM:.1f} mm" if found.height else "one word"
    places = tuple(dict.fromkeys(f"{origin.repair}" for origin in found.origins))
    first = found.origins[0].repair if found.origins else None
    return Diagnostic(
        rule="overset",
        message=f'panel "{found.panel}" is too full by {by} at the smallest type',
        place=first,
        notes=(
            f"about {found.characters} characters must go",
            "texts that do not fit: " + ", ".join(places),
        ),
        help="shorten one of these texts, or give the layout a smaller type range or less space",
    )


def _missing(gap: Gap) -> Diagnostic:
    missing = gap.missing
    code = f"U+{ord(missing.character):04X}"
    shown = f" ({missing.character})" if missing.character.isprintable() else ""
    return Diagnostic(
        rule="missing-glyph",
        message=f"no font has {code}{shown} for language {missing.language}",
        place=gap.origin.repair,
        notes=(
            f'the text is "{gap.origin.msgid}"' if gap.origin.msgid else "the text is the layout's own",
            "families tried: " + ", ".join(missing.families),
        ),
        help="replace the character, or add a family that has it to fonts/fonts.toml",
    )


def _skipped(level: int, last: int, origin: Origin | None) -> Diagnostic:
    before = f"follows h{last}" if last else "is the first heading"
    return Diagnostic(
        rule="skipped-heading",
        message=f"a heading h{level} {before}",
        place=origin.place if origin else None,
        notes=("who moves from heading to heading thinks that something was missed",),
        help=f"write h{last + 1} here, or put a heading h{last + 1} before it",
    )


def _is_linked(tag: int | None, pages: Pages) -> bool:
    """Whether a tag is a link, or within one."""
    while tag is not None:
        if pages.tags[tag].href:
            return True
        tag = pages.tags[tag].parent
    return False


def _room(item: Glyphs) -> Rect:
    """About the room of the letters of a run."""
    width = item.run.width * item.size + item.run.text.count(" ") * item.spacing
    return Rect(item.x, item.y - 0.2 * item.size, width, item.size)


def _near(item: Glyphs, pages: Pages, *, panel: str) -> Diagnostic:
    origin = pages.sources[item.source].origin if item.source >= 0 else None
    return Diagnostic(
        rule="number-near-edge",
        message=f'"{item.run.text}" on panel "{panel}" stands within 3 mm of an edge or a fold',
        place=origin.place if origin else None,
        notes=("a digit that is cut off, or lost in a fold, can cost a reader her call",),
        help="give the box or the flow around it a larger padding",
    )


def decomposed(document: Document) -> Iterator[Diagnostic]:
    """A text is written with loose marks: e and an accent instead of é.

    It is set with joined letters (Unicode Normalization Form C, UAX #15), as fonts and search want them."""
    for message in document.messages:
        if message.composed:
            yield Diagnostic(
                rule="decomposed",
                severity=Severity.NOTE,
                message=f'the text "{message.text:.70}" is written with loose marks',
                notes=("it is set with joined letters, as fonts and search want them",),
                place=message.origin.repair,
                help="nothing needs to be done; an editor or a system wrote the letters so",
            )


PAGE_CHECKS = (overset, missing_glyph, skipped_heading, number_near_edge)
DOCUMENT_CHECKS = (untranslated, decomposed)


def findings(document: Document, pages: Pages) -> tuple[Diagnostic, ...]:
    """All findings of a laid out job, each once however often its text is shown."""
    found = (
        *(finding for check in PAGE_CHECKS for finding in check(pages)),
        *(finding for check in DOCUMENT_CHECKS for finding in check(document)),
    )
    return tuple(dict.fromkeys(found))
