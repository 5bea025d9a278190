"""Layout, catalogs and style sheets to a document: the stages in order."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import partial
from typing import Literal

from markupsafe import Markup, escape

from leaflets.catalog.message import MOST_LETTERS, Catalog, LookupState, look_up
from leaflets.color import Palette
from leaflets.diagnostics import Origin, Place
from leaflets.document.brand import Sender
from leaflets.document.contact import typed
from leaflets.document.css import read_styles
from leaflets.document.donors import rooms, with_room
from leaflets.document.expand import Expander
from leaflets.document.fill import Filler
from leaflets.document.fragment import fault, parse_fragment
from leaflets.document.imports import gather
from leaflets.document.inks import colored_text
from leaflets.document.legible import illegible_type, uneven_type
from leaflets.document.parse import Faults, did_you_mean, parse_xml, raw_tree
from leaflets.document.placement import misplaced
from leaflets.document.qr import small_codes
from leaflets.document.raw import Raw, RawText
from leaflets.document.sheetspec import NO_PAGE_STYLE, read_sheet
from leaflets.document.strips import strip_faults
from leaflets.document.style import styled, unstyled
from leaflets.document.template import Call, Rendered, render
from leaflets.document.tree import Document, Element, Message, PageStyle, Style
from leaflets.document.typography import mend
from leaflets.files import Files
from leaflets.frozen import dataclass
from leaflets.language import ENGLISH, Language
from leaflets.project import Job

WRITES = re.compile(r"::\s*before")
"""In style sheets: words that no layout has (`::before { content: … }`)."""


DEEPEST = 4
"""Messages in placeholders of messages: each of two such places doubles what is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The catalogs of a job by tag: the leaflet's, the toolkit's own, and a project's in place of these."""

    leaflet: Mapping[str, Catalog]
    toolkit: Mapping[str, Catalog]
    words: Mapping[str, Catalog] = field(default_factory=dict)
    languages: Mapping[str, Language]
    """All known languages by tag, for `lang` in layouts and for texts that stand in."""


def read_document(job: Job, *, files: Files, speech: Speech) -> Document:
    """One document. InputError holds every fault of the layout, each with place and next step."""
    root, messages, shown, faults = _tree(job, files=files, speech=speech)
    sheets = tuple(_style_sheets(job, files))
    palette = job.project.palette
    styles = read_styles(sheets, files=files, colors=palette, faults=faults)
    faults.raise_if_any()
    document = _document(
        styled(root, matcher=styles.matcher), job=job, messages=messages, shown=shown, page=styles.page
    )
    faults.found += uneven_type((*document.panels, *document.flows))
    faults.found += illegible_type((*document.panels, *document.flows), scale=document.sheet.fit[0])
    faults.found += colored_text((*document.panels, *document.flows), palette=Palette(palette))
    enlarge = partial(with_room, owners=rooms(job.project), scale=document.sheet.fit[0])
    document = replace(
        document,
        panels=tuple(map(enlarge, document.panels)),
        flows=tuple(map(enlarge, document.flows)),
    )
    for part in (*document.panels, *document.flows):
        faults.found += small_codes(part, scale=document.sheet.fit[0])
    faults.raise_if_any()
    return document


def read_words(job: Job, *, files: Files, speech: Speech) -> Document:
    """The same words as of `read_document`, for those who need no pages: without style, which takes long.

    Only where style sheets write words themselves they have a say.
    """
    root, messages, shown, faults = _tree(job, files=files, speech=speech)
    sheets = tuple(_style_sheets(job, files))
    looked_at = gather(sheets, files=files, faults=Faults())  # its faults are told by whoever needs the style
    if not any(WRITES.search(text) for _path, text in looked_at):
        return _document(unstyled(root, style=Style()), job=job, messages=messages, shown=shown)
    styles = read_styles(sheets, files=files, colors=job.project.palette, faults=faults)
    faults.raise_if_any()
    return _document(styled(root, matcher=styles.matcher), job=job, messages=messages, shown=shown)


def _tree(
    job: Job, *, files: Files, speech: Speech
) -> tuple[Raw, tuple[Message, ...], frozenset[str], Faults]:
    """The layout with its texts, and the messages and contacts that are on it."""
    faults = Faults()
    file = f"{job.leaflet.name}/{job.format}.xml"
    rendered = render(file, files=files, variables=_variables(job))
    reader = _Reader(job=job, speech=speech, calls=rendered.calls, faults=faults, numbers=_known_numbers(job))
    root = reader.tree(rendered, file=f"layouts/{file}")
    faults.raise_if_any()
    return root, tuple(reader.messages), frozenset(reader.shown), faults


