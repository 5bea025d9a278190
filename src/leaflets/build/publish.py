"""A project and what its build wrote -> the download site, page by page."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath

from babel import Locale, UnknownLocaleError

from leaflets.build.inputs import read_speech, toolkit_catalog
from leaflets.build.manifest import written_before
from leaflets.build.previews import Previews
from leaflets.config.languages import shipped_languages
from leaflets.document.read import read_words
from leaflets.document.strips import STRIPS
from leaflets.document.tree import Document, Element
from leaflets.files import Files
from leaflets.project import Entry, Job, Language, Leaflet, Profile, Project, State
from leaflets.site.html import blocks, html, is_translated, links, plain, sections, with_class
from leaflets.site.model import Change, Download, Number, Picture, Reading, Shelf, Site, Withdrawal
from leaflets.site.render import render
from leaflets.site.words import ENGLISH, Words

MANY, CHUNK = 40, 8
"""Languages from which on all cores read texts, and how many of them one takes at a time."""

SOUNDS = ("mp3", "m4a", "ogg")

OTHER_NAMES = {"prs": "fa_AF", "kmr": "ku", "cnr": "sr_ME", "rom": "rom"}
"""Names of CLDR's lists for tags that it lists otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A site, and the files that it offers."""

    site: Site
    pictures: Mapping[str, bytes]
    sounds: Mapping[str, bytes]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Path -> bytes of all pages, downloads, pictures and recordings."""
        for shelf in self.site.shelves:
            offered = (*(file for one in shelf.readings for file in one.downloads), *shelf.many)
            yield from ((f"files/{file.path}", file.source.read_bytes()) for file in offered)
        yield from ((f"files/{path}", data) for path, data in {**self.pictures, **self.sounds}.items())
        yield from render(self.site, speak=speaker(self.site))


def nothing_earlier(_path: str) -> None:
    """No earlier site: every picture is drawn."""


def publish(
    project: Project,
    files: Files,
    *,
    folder: Path,
    drafts: bool = False,
    base_url: str = "",
    earlier: Callable[[str], bytes | None] = nothing_earlier,
) -> Published:
    """The site of all leaflets; `folder` is where the build wrote. Without `drafts`, released ones only."""
    previews = Previews(earlier=earlier)
    sounds: dict[str, bytes] = {}
    shelves = []
    for leaflet in project.leaflets:
        downloads = _downloads(leaflet, folder, drafts=drafts, previews=previews)
        shelves.append(
            _shelf(project, leaflet, files, downloads, drafts=drafts, sounds=sounds, previews=previews)
        )
    languages = {language.tag: language for leaflet in project.leaflets for language in leaflet.languages}
    site = Site(
        shelves=tuple(shelves),
        languages=tuple(languages.values()),
        names=host_names(tuple(languages.values()), project.leaflets[0].host),
        base_url=base_url or project.site.base_url,
        leave=project.site.leave,
        drafts=drafts,
    )
    return Published(site=site, pictures=previews.made, sounds=sounds)


def speaker(site: Site) -> "Speaker":
    """The site's words by language, each catalog read once."""
    return Speaker(english=next(one for one in shipped_languages() if one.tag == ENGLISH))


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Language -> its words."""

    english: Language

    def __call__(self, language: Language) -> Words:
        return _words(language, self.english)


@lru_cache(maxsize=512)
def _words(language: Language, english: Language) -> Words:
    if language.tag == ENGLISH:
        return Words(language=language, catalog=None, english=english)
    own = toolkit_catalog(language, "site")
    whole = own is not None and all(one.is_translated and not one.fuzzy for one in own.messages)
    shared = None if whole else toolkit_catalog(language, "leaflets")
    return Words(language=language, catalog=own, shared=shared, english=english)


def host_names(languages: tuple[Language, ...], host: Language) -> dict[str, str]:
    """tag -> the language's name in the host's language (CLDR), where there is one."""
    try:
        told = Locale.parse(host.folder).languages
    except (UnknownLocaleError, ValueError):
        return {}
    found = {language.tag: _named(language, told) for language in languages}
    return {tag: name for tag, name in found.items() if name}


def _named(language: Language, told: Mapping[str, str]) -> str:
    wanted = (OTHER_NAMES.get(language.tag, ""), language.folder, language.folder.partition("_")[0])
    return next((told[name] for name in wanted if name in told), "")


def _shelf(
    project: Project,
    leaflet: Leaflet,
    files: Files,
    downloads: Mapping[tuple[str, ...], tuple[Download, ...]],
    *,
    drafts: bool,
    sounds: dict[str, bytes],
    previews: Previews,
) -> Shelf:
    readings = []
    expected = _expected(leaflet, downloads)
    languages = tuple(one for one in leaflet.languages if drafts or _is_released(leaflet, one))
    for language, text in zip(languages, _texts(project, leaflet, files, languages), strict=True):
        offered = downloads.get((language.tag,), ())
        has = {(file.format, file.profile) for file in offered}
        readings.append(
            replace(
                text,
                downloads=offered,
                missing=tuple(one for one in expected if one not in has),
                pictures=_for_messages(leaflet, offered, tag=language.tag, previews=previews),
                audio=_recording(leaflet, language, files, sounds),
            )
        )
    shelf = Shelf(
        name=leaflet.public_name,
        edition=leaflet.release.edition,
        source=leaflet.source,
        host=leaflet.host,
        readings=tuple(readings),
        many=tuple(file for tags, found in downloads.items() if len(tags) > 1 for file in found),
        changes=tuple(Change(edition=one.edition, text=one.text) for one in leaflet.changes),
        withdrawn=tuple(
            Withdrawal(edition=one.edition, reason=one.text, replaced_by=one.replaced_by)
            for one in leaflet.withdrawn
        ),
    )
    return replace(shelf, readings=(), many=()) if shelf.is_withdrawn else shelf


def _texts(
    project: Project, leaflet: Leaflet, files: Files, languages: tuple[Language, ...]
) -> list[Reading]:
    """The text in each language, in their order."""
    read = partial(_reading, project, leaflet, files=files)
    if len(languages) < MANY:
        return [read(language) for language in languages]
    with ProcessPoolExecutor() as pool:
        return list(pool.map(read, languages, chunksize=CHUNK))


def _is_released(leaflet: Leaflet, language: Language) -> bool:
    """A text is read once any of its formats may be handed out."""
    states = (leaflet.release.state((language.tag,), format_name=name) for name in leaflet.formats)
    return State.RELEASED in states


def _reading(project: Project, leaflet: Leaflet, language: Language, *, files: Files) -> Reading:
    """The text of the leaflet's first format, which is the whole one."""
    job = Job(project=project, leaflet=leaflet, languages=(language,), format=leaflet.formats[0], profiles=())
    document = read_words(job, files=files, speech=read_speech(job, files))
    parts = tuple(sections(document.flows))
    danger = tuple(with_class(parts, "danger"))
    rest = tuple(part for part in parts if part not in danger)
    number, label = _helpline(document)
    return Reading(
        language=language,
        title=document.title,
        danger=html(danger, around=language),
        number=number,
        label=label,
        text=html(rest, around=language),
        blocks=tuple(blocks((*danger, *rest), around=language)),
        complete=is_translated(parts),
    )


