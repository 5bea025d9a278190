"""A project and what was asked for to jobs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from leaflets.config.languages import find_language
from leaflets.config.pseudo import pseudo_languages
from leaflets.diagnostics import Diagnostic
from leaflets.document.parse import did_you_mean
from leaflets.errors import ConfigError
from leaflets.language import SEVERAL, Language
from leaflets.project import Job, Leaflet, Profile, Project, Release


def plan(
    project: Project,
    *,
    languages: Sequence[str] = (),
    formats: Sequence[str] = (),
    profiles: Sequence[Profile] = (),
    date: datetime | None = None,
) -> tuple[Job, ...]:
    """One job for each leaflet, language and format; nothing asked for means all.

    A format that holds several languages is one job, and one of `mul`. `date` is when the files say that
    they were made; by default that of their edition. ConfigError if a language or format is not one of
    the project's, or if nothing is both.
    """
    jobs = tuple(
        Job(
            project=project,
            leaflet=leaflet,
            languages=chosen,
            format=name,
            profiles=tuple(profiles) or tuple(Profile),
            date=date,
        )
        for leaflet in project.leaflets
        for name in _formats(leaflet, formats, project)
        for chosen in _languages(leaflet, name, languages, project)
    )
    if not jobs and (languages or formats):
        raise ConfigError.of(_nothing(project, languages, formats))
    return jobs


def _nothing(project: Project, languages: Sequence[str], formats: Sequence[str]) -> Diagnostic:
    """A sheet of several languages was asked for by one of them, or one language by the tag of several."""
    together = (name for leaflet in project.leaflets for name in leaflet.together)
    several = next((name for name in together if name in formats or not formats), "")
    asked = (*(f"--lang {tag}" for tag in languages), *(f"--format {name}" for name in formats))
    why = f"{several} holds several languages on one sheet: its tag is {SEVERAL}"
    if not several and SEVERAL in languages:
        why = f"{SEVERAL} is the tag of sheets with several languages, and none of these formats is one"
    elif not several:
        why = "the formats are those of one leaflet, and the languages those of another"
    return Diagnostic(
        rule="nothing-to-build",
        message=f"nothing matches {' '.join(asked)}",
        notes=(why,),
        help=f"ask for {SEVERAL}, or for another format" if several else "name a language, or none for all",
    )


def pages_job(project: Project, leaflet: Leaflet, language: Language, format_name: str) -> Job:
    """The pages that a reader of a language looks at; of a format with several languages, all of them."""
    languages = leaflet.together.get(format_name, (language,))
    return Job(project=project, leaflet=leaflet, languages=languages, format=format_name, profiles=())


def released(job: Job) -> Job:
    """The same job as if it were approved."""
    proofs = {(language.tag, job.format): "" for language in job.languages}
    release = Release(edition=job.leaflet.release.edition, proofs=proofs)
    return replace(job, leaflet=replace(job.leaflet, release=release))


def _languages(
    leaflet: Leaflet, name: str, wanted: Sequence[str], project: Project
) -> list[tuple[Language, ...]]:
    """The languages of each job of a format; a pseudo-language has to be asked for."""
    pseudo = pseudo_languages() if wanted else ()
    known = (*project.languages, *pseudo)
    found = [find_language(tag, known) for tag in wanted if tag != SEVERAL] if wanted else leaflet.languages
    if name in leaflet.together:
        return [leaflet.together[name]] if SEVERAL in wanted or not wanted else []
    return [(language,) for language in found if language in (*leaflet.languages, *pseudo)]


def _formats(leaflet: Leaflet, wanted: Sequence[str], project: Project) -> tuple[str, ...]:
    """Those of the leaflet, of what was asked for; ConfigError for one that no leaflet has."""
    known = tuple(dict.fromkeys(name for one in project.leaflets for name in one.formats))
    for name in wanted:
        if name not in known:
            fault = Diagnostic(
                rule="unknown-format",
                message=f'there is no format "{name}"',
                help=did_you_mean(name, known, form="{}"),
            )
            raise ConfigError.of(fault)
    return tuple(name for name in wanted if name in leaflet.formats) if wanted else leaflet.formats