def _style_sheets(job: Job, files: Files) -> Iterator[str]:
    """Those of all layouts, and where there are some of all formats of the leaflet, and of the format."""
    own = f"layouts/{job.leaflet.name}"
    yield "layouts/_base/base.css"
    for name in ("shared", job.format):
        if files.exists(path := f"{own}/{name}.css"):
            yield path


def _document(
    root: Element,
    *,
    job: Job,
    messages: tuple[Message, ...],
    shown: frozenset[str],
    page: PageStyle = NO_PAGE_STYLE,
) -> Document:
    sheets = [child for child in root.children if isinstance(child, Element) and child.name == "sheet"]
    if root.name != "leaflet" or len(sheets) != 1:
        told = "a layout is one <leaflet> with one <sheet>"
        raise fault("bad-sheet", told, root.origin, help="write <leaflet><sheet …>…</sheet></leaflet>")
    parts = [child for child in sheets[0].children if isinstance(child, Element)]
    panels = tuple(part for part in parts if part.name == "panel")
    return Document(
        format=job.format,
        language=job.language,
        sheet=read_sheet(sheets[0], panels, paper=job.project.print.paper, page=page),
        panels=panels,
        flows=tuple(part for part in parts if part.name == "flow"),
        messages=messages,
        shown=shown,
        title=f"{job.leaflet.public_name} · {job.leaflet.release.edition} · {job.tag}",
        numbers=_known_numbers(job),
    )


def _known_numbers(job: Job) -> frozenset[str]:
    numbers = [number for contact in job.project.contacts.values() for number in contact.numbers]
    return frozenset(text for number in numbers for text in (number.dial, number.display))


