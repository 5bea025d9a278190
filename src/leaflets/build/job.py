"""One job from files to outputs: the tour of the program, one line a stage."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from leaflets.build.inputs import job_palette, open_fonts, read_profile, read_speech
from leaflets.build.judge import judged
from leaflets.build.pictures import picture_findings, picture_reader
from leaflets.build.slug import labelled
from leaflets.catalog.message import Catalog
from leaflets.diagnostics import Diagnostic
from leaflets.document.plain_text import message_of
from leaflets.document.read import read_document
from leaflets.document.tree import Document, Message
from leaflets.files import Files
from leaflets.fonts.load import FontLibrary
from leaflets.pages.compose import compose
from leaflets.pages.page import Pages
from leaflets.pdf.drawing import Drawing, draw
from leaflets.pdf.metadata import Metadata
from leaflets.pdf.variants import SRGB
from leaflets.pdf.write import write_pdf
from leaflets.pictures.phone import phone_pictures
from leaflets.project import Job, Profile
from leaflets.sheets.office import for_office
from leaflets.sheets.renditions import duplex, sheets_for
from leaflets.sheets.sheet import Sheet
from leaflets.text.plain import marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file to be written: its path below the output folder, and its bytes."""

    path: str
    data: bytes
    profile: Profile
    pages: int

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """What a job made. Where a finding is an error there are no files: half a leaflet helps nobody."""

    job: Job
    scale: float
    limits: tuple[float, float]
    """What copyfit could choose from."""
    pages: int
    findings: tuple[Diagnostic, ...]
    files: tuple[Output, ...]
    contacts: tuple[str, ...] = ()
    """Ids of those that its pages show."""

    @property
    def failed(self) -> bool:
        """Whether its pages could not be made, or not as they should be."""
        return not self.pages or any(finding.is_error for finding in self.findings)

    @classmethod
    def none(cls, job: Job) -> "Outputs":
        """Of a job that failed."""
        return cls(job=job, scale=0.0, limits=(0.0, 0.0), pages=0, findings=(), files=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A job laid out: the middle forms that can be inspected."""

    document: Document
    pages: Pages
    catalogs: Mapping[str, Catalog]
    """Of the leaflet, by tag."""
    words: Mapping[str, Catalog] = field(default_factory=dict)
    """What the project says in place of the toolkit's words, by tag."""
    library: FontLibrary
    """The faces of its runs."""

    drawings: dict[tuple[bool, bool], Drawing] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """What its files share, made when the first is written; see `drawing_of`."""

    @property
    def messages(self) -> tuple[Message, ...]:
        """Those that stand on the pages."""
        told = enumerate(self.document.messages)
        return tuple(message for index, message in told if index not in self.pages.unused)


def run_job(job: Job, files: Files) -> Outputs:
    """Read, lay out once, judge, write once a profile. InputError if the input cannot be laid out."""
    return finished(job, lay_out(job, files), files)


def finished(job: Job, laid: Laid, files: Files) -> Outputs:
    """A job that is laid out, judged and written once a profile."""
    found = findings_of(job, laid, files)
    printable = not any(finding.is_error for finding in found)
    profiles = profiles_of(job, laid) if printable else ()
    outputs = tuple(output for profile in profiles for output in outputs_of(job, laid, profile, files))
    pages = laid.pages
    return Outputs(
        job=job,
        scale=pages.scale,
        limits=pages.limits,
        pages=len(pages.pages),
        findings=found,
        files=outputs,
        contacts=tuple(sorted(laid.document.shown)),
    )


def findings_of(job: Job, laid: Laid, files: Files) -> tuple[Diagnostic, ...]:
    """What is said of the pages before any file is written; an error is a reason to write none."""
    told = judged(
        job, laid.document, laid.pages, catalogs=laid.catalogs, words=laid.words, library=laid.library
    )
    return (*(one.diagnostic for one in told), *picture_findings(job, laid.pages, files))


def lay_out(job: Job, files: Files) -> Laid:
    """Catalogs and layout to a document, and the document to pages."""
    palette = job_palette(job)
    speech = read_speech(job, files)
    document = read_document(job, files=files, speech=speech)
    library = open_fonts(files)
    pages = compose(
        document,
        library=library,
        palette=palette,
        picture=picture_reader(files, palette=palette),
    )
    return Laid(document=document, pages=pages, catalogs=speech.leaflet, words=speech.words, library=library)


def sheets_of(job: Job, laid: Laid, profile: Profile) -> tuple[Sheet, ...]:
    """The physical sheets of a profile; none where the format has no such rendition."""
    return sheets_for(
        laid.pages,
        laid.document.sheet,
        profile,
        rtl=job.language.is_rtl,
        settings=job.project.print,
    )


def profiles_of(job: Job, laid: Laid) -> tuple[Profile, ...]:
    """Those that were asked for and that the format has."""
    return tuple(profile for profile in job.profiles if sheets_of(job, laid, profile))


def pages_of(laid: Laid, profile: Profile) -> Pages:
    """What is written of the pages: office printers get greys and their own way with some places."""
    if not profile.is_office:
        return laid.pages
    return for_office(laid.pages, one_sided=profile is Profile.ONE_SIDED)


def drawing_of(laid: Laid, profile: Profile) -> Drawing:
    """The pages drawn once for all profiles that show the same of them."""
    key = profile.is_office, profile is Profile.ONE_SIDED
    if key not in laid.drawings:
        laid.drawings[key] = draw(pages_of(laid, profile), faces=laid.library.by_id)
    return laid.drawings[key]


def labelled_sheets(job: Job, laid: Laid, profile: Profile) -> tuple[Sheet, ...]:
    """The sheets as they are written: those with marks for a press say what they are."""
    sheets = sheets_of(job, laid, profile)
    if not (profile.is_press and any(sheet.marks for sheet in sheets)):
        return sheets
    date = metadata_of(job, laid.document).date
    return tuple(labelled(sheet, job, profile=profile, date=date, library=laid.library) for sheet in sheets)


def outputs_of(job: Job, laid: Laid, profile: Profile, files: Files) -> Iterator[Output]:
    """The files of one rendition: a PDF, or a picture a page and a text."""
    if profile is not Profile.PICTURES:
        yield output_of(job, laid, profile, files)
        return
    whole = output_of(job, laid, Profile.SCREEN, files).data
    width = laid.document.sheet.width
    for number, data in enumerate(phone_pictures(whole, width=width), 1):
        yield Output(path=job.picture_name(number), data=data, profile=profile, pages=1)
    text = marked(message_of(laid.document)).encode()
    yield Output(path=job.message_name(), data=text, profile=profile, pages=1)


def output_of(job: Job, laid: Laid, profile: Profile, files: Files) -> Output:
    """One rendition."""
    sheets = labelled_sheets(job, laid, profile)
    condition = job.project.print.condition if profile.is_press else SRGB
    data = write_pdf(
        drawing_of(laid, profile),
        sheets,
        profile=profile,
        metadata=metadata_of(job, laid.document),
        icc=read_profile(condition, files),
        standard=job.project.print.standard,
        condition=condition,
        pictures=files.read,
        inks=read_profile(job.project.print.condition, files),
        duplex=duplex(profile, sheets),
        rtl=profile is Profile.PAGES and job.language.is_rtl,
    )
    return Output(path=job.file_name(profile), data=data, profile=profile, pages=len(sheets))


def metadata_of(job: Job, document: Document) -> Metadata:
    """Neutral words unless the project says others, and the edition's date instead of a clock."""
    leaflet = job.leaflet
    edition = leaflet.release.edition
    year, month = (int(part) for part in edition.split("-")[:2])
    return Metadata(
        title=document.title,
        language=job.tag,
        date=job.date or datetime(year, month, 1, tzinfo=UTC),
        edition=edition,
        author=leaflet.publisher or leaflet.public_name,
        subject=leaflet.subject or f"{leaflet.public_name}, {job.format}",
        keywords=", ".join(leaflet.keywords or (leaflet.public_name, job.format, edition, job.tag)),
        publisher=leaflet.publisher or leaflet.public_name,
        rights=leaflet.rights,
    )
