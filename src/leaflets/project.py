"""What is published, as pure data: leaflets, projects and jobs."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from leaflets.color import Color
from leaflets.contact import Contact
from leaflets.diagnostics import Place
from leaflets.frozen import dataclass
from leaflets.language import Language, tag_of
from leaflets.printing import PrintSettings


class State(StrEnum):
    """Whether a rendition may be handed out."""

    DRAFT = "draft"
    RELEASED = "released"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What of one leaflet is approved. Nothing is, until approvals are recorded."""

    edition: str
    """The dated text, e.g. `2026-11`; on every copy and in every file name."""
    proofs: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(tag, format) of the renditions whose text, proof and contacts are approved -> the digest of their
    pages (build/proof.py); empty where pages are only shown as if they were."""

    def proof(self, tags: tuple[str, ...], *, format_name: str) -> str:
        """The digest of the approved pages that hold all these languages; empty if they are not approved."""
        found = {self.proofs.get((tag, format_name), "") for tag in tags}
        return found.pop() if len(found) == 1 else ""

    def state(self, tags: tuple[str, ...], *, format_name: str) -> State:
        approved = all((tag, format_name) in self.proofs for tag in tags)
        return State.RELEASED if approved else State.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What the coordinator says of an edition: what it changed, or why it is withdrawn."""

    edition: str
    text: str
    replaced_by: str = ""
    """Of a withdrawn one: the edition to use instead."""
    on: date | None = None
    """The day on which it was published or withdrawn, for the feed; None where nobody wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet:
    """One publication: a gettext domain, its layouts and its languages."""

    name: str
    """Domain and folder names, e.g. `victims-rights`; never shown to a reader."""
    public_name: str
    """The neutral word in file names and titles, e.g. `guide`."""
    formats: tuple[str, ...]
    languages: tuple[Language, ...]
    source: Language
    """The language written first."""
    host: Language
    """The language of the country's officials and printers."""
    release: Release
    together: Mapping[str, tuple[Language, ...]] = field(default_factory=dict)
    """Formats that hold several languages at once, and which."""
    publisher: str = ""
    subject: str = ""
    """What files say they are about; empty: name and format, so that no file gives its owner away."""
    keywords: tuple[str, ...] = ()
    rights: str = ""
    """The licence of the text, as every file says it."""
    changes: tuple[Edition, ...] = ()
    withdrawn: tuple[Edition, ...] = ()
    """Editions that must not be handed out any more."""
    max_source_words: int | None = None
    """Of the source text in all formats together; `leaflets extract` tells if there are more."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether its present edition is, so that nothing of it may be handed out."""
        return any(old.edition == self.release.edition for old in self.withdrawn)

    def formats_in(self, language: Language) -> tuple[str, ...]:
        """Those whose pages hold a language, alone or among others."""
        return tuple(name for name in self.formats if language in self.together.get(name, (language,)))


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """What a project says to the checks."""

    ignore: tuple[str, ...] = ()
    """Rules that are not told; errors that are certain are told all the same."""
    unchanged: tuple[str, ...] = ()
    """Words that stay as they are in every language: names, abbreviations."""
    place: Place | None = None
    """Where `ignore` stands."""


NO_CHECK_SETTINGS = CheckSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """Where the download site will be, and where its readers go when they leave in a hurry."""

    base_url: str = ""
    """With https:// and a slash at the end; empty: not known, and all links are relative."""
    leave: str = "https://www.wikipedia.org/"


NO_SITE_SETTINGS = SiteSettings()


ANY = "any"
"""Stands for all languages that have no logo or line of their own."""


