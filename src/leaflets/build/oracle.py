"""A finished PDF and its project -> whether its ink and its text are those of the layout."""

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

import pikepdf

from leaflets.build.job import Laid, labelled_sheets, lay_out, pages_of
from leaflets.build.plan import plan, released
from leaflets.config.pseudo import pseudo_languages
from leaflets.errors import InputError, PdfError
from leaflets.files import Files
from leaflets.fonts.load import FontLibrary
from leaflets.geometry import Rect
from leaflets.pages.page import Pages
from leaflets.preflight.interpreter import applied
from leaflets.preflight.lines import KEEP_CLEAR, addresses_of
from leaflets.preflight.marks import around, common
from leaflets.preflight.nodes import read_nodes
from leaflets.preflight.oracle import differences, ink_of_pages, ink_of_pdf
from leaflets.preflight.paint import paint_faults
from leaflets.preflight.reader import read_pdf
from leaflets.preflight.reading import read_aloud, whole_text
from leaflets.preflight.rule import Fault
from leaflets.preflight.run import BROKEN, Checked
from leaflets.project import Job, Profile, Project, State
from leaflets.sheets.sheet import Sheet

STALE = (
    "build anew, as the project may have changed since; if this stays, report it: it is a fault of leaflets"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Which rendition a file should be."""

    job: Job
    profile: Profile


def expected_files(project: Project, *, date: datetime | None = None) -> Mapping[str, Expected]:
    """File name -> the rendition that a build of that date writes under it: as a draft, and as released.

    Whether it may be released is not asked: a file that says so is compared with released pages.
    """
    jobs = (*plan(project, date=date), *_pseudo_jobs(project, date))
    return {
        job.file_name(profile).rpartition("/")[2]: Expected(job=job, profile=profile)
        for draft in jobs
        for job in (draft, released(draft))
        for profile in job.profiles
    }


def _pseudo_jobs(project: Project, date: datetime | None) -> tuple[Job, ...]:
    """Of pseudo-languages, which are on no sheet of several languages."""
    if all(set(leaflet.formats) <= set(leaflet.together) for leaflet in project.leaflets):
        return ()
    return plan(project, languages=tuple(language.tag for language in pseudo_languages()), date=date)


class Oracle:
    """Lays each job out once, and compares its files with that."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._laid: dict[tuple[str, State], Laid] = {}

    def check(self, data: bytes, expected: Expected) -> tuple[Checked, ...]:
        job = expected.job
        key = job.name, job.state
        try:
            if key not in self._laid:
                self._laid = {key: lay_out(job, self._files)}
            return tuple(_checks(data, expected, self._laid[key]))
        except InputError as error:
            return (_not_laid_out(error, job),)
        except (PdfError, *BROKEN) as error:
            return (_unreadable(error),)


def _checks(data: bytes, expected: Expected, laid: Laid) -> Iterator[Checked]:
    sheets = labelled_sheets(expected.job, laid, expected.profile)
    pages, press = pages_of(laid, expected.profile), expected.profile.is_press
    yield _ink(data, pages, sheets, laid.library)
    yield _paint(data, pages, sheets, inks=press)
    if press:
        yield _folds(data, sheets, pages)
    else:
        yield from (_text(data, laid), _tags(data, pages))


def _unreadable(error: Exception) -> Checked:
    """Of a file that is built otherwise than PDF demands: nothing in it can be relied on."""
    return Checked(
        rule="wrong-ink",
        clause="oracle",
        faults=(Fault(f"the file cannot be read to the end: {error}"),),
        rationale="What cannot be read cannot be compared with the layout.",
        help=STALE,
    )


def _not_laid_out(error: InputError, job: Job) -> Checked:
    """A damaged catalog is a fault of its own files, and stops no other comparison."""
    return Checked(
        rule="wrong-ink",
        clause="oracle",
        faults=(Fault(f"today's pages cannot be laid out to compare with: {error.message}"),),
        rationale="What the layouts ask for is not known.",
        help=f"run: leaflets check {job.tag}",
    )


def _paint(data: bytes, pages: Pages, sheets: Sequence[Sheet], *, inks: bool) -> Checked:
    return Checked(
        rule="wrong-color",
        clause="oracle",
        faults=tuple(islice(paint_faults(read_pdf(data).leaves, pages, sheets, inks=inks), 20)),
        rationale="Every shape must have the colour and the place of the layout, and text its own colours.",
        help=STALE,
    )


def _ink(data: bytes, pages: Pages, sheets: Sequence[Sheet], library: FontLibrary) -> Checked:
    wanted = ink_of_pages(pages, sheets, library.by_id)
    return Checked(
        rule="wrong-ink",
        clause="oracle",
        faults=tuple(Fault(message) for message in differences(wanted, ink_of_pdf(data))[:20]),
        rationale="What is printed is compared with HarfBuzz's drawing of the layout, within one font unit.",
        help=STALE,
    )


def _folds(data: bytes, sheets: Sequence[Sheet], pages: Pages) -> Checked:
    return Checked(
        rule="number-near-fold",
        clause="house rule (D5)",
        faults=tuple(_near_folds(data, sheets, pages)),
        rationale="A digit that is lost in a fold can cost a reader her call.",
        help="give the box or the flow around it a larger padding, and build anew",
    )


def _near_folds(data: bytes, sheets: Sequence[Sheet], pages: Pages) -> Iterator[Fault]:
    """Numbers and addresses within 3 mm of where two pages meet on a sheet."""
    for number, (leaf, sheet) in enumerate(zip(read_pdf(data).leaves, sheets, strict=False), 1):
        strips = tuple(_fold_strips(sheet, pages))
        for text, box in addresses_of(leaf):
            if any(_overlap(box, strip) for strip in strips):
                yield Fault(f"{text.strip()[:60]!r} is too near to a fold", page=number)


def _fold_strips(sheet: Sheet, pages: Pages) -> Iterator[Rect]:
    """3 mm on both sides of every edge between two pages, in points of the media."""
    media, trim = sheet.media_box, sheet.trim
    for placement in sheet.placements:
        page = pages.pages[placement.page]
        room = around([applied(placement.matrix, point) for point in ((0, 0), (page.width, page.height))])
        for x in (room.x, room.right):
            if trim.x + 0.5 < x < trim.right - 0.5:
                yield Rect(x - KEEP_CLEAR - media.x, room.y - media.y, 2 * KEEP_CLEAR, room.height)
        for y in (room.y, room.top):
            if trim.y + 0.5 < y < trim.top - 0.5:
                yield Rect(room.x - media.x, y - KEEP_CLEAR - media.y, room.width, 2 * KEEP_CLEAR)


def _overlap(first: Rect, second: Rect) -> bool:
    shared = common(first, second)
    return shared.width > 0.01 and shared.height > 0.01


def _tags(data: bytes, pages: Pages) -> Checked:
    return Checked(
        rule="wrong-tags",
        clause="oracle",
        faults=tuple(_tag_faults(data, pages)),
        rationale="Role and language of every tag must be those of the layout, or a voice speaks gibberish.",
        help=STALE,
    )


def _tag_faults(data: bytes, pages: Pages) -> Iterator[Fault]:
    """What is tagged in which language, counted; the text for each picture and number, as it is heard."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = Counter((node.role, node.language) for node in read_nodes(pdf))
    wanted: Counter[tuple[str, str]] = Counter((tag.role, tag.language) for tag in pages.tags)
    for role, language in sorted((wanted - found) | (found - wanted)):
        counts = f"{found[role, language]} tags {role} are in {language}, and not {wanted[role, language]}"
        yield Fault(counts)
    heard = Counter(p.text if p.heard is None else p.heard for p in read_aloud(data))
    for text in dict.fromkeys(tag.alt for tag in pages.tags if tag.alt):
        if text not in heard:
            yield Fault(f"this is not said: {text[:80]!r}")


def _text(data: bytes, laid: Laid) -> Checked:
    heard = _squeezed(whole_text(read_aloud(data)))
    return Checked(
        rule="lost-text",
        clause="oracle",
        faults=tuple(_lost(laid, heard)),
        rationale="Every message of the catalogs must be read aloud, word for word.",
        help=STALE,
    )


def _lost(laid: Laid, heard: str) -> Iterator[Fault]:
    for message in laid.messages:
        if _squeezed(message.text) not in heard:
            yield Fault(f"this text is not read aloud: {message.text[:80]!r}")


def _squeezed(text: str) -> str:
    return " ".join(text.split())
