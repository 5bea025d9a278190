"""A project to reports: what all rules find in its files, catalogs and pages, one report a language."""

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from leaflets.build.glossary import read_glossary
from leaflets.build.inputs import catalog_path, find_catalog
from leaflets.build.judge import rule_names, setting_of
from leaflets.build.mishap import mishap
from leaflets.build.plan import released
from leaflets.build.pool import crashed, in_order
from leaflets.build.said import said_of, verified_by
from leaflets.build.source import SourceText, read_source
from leaflets.catalog.message import Catalog
from leaflets.catalog.po import read_catalog
from leaflets.checks.report import Fit, Report, Reported
from leaflets.checks.run import (
    check_catalog,
    check_publication,
    check_reading,
    check_shelf,
    of_diagnostic,
    without,
)
from leaflets.checks.subject import Publication, Reading, Said, Shelf, Term
from leaflets.config.identities import hidden_names, read_identities
from leaflets.config.languages import find_language, shipped_languages
from leaflets.diagnostics import Diagnostic, Place, Severity
from leaflets.errors import ConfigError, InputError, LeafletsError
from leaflets.files import Disk, Files
from leaflets.language import SEVERAL, Language
from leaflets.project import Job, Leaflet, Project

OBSOLETE = re.compile(rb'^#~ ?msgid "', re.MULTILINE)
FEW = 3
"""Languages for which starting other processes is not worth it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What all languages of one run have in common."""

    project: Project
    files: Files
    sources: Mapping[str, SourceText]
    """By leaflet; one whose layouts cannot be read has none."""
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    """Of the glossary, by language."""
    people: frozenset[str] = frozenset()
    """Names that identities.toml keeps to itself."""
    release: bool = False
    pages: bool = True
    today: date | None = None
    """None: the age of what is known of contacts is not judged."""


def check_project(
    project: Project,
    files: Disk,
    *,
    languages: Sequence[str] = (),
    release: bool = False,
    pages: bool = True,
    today: date | None = None,
    workers: int = 1,
) -> tuple[Report, ...]:
    """The report of the project, one for each language, and one for pages of several (`mul`).

    ConfigError if a language is not known.
    """
    sources, faults = _sources(project, files)
    terms: dict[str, tuple[Term, ...]] = {}
    for term in read_glossary(files):
        terms[term.language] = (*terms.get(term.language, ()), term)
    work = Work(
        project=project,
        files=files,
        sources=sources,
        terms=terms,
        people=hidden_names(read_identities(files)),
        release=release,
        pages=pages,
        today=today,
    )
    wanted = _languages(project, languages)
    judge = partial(_project_faults, work, only=wanted if languages else ())
    whole = _whatever_becomes(judge, stopped="the project")
    ignored = frozenset(project.checks.ignore)
    first = Report(tag="", name="project", findings=tuple(without((*faults, *whole), ignored)))
    several = check_several(work) if SEVERAL in languages or not languages else None
    return (first, *_reports(work, wanted, workers), *((several,) if several else ()))


def _whatever_becomes(
    find: Callable[[], Iterable[Reported]], *, stopped: str, language: str = ""
) -> tuple[Reported, ...]:
    """What is found, or the fault of this program that ended it: all else is checked all the same."""
    try:
        return tuple(find())
    except LeafletsError:
        raise
    except Exception as error:
        return (of_diagnostic(mishap(error, stopped=stopped), language=language),)


def _languages(project: Project, tags: Sequence[str]) -> tuple[Language, ...]:
    if not tags:
        return project.languages
    return tuple(find_language(tag, project.languages) for tag in tags if tag != SEVERAL)


def _sources(project: Project, files: Files) -> tuple[dict[str, SourceText], list[Reported]]:
    """The source text of each leaflet; faults of layouts under the rules that explain them."""
    found: dict[str, SourceText] = {}
    faults: list[Reported] = []
    for leaflet in project.leaflets:
        try:
            found[leaflet.name] = read_source(leaflet, project, files=files)
        except InputError as error:
            reading = Reading(file=f"layouts/{leaflet.name}", diagnostics=error.diagnostics)
            faults += check_reading(reading, language="")
        except LeafletsError:
            raise
        except Exception as error:
            faults.append(of_diagnostic(mishap(error, stopped=leaflet.name)))
    return found, faults


