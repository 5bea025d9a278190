"""A leaflet in one language to a sheet for its reviewer, .xlsx and PDF; and a filled one to its remarks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape

from leaflets.build.desk import Desk, text_of
from leaflets.build.exchange import make_handoff
from leaflets.build.inputs import open_fonts, read_speech
from leaflets.build.job import Laid, output_of
from leaflets.build.pictures import picture_reader
from leaflets.catalog.message import Catalog, Message
from leaflets.diagnostics import Diagnostic
from leaflets.document.read import read_document
from leaflets.errors import LayoutError
from leaflets.exchange.cells import Cell
from leaflets.exchange.handoff import Handoff, Item, text_digest
from leaflets.exchange.review import CRITICAL, Filled, in_order, is_critical, write_review
from leaflets.files import Disk
from leaflets.language import Language
from leaflets.pages.compose import compose
from leaflets.project import Job, Profile, Release

NAME, FORMAT = "review-sheet", "sheet"

CHIP = re.compile("⟦([^⟦⟧]*)⟧")

TEXT = re.compile("Text [0-9a-f]{12}")
"""The last of the instructions."""

LONGEST = 90
"""Characters of a place."""

SIGNATURE = ("Read by", "On the day", "Signature")

INSTRUCTIONS = (
    "Read each translation as if the leaflet were for you. Then compare it with the source.",
    "Is anything wrong, missing, promised too much, impolite, hard to understand? Write it beside the text.",
    f"⟦1 …⟧ stands for a number, a name or bold letters. Texts marked {CRITICAL} come first: they must say"
    " neither more nor less than the source.",
    "At the end, write who has read it and when. A role or a pseudonym is enough.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A filled sheet beside today's texts."""

    remarks: tuple[tuple[Item, str], ...]
    beside: tuple[Cell, ...]
    """Remarks on no text: what somebody wrote between the rows, or on one that is no longer printed."""
    outdated: tuple[Item, ...]
    """Texts that are other ones now, or that the sheet does not have."""
    signed: str


def review_sheets(desk: Desk, language: Language, *, reference: Language | None = None) -> dict[str, bytes]:
    """File name -> bytes: a spreadsheet that can be taken back, and a PDF to print.

    The reference is a language that the reader may know better than the source.
    """
    handoff = _handoff(desk, language, reference)
    digest = text_of(desk, language).digest[:12]
    stem = f"{desk.leaflet.public_name}-{language.tag}-{desk.leaflet.release.edition}-review"
    said = (*INSTRUCTIONS, f"Text {digest}")
    return {
        f"{stem}.xlsx": write_review(handoff, instructions=said),
        f"{stem}.pdf": _pdf(desk, language, reference, handoff, digest),
    }


def compared(desk: Desk, language: Language, filled: Filled) -> Returned:
    """Remarks with the texts that they are on, and what the reader has not seen as it is now."""
    items = {item.label.message: item for item in _handoff(desk, language).items}
    seen = {row.message: row for row in filled.rows}
    remarks = tuple(
        (items[row.message], row.text) for row in filled.rows if row.text and row.message in items
    )
    outdated = tuple(
        item for key, item in items.items() if key not in seen or seen[key].base != item.label.base
    )
    gone = (
        Cell(text=row.text, place="a text that is no longer printed")
        for row in filled.rows
        if row.text and row.message not in items
    )
    return Returned(
        remarks=remarks, beside=(*_beside(desk, filled), *gone), outdated=outdated, signed=filled.signed
    )


def _beside(desk: Desk, filled: Filled) -> Iterator[Cell]:
    names = (language.autonym for language in (desk.leaflet.source, *desk.leaflet.languages))
    known = {text_digest(text) for text in (*INSTRUCTIONS, *names)}
    for cell in filled.others:
        if text_digest(cell.text) not in known and not TEXT.fullmatch(cell.text.strip()):
            yield cell


def _handoff(desk: Desk, language: Language, reference: Language | None = None) -> Handoff:
    made = make_handoff(desk.leaflet, language, desk.project, files=desk.files, reference=reference)
    if language != desk.leaflet.source:
        return made
    return replace(made, items=tuple(_its_own(item) for item in made.items))


def _its_own(item: Item) -> Item:
    """The source text is its own translation."""
    return replace(item, current=item.source, label=replace(item.label, base=text_digest(item.source)))


def _pdf(desk: Desk, language: Language, reference: Language | None, handoff: Handoff, digest: str) -> bytes:
    """Typeset as leaflets are, in every script: the texts are those of catalogs that are made here."""
    job = _job(desk)
    contents = {
        f"layouts/{NAME}/{FORMAT}.xml": _layout(in_order(handoff), language, reference).encode(),
        f"layouts/{NAME}/{FORMAT}.css": desk.files.read("layouts/_base/review-sheet.css"),
    }
    files = Disk(desk.files.roots, contents=contents)
    catalogs = _catalogs(handoff, digest, source=job.language, language=language, reference=reference)
    document = read_document(job, files=files, speech=replace(read_speech(job, files), leaflet=catalogs))
    palette, library = desk.project.palette, open_fonts(files)
    pages = compose(
        document,
        library=library,
        palette=palette,
        picture=picture_reader(files, palette=palette),
    )
    if pages.gaps:
        raise LayoutError.of(_gaps(language))
    laid = Laid(document=document, pages=pages, catalogs=catalogs, library=library)
    return output_of(job, laid, Profile.SCREEN, files).data


