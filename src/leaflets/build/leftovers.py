"""A folder of outputs to what in it looks released and is not: old editions, lost approvals."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from leaflets.build.manifest import NAME, Entry, written_before
from leaflets.diagnostics import Diagnostic, Place, Severity
from leaflets.project import Leaflet, State

SHOWN = 12
"""Files that are named one by one."""

_DATED = re.compile(r"-(?P<edition>\d{4}-\d\d)-(?P<rest>[^/]*)\.(?:pdf|jpg|txt)")
"""In the name of a file of an edition."""

_RELEASED = re.compile(r"-(?P<edition>\d{4}-\d\d)-(?!.*-DRAFT\.)[^/]*\.(?:pdf|jpg|txt)")
"""In the name of a file that says nothing of a draft."""

Approved = Mapping[tuple[str, str], str]
"""Tag and format of what may be handed out today -> the digest of its pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A file of an earlier build that no manifest lists any more."""

    path: Path
    edition: str
    format: str
    """Empty if the leaflet has no such format today."""
    state: State
    """As its name says."""


def leftovers(leaflet: Leaflet, folder: Path) -> Iterator[Leftover]:
    """All that lies in the leaflet's folder besides what the last build left there."""
    base = folder / leaflet.name
    listed = {base / entry.path for entry in written_before(folder, leaflet)}
    for path in sorted(base.rglob("*")):
        match = _DATED.search(path.name)
        if match and path not in listed and path.is_file():
            formats = [name for name in leaflet.formats if match["rest"].startswith(f"{name}-")]
            yield Leftover(
                path=path,
                edition=match["edition"],
                format=max(formats, key=len, default=""),
                state=State.DRAFT if match["rest"].endswith("-DRAFT") else State.RELEASED,
            )


def stale_renditions(
    leaflets: Iterable[Leaflet], folder: Path, *, approved: Mapping[str, Approved] | None = None
) -> Iterator[Diagnostic]:
    """One warning for each leaflet and reason. Nothing is deleted: it may matter what was handed out.

    `approved`, by leaflet, is None where it was not looked up: what the last build released is taken for it.
    """
    known = {leaflet.name: leaflet for leaflet in leaflets}
    for base in sorted(path.parent for path in folder.glob(f"*/{NAME}")):
        found: dict[tuple[str, str], list[Path]] = {}
        mine = None if approved is None else approved.get(base.name, {})
        for path, why in _stale(known.get(base.name), base, mine):
            found.setdefault(why, []).append(path)
        for (reason, step), paths in found.items():
            yield _told(paths, reason, step, base)


def _stale(
    leaflet: Leaflet | None, base: Path, approved: Approved | None
) -> Iterator[tuple[Path, tuple[str, str]]]:
    entries = {base / one.path: one for one in written_before(base.parent, leaflet)} if leaflet else {}
    for path in sorted(base.rglob("*")):
        match = _RELEASED.search(path.name)
        if match and path.is_file():
            why = _why(leaflet, match["edition"], entries.get(path), approved)
            if why is not None:
                yield path, why


def _why(
    leaflet: Leaflet | None, edition: str, entry: Entry | None, approved: Approved | None
) -> tuple[str, str] | None:
    """The reason, and the next step; None if the file is what it says."""
    if leaflet is None:
        return "the project has no such leaflet any more", "delete what is listed, or bring the leaflet back"
    for gone in leaflet.withdrawn:
        if gone.edition == edition:
            instead = f"; it is replaced by {gone.replaced_by}" if gone.replaced_by else ""
            return (
                f"edition {edition} is withdrawn: {gone.text}{instead}",
                "delete what is listed, and tell everybody who hands it out",
            )
    current = leaflet.release.edition
    if edition != current:
        return (
            f"edition {edition} is not the current one, {current}",
            "delete what is listed, or keep it elsewhere",
        )
    return _unapproved(entry, approved)


def _unapproved(entry: Entry | None, approved: Approved | None) -> tuple[str, str] | None:
    """The same of a file of the current edition."""
    if entry is None or entry.state is not State.RELEASED:
        return "the last build made none of it", "delete what is listed; build again what is approved"
    if approved is not None and any((tag, entry.format) not in approved for tag in entry.tags):
        return (
            "the approval was lost: a text, a page or a contact is not what was approved",
            "see leaflets review LANG; then build again, or delete what is listed",
        )
    if not entry.proof:
        return (
            "an older version of leaflets built it, and did not note which pages it shows",
            "build again; then delete what is still listed",
        )
    if approved is not None and any(approved[tag, entry.format] != entry.proof for tag in entry.tags):
        return (
            "its pages are not those that are approved now: a number, a text or the layout was changed since",
            "build again, and tell everybody who has the old files",
        )
    return None


def _told(paths: list[Path], reason: str, step: str, base: Path) -> Diagnostic:
    more = len(paths) - SHOWN
    count = f"{len(paths)} files look" if len(paths) > 1 else "a file looks"
    return Diagnostic(
        rule="stale-rendition",
        severity=Severity.WARNING,
        message=f"{count} released, and must not be handed out: {reason}",
        place=Place(file=base.as_posix()),
        notes=(
            *(path.relative_to(base).as_posix() for path in paths[:SHOWN]),
            *((f"and {more} more",) if more > 0 else ()),
        ),
        help=step,
    )