def _variables(job: Job) -> dict[str, object]:
    """What a layout can name: not one language, so that it is the same for all; those of the job in turn."""

    def phone(ref: str, kind: str = "") -> Markup:
        chosen = Markup(' kind="{}"').format(kind) if kind else ""
        return Markup('<phone ref="{}"{}/>').format(escape(ref), chosen)

    return {
        "edition": job.leaflet.release.edition,
        "edition_month": lambda: Markup("<edition-month/>"),
        "phone": phone,
        "contacts": tuple(job.project.contacts),
        "languages": tuple(language.tag for language in job.languages),
    }


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Resolves tokens while a tree is built, and remembers every message that is on it."""

    job: Job
    speech: Speech
    calls: tuple[Call, ...]
    faults: Faults
    messages: list[Message] = field(default_factory=list)
    numbers: frozenset[str] = frozenset()
    """Telephone numbers as they may be typed in a text: their digits are never changed."""
    shown: set[str] = field(default_factory=set)
    """Ids of the contacts that are on it."""
    depth: int = 0
    """Of messages that fill placeholders, where one is being made."""

    def tree(self, rendered: Rendered, *, file: str) -> Raw:
        root = raw_tree(
            parse_xml(rendered.xml, file=file),
            above=Place(file=file),
            language=self.job.language,
            find=self._language,
            resolve=self._resolve,
            faults=self.faults,
        )
        self.faults.found += misplaced(root)
        self._expander().expand(root)
        self.shown.update(typed(root, self.job.project.contacts))
        for node in [node for node in root.walk() if node.name == "imprint"]:
            self._expander().imprint(node)
        Sender(job=self.job, tell=self._tell, languages=self.speech.languages).sign(root)
        self.faults.found += strip_faults(root)
        return root

    def _expander(self) -> Expander:
        return Expander(
            job=self.job,
            say=self._say,
            tell=self._tell,
            whisper=self._whisper,
            languages=self.speech.languages,
            faults=self.faults,
            shown=self.shown,
        )

    def _language(self, tag: str, place: Place) -> Language:
        if tag not in self.speech.languages:
            self.faults.add(
                "unknown-language",
                f'there is no language "{tag}"',
                place,
                help=did_you_mean(tag, tuple(self.speech.languages), form="{}"),
            )
        return self.speech.languages.get(tag, self.job.language)

    def _resolve(self, number: int, place: Place, language: Language) -> list[Raw | RawText]:
        call = self.calls[number]
        if not call.msgid.strip():
            told = "gettext is asked for an empty text, which is the name of a catalog's header"
            self.faults.add("empty-text", told, place, help="write the words, or delete the call")
            return []
        return self._nodes(call, self.speech.leaflet, language, place)

    def _filler(self, language: Language, origin: Origin, source: int) -> Filler:
        return Filler(
            language=language,
            origin=origin,
            source=source,
            find=self._language,
            resolve=self._resolve_within,
            faults=self.faults,
        )

    def _resolve_within(self, number: int, place: Place, language: Language) -> list[Raw | RawText]:
        """A message that fills a placeholder of another one."""
        if self.depth == DEEPEST:
            told = f"messages fill each other's placeholders more than {DEEPEST} deep"
            self.faults.add("deep-text", told, place, help="write them as one message")
            return []
        self.depth += 1
        nodes = self._resolve(number, place, language)
        self.depth -= 1
        return nodes

    def _say(self, msgid: str, language: Language, place: Place) -> list[Raw | RawText]:
        own = self._has(self.speech.words, msgid, language)
        catalogs = self.speech.words if own else self.speech.toolkit
        return self._nodes(Call(msgid=msgid), catalogs, language, place, source=ENGLISH)

    def _whisper(self, msgid: str, language: Language, place: Place) -> list[Raw | RawText]:
        """Not one of the messages that every rendition shows."""
        told = len(self.messages)
        whole = Raw(name="span", place=place, language=language)
        whole.children = self._say(msgid, language, place)
        del self.messages[told:]
        for text in whole.texts():
            text.source = -1
        return whole.children

    def _tell(self, msgid: str, context: str, language: Language, place: Place) -> list[Raw | RawText]:
        """What translators have not written yet but the toolkit has ("Free call") is taken from there."""
        toolkit = (self.speech.words, self.speech.toolkit)
        if not self._has(self.speech.leaflet, msgid, language, context) and any(
            self._has(catalogs, msgid, language) for catalogs in toolkit
        ):
            return self._say(msgid, language, place)
        return self._nodes(Call(msgid=msgid, context=context), self.speech.leaflet, language, place)

    def _has(
        self, catalogs: Mapping[str, Catalog], msgid: str, language: Language, context: str | None = None
    ) -> bool:
        catalog = catalogs.get(language.tag)
        if catalog is None:
            return False
        return look_up(catalog, msgid, context=context, source_tag="").state is LookupState.TRANSLATED

    def _nodes(
        self,
        call: Call,
        catalogs: Mapping[str, Catalog],
        language: Language,
        place: Place,
        *,
        source: str = "",
    ) -> list[Raw | RawText]:
        """The text in the language that answers; one that stands in brings its own direction."""
        source = source or self.job.leaflet.source.tag
        catalog = catalogs.get(language.tag)
        known = catalog or Catalog(tag=language.tag, file=f"locales/{language.folder}", messages=())
        found = look_up(
            known,
            call.msgid,
            context=call.context,
            plural=call.plural,
            number=call.count,
            source_tag=source,
        )
        shown = found.place if found.state is LookupState.TRANSLATED else None
        origin = Origin(place=place, msgid=call.msgid, context=call.context, catalog=shown)
        answering = self.speech.languages[found.tag]
        index = len(self.messages)
        state: Literal["translated", "fuzzy", "untranslated", "source"] = found.state.value
        asked = "" if catalogs is self.speech.leaflet else language.tag
        message = Message(text=found.text, language=found.tag, origin=origin, state=state, asked=asked)
        self.messages.append(message)  # before those that fill its placeholders
        nodes = parse_fragment(
            unicodedata.normalize("NFC", found.text),
            variables=call.variables,
            filler=self._filler(answering, origin, index),
        )
        whole = Raw(name="span", place=place, language=answering, children=nodes)
        self._expander().expand(whole)  # numbers that fill placeholders are part of the message
        mend(whole, language=answering, numbers=self.numbers)
        nodes, text = whole.children, whole.text()
        if len(text) > MOST_LETTERS:
            raise fault(
                "text-too-long",
                f"the text has {len(text):,} characters; no text may have over {MOST_LETTERS:,}",
                origin,
                help="make several paragraphs of it; perhaps a placeholder stands in it too often",
            )
        self.messages[index] = replace(message, text=text)
        if answering.tag == language.tag:
            return nodes
        return [
            Raw(
                name="span", place=place, language=answering, attributes={"class": "stand-in"}, children=nodes
            )
        ]
