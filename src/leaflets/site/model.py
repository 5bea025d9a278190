"""What is on the download site, as data: leaflets, their languages, files and editions."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from leaflets.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of a page, as it is shown."""

    path: str
    """Below `files/`."""
    width: int
    height: int
    """In CSS pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, a paragraph or a list; parts of two languages with the same key say the same."""

    key: tuple[str, ...]
    text: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One file that an organisation takes."""

    path: str
    """Below `files/`."""
    source: Path | bytes
    """Where its bytes are now, or what was just made."""
    format: str
    profile: str
    released: bool
    pages: int
    bytes: int
    sha256: str
    sheet: str = ""
    """Its size as people name it: A4, 85 × 55 mm; empty where it is not known."""
    thumbnail: Picture | None = None
    """Of the first page."""

    @property
    def name(self) -> str:
        """That of the file, in a zip and where it is saved."""
        return PurePosixPath(self.path).name


def content(download: Download) -> bytes:
    """Its bytes; OSError if they are gone."""
    source = download.source
    return source.read_bytes() if isinstance(source, Path) else source


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """What is sent in phone messages: pictures of pages in reading order, and a text to paste."""

    pictures: tuple[Download, ...]
    text: Download | None = None

    @property
    def files(self) -> tuple[Download, ...]:
        return (*self.pictures, self.text) if self.text else self.pictures

    @property
    def size(self) -> int:
        """Bytes of all pictures."""
        return sum(picture.bytes for picture in self.pictures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A telephone number: what is dialled, and what is read."""

    dial: str
    display: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A leaflet in one language, for the reader: its text, and files for those who hand it out."""

    language: Language
    danger: Markup
    """The part that comes first; empty where the leaflet has none."""
    number: Number | None
    """The help line, before all other numbers."""
    label: str
    """What stands above it."""
    text: Markup
    blocks: tuple[Block, ...]
    """The same text in its parts, which stand beside those of another language."""
    complete: bool
    """Whether no part of the text is in another language."""
    downloads: tuple[Download, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    """Formats and profiles that the project has and no build wrote."""
    messages: Messages | None = None
    audio: str = ""
    """Path of a recording below `files/`; empty where nobody has recorded one."""

    @property
    def files(self) -> tuple[Download, ...]:
        """All that can be taken; a recording is only heard."""
        return (*self.downloads, *(self.messages.files if self.messages else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an edition changed, in the words of the coordinator."""

    edition: str
    text: str
    on: date | None = None
    """The day on which it was published; None where nobody wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An edition that must not be handed out any more."""

    edition: str
    reason: str
    replaced_by: str
    on: date | None = None
    """The day on which that was said; None where nobody wrote it."""
    names: tuple[tuple[str, str], ...] = ()
    """Tag, and name of a file that the edition had; `mul` and `all` are of no language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One leaflet in all its languages."""

    name: str
    """The neutral, public one."""
    edition: str
    source: Language
    host: Language
    readings: tuple[Reading, ...]
    many: tuple[Download, ...] = ()
    """Sheets in many languages at once."""
    changes: tuple[Change, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()

    @property
    def is_withdrawn(self) -> bool:
        """Whether this very edition is, so that nothing of it is offered."""
        return any(old.edition == self.edition for old in self.withdrawn)

    @property
    def is_published(self) -> bool:
        """Whether anything of this edition is offered."""
        return bool(self.readings or self.many)

    @property
    def files(self) -> tuple[Download, ...]:
        """Every file of the leaflet, once."""
        found = {file.path: file for reading in self.readings for file in reading.files}
        return (*found.values(), *self.many)

    def reading(self, tag: str) -> Reading | None:
        return next((reading for reading in self.readings if reading.language.tag == tag), None)

    def twin(self, tag: str) -> Reading | None:
        """The text beside that of a language: the host's, and beside the host's own the source's."""
        other = self.source.tag if tag == self.host.tag else self.host.tag
        return self.reading(other) if other != tag and self.reading(tag) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that a site shows."""

    shelves: tuple[Shelf, ...]
    languages: tuple[Language, ...]
    """Every language of every leaflet, once, in the order of the picker."""
    names: dict[str, str] = field(default_factory=dict)
    """tag -> name in the host's language."""
    base_url: str = ""
    """With a slash at its end; empty for a folder that is opened from anywhere."""
    leave: str = "https://www.wikipedia.org/"
    """Where "leave this page" goes: a place that anybody might look at."""
    drafts: bool = False
    with_fonts: tuple[Language, ...] = ()
    """Languages whose pages load a font."""

    @property
    def host(self) -> Language:
        return self.shelves[0].host

    @property
    def source(self) -> Language:
        return self.shelves[0].source

    @property
    def common(self) -> Language:
        """Whose page for organisations all are led to: a site need not have one in the host's language."""
        wanted = (one for one in (self.host, self.source) if one in self.languages)
        return next(wanted, self.languages[0])
