"""A leaflet to the desk of whoever reviews it: its source text, its records, and who may approve what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from leaflets.build.checking import Work, check_language
from leaflets.build.inputs import approvals_path
from leaflets.build.source import SourceText, read_source
from leaflets.build.texts import LeafletText, read_leaflet_text
from leaflets.config.approvals import Approvals, read_approvals
from leaflets.config.identities import read_identities, same_person
from leaflets.diagnostics import Diagnostic, Severity
from leaflets.files import Disk
from leaflets.language import Language
from leaflets.project import Leaflet, Project

TOLD = 12
"""Messages that are named one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What all reviews of a leaflet have in common."""

    project: Project
    leaflet: Leaflet
    source: SourceText
    files: Disk
    identities: Mapping[str, tuple[str, ...]]
    today: date


def open_desk(project: Project, leaflet: Leaflet, files: Disk, *, today: date) -> Desk:
    """InputError if the leaflet's layouts cannot be read."""
    return Desk(
        project=project,
        leaflet=leaflet,
        source=read_source(leaflet, project, files=files),
        files=files,
        identities=read_identities(files),
        today=today,
    )


def record(desk: Desk, language: Language) -> tuple[str, Approvals]:
    """The file of a language's approvals and what it says; nothing where there is none."""
    path = approvals_path(language, desk.leaflet, files=desk.files)
    known = desk.files.exists(path)
    return path, read_approvals(desk.files.read(path), file=path) if known else Approvals()


def text_of(desk: Desk, language: Language) -> LeafletText:
    return read_leaflet_text(desk.leaflet, language, desk.project, source=desk.source, files=desk.files)


def translated_by(desk: Desk, text: LeafletText, who: str) -> bool:
    """Nobody approves her own translation."""
    return same_person(who, text.translator, desk.identities)


def text_faults(desk: Desk, language: Language, text: LeafletText) -> Iterator[Diagnostic]:
    """What forbids to approve the text: it is not finished, or has errors."""
    if text.unfinished:
        yield Diagnostic(
            rule="not-finished",
            message=f"{language.english}: {len(text.unfinished)} texts are not translated or not confirmed",
            notes=tuple(f'"{msgid:.70}"' for msgid in text.unfinished[:TOLD]),
            help=f"run: leaflets check {language.tag} --release",
        )
    work = Work(
        project=replace(desk.project, leaflets=(desk.leaflet,)),
        files=desk.files,
        sources={desk.leaflet.name: desk.source},
        release=True,
        pages=False,
    )
    for one in check_language(work, language).findings:
        if one.severity is Severity.ERROR and one.rule not in ("untranslated", "fuzzy", "missing-catalog"):
            yield one.diagnostic