def _own_or_any(found: Mapping[str, str], language: Language) -> str:
    return found.get(language.tag) or found.get(ANY, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Donor:
    """Who paid, as the donor wants it said: files and words are fixed, and no translator changes them."""

    id: str
    logos: Mapping[str, str]
    """Tag, or `any`, -> a file of the project."""
    statements: Mapping[str, str]
    """Tag -> the words that the donor asks for."""
    height: float = 0.0
    """Points that the logo has at least."""
    clear: float = 0.0
    """Points around logo and statement that stay free."""

    def logo(self, language: Language) -> str:
        """Empty where there is none."""
        return _own_or_any(self.logos, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The sign of who publishes: a file of the project, as it is, in every direction of writing."""

    id: str
    files: Mapping[str, str]
    """Tag, or `any`, -> a file of the project."""
    names: Mapping[str, str]
    """Tag -> what the sign shows, for those who hear it; empty: decoration."""
    height: float = 0.0
    """Points that it has at least, and `clear` around it that stay free."""
    clear: float = 0.0
    on: Literal["cover", "imprint"] = "cover"
    left_out: tuple[str, ...] = ()
    """Formats that are too small for it, in all languages or in one (`ur/booklet`)."""
    place: Place
    """Its line in leaflets.toml."""

    def file(self, language: Language) -> str:
        """Empty where there is none."""
        return _own_or_any(self.files, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What stands above the edition: who publishes, in which words, and how the text may be used."""

    publisher: Mapping[str, str] = field(default_factory=dict)
    """Tag, or `any`, -> one line."""
    statements: Mapping[str, str] = field(default_factory=dict)
    """Tag -> fixed words, which no translator changes."""
    message: str = ""
    """Or a sentence that is translated with the leaflet."""
    licence: str = ""
    place: Place | None = None


NO_IMPRINT = Imprint()


CONTACT_DAYS, MOST_DAYS = 90, 3650
"""Numbers of help lines change: after three months somebody dials them again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """All that leaflets.toml and contacts.toml say."""

    leaflets: tuple[Leaflet, ...]
    contacts: Mapping[str, Contact]
    palette: Mapping[str, Color]
    print: PrintSettings
    checks: CheckSettings = NO_CHECK_SETTINGS
    site: SiteSettings = NO_SITE_SETTINGS
    donors: tuple[Donor, ...] = ()
    logos: tuple[Logo, ...] = ()
    imprint: Imprint = NO_IMPRINT
    contact_days: int = CONTACT_DAYS
    """Days after which a contact has to be verified again."""

    @property
    def languages(self) -> tuple[Language, ...]:
        """Every language of every leaflet, once."""
        return tuple({one.tag: one for leaflet in self.leaflets for one in leaflet.languages}.values())

    def leaflet(self, name: str) -> Leaflet | None:
        return next((leaflet for leaflet in self.leaflets if leaflet.name == name), None)


class Profile(StrEnum):
    """What a rendition is for."""

    PRINT = "print"
    """Imposed, for a print shop."""
    SCREEN = "screen"
    PAGES = "print-pages"
    """For shops that impose themselves: pages with bleed, where `print` has several on a sheet."""
    OFFICE = "office"
    """For an ordinary printer: on paper that it takes, with margins, on both sides."""
    ONE_SIDED = "office-one-sided"
    PICTURES = "pictures"
    """For phone messages: a picture a page, and a text to paste."""

    @property
    def is_press(self) -> bool:
        return self in (Profile.PRINT, Profile.PAGES)

    @property
    def is_office(self) -> bool:
        return self in (Profile.OFFICE, Profile.ONE_SIDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One leaflet in one tuple of languages and one format: laid out once, written once a profile."""

    project: Project
    leaflet: Leaflet
    languages: tuple[Language, ...]
    format: str
    profiles: tuple[Profile, ...]
    date: datetime | None = None
    """When the files say that they were made; None: the first day of the edition's month."""

    @property
    def tag(self) -> str:
        """The tag in folder and file names: the language's, or `mul` (ISO 639-2) for several."""
        return tag_of([language.tag for language in self.languages])

    @property
    def language(self) -> Language:
        """The language that decides the direction of the sheet."""
        return self.languages[0]

    @property
    def state(self) -> State:
        tags = tuple(language.tag for language in self.languages)
        return self.leaflet.release.state(tags, format_name=self.format)

    @property
    def proof(self) -> str:
        """The digest of its pages, if they are approved."""
        tags = tuple(language.tag for language in self.languages)
        return self.leaflet.release.proof(tags, format_name=self.format)

    @property
    def name(self) -> str:
        return f"{self.leaflet.name}/{self.tag}/{self.format}"

    def file_name(self, profile: Profile) -> str:
        """`dist`-relative path: `victims-rights/ar/guide-ar-2026-11-trifold-print-DRAFT.pdf`."""
        return self._path(profile.value, "pdf")

    def picture_name(self, number: int) -> str:
        """Of a page, counted from 1: `victims-rights/ar/guide-ar-2026-11-phone-01-DRAFT.jpg`."""
        return self._path(f"{number:02}", "jpg")

    def message_name(self) -> str:
        """Of the text to paste."""
        return self._path("text", "txt")

    def _path(self, part: str, kind: str) -> str:
        draft = "-DRAFT" if self.state is State.DRAFT else ""
        edition = self.leaflet.release.edition
        stem = f"{self.leaflet.public_name}-{self.tag}-{edition}-{self.format}-{part}{draft}"
        return f"{self.leaflet.name}/{self.tag}/{stem}.{kind}"
