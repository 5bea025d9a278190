"""A project to one row for each leaflet and language: how far it is, what is wrong, what comes next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from leaflets.build.approve import Review, any_approvals, reviews
from leaflets.build.checking import check_project
from leaflets.build.history import last_changes
from leaflets.build.inputs import catalog_path, find_catalog
from leaflets.build.offers import released_now
from leaflets.build.source import SourceText, read_source
from leaflets.catalog.message import Catalog, LookupState, Message, TemplateMessage, look_up
from leaflets.catalog.po import read_catalog
from leaflets.checks.report import Fit, Report
from leaflets.diagnostics import Severity
from leaflets.document.extract import count_words
from leaflets.errors import CatalogError, InputError
from leaflets.files import Disk
from leaflets.language import Language
from leaflets.project import Leaflet, Project, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Messages and words of the source by what became of them; a plural is done when all forms are."""

    messages: int = 0
    words: int = 0
    translated: int = 0
    translated_words: int = 0
    fuzzy: int = 0
    missing: int = 0

    @property
    def share(self) -> float:
        """0 to 1, by words."""
        return self.translated_words / self.words if self.words else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One leaflet in one language."""

    leaflet: str
    language: Language
    is_source: bool
    progress: Progress
    errors: int
    warnings: int
    notes: int
    review: str
    """What is approved: `draft`, `text`, `proofs`, `stale`, `1 of 2 formats`, `released`."""
    fits: tuple[Fit, ...]
    changed: str
    """Day of the last change; empty where it is not known."""
    next_step: str
    released: Mapping[str, str] = field(default_factory=dict)
    """Formats that may be handed out -> digest of their approved pages."""

    @property
    def type_told(self) -> str:
        """The smallest type among the formats, or those that do not fit; empty where none was laid out."""
        bad = [fit.format for fit in self.fits if fit.is_overset or not fit.scale]
        if bad or not self.fits:
            return f"no fit: {', '.join(bad)}" if bad else ""
        return f"{min(fit.scale for fit in self.fits):.2f} pt"


def status(
    project: Project,
    files: Disk,
    *,
    today: date,
    pages: bool = True,
    workers: int = 1,
    built: Path | None = None,
) -> tuple[Row, ...]:
    """All rows, in the order of leaflets.toml. InputError if a layout or a record cannot be read.

    `built` is the folder of the build, to tell whether what is released is there to be handed out.
    """
    sources = {leaflet.name: read_source(leaflet, project, files=files) for leaflet in project.leaflets}
    reports = {
        report.tag: report
        for report in check_project(project, files, pages=pages, today=today, workers=workers)
    }
    known = any_approvals(project, files)
    found = reviews(project, files, today=today, workers=workers) if known else ()
    reviewed = {(one.leaflet, one.language.tag): one for one in found}
    changes = last_changes(files.roots[0])
    return tuple(
        _row(
            leaflet,
            language,
            source=sources[leaflet.name],
            report=reports[language.tag],
            review=reviewed.get((leaflet.name, language.tag)),
            files=files,
            changes=changes,
            there=None if built is None else released_now(leaflet, built),
        )
        for leaflet in project.leaflets
        for language in leaflet.languages
    )


def _row(
    leaflet: Leaflet,
    language: Language,
    *,
    source: SourceText,
    report: Report,
    review: Review | None,
    files: Disk,
    changes: Mapping[str, str],
    there: Mapping[tuple[str, str], str] | None,
) -> Row:
    path = _path(leaflet, language, files)
    catalog = _catalog(files, path, language) if path else None
    is_source = language == leaflet.source
    progress = count(source, source.catalog if is_source else catalog)
    counts, said = _counts(report, leaflet), _told(review)
    released = review.released if review else {}
    return Row(
        leaflet=leaflet.name,
        language=language,
        is_source=is_source,
        progress=progress,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
        review=said,
        fits=tuple(fit for fit in report.fits if fit.leaflet == leaflet.name),
        changed=_changed(catalog, changes.get(path, "") if path else ""),
        released=released,
        next_step=_next_step(
            leaflet,
            language,
            progress,
            counts,
            said,
            exists=path is not None or is_source,
            last=_last_step(language, released, there),
        ),
    )


def _last_step(
    language: Language, released: Mapping[str, str], there: Mapping[tuple[str, str], str] | None
) -> str:
    """Once all is approved: nobody hands out files that show other pages, or that are not there."""
    if there is None or all(there.get((language.tag, name)) == proof for name, proof in released.items()):
        return "hand it out"
    return "build it: leaflets build --release"


def _path(leaflet: Leaflet, language: Language, files: Disk) -> str | None:
    """Of the catalog; where there are two, which its findings tell, the one that is written by default."""
    try:
        return find_catalog(language, leaflet.name, files=files)
    except CatalogError:
        return catalog_path(language, leaflet.name)


def _catalog(files: Disk, path: str, language: Language) -> Catalog | None:
    """None if it is damaged or not there, which its findings tell."""
    try:
        return read_catalog(files, path, tag=language.tag)
    except InputError:
        return None


def count(source: SourceText, catalog: Catalog | None) -> Progress:
    """Every message that the leaflet shows; what its catalog has besides is not counted."""
    states = [(message, _state(message, catalog, source)) for message in source.catalog.messages]
    done = [message for message, state in states if state is LookupState.TRANSLATED]
    return Progress(
        messages=len(states),
        words=_words(message for message, _state in states),
        translated=len(done),
        translated_words=_words(iter(done)),
        fuzzy=sum(state is LookupState.FUZZY for _message, state in states),
        missing=sum(state is LookupState.UNTRANSLATED for _message, state in states),
    )


def _state(message: Message, catalog: Catalog | None, source: SourceText) -> LookupState:
    if catalog is None:
        return LookupState.UNTRANSLATED
    if catalog is source.catalog:
        return LookupState.TRANSLATED
    return look_up(catalog, message.msgid, context=message.context, source_tag=source.catalog.tag).state


def _words(messages: Iterator[Message]) -> int:
    return count_words(TemplateMessage(msgid=one.msgid, context=one.context) for one in messages)


def _counts(report: Report, leaflet: Leaflet) -> dict[Severity, int]:
    own = [found for found in report.findings if found.leaflet in ("", leaflet.name)]
    return {severity: sum(found.severity is severity for found in own) for severity in Severity}


def _told(review: Review | None) -> str:
    """What may be handed out; before that, how far the approvals are."""
    if review is None or not (review.approvals.texts or review.approvals.proofs):
        return State.DRAFT.value
    released = len(review.formats)
    if released:
        whole = released == len(review.proofs)
        return State.RELEASED.value if whole else f"{released} of {len(review.proofs)} formats"
    rules = {fault.rule for faults in (review.faults, *review.proofs.values()) for fault in faults}
    if rules & {"stale-approval", "stale-proof"}:
        return "stale"
    return "text" if review.approvals.texts else "proofs"


def _changed(catalog: Catalog | None, day: str) -> str:
    """As version control says, else as the header does."""
    said = catalog.header.get("PO-Revision-Date", "")[:10] if catalog else ""
    return day or (said if said[:4].isdecimal() else "")


def _next_step(
    leaflet: Leaflet,
    language: Language,
    progress: Progress,
    counts: Mapping[Severity, int],
    said: str,
    *,
    exists: bool,
    last: str,
) -> str:
    """The most urgent thing to do; `said` is what is approved, and `last` what comes once all is."""
    then = {State.DRAFT.value: "have it reviewed", State.RELEASED.value: last}
    steps = (
        (not exists, f"leaflets add {language.tag}"),
        (counts[Severity.ERROR], f"mend errors: leaflets check {language.tag}"),
        (progress.missing, f"translate {progress.missing} messages"),
        (progress.fuzzy, f"confirm {progress.fuzzy} messages"),
        (counts[Severity.WARNING], f"look at warnings: leaflets check {language.tag}"),
        (language == leaflet.source and said == State.DRAFT, "approve the text"),
    )
    return next((step for due, step in steps if due), then.get(said, f"see: leaflets review {language.tag}"))
