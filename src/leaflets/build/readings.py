"""A leaflet in one language -> its text for a reader, with the files that organisations take."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from leaflets.build.inputs import read_speech
from leaflets.build.previews import Previews
from leaflets.document.read import read_words
from leaflets.document.strips import STRIPS
from leaflets.document.tree import Document, Element
from leaflets.files import Files
from leaflets.language import Language
from leaflets.project import Job, Leaflet, Profile, Project
from leaflets.site.html import blocks, html, is_translated, links, plain, sections, with_class
from leaflets.site.model import Download, Messages, Number, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """All that one language of a leaflet asks for; independent of all others."""

    project: Project
    leaflet: Leaflet
    language: Language
    offered: tuple[Download, ...]
    """Files that the build wrote."""
    expected: tuple[tuple[str, str], ...]
    """Formats and profiles that each language should have."""


def read_reading(task: Task, *, files: Files, previews: Previews) -> Reading:
    """The text of the leaflet's first format, which is the whole one; files with pictures of their pages."""
    has = {(file.format, file.profile) for file in task.offered}
    sent = _messages(task, previews)
    others = sorted((file for file in task.offered if file.profile != Profile.PICTURES), key=_order(task))
    return replace(
        _text(task, files),
        downloads=tuple(previews.of(file) for file in others),
        missing=tuple(one for one in task.expected if one not in has),
        messages=sent,
    )


def _order(task: Task) -> Callable[[Download], tuple[int, int]]:
    """Formats as the project lists them; of each what a print shop takes first."""
    formats, profiles = task.leaflet.formats, tuple(Profile)
    known = {name: place for place, name in enumerate(formats)}
    ranks = {str(profile): place for place, profile in enumerate(profiles)}
    return lambda file: (known.get(file.format, len(known)), ranks.get(file.profile, len(ranks)))


def _text(task: Task, files: Files) -> Reading:
    leaflet, language = task.leaflet, task.language
    job = Job(
        project=task.project,
        leaflet=leaflet,
        languages=(language,),
        format=leaflet.formats[0],
        profiles=(),
    )
    document = read_words(job, files=files, speech=read_speech(job, files))
    parts = tuple(sections(document.flows))
    danger = tuple(with_class(parts, "danger"))
    rest = tuple(part for part in parts if part not in danger)
    number, label = _helpline(document)
    return Reading(
        language=language,
        danger=html(danger, around=language),
        number=number,
        label=label,
        text=html(rest, around=language),
        blocks=tuple(blocks((*danger, *rest), around=language)),
        complete=is_translated(parts),
    )


def _helpline(document: Document) -> tuple[Number | None, str]:
    """The number that stands on the cover, and the words above it."""
    boxes = _elements(element for panel in document.panels for element in panel.children)
    for box in (box for box in boxes if not _has_strips(box)):
        link = next(links((box,), "tel:"), None)
        if link is not None:
            others = _elements(box.children)
            label = next((plain(one) for one in others if not any(links((one,), "tel:"))), "")
            number = Number(dial=link.attributes["href"].removeprefix("tel:"), display=plain(link))
            return number, label
    return None, ""


def _has_strips(box: Element) -> bool:
    """Strips to tear off repeat what stands in another box."""
    return any(child.name == STRIPS for child in _elements(box.children))


def _elements(nodes: Iterable[object]) -> list[Element]:
    return [node for node in nodes if isinstance(node, Element)]


def _messages(task: Task, previews: Previews) -> Messages | None:
    """What the format `phone` gave; where it was not built, pages of the whole leaflet for screens."""
    sent = [file for file in task.offered if file.profile == Profile.PICTURES]
    pictures = tuple(file for file in sent if not file.path.endswith(".txt"))
    if pictures:
        return Messages(pictures=pictures, text=next((one for one in sent if one not in pictures), None))
    for file in task.offered:
        if (file.format, file.profile) == (task.leaflet.formats[0], Profile.SCREEN):
            return Messages(pictures=previews.for_messages(file))
    return None
