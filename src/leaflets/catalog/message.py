"""Messages of a catalog, and the text a message gets: with the language that answered."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from leaflets.catalog.plural import read_plural
from leaflets.diagnostics import Place
from leaflets.frozen import dataclass

MOST_LETTERS = 100_000
"""Of one text: more than a leaflet has in all, and what can still be typeset in a few seconds."""

Key = tuple[str | None, str]
"""What identifies a message in a catalog: context and msgid."""

GERMANIC = "nplurals=2; plural=(n != 1);"
"""One, and all other numbers: what catalogs without a formula have (GNU gettext manual, "Plural forms")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One live entry of a catalog; texts are as written, not normalised."""

    context: str | None
    msgid: str
    plural: str | None
    texts: tuple[str, ...]
    """The msgstr; of a plural message all of its forms in order."""
    fuzzy: bool
    flags: tuple[str, ...]
    comments: tuple[str, ...]
    """Lines for the translator, extracted from layouts (`#.`)."""
    remarks: tuple[str, ...]
    """Lines written by the translator (`#`)."""
    references: tuple[str, ...]
    """Where the message is used, as written: `layouts/rights/trifold.xml:12`."""
    line: int
    """Of the entry's first line, comments included."""
    text_line: int
    """Of its first `msgstr`: the line a translator changes."""

    @property
    def key(self) -> Key:
        return self.context, self.msgid

    @property
    def is_translated(self) -> bool:
        """Whether every form has a text; a fuzzy one may have."""
        return all(text.strip() for text in self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """One language's messages of one leaflet, in the order of the file."""

    tag: str
    """The language of the folder; the header is only compared with it."""
    file: str
    """Empty if there is none, as for a pseudo-language."""
    messages: tuple[Message, ...]
    header: Mapping[str, str] = field(default_factory=dict)
    header_line: int = 1
    """Of the header's `msgstr`."""
    header_lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Of its fields."""
    index: Mapping[Key, Message] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the messages by context and msgid, which the reader has found to be unique."""
        object.__setattr__(self, "index", {message.key: message for message in self.messages})

    def find(self, msgid: str, *, context: str | None = None) -> Message | None:
        return self.index.get((context, msgid))

    def form(self, message: Message, *, plural: str, number: int) -> str | None:
        """The text of a message with a plural for a number; None if it has none for it."""
        rule = read_plural(f"Plural-Forms: {self.header.get('Plural-Forms') or GERMANIC}")
        if rule is None or message.plural is None:
            return None
        try:
            form = rule.form(number)  # of large numbers, with which it was not tried
        except ZeroDivisionError:
            return None
        return message.texts[form] if 0 <= form < len(message.texts) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateMessage:
    """One use of a message in a layout or in contacts.toml: what a .pot entry is made of."""

    msgid: str
    context: str | None = None
    plural: str | None = None
    comments: tuple[str, ...] = ()
    """What the translator should know."""
    references: tuple[Place, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        return self.context, self.msgid


def form_source(msgid: str, plural: str | None, *, form: int, forms: int) -> str:
    """What the text of a form translates; where one form is for all numbers, the source of many."""
    return plural if plural is not None and (form > 0 or forms == 1) else msgid


class LookupState(StrEnum):
    """Why a message got the text that it got."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    """The translation is of an older source text: the source answers."""
    UNTRANSLATED = "untranslated"
    """The translation is empty or not there: the source answers."""
    SOURCE = "source"
    """The source was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """A text with the language it is in."""

    text: str
    tag: str
    """Of the language that answered: that of the source when it stands in."""
    place: Place | None
    """The msgstr that is shown, or that a translator has to write; None for the source itself."""
    state: LookupState


def look_up(
    catalog: Catalog | None,
    msgid: str,
    *,
    context: str | None = None,
    plural: str | None = None,
    number: int = 1,
    source_tag: str,
) -> Lookup:
    """The text of a message: translated, else the source text, which is said in tag and state.

    A message whose catalog is None is asked for in the source language. Of one with a plural the form for
    the number answers (the first if none is asked for), and only when all forms are there. Source texts
    have two, one of them for 1.
    """
    source = msgid if plural is None or number == 1 else plural
    if catalog is None:
        return Lookup(text=source, tag=source_tag, place=None, state=LookupState.SOURCE)
    message = catalog.find(msgid, context=context)
    is_source = catalog.tag == source_tag
    state = _state(message, is_source=is_source)
    place = Place(file=catalog.file, line=message.text_line if message else None) if catalog.file else None
    if message is not None and state is LookupState.TRANSLATED:
        text = message.texts[0] if plural is None else catalog.form(message, plural=plural, number=number)
        if text is not None:
            return Lookup(text=text, tag=catalog.tag, place=place, state=state)
        state = LookupState.SOURCE if is_source else LookupState.UNTRANSLATED
    shown = None if state is LookupState.SOURCE else place
    return Lookup(text=source, tag=source_tag, place=shown, state=state)


def _state(message: Message | None, *, is_source: bool) -> LookupState:
    if message is None or not message.is_translated:
        return LookupState.SOURCE if is_source else LookupState.UNTRANSLATED
    return LookupState.FUZZY if message.fuzzy else LookupState.TRANSLATED
