"""What is published, as pure data: languages, contacts, print settings, leaflets, projects and jobs."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from leaflets.color import Color
from leaflets.diagnostics import Place
from leaflets.frozen import dataclass
from leaflets.geometry import MM

Direction = Literal["ltr", "rtl"]

SEVERAL = "mul"
"""The tag of what holds several languages (ISO 639-2)."""


def tag_of(tags: Sequence[str]) -> str:
    """What a sheet in these languages is called by: the tag of the only one, or that of several."""
    return tags[0] if len(tags) == 1 else SEVERAL


ENGLISH = "en"
"""The tag of what the toolkit's own messages are written in, and addresses and licences everywhere."""


DIGITS: Mapping[str, str] = MappingProxyType(
    {
        name: "".join(chr(zero + digit) for digit in range(10))
        for name, zero in (
            ("latn", 0x30),
            ("adlm", 0x1E950),
            ("arab", 0x660),
            ("arabext", 0x6F0),
            ("beng", 0x9E6),
            ("deva", 0x966),
            ("khmr", 0x17E0),
            ("mymr", 0x1040),
            ("nkoo", 0x7C0),
            ("rohg", 0x10D30),
            ("tibt", 0xF20),
        )
    }
)
"""The digits 0 to 9 of the numbering systems in use (CLDR, numberingSystems)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How a language writes dates: CLDR patterns of d dd M MM MMMM LLLL y and quoted or other letters."""

    day: str = "dd.MM.y"
    month: str = "MM.y"
    """Month and year, as on an edition."""
    months: tuple[str, ...] = ()
    """Twelve names as they stand in a date (MMMM); empty where no pattern asks for them."""
    alone: tuple[str, ...] = ()
    """Twelve names as they stand without a day (LLLL), where they are others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language as it is typeset; `tag` is its canonical BCP 47 id, e.g. `sr-Latn`.

    The head of data/languages.toml says more of every field.
    """

    tag: str
    autonym: str
    english: str
    script: str
    """ISO 15924, e.g. `Cyrl`."""
    direction: Direction
    families: tuple[str, ...]
    """Font families in order of preference (ids of fonts.toml)."""
    aliases: tuple[str, ...] = ()
    size: float = 1.0
    """Factor on the type range of a sheet, for scripts that need larger type at the same size."""
    digits: str = "latn"
    """Numbering system of numbers in running text: a key of DIGITS. Telephone numbers are always latn."""
    quotes: tuple[str, str] = ("“", "”")
    inner_quotes: tuple[str, str] = ("‘", "’")
    ends: tuple[str, str, str] = (".", "?", "!")
    """The marks that may end a statement, a question, an exclamation; empty where none is written."""
    dates: Dates = Dates()
    plural: str = "nplurals=2; plural=(n != 1);"
    """The header Plural-Forms of a catalog."""
    hyphenation: str = ""
    """Name of the Pyphen dictionary; empty: words are not divided."""
    hyphenate_min: tuple[int, int] = (2, 2)
    """Letters of a word that stay before, and that go after, a hyphen at least."""
    divided: tuple[str, ...] = ()
    """Words with a hyphen wherever they may be divided, and nowhere else whatever the dictionary says."""
    whole: tuple[str, ...] = ()
    """Words that no line parts, although ICU does: of a script without blanks between words."""
    opentype: str = ""
    """OpenType language system, where HarfBuzz cannot derive it from the tag."""
    icu: str = ""
    """Locale for ICU's line breaking; empty: the tag."""
    checked_by: str = ""
    """The speaker who checked this row; empty until one has."""

    def __hash__(self) -> int:
        return hash(self.tag)

    @property
    def folder(self) -> str:
        """The folder below `locales/`, as Babel and Weblate write it: `sr_Latn`."""
        return self.tag.replace("-", "_")

    @property
    def is_rtl(self) -> bool:
        return self.direction == "rtl"

    def in_digits(self, number: str) -> str:
        """As running text writes it: `6`, in Persian `۶`."""
        if self.digits == "latn":
            return number
        return number.translate(str.maketrans(DIGITS["latn"], DIGITS[self.digits]))


class NumberKind(StrEnum):
    """How a number is dialled. A short code is never turned into an international number."""

    SHORT = "short"
    NATIONAL = "national"
    INTERNATIONAL = "international"


WORLD = "world"
"""Stands for all countries, from which an international number can be dialled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One telephone number: `dial` is what a telephone needs, `display` what a person reads."""

    kind: NumberKind
    dial: str
    display: str
    reachable_from: tuple[str, ...]
    """ISO 3166 codes, or WORLD."""


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Days of the week as contacts.toml writes them, from the first (ISO 8601)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Days and times at which somebody answers: data, so that no translation can change them."""

    first: int
    last: int
    """Indices of DAYS; `last` is `first` for a single day."""
    times: str
    """`09:00–17:00`: 24 hours, local time."""

    def __str__(self) -> str:
        """`mon-fri 09:00–17:00`."""
        days = DAYS[self.first] if self.first == self.last else f"{DAYS[self.first]}-{DAYS[self.last]}"
        return f"{days} {self.times}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An organisation. Numbers and addresses are data; name, role and hours are messages."""

    id: str
    name: str
    role: str
    numbers: tuple[Number, ...]
    web: str = ""
    hours: str = ""
    """Message; empty where the hours are not certain, or stand in `open`."""
    open: tuple[Opening, ...] = ()
    cost: str = ""
    """Message; empty where the cost is not certain."""
    languages: tuple[str, ...] = ()
    """Tags of the languages spoken there; empty where not known."""
    source: str
    checked_on: date
    checked_by: str = ""
    """The person who dialled the number; empty until somebody has."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each message stands in contacts.toml, by field name."""

    @property
    def place(self) -> Place | None:
        """Of the contact as a whole: that of its name, which all of them have."""
        return self.places.get("name")


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
class PrintCondition:
    """The characterised printing condition that print PDFs are made for (ISO 15930-7, output intent)."""

    identifier: str
    info: str
    registry: str
    icc: str
    """The profile's file name in the toolkit's data, or a path in the project."""
    own: bool = False
    """Whether the profile is a file of the project, whatever its name."""


MOST_BLEED = 5 * MM
"""So far backgrounds are drawn beyond the trim, and paper of cards has room for it."""


class PrintStandard(StrEnum):
    """The PDF/X that print files keep."""

    X4 = "x-4"
    X3 = "x-3"
    """PDF/X-3:2002."""
    X1A = "x-1a"
    """PDF/X-1a:2001."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """What a print shop asks for, as its page said on the day when it was seen."""

    id: str
    name: str
    standard: PrintStandard
    bleed: float
    marks: bool
    resolution: float
    note: str
    source: str
    seen: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSettings:
    """What the print shop gets."""

    condition: PrintCondition
    standard: PrintStandard = PrintStandard.X4
    bleed: float = 3 * MM
    """Points beyond the trim on every side."""
    marks: bool = False
    """Whether crop and fold marks and a slug line are drawn; most shops do not want them in the file."""
    resolution: float = 250.0
    """Pixels an inch that images need at their size on paper."""
    preset: Preset | None = None
    """The shop that the settings are made for."""
    paper: Literal["A4", "letter"] = "A4"
    """What offices print on: with `letter`, layouts have American sizes instead of those of ISO 216."""
    thickness: float = 0.0
    """Points of the paper of booklets: on a press, inner pages move towards the fold by it (creep)."""


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
