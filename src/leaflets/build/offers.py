"""What a build wrote of a leaflet -> the files of it that may be handed out, by language."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from leaflets.build.manifest import NAME, Entry, listed, written_before
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import InputError
from leaflets.language import tag_of
from leaflets.project import Leaflet, Profile, State
from leaflets.site.model import Download
from leaflets.site.packages import Offer

NEVER_PRINTED = ("phone", Profile.PRINT)


def check_built(leaflets: Sequence[Leaflet], folder: Path) -> None:
    """InputError if the folder holds no build: a site of it would take away all that was published."""
    if not any(listed(folder, leaflet) is not None for leaflet in leaflets):
        fault = Diagnostic(
            rule="no-build",
            message=f"{folder} holds nothing that leaflets build wrote for this project",
            place=Place(file=(folder / leaflets[0].name / NAME).as_posix()),
            notes=("a site of it would take away all files that are published now; nothing was changed",),
            help="name the folder of the build with --from, or run: leaflets build --release",
        )
        raise InputError.of(fault)


def released_before(leaflet: Leaflet, folder: Path) -> frozenset[Offer]:
    """What the last build released of this edition, whatever became of it."""
    return frozenset(
        (leaflet.public_name, entry.tag, entry.format)
        for entry in listed(folder, leaflet) or ()
        if entry.state is State.RELEASED and entry.is_of(leaflet.release.edition)
    )


def released_now(leaflet: Leaflet, folder: Path) -> Mapping[tuple[str, str], str]:
    """Tag and format of what lies there released -> the digest of the pages that it shows."""
    found = (entry for entry in written_before(folder, leaflet) if entry.state is State.RELEASED)
    return {(tag, entry.format): entry.proof for entry in found for tag in entry.tags}


def offers(leaflet: Leaflet, folder: Path, *, drafts: bool) -> dict[tuple[str, ...], tuple[Download, ...]]:
    """Tags -> files of the leaflet's edition whose bytes are those that the build wrote."""
    found: dict[tuple[str, ...], list[Download]] = {}
    for entry in written_before(folder, leaflet):
        if _is_offered(entry, leaflet, drafts=drafts):
            source = folder / leaflet.name / entry.path
            found.setdefault(entry.tags, []).append(_download(entry, source))
    return {tags: tuple(files) for tags, files in found.items()}


def _is_offered(entry: Entry, leaflet: Leaflet, *, drafts: bool) -> bool:
    """A file of another edition, or of other pages than those that are approved now, is not."""
    release = leaflet.release
    if not entry.is_of(release.edition):
        return False
    if entry.state is State.DRAFT:
        return drafts
    now = release.state(entry.tags, format_name=entry.format)
    same = entry.proof == release.proof(entry.tags, format_name=entry.format)
    return now is State.RELEASED and bool(entry.proof) and same


def _download(entry: Entry, source: Path) -> Download:
    return Download(
        path=PurePosixPath(entry.path).name,
        source=source,
        format=entry.format,
        profile=entry.profile,
        released=entry.state is State.RELEASED,
        pages=entry.pages,
        bytes=entry.bytes,
        sha256=entry.sha256,
    )


def names_of(
    leaflet: Leaflet, edition: str, offered: Mapping[tuple[str, ...], Iterable[Download]]
) -> tuple[tuple[str, str], ...]:
    """Tag and file name of all that an edition had, as far as today's formats and files tell."""
    now = f"-{leaflet.release.edition}-"
    pairs = expected(leaflet, offered)
    found = [("all", f"{leaflet.public_name}-all-{edition}.zip")]
    for language in leaflet.languages:
        stem = f"{leaflet.public_name}-{language.tag}-{edition}"
        printed = (f"{stem}-{name}-{profile}.pdf" for name, profile in pairs if profile != Profile.PICTURES)
        found += ((language.tag, name) for name in (f"{stem}.zip", *printed))
    for tags, files in offered.items():
        found += ((tag_of(tags), _undrafted(file.path).replace(now, f"-{edition}-")) for file in files)
    return tuple(sorted(set(found)))


def _undrafted(name: str) -> str:
    """Drafts were never handed out."""
    stem, dot, kind = name.rpartition(".")
    return stem.removesuffix("-DRAFT") + dot + kind


def expected(
    leaflet: Leaflet, offered: Mapping[tuple[str, ...], Iterable[Download]]
) -> tuple[tuple[str, str], ...]:
    """Formats and profiles that a language should have: those that any language has, and the usual ones."""
    usual = {(name, profile) for name in leaflet.formats for profile in (Profile.PRINT, Profile.SCREEN)}
    alone = (file for tags, found in offered.items() if len(tags) == 1 for file in found)
    made = {(file.format, file.profile) for file in alone}
    order = {name: place for place, name in enumerate(leaflet.formats)}
    wanted = ((name, str(profile)) for name, profile in (usual - {NEVER_PRINTED}) | made)
    own = (one for one in wanted if one[0] not in leaflet.together)
    return tuple(sorted(own, key=lambda one: (order.get(one[0], len(order)), one[1])))
