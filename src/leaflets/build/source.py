"""A leaflet to its source text: the messages of its layouts with their places, and the contacts it shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leaflets.build.inputs import read_speech
from leaflets.build.judge import quotations
from leaflets.catalog.message import Catalog, Key, Message, TemplateMessage
from leaflets.checks.ignore import ignored_by
from leaflets.document.extract import extract_contacts, extract_imprint, extract_layouts
from leaflets.document.places import places
from leaflets.document.read import read_document
from leaflets.document.tree import Document
from leaflets.files import Files
from leaflets.language import Language
from leaflets.project import Job, Leaflet, Project


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """What a leaflet says in its source language."""

    leaflet: str
    catalog: Catalog
    """Its messages, each its own translation; lines are those of layouts and contacts.toml."""
    places: Mapping[Key, tuple[str, ...]]
    """Message -> `cover, title (trifold)`; a message that no format shows has none."""
    ignored: Mapping[Key, frozenset[str]]
    """Message -> rules that its comment in the layout ignores."""
    quoted: Mapping[Key, Language]
    """Message -> the language that it stands in, where that is not the leaflet's (<phrase lang="…">)."""
    shown: frozenset[str]
    """Ids of the contacts that some format shows."""


def read_source(leaflet: Leaflet, project: Project, *, files: Files) -> SourceText:
    """InputError holds all that is wrong in a layout."""
    documents = {name: _document(leaflet, project, name, files) for name in leaflet.formats}
    found = _places(documents)
    data = (*extract_contacts(project.contacts), *extract_imprint(project.imprint))
    shown = (message for message in data if message.key in found)
    messages = (*extract_layouts(leaflet.name, files=files), *shown)
    catalog = _catalog(messages, leaflet)
    return SourceText(
        leaflet=leaflet.name,
        catalog=catalog,
        ignored={message.key: names for message in catalog.messages if (names := ignored_by(message))},
        quoted=_quoted(documents.values(), leaflet, {message.key for message in messages}),
        places={message.key: found.get(message.key, ()) for message in messages},
        shown=frozenset().union(*(document.shown for document in documents.values())),
    )


def shown_in(leaflet: Leaflet, project: Project, *, files: Files) -> Mapping[str, frozenset[str]]:
    """Format -> ids of the contacts that it shows. InputError as above."""
    return {name: _document(leaflet, project, name, files).shown for name in leaflet.formats}


def _document(leaflet: Leaflet, project: Project, name: str, files: Files) -> Document:
    job = Job(project=project, leaflet=leaflet, languages=(leaflet.source,), format=name, profiles=())
    return read_document(job, files=files, speech=read_speech(job, files))


def _places(documents: Mapping[str, Document]) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, tuple[str, ...]] = {}
    for name, document in documents.items():
        for key, where in places(document).items():
            found[key] = (*found.get(key, ()), f"{'; '.join(where)} ({name})")
    return found


def _catalog(messages: Iterable[TemplateMessage], leaflet: Leaflet) -> Catalog:
    unique = {message.key: message for message in messages}
    first = next((str(place) for message in unique.values() for place in message.references), "")
    return Catalog(
        tag=leaflet.source.tag,
        file=first.rpartition(":")[0] or "layouts",
        messages=tuple(map(_message, unique.values())),
    )


def _message(source: TemplateMessage) -> Message:
    return Message(
        context=source.context,
        msgid=source.msgid,
        plural=source.plural,
        texts=(source.msgid,) if source.plural is None else (source.msgid, source.plural),
        fuzzy=False,
        flags=source.flags,
        comments=tuple(line for comment in source.comments for line in comment.splitlines()),
        remarks=(),
        references=tuple(str(place) for place in source.references),
        line=0,
        text_line=0,
    )


def _quoted(documents: Iterable[Document], leaflet: Leaflet, known: set[Key]) -> dict[Key, Language]:
    found = (quotations(document, (leaflet.source,)) for document in documents)
    return {key: language for each in found for key, language in each.items() if key in known}
