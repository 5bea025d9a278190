"""Finished print files -> the job ticket: a PDF for the print shop, in the host's language and in English."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from leaflets.build.inputs import catalog_path, find_catalog
from leaflets.build.job import Laid, Output, Outputs, lay_out, output_of, sheets_of
from leaflets.build.overlay import Overlay, say
from leaflets.catalog.po import read_catalog
from leaflets.config.languages import find_language, shipped_languages
from leaflets.document.folds import FOLDS
from leaflets.files import Files, Snapshot
from leaflets.geometry import MM
from leaflets.language import ENGLISH, Language
from leaflets.pictures.render import drawn_pages
from leaflets.pictures.sides import Label, side_picture
from leaflets.project import Job, Profile, Release, State
from leaflets.resources import data_path
from leaflets.sheets import finishing as told
from leaflets.sheets.finishing import finishing, left_to_right
from leaflets.sheets.renditions import press_finish
from leaflets.sheets.sheet import Sheet

NAME = "ticket"
DRAFT, RELEASED = "DRAFT: do not print.", "Released."
INKS = "Cyan, magenta, yellow, black. Text is in black only."
UNTRANSLATED = "In English only: nobody has translated these words into {} ({}) yet."
MORE = "The other sides follow in the same way."
SENTENCES = (DRAFT, RELEASED, INKS, MORE, *told.SENTENCES)
LABELS = (
    "Job ticket", "State", "Language", "Size, flat", "Size, folded", "Trim and bleed", "Sides to print",
    "Fold and finish", "Quantity", "Paper", "Inks", "File",
)  # fmt: skip
"""All that the catalog `ticket` translates: ticket.pot."""
SHOWN = 8
"""Sides of one format that are shown; a booklet has more, which follow in the same way."""

STYLE = """
flow { padding: 8mm 14mm 12mm; }
.notice-box { padding: 8mm 14mm 0; }
h2 { margin: 1em 0 0.3em; }
th, tr { border-block-end: none; }
td p { margin: 0 0 0.1em; }
table { margin: 0 0 0.8em; }
.sides { column-count: 2; column-gap: 6mm; break-inside: auto; }
.side { break-inside: avoid; margin: 0 0 0.6em; }
.side p { font-weight: bold; margin: 0 0 0.2em; }
.side img { width: 82mm; }
section { break-inside: auto; margin: 0; }
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the coordinator says of the order; empty: a line to fill in."""

    quantity: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One job of the order: laid out, and written."""

    job: Job
    laid: Laid
    outputs: Outputs


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongues:
    """The languages of a ticket: the host's, as far as there are words in it, and English."""

    host: Language
    known: frozenset[str]
    """What is translated into the host's language."""

    @property
    def tags(self) -> tuple[str, ...]:
        return (self.host.tag, ENGLISH) if self.known else (ENGLISH,)

    def of(self, value: str) -> tuple[str, ...]:
        """Sentences are told in each language that has them, names and numbers once."""
        return (self.host.tag, ENGLISH) if value in self.known and value.endswith(".") else (ENGLISH,)


def job_ticket(made: Sequence[Made], *, order: Order, files: Files) -> bytes:
    """One PDF for all formats of one language; a draft as long as one of them is one."""
    job = _ticket_job(made)
    words = _catalog(job.language, files)
    layout = _layout(made, order=order, tongues=_tongues(job.language, words))
    own = {
        f"layouts/{NAME}/{NAME}.xml": layout.encode(),
        f"layouts/{NAME}/{NAME}.css": STYLE.encode(),
        **dict(_pictures(made)),
        **words,
    }
    over = Overlay(made=own, below=files)
    return output_of(job, lay_out(job, over), Profile.SCREEN, over).data


def _ticket_job(made: Sequence[Made]) -> Job:
    """A leaflet of its own, in the host's language."""
    first = made[0].job
    host = first.leaflet.host
    is_released = all(one.job.state is State.RELEASED for one in made)
    leaflet = replace(
        first.leaflet,
        name=NAME,
        formats=(NAME,),
        languages=(host,),
        source=find_language(ENGLISH, shipped_languages()),
        together={},
        subject="",
        release=Release(
            edition=first.leaflet.release.edition,
            proofs={(host.tag, NAME): ""} if is_released else {},
        ),
    )
    return replace(first, leaflet=leaflet, languages=(host,), format=NAME, profiles=(Profile.SCREEN,))


def _catalog(language: Language, files: Files) -> dict[str, bytes]:
    """The project's own words for its print shop if it has any, else the toolkit's; empty without both."""
    own = find_catalog(language, NAME, files=files)
    if own:
        return {own: files.read(own)}
    path = catalog_path(language, NAME)
    file = data_path("locales").parent / path
    return {path: file.read_bytes()} if file.is_file() else {}


def _tongues(host: Language, words: Mapping[str, bytes]) -> Tongues:
    """CatalogError if the project's own catalog is damaged."""
    made = Snapshot(digests={path: path for path in words}, blobs=words)
    catalogs = [read_catalog(made, path, tag=host.tag, strict=True) for path in words]
    found = (message for catalog in catalogs for message in catalog.messages if not message.fuzzy)
    return Tongues(host=host, known=frozenset(one.msgid for one in found if any(one.texts)))


