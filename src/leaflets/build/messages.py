"""A leaflet to the messages its translators get, each with its place in the leaflet."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from leaflets.build.inputs import read_speech
from leaflets.catalog.message import Key, TemplateMessage
from leaflets.document.extract import extract_contacts, extract_imprint, extract_layouts
from leaflets.document.places import places
from leaflets.document.read import read_document
from leaflets.files import Files
from leaflets.project import Job, Leaflet, Project

PLACE = "Place"
"""The word in front of the places: `Place: cover, title`."""


def leaflet_messages(leaflet: Leaflet, project: Project, *, files: Files) -> tuple[TemplateMessage, ...]:
    """Every use of a message in layouts and contacts, as a .pot file needs it.

    Of the contacts only what the leaflet shows: nobody translates words that are not printed. LayoutError
    if a layout cannot be read: nothing is extracted from half of a leaflet.
    """
    found = message_places(leaflet, project, files=files)
    data = (*extract_contacts(project.contacts), *extract_imprint(project.imprint))
    shown = (message for message in data if message.key in found)
    return tuple(
        replace(message, comments=(*_told(found.get(message.key, {})), *message.comments))
        for message in (*extract_layouts(leaflet.name, files=files), *shown)
    )


def message_places(
    leaflet: Leaflet, project: Project, *, files: Files
) -> Mapping[Key, Mapping[str, tuple[str, ...]]]:
    """Context and msgid -> format -> places."""
    found: dict[Key, dict[str, tuple[str, ...]]] = {}
    for name in leaflet.formats:
        job = Job(project=project, leaflet=leaflet, languages=(leaflet.source,), format=name, profiles=())
        document = read_document(job, files=files, speech=read_speech(job, files))
        for key, where in places(document).items():
            found.setdefault(key, {})[name] = where
    return found


def _told(formats: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """One line for all formats in which a message stands in the same places."""
    lines: dict[str, list[str]] = {}
    for name, where in formats.items():
        lines.setdefault("; ".join(where), []).append(name)
    for line, names in lines.items():
        yield f"{PLACE} ({', '.join(names)}): {line}"
