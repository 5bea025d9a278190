"""A project's contacts to a call sheet, and to where each of them stands: formats, and files of the build."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from leaflets.build.leftovers import Leftover, leftovers
from leaflets.build.manifest import Entry, written_before
from leaflets.build.source import shown_in
from leaflets.checks.contacts import good_until, is_unverified
from leaflets.contact import WORLD, Contact
from leaflets.files import Files
from leaflets.project import Leaflet, Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One contact that somebody has to call."""

    contact: Contact
    due: date | None
    """The day on which its last verification ends; None if it was never verified."""
    leaflets: tuple[str, ...]
    ask: tuple[str, ...]
    """What nobody knows yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The formats of a leaflet that show a contact, and the files of the last build that carry it."""

    leaflet: Leaflet
    formats: tuple[str, ...]
    """Of today's layouts; an older edition may have shown it elsewhere."""
    entries: tuple[Entry, ...]
    leftovers: tuple[Leftover, ...] = ()
    """Files of earlier builds that may carry it."""


def calls(project: Project, files: Files, *, by: date) -> tuple[Call, ...]:
    """Contacts that are shown and have to be called until a day, the most urgent first."""
    shown = {leaflet.name: shown_in(leaflet, project, files=files) for leaflet in project.leaflets}
    found = []
    for name, contact in project.contacts.items():
        leaflets = tuple(
            one for one, formats in shown.items() if any(name in ids for ids in formats.values())
        )
        due = None if is_unverified(contact) else good_until(contact, days=project.contact_days)
        if leaflets and (due is None or due <= by):
            found.append(Call(contact=contact, due=due, leaflets=leaflets, ask=tuple(_unknown(contact))))
    return tuple(sorted(found, key=lambda call: call.due or date.min))


def where(project: Project, files: Files, *, name: str, folder: Path) -> tuple[Shown, ...]:
    """One for each leaflet that shows the contact, or did perhaps; `folder` is where the build wrote."""
    found = []
    for leaflet in project.leaflets:
        shown: Mapping[str, frozenset[str]] = shown_in(leaflet, project, files=files)
        formats = tuple(one for one, ids in shown.items() if name in ids)
        entries = tuple(one for one in written_before(folder, leaflet) if _shows(one, name, formats))
        old = tuple(one for one in leftovers(leaflet, folder) if _may_show(one, leaflet, formats))
        if formats or entries or old:
            found.append(Shown(leaflet=leaflet, formats=formats, entries=entries, leftovers=old))
    return tuple(found)


def _shows(entry: Entry, name: str, formats: Sequence[str]) -> bool:
    """As its manifest says, whatever the layouts show since; else as they do."""
    return entry.format in formats if entry.contacts is None else name in entry.contacts


def _may_show(old: Leftover, leaflet: Leaflet, formats: Sequence[str]) -> bool:
    """What layouts of an older edition showed is not known any more."""
    return old.edition != leaflet.release.edition or not old.format or old.format in formats


def _unknown(contact: Contact) -> Iterator[str]:
    yield "Who answers, and are they who we say they are?"
    if not contact.languages:
        yield "Which languages are spoken?"
    if not (contact.hours or contact.open):
        yield "On which days and at which hours does somebody answer?"
    if not contact.cost:
        yield "What does a call cost, also from a mobile telephone?"
    if any(WORLD in number.reachable_from for number in contact.numbers):
        yield "Does the number work from abroad?"