def _helpline(document: Document) -> tuple[Number | None, str]:
    """The number that stands on the cover, and the words above it."""
    boxes = [box for panel in document.panels for box in panel.children if isinstance(box, Element)]
    for box in (box for box in boxes if not _has_strips(box)):
        link = next(links((box,), "tel:"), None)
        if link is not None:
            others = [child for child in box.children if isinstance(child, Element)]
            label = next((plain(one) for one in others if not any(links((one,), "tel:"))), "")
            number = Number(dial=link.attributes["href"].removeprefix("tel:"), display=plain(link))
            return number, label
    return None, ""


def _has_strips(box: Element) -> bool:
    """Strips to tear off repeat what stands in another box."""
    return any(isinstance(child, Element) and child.name == STRIPS for child in box.children)


def _downloads(
    leaflet: Leaflet, folder: Path, *, drafts: bool, previews: Previews
) -> dict[tuple[str, ...], tuple[Download, ...]]:
    """Tags -> files of the leaflet's edition whose bytes are those that the build wrote."""
    found: dict[tuple[str, ...], list[Download]] = {}
    for entry in written_before(folder, leaflet):
        if _is_offered(entry, leaflet, drafts=drafts):
            source = folder / leaflet.name / entry.path
            found.setdefault(entry.tags, []).append(previews.of(_download(entry, source)))
    return {tags: tuple(files) for tags, files in found.items()}


def _is_offered(entry: Entry, leaflet: Leaflet, *, drafts: bool) -> bool:
    """A file of another edition, or whose approval was taken back since, is not."""
    if f"-{leaflet.release.edition}-" not in PurePosixPath(entry.path).name:
        return False
    now = leaflet.release.state(entry.tags, format_name=entry.format)
    return drafts or (entry.state is State.RELEASED and now is State.RELEASED)


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


def _for_messages(
    leaflet: Leaflet, offered: tuple[Download, ...], *, tag: str, previews: Previews
) -> tuple[Picture, ...]:
    """Pages of the whole leaflet as they are read on a screen."""
    for file in offered:
        if (file.format, file.profile) == (leaflet.formats[0], Profile.SCREEN):
            draft = "" if file.released else "-DRAFT"
            stem = f"{leaflet.public_name}-{tag}-{leaflet.release.edition}{draft}"
            return previews.for_messages(file, stem=stem)
    return ()


def _expected(
    leaflet: Leaflet, downloads: Mapping[tuple[str, ...], tuple[Download, ...]]
) -> tuple[tuple[str, str], ...]:
    """Formats and profiles that a language should have: those that any language has, and the usual ones."""
    usual = {(name, profile) for name in leaflet.formats for profile in (Profile.PRINT, Profile.SCREEN)}
    usual -= {("phone", Profile.PRINT)}  # it is never printed
    made = {
        (file.format, file.profile) for tags, found in downloads.items() if len(tags) == 1 for file in found
    }
    order = {name: place for place, name in enumerate(leaflet.formats)}
    wanted = ((name, str(profile)) for name, profile in usual | made if name not in leaflet.together)
    return tuple(sorted(wanted, key=lambda one: (order.get(one[0], len(order)), one[1])))


def _recording(leaflet: Leaflet, language: Language, files: Files, sounds: dict[str, bytes]) -> str:
    """`audio/<leaflet>/<tag>.mp3`, if a person has recorded one."""
    for kind in SOUNDS:
        path = f"audio/{leaflet.name}/{language.tag}.{kind}"
        if files.exists(path):
            name = f"{leaflet.public_name}-{language.tag}-{leaflet.release.edition}.{kind}"
            sounds[name] = files.read(path)
            return name
    return ""
