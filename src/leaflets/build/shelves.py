"""A leaflet and what its build wrote -> its shelf on the site; many languages by all cores."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from leaflets.build.offers import expected, names_of, offers
from leaflets.build.pool import crashed, in_order
from leaflets.build.previews import Earlier, Previews
from leaflets.build.readings import Task, read_reading
from leaflets.errors import BuildError
from leaflets.files import Files
from leaflets.language import Language
from leaflets.project import Edition, Leaflet, Project, State
from leaflets.site.model import Change, Download, Reading, Shelf, Withdrawal

MUCH = 60
"""Texts and files from which on all cores work: a pool takes as long to start as twenty of them."""

SOUNDS = ("mp3", "m4a", "ogg")

Stock = dict[str, bytes]
"""Path below `files/` -> what no build wrote: thumbnails, recordings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A task's text, and the pictures that were drawn for it."""

    reading: Reading
    pictures: Stock


def shelf_of(
    project: Project,
    leaflet: Leaflet,
    files: Files,
    *,
    folder: Path,
    drafts: bool,
    earlier: Earlier,
    stock: Stock,
) -> Shelf:
    """The leaflet in all languages that may be shown; what no build wrote is put into `stock`."""
    offered = offers(leaflet, folder, drafts=drafts)
    wanted = expected(leaflet, offered)
    tasks = [
        Task(
            project=project,
            leaflet=leaflet,
            language=language,
            offered=offered.get((language.tag,), ()),
            expected=wanted,
        )
        for language in leaflet.languages
        if not leaflet.is_withdrawn and (drafts or _is_released(leaflet, language))
    ]
    readings = []
    for done in _worked(tasks, partial(work, files=files, earlier=earlier)):
        stock |= done.pictures
        name = _recording(leaflet, done.reading.language, files, stock)
        readings.append(replace(done.reading, audio=name))
    previews = Previews(earlier=earlier, made=stock)
    sheets = (file for tags, found in offered.items() if len(tags) > 1 for file in found)
    many = () if leaflet.is_withdrawn else tuple(map(previews.of, sheets))
    withdrawn = (_withdrawal(one, names_of(leaflet, one.edition, offered)) for one in leaflet.withdrawn)
    return _shelf(leaflet, tuple(readings), many, tuple(withdrawn))


def work(task: Task, *, files: Files, earlier: Earlier) -> Done:
    """One language, in any process."""
    previews = Previews(earlier=earlier)
    reading = read_reading(task, files=files, previews=previews)
    return Done(reading=reading, pictures=previews.made)


def _worked(tasks: Sequence[Task], one: "partial[Done]") -> Iterator[Done]:
    """In their order. The first is done here, so that processes find read what all languages share."""
    yield from map(one, tasks[:1])
    rest = tasks[1:]
    workers = min(os.cpu_count() or 1, len(rest))
    if workers < 2 or sum(1 + len(task.offered) for task in rest) < MUCH:
        yield from map(one, rest)
        return
    for task, done in zip(rest, in_order(one, rest, workers=workers), strict=True):
        if done is None:
            raise _died(task)
        yield done


def _died(task: Task) -> BuildError:
    name = f"{task.leaflet.name}/{task.language.tag}"
    fault = crashed(name, command=f"leaflets build --lang {task.language.tag} --jobs 1")
    return BuildError(fault.message, replace(fault, notes=("no page of the site was written",)))


def _is_released(leaflet: Leaflet, language: Language) -> bool:
    """A text is read once any of its formats may be handed out."""
    states = (leaflet.release.state((language.tag,), format_name=name) for name in leaflet.formats)
    return State.RELEASED in states


def _shelf(
    leaflet: Leaflet,
    readings: tuple[Reading, ...],
    many: tuple[Download, ...],
    withdrawn: tuple[Withdrawal, ...],
) -> Shelf:
    return Shelf(
        name=leaflet.public_name,
        edition=leaflet.release.edition,
        source=leaflet.source,
        host=leaflet.host,
        readings=readings,
        many=many,
        changes=tuple(Change(edition=one.edition, text=one.text, on=one.on) for one in leaflet.changes),
        withdrawn=withdrawn,
    )


def _withdrawal(old: Edition, names: tuple[tuple[str, str], ...]) -> Withdrawal:
    return Withdrawal(
        edition=old.edition, reason=old.text, replaced_by=old.replaced_by, on=old.on, names=names
    )


def _recording(leaflet: Leaflet, language: Language, files: Files, stock: Stock) -> str:
    """`audio/<leaflet>/<tag>.mp3`, if a person has recorded one."""
    for kind in SOUNDS:
        path = f"audio/{leaflet.name}/{language.tag}.{kind}"
        if files.exists(path):
            name = f"{leaflet.public_name}-{language.tag}-{leaflet.release.edition}.{kind}"
            stock[name] = files.read(path)
            return name
    return ""