def _pictures(made: Iterable[Made]) -> Iterator[tuple[str, bytes]]:
    for one in made:
        sheets = sheets_of(one.job, one.laid, Profile.PRINT)
        drawn = drawn_pages(_print(one).data, resolution=110)
        for number, (sheet, side) in enumerate(zip(sheets[:SHOWN], drawn, strict=False)):
            yield _path(one, number), side_picture(side, labels=tuple(_labels(sheet, one.laid)))


def _print(one: Made) -> Output:
    return next(file for file in one.outputs.files if file.profile is Profile.PRINT)


def _path(one: Made, number: int) -> str:
    return f"layouts/{NAME}/{one.job.format}-{number}.png"


def _labels(sheet: Sheet, laid: Laid) -> Iterator[Label]:
    """Of panels; a sheet of cards is one picture."""
    if sheet.paper is not None:
        return
    for place in sheet.placements:
        page = laid.pages.pages[place.page]
        yield Label(text=page.name, left=place.x / sheet.width, right=(place.x + page.width) / sheet.width)


def _layout(made: Sequence[Made], *, order: Order, tongues: Tongues) -> str:
    """The ticket as a layout: every word is a message, so that it is shown in both languages."""
    leaflet = made[0].job.leaflet
    title = "".join(f'<h1 lang="{tag}">{say("Job ticket")}</h1>' for tag in tongues.tags)
    what = f"{leaflet.public_name} · {leaflet.release.edition} · {made[0].job.tag}"
    if not tongues.known and tongues.host.tag != ENGLISH:
        title += f'<p lang="en">{say(UNTRANSLATED.format(tongues.host.english, tongues.host.tag))}</p>'
    parts = "".join(_part(one, order=order, tongues=tongues) for one in made)
    return (
        '<leaflet format="ticket"><sheet size="A4" fold="none" fit="10pt 10pt">'
        '<panel name="page" repeat="flow"><box edge="top" class="notice-box"><notice/></box></panel>'
        f'<flow panels="page">{title}<p lang="en">{say(what)}</p>{parts}</flow></sheet></leaflet>'
    )


def _part(one: Made, *, order: Order, tongues: Tongues) -> str:
    rows = "".join(_row(name, values, tongues) for name, values in _facts(one, order))
    return (
        f'<section><h2 lang="en">{say(one.job.format)}</h2><table>{rows}</table>'
        f'<section class="sides">{"".join(_sides(one, tongues))}</section></section>'
    )


def _facts(one: Made, order: Order) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Label -> values: messages where they are words, else names and numbers."""
    job, laid, spec = one.job, one.laid, one.laid.document.sheet
    settings = job.project.print
    sheets = sheets_of(job, laid, Profile.PRINT)
    yield "State", (DRAFT if job.state is State.DRAFT else RELEASED,)
    yield "Language", tuple(f"{language.english} ({language.tag})" for language in job.languages)
    yield "Size, flat", (_size(spec.width, spec.height),)
    if spec.fold in FOLDS:
        widths = FOLDS[spec.fold].widths(spec.width)
        yield "Size, folded", (_size(max(widths.values()), spec.height),)
    yield (
        "Trim and bleed",
        (f"{_size(sheets[0].width, sheets[0].height)} + {press_finish(spec, settings).bleed / MM:g} mm",),
    )
    yield "Sides to print", (str(len(sheets)),)
    yield "Fold and finish", finishing(laid.pages, spec, rtl=job.language.is_rtl)
    yield "Quantity", (order.quantity or "____________",)
    yield "Paper", (order.paper or "____________",)
    yield "Inks", (INKS, f"{settings.condition.info}, {settings.standard.value.upper()}")
    for file in one.outputs.files:
        yield "File", (file.path.rpartition("/")[2],)
        yield "SHA-256", (" ".join(file.sha256[i : i + 8] for i in range(0, 64, 8)),)


def _size(width: float, height: float) -> str:
    return f"{_mm(width)} × {_mm(height)} mm"


def _mm(points: float) -> str:
    return f"{points / MM:.1f}".removesuffix(".0")


def _row(name: str, values: Sequence[str], tongues: Tongues) -> str:
    labels = "".join(f'<th lang="{tag}">{say(name)}</th>' for tag in tongues.tags)
    words = "".join(f'<p lang="{tag}">{say(v)}</p>' for v in values for tag in tongues.of(v))
    return f"<tr>{labels}<td>{words}</td></tr>"


def _sides(one: Made, tongues: Tongues) -> Iterator[str]:
    sheets = sheets_of(one.job, one.laid, Profile.PRINT)
    for number, sheet in enumerate(sheets[:SHOWN]):
        names = " | ".join(left_to_right(sheet, one.laid.pages)) if sheet.paper is None else sheet.name
        alt = f"{one.job.format}, {sheet.name}: {names}"
        yield (
            f'<section class="side"><p lang="en">{say(sheet.name)}</p>'
            f'<img src="{_path(one, number)}" alt="{say(alt)}"/></section>'
        )
    if len(sheets) > SHOWN:
        yield "".join(f'<p lang="{tag}">{say(MORE)}</p>' for tag in tongues.of(MORE))