def _project_faults(work: Work, *, only: Sequence[Language]) -> Iterator[Reported]:
    """What is wrong with the publication; with `only`, what is wrong with the folders of those languages."""
    folders = tuple(name for name in work.files.children("locales") if "." not in name)
    shown = frozenset().union(*(source.shown for source in work.sources.values()))
    publication = Publication(
        project=work.project,
        shown=shown if len(work.sources) == len(work.project.leaflets) else frozenset(work.project.contacts),
        folders=folders,
        tags={folder: tag for folder in folders if (tag := _tag(folder, work.project))},
        rules=rule_names(),
        today=work.today,
    )
    tags = {language.tag for language in only}
    own = {f"locales/{folder}" for folder, tag in publication.tags.items() if tag in tags}
    for found in check_publication(publication, release=work.release):
        place = found.diagnostic.place
        if not only or (place is not None and place.file in own):
            yield found


def _tag(folder: str, project: Project) -> str:
    """The tag of the language that a folder is named after; none if it is no language."""
    tags = {language.tag for language in project.languages}
    others = (language for language in shipped_languages() if language.tag not in tags)
    known = (*project.languages, *others)
    try:
        return find_language(folder, known).tag
    except ConfigError:
        return ""


def _reports(work: Work, languages: Sequence[Language], workers: int) -> tuple[Report, ...]:
    check = partial(_report, work)
    if workers <= 1 or len(languages) <= FEW:
        return tuple(map(check, languages))
    gc.freeze()  # what is read so far lives to the end: the processes need not look through it again
    found = in_order(check, languages, workers=workers)
    return tuple(report or _died(language) for language, report in zip(languages, found, strict=True))


def _died(language: Language) -> Report:
    fault = crashed(language.english, command=f"leaflets check {language.tag}")
    return Report(
        tag=language.tag, name=language.autonym, findings=(of_diagnostic(fault, language=language.tag),)
    )


def _report(work: Work, language: Language) -> Report:
    """That of a language, whatever becomes of it: the others are checked all the same."""
    try:
        return check_language(work, language)
    except LeafletsError:
        raise
    except Exception as error:
        fault = of_diagnostic(mishap(error, stopped=language.tag), language=language.tag)
        return Report(tag=language.tag, name=language.autonym, findings=(fault,))


def check_language(work: Work, language: Language) -> Report:
    """All leaflets in one language."""
    found: list[Reported] = []
    catalogs: list[Catalog] = []
    fits: list[Fit] = []
    for leaflet in work.project.leaflets:
        if language in leaflet.languages:
            catalog, faults = _check_leaflet(work, leaflet, language)
            found += faults
            catalogs += [catalog] if catalog else []
            errors = {one.place for one in faults if one.severity is Severity.ERROR}
            pages = _check_pages(work, leaflet, language, fits) if catalog else ()
            found += (one for one in pages if one.place not in errors)  # else it is told twice
    if len(catalogs) > 1:
        shelf = Shelf(language=language, catalogs=tuple(catalogs))
        found += _whatever_becomes(partial(check_shelf, shelf), stopped=language.tag, language=language.tag)
    ignored = frozenset(work.project.checks.ignore)
    return Report(
        tag=language.tag, name=language.autonym, findings=tuple(without(found, ignored)), fits=tuple(fits)
    )


def _check_leaflet(work: Work, leaflet: Leaflet, language: Language) -> tuple[Catalog | None, list[Reported]]:
    catalog, obsolete, found = _catalog(work, leaflet, language)
    if catalog is not None:
        source = work.sources.get(leaflet.name)
        setting = setting_of(work.project, leaflet, language, release=work.release)
        setting = replace(setting, terms=work.terms.get(language.tag, ()))
        if source is not None:
            setting = replace(
                setting,
                template=source.places,
                ignored=source.ignored,
                quoted=source.quoted,
                spoken=_spoken(work.project, source),
            )
        said = _said(work, leaflet, language, found)
        found += check_catalog(
            catalog, setting, leaflet=leaflet.name, obsolete=obsolete, said=said, people=work.people
        )
    return catalog, found


def _said(work: Work, leaflet: Leaflet, language: Language, found: list[Reported]) -> tuple[Said, ...]:
    """What approvals say, and with the source text what contacts do; a damaged record is a finding."""
    called = verified_by(work.project.contacts) if language == leaflet.source else ()
    try:
        return (*called, *said_of(leaflet, language, files=work.files))
    except InputError as error:
        found += [
            of_diagnostic(fault, language=language.tag, leaflet=leaflet.name) for fault in error.diagnostics
        ]
        return called


