"""What rules look at: a text, a message, a catalog, the bytes of a catalog, a language, a publication."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date

from leaflets.catalog.message import Catalog, Key, Message, form_source
from leaflets.checks.decode import Decoded, decoded, decoded_source
from leaflets.checks.facts import Facts
from leaflets.checks.letters import Letters, letter_scripts, letters_of
from leaflets.diagnostics import Diagnostic, Place
from leaflets.document.tree import Document
from leaflets.fonts.face import Face
from leaflets.frozen import dataclass
from leaflets.language import Language
from leaflets.pages.page import Pages
from leaflets.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One row of the glossary: what a term of the source is called in a language."""

    source: str
    language: str
    """Its tag."""
    origin: str = ""
    """Where the term was found."""
    wanted: tuple[str, ...]
    """Any of these is right; the beginning of a word is enough, as words are declined."""
    forbidden: tuple[str, ...] = ()


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What every rule may know about the language whose texts it judges."""

    language: Language
    source: Language
    letters: Letters
    facts: Facts = NO_FACTS
    unchanged: frozenset[str] = frozenset()
    """Words that stay as they are in every language, in lower case."""
    terms: tuple[Term, ...] = ()
    template: Mapping[Key, tuple[str, ...]] | None = None
    """Messages of the layouts, each with its places; None where the layouts are not known."""
    others: tuple[Language, ...] = ()
    """All languages of the leaflet."""
    rules: Mapping[str, bool] = field(default_factory=dict)
    """Names of all rules -> whether a comment may ignore them."""
    ignored: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    """Messages -> rules that their layouts ignore for them in all languages."""
    quoted: Mapping[Key, Language] = field(default_factory=dict)
    """Messages that stand in one language whatever that of the leaflet: a sentence to say to a Serb."""
    release: bool = False
    spoken: frozenset[str] | None = None
    """Tags of the languages that some shown contact speaks; None where that was not looked up."""

    @property
    def is_source(self) -> bool:
        return self.language.tag == self.source.tag


def setting(language: Language, *, source: Language) -> Setting:
    return Setting(language=language, source=source, letters=letters_of(language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """One text of a message: its msgstr, or one form of a plural."""

    message: Message
    form: int
    setting: Setting
    written: str
    """As it stands in the catalog."""
    text: str
    """As a reader gets it: without tags, entities decoded, each placeholder one U+FFFC."""
    slots: tuple[str, ...]
    """Names of the placeholders, in the order of the text."""
    tags: tuple[str, ...]
    """As they are written."""
    chars: frozenset[str]
    scripts: frozenset[str]
    """Of its letters."""
    source_written: str
    source: Decoded

    @property
    def language(self) -> Language:
        return self.setting.language


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One message with all of its texts."""

    message: Message
    setting: Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody wrote into a record that is published with the catalog: of an approval, or of a call."""

    key: str
    """`by`, `note`, or `checked_by` of a contact."""
    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageCatalog:
    """All messages of a leaflet in one language."""

    catalog: Catalog
    setting: Setting
    translations: tuple[Translation, ...]
    """All texts that would be printed: neither empty nor fuzzy."""
    obsolete: int = 0
    said: tuple[Said, ...] = ()
    """Of its approvals."""
    people: frozenset[str] = frozenset()
    """Names and addresses that identities.toml keeps to itself, in small letters."""

    def place(self, line: int) -> Place:
        return Place(file=self.catalog.file, line=line)

    @property
    def header(self) -> Place:
        return self.place(self.catalog.header_line)

    def field(self, name: str) -> Place:
        """The line of a field of the header."""
        return self.place(self.catalog.header_lines.get(name, self.catalog.header_line))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the strict reader of catalogs said about a file."""

    file: str
    diagnostics: tuple[Diagnostic, ...]
    data: bytes = field(default=b"", repr=False)

    def said(self, *rules: str) -> Iterator[Diagnostic]:
        return (found for found in self.diagnostics if found.rule in rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The catalogs of all leaflets in one language."""

    language: Language
    catalogs: tuple[Catalog, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A project's leaflets with what their layouts show; folders are those below `locales/`."""

    project: Project
    shown: frozenset[str]
    """Ids of the contacts that some layout shows."""
    folders: tuple[str, ...]
    tags: Mapping[str, str]
    """Folder -> tag of the language that it means."""
    rules: Mapping[str, bool] = field(default_factory=dict)
    """Names of all rules -> whether a project may ignore them."""
    today: date | None = None
    """None: not known, and nothing is too old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeset:
    """The pages of a job, and the faces that they are set in."""

    document: Document
    pages: Pages
    face: Callable[[str], Face]
    """The face of an id."""
    known: frozenset[Key] = frozenset()
    """Messages that are judged in their catalogs."""
    contacts: Mapping[str, tuple[str, Place | None]] = field(default_factory=dict)
    """What links of contacts lead to -> id of the contact, and its place in contacts.toml."""


def translations(unit: Unit) -> Iterator[Translation]:
    """The texts of a message that a reader would get."""
    message = unit.message
    if message.fuzzy:
        return
    for form, written in enumerate(message.texts):
        if written.strip():
            yield translation(unit, form)


def translation(unit: Unit, form: int) -> Translation:
    message = unit.message
    written = message.texts[form]
    seen = decoded(written)
    source = form_source(message.msgid, message.plural, form=form, forms=len(message.texts))
    return Translation(
        message=message,
        form=form,
        setting=unit.setting,
        written=written,
        text=seen.text,
        slots=seen.slots,
        tags=seen.tags,
        chars=seen.chars,
        scripts=letter_scripts(seen.chars),
        source_written=source,
        source=decoded_source(source),
    )
