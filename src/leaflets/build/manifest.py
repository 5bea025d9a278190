"""Results of a build -> `manifest.json` and `SHA256SUMS` of each leaflet: what its folder holds."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from leaflets.language import tag_of
from leaflets.project import Leaflet, State
from leaflets.store import own_file

if TYPE_CHECKING:  # the typesetter is slow to load, and those who read a manifest need none
    from leaflets.build.job import Outputs

NAME, SUMS = "manifest.json", "SHA256SUMS"

DECIDING = (
    "leaflets",
    "reportlab",
    "deflate",
    "uharfbuzz",
    "icu4py",
    "pyphen",
    "fonttools",
    "pillow",
    "pypdfium2",
    "segno",
)
"""Packages whose version may change the bytes of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One written file of a manifest."""

    path: str
    """Below the leaflet's folder."""
    job: str
    tags: tuple[str, ...]
    format: str
    profile: str
    state: State
    pages: int
    bytes: int
    sha256: str
    scale: float
    """The type scale that copyfit chose: points of the root em."""
    proof: str = ""
    """Of a released file, the digest of its pages as they were approved (build/proof.py); a file whose
    entry has none is not offered."""

    contacts: tuple[str, ...] | None = None
    """Ids of those that it shows; None where an older version of leaflets wrote it."""

    @property
    def tag(self) -> str:
        return tag_of(self.tags)

    def is_of(self, edition: str) -> bool:
        return f"-{self.tag}-{edition}-{self.format}-" in PurePosixPath(self.path).name


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a build wrote; `versions` names the libraries that decide bytes."""

    leaflet: str
    edition: str
    entries: tuple[Entry, ...]
    versions: Mapping[str, str]
    schema: int = 1


def manifests(leaflets: Iterable[Leaflet], done: Sequence["Outputs"], *, folder: Path) -> dict[str, bytes]:
    """Path below `folder` -> content: for each leaflet its manifest, and checksums for `sha256sum -c`.

    Files of an earlier build stay listed while their bytes are still those that it wrote, and no job of
    this build stands for them: neither has made them anew, nor has failed, nor shows other pages.
    """
    written: dict[str, bytes] = {}
    for leaflet in leaflets:
        mine = [outputs for outputs in done if outputs.job.leaflet == leaflet]
        if not mine:
            continue
        by_job = {outputs.job.name: outputs for outputs in mine}
        old = [e for e in written_before(folder, leaflet) if e.job not in by_job or _stays(e, by_job[e.job])]
        entries = sorted([*old, *(e for outputs in mine for e in entries_of(outputs))], key=lambda e: e.path)
        manifest = Manifest(
            leaflet=leaflet.name,
            edition=leaflet.release.edition,
            entries=tuple(entries),
            versions=versions(),
        )
        written[f"{leaflet.name}/{NAME}"] = to_json(manifest)
        written[f"{leaflet.name}/{SUMS}"] = _sums(entries)
    return written


def _stays(entry: Entry, outputs: "Outputs") -> bool:
    """A file of a profile that was not asked for, while it is of the pages that its job has now."""
    job = outputs.job
    return (
        not outputs.failed
        and entry.profile not in job.profiles
        and entry.is_of(job.leaflet.release.edition)
        and (entry.state, entry.proof) == (job.state, job.proof)
    )


def entries_of(outputs: "Outputs") -> tuple[Entry, ...]:
    """One entry a file; paths are below the leaflet's own folder."""
    job = outputs.job
    return tuple(
        Entry(
            path=file.path.removeprefix(f"{job.leaflet.name}/"),
            job=job.name,
            tags=tuple(language.tag for language in job.languages),
            format=job.format,
            profile=file.profile.value,
            state=job.state,
            pages=file.pages,
            bytes=len(file.data),
            sha256=file.sha256,
            scale=outputs.scale,
            proof=job.proof,
            contacts=outputs.contacts,
        )
        for file in outputs.files
    )


@cache
def versions() -> Mapping[str, str]:
    """The same input gives the same bytes for the same of these."""
    return {name: metadata.version(name) for name in DECIDING}


def to_json(manifest: Manifest) -> bytes:
    return (json.dumps(asdict(manifest), indent=1, ensure_ascii=False) + "\n").encode()


def written_before(folder: Path, leaflet: Leaflet) -> list[Entry]:
    """Entries of the last build whose files are still theirs; none if the manifest cannot be read."""
    base = folder / leaflet.name
    return [entry for entry in listed(folder, leaflet) or () if _digest(base, entry.path) == entry.sha256]


def listed(folder: Path, leaflet: Leaflet) -> tuple[Entry, ...] | None:
    """All that the last build wrote, whether it is still there; None if there is no manifest to be read."""
    try:
        told: Any = json.loads((folder / leaflet.name / NAME).read_bytes())  # Any: anybody may have edited it
        return tuple(_entry(row) for row in told["entries"]) if told["schema"] == 1 else None
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def _entry(row: Any) -> Entry:  # Any: as above
    """TypeError or ValueError where it is not what `to_json` writes."""
    shown = dict(row).get("contacts")
    lists = {"tags": tuple(row["tags"]), "contacts": shown if shown is None else tuple(shown)}
    entry = Entry(**{**row, **lists, "state": State(row["state"])})
    texts = (entry.path, entry.job, *entry.tags, entry.format, entry.profile, entry.sha256, entry.proof)
    numbers = (entry.pages, entry.bytes, entry.scale)
    if not (
        entry.tags
        and all(isinstance(text, str) for text in (*texts, *(entry.contacts or ())))
        and all(isinstance(number, int | float) for number in numbers)
    ):
        raise TypeError(row)
    return entry


def _digest(base: Path, path: str) -> str:
    """Empty where there is no such file that can be read, or none below the folder."""
    found = own_file(base, path)
    try:
        return hashlib.sha256(found.read_bytes()).hexdigest() if found else ""
    except OSError:
        return ""


def _sums(entries: Sequence[Entry]) -> bytes:
    return "".join(f"{entry.sha256}  {entry.path}\n" for entry in entries).encode()