def _spoken(project: Project, source: SourceText) -> frozenset[str]:
    """By whom the leaflet names."""
    return frozenset(tag for name in source.shown for tag in project.contacts[name].languages)


def _catalog(work: Work, leaflet: Leaflet, language: Language) -> tuple[Catalog | None, int, list[Reported]]:
    """The catalog and its number of obsolete entries; or why there is none."""
    if language == leaflet.source:
        source = work.sources.get(leaflet.name)
        return (source.catalog if source else None), 0, list(_unread_catalog(work, leaflet, language))
    path = catalog_path(language, leaflet.name)
    try:
        found = find_catalog(language, leaflet.name, files=work.files)
        if found is None:
            raise InputError.of(_missing_catalog(path, language))
        path, data = found, work.files.read(found)
        return read_catalog(work.files, path, tag=language.tag), len(OBSOLETE.findall(data)), []
    except InputError as error:
        reading = Reading(file=path, diagnostics=error.diagnostics)
        faults = check_reading(reading, language=language.tag, release=work.release)
        return None, 0, [replace(one, leaflet=leaflet.name) for one in faults]


def _unread_catalog(work: Work, leaflet: Leaflet, language: Language) -> Iterator[Reported]:
    """Of the source language, which layouts are written in."""
    try:
        path = find_catalog(language, leaflet.name, files=work.files)
        reading = Reading(
            file=path or "", diagnostics=(_source_catalog(path, leaflet, language),) if path else ()
        )
    except InputError as error:
        reading = Reading(file="locales", diagnostics=error.diagnostics)
    for one in check_reading(reading, language=language.tag):
        yield replace(one, leaflet=leaflet.name)


def _source_catalog(path: str, leaflet: Leaflet, language: Language) -> Diagnostic:
    return Diagnostic(
        rule="source-catalog",
        severity=Severity.WARNING,
        message=f"{leaflet.name} is written in {language.english}: nothing of this catalog is printed",
        place=Place(file=path),
        help=f"write what is better in it into layouts/{leaflet.name}, and delete the file",
    )


def _missing_catalog(path: str, language: Language) -> Diagnostic:
    return Diagnostic(
        rule="missing-catalog",
        message=f"there is no catalog for {language.english}",
        place=Place(file=path),
        help=f"run: leaflets add {language.tag}",
    )


def _check_pages(work: Work, leaflet: Leaflet, language: Language, fits: list[Fit]) -> Iterator[Reported]:
    """Every format that has one language."""
    formats = [name for name in leaflet.formats if name not in leaflet.together]
    jobs = [_job(work, leaflet, (language,), name) for name in formats]
    return _check_jobs(work, leaflet, jobs, fits)


def check_several(work: Work) -> Report | None:
    """Every format that holds several languages on one sheet; None if there is none."""
    found: list[Reported] = []
    fits: list[Fit] = []
    for leaflet in work.project.leaflets:
        jobs = [_job(work, leaflet, languages, name) for name, languages in leaflet.together.items()]
        found += _check_jobs(work, leaflet, jobs, fits)
    ignored = frozenset(work.project.checks.ignore)
    report = Report(
        tag=SEVERAL,
        name="several languages",
        findings=tuple(without(found, ignored)),
        fits=tuple(fits),
    )
    return report if fits else None


def _job(work: Work, leaflet: Leaflet, languages: tuple[Language, ...], name: str) -> Job:
    """For a release as it would be printed: nobody has to translate the notice of a draft for that."""
    job = Job(project=work.project, leaflet=leaflet, languages=languages, format=name, profiles=())
    return released(job) if work.release else job


def _check_jobs(work: Work, leaflet: Leaflet, jobs: Sequence[Job], fits: list[Fit]) -> Iterator[Reported]:
    """The pages of each job; what stops the layout is a finding too."""
    if not work.pages or leaflet.name not in work.sources:
        return
    from leaflets.build.page_faults import page_faults  # noqa: PLC0415 - the typesetter, for catalogs alone not needed

    known = frozenset(work.sources[leaflet.name].places)
    told: set[tuple[str, Place | None, str]] = set()
    for job in jobs:
        faults, fit = page_faults(job, work.files, known=known, release=work.release)
        fits.append(fit)
        for one in faults:
            key = (one.rule, one.place, one.message)
            if key not in told:
                told.add(key)
                yield replace(one, leaflet=leaflet.name, language=job.tag, where=(*one.where, job.format))
