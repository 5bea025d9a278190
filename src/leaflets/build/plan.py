"""A project and what was asked for to jobs."""

from collections.abc import Sequence

from leaflets.config.languages import find_language
from leaflets.diagnostics import Diagnostic
from leaflets.document.parse import did_you_mean
from leaflets.errors import ConfigError
from leaflets.project import Job, Leaflet, Profile, Project


def plan(
    project: Project,
    *,
    languages: Sequence[str] = (),
    formats: Sequence[str] = (),
    profiles: Sequence[Profile] = (),
) -> tuple[Job, ...]:
    """One job for each leaflet, language and format; nothing asked for means all.

    ConfigError if a language or format is not one of the project's.
    """
    return tuple(
        Job(
            project=project,
            leaflet=leaflet,
            languages=(language,),
            format=name,
            profiles=tuple(profiles) or tuple(Profile),
        )
        for leaflet in project.leaflets
        for name in _formats(leaflet, formats)
        for language in ([find_language(tag, leaflet.languages) for tag in languages] or leaflet.languages)
    )


def _formats(leaflet: Leaflet, wanted: Sequence[str]) -> tuple[str, ...]:
    for name in wanted:
        if name not in leaflet.formats:
            fault = Diagnostic(
                rule="unknown-format",
                message=f'leaflet "{leaflet.name}" has no format "{name}"',
                help=did_you_mean(name, leaflet.formats, form="{}"),
            )
            raise ConfigError(fault.message, fault)
    return tuple(wanted) or leaflet.formats