def _job(desk: Desk) -> Job:
    leaflet = replace(
        desk.leaflet,
        name=NAME,
        formats=(FORMAT,),
        together={},
        release=Release(edition=desk.leaflet.release.edition),
    )
    return Job(
        project=desk.project,
        leaflet=leaflet,
        languages=(leaflet.source,),
        format=FORMAT,
        profiles=(Profile.SCREEN,),
    )


def _catalogs(
    handoff: Handoff, digest: str, *, source: Language, language: Language, reference: Language | None
) -> dict[str, Catalog]:
    """What stands on the sheet, by the names that the layout has for it: a catalog for each language.

    Texts are named by their labels: the forms of a plural have one number.
    """
    items = handoff.items
    words = {
        "title": "Review",
        "head": " · ".join(
            (handoff.leaflet, language.english, language.tag, handoff.edition, f"text {digest}")
        ),
        **{f"told{number}": line for number, line in enumerate(INSTRUCTIONS)},
        **{name: name for name in SIGNATURE},
        "Remark": "Remark",
        "source": handoff.source_language,
        **{f"place {item.label}": _place(item) for item in items},
        **{f"source {item.label}": item.source for item in items},
    }
    own = {"own": handoff.language, **{f"own {item.label}": item.current or "—" for item in items}}
    if language == source:
        words, own = {**words, **own}, {**words, **own}
    catalogs = {source.tag: _catalog(source, words), language.tag: _catalog(language, own)}
    if reference:
        second = {f"reference {item.label}": item.reference for item in items if item.reference}
        catalogs[reference.tag] = _catalog(reference, second)
    return catalogs


def _gaps(language: Language) -> Diagnostic:
    return Diagnostic(
        rule="missing-glyph",
        message=f"{language.english}: the fonts lack letters of its texts, which a sheet would not show",
        help=f"run: leaflets check {language.tag}",
    )


def _place(item: Item) -> str:
    place = item.place if len(item.place) <= LONGEST else f"{item.place[:LONGEST]}…"
    return f"{f'{CRITICAL} · ' if is_critical(item) else ''}{item.number} · {place}"


def _catalog(language: Language, texts: Mapping[str, str]) -> Catalog:
    """Texts as characters and nothing else: neither markup nor a placeholder can be made of them."""
    return Catalog(
        tag=language.tag,
        file="",
        messages=tuple(
            Message(
                context=None,
                msgid=name,
                plural=None,
                texts=(_characters(text),),
                fuzzy=False,
                flags=(),
                comments=(),
                remarks=(),
                references=(),
                line=1,
                text_line=1,
            )
            for name, text in texts.items()
        ),
    )


def _characters(text: str) -> str:
    """Chips in plain brackets, which every face has, each in its own direction."""
    safe = escape(text, quote=False).replace("%", "&#37;").replace("{", "&#123;").replace("\n", " ")
    return CHIP.sub(r"<bdi>[\1]</bdi>", safe).replace("⟦", "[").replace("⟧", "]")


def _layout(items: tuple[Item, ...], language: Language, reference: Language | None) -> str:
    """The names of all texts in their places."""
    rows = "\n".join(_row(item, language, reference) for item in items)
    told = "".join(f"<p>{_say(f'told{number}')}</p>" for number in range(len(INSTRUCTIONS)))
    signature = "".join(f"<p>{_say(name)}</p><lines count='1'/>" for name in SIGNATURE)
    head = f'<th>{_say("source")}</th><th lang="{language.tag}">{_say("own")}</th>'
    return (
        '{% extends "_base/review-sheet.xml" %}{% block sheet %}'
        f"<h1>{_say('title')}</h1><p>{_say('head')}</p>{told}"
        f"<table><tr>{head}</tr>{rows}</table><section>{signature}</section>{{% endblock %}}"
    )


def _row(item: Item, language: Language, reference: Language | None) -> str:
    css = "critical" if is_critical(item) else "place"
    source = f'<p class="{css}">{_say(f"place {item.label}")}</p><p>{_say(f"source {item.label}")}</p>'
    if reference and item.reference:
        said = _say(f"reference {item.label}")
        source += f'<p class="reference" lang="{reference.tag}">{said}</p>'
    own = f'<p class="translation" lang="{language.tag}">{_say(f"own {item.label}")}</p>'
    return f'<tr><td>{source}</td><td>{own}<p class="remark">{_say("Remark")}</p><lines count="1"/></td></tr>'


def _say(name: str) -> str:
    return f'{{{{ _("{name}") }}}}'
