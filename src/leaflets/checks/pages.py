"""Pages to findings: what a reader would miss, each with its place and the next step."""

from collections.abc import Iterator

from leaflets.diagnostics import Diagnostic, Severity
from leaflets.document.tree import Document
from leaflets.geometry import MM
from leaflets.pages.page import Gap, Overset, Pages


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


PAGE_CHECKS = (overset, missing_glyph)
DOCUMENT_CHECKS = (untranslated, decomposed)


def findings(document: Document, pages: Pages) -> tuple[Diagnostic, ...]:
    """All findings of a laid out job, each once however often its text is shown."""
    found = (
        *(finding for check in PAGE_CHECKS for finding in check(pages)),
        *(finding for check in DOCUMENT_CHECKS for finding in check(document)),
    )
    return tuple(dict.fromkeys(found))
