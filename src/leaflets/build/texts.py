"""A leaflet in one language to what somebody approves who approves its text: every message, every contact."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflets.build.inputs import find_catalog
from leaflets.build.source import SourceText
from leaflets.catalog.message import Catalog, Key, LookupState, Message, look_up
from leaflets.catalog.po import read_catalog
from leaflets.config.approvals import TextApproval
from leaflets.contact import Contact
from leaflets.files import Files
from leaflets.language import Language
from leaflets.project import Leaflet, Project

SHORT = 12
"""Hexadecimal digits that tell two messages of a leaflet apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One message with its texts, or one contact with its numbers."""

    name: str
    """As a person is told of it: the source text, or `contact astra`."""
    key: str
    """Digest of what identifies it."""
    text: str
    """Digest of what it says."""

    @property
    def pair(self) -> str:
        return f"{self.key[:SHORT]}:{self.text[:SHORT]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletText:
    """All parts in one language, in the order of the layouts, and what is not ready to be approved."""

    parts: tuple[Part, ...]
    unfinished: tuple[str, ...] = ()
    """Source texts without a confirmed translation."""
    translator: str = ""
    """The header Last-Translator."""

    @property
    def digest(self) -> str:
        return _digest(sorted((part.key, part.text) for part in self.parts))


def read_leaflet_text(
    leaflet: Leaflet, language: Language, project: Project, *, source: SourceText, files: Files
) -> LeafletText:
    """What is shown today. CatalogError if the catalog is damaged."""
    path = None if language == leaflet.source else find_catalog(language, leaflet.name, files=files)
    catalog = read_catalog(files, path, tag=language.tag, strict=True) if path else None
    shown = [(key, _shown(key, one, catalog)) for key, one in source.catalog.index.items()]
    is_source = language == leaflet.source
    contacts = (project.contacts[name] for name in sorted(source.shown))
    return LeafletText(
        parts=(
            *(message_part(key, one.texts if one else ()) for key, one in shown),
            *(_contact_part(contact) for contact in contacts),
        ),
        unfinished=() if is_source else tuple(_unfinished(source, catalog)),
        translator=catalog.header.get("Last-Translator", "") if catalog else "",
    )


def message_part(key: Key, texts: Iterable[str]) -> Part:
    return Part(name=key[1], key=_digest(list(key)), text=_digest(list(texts)))


def changed_since(approval: TextApproval, text: LeafletText) -> Iterator[str]:
    """What a person has to read again: parts that are new or other, then how many are gone."""
    known = dict(pair.split(":") for pair in approval.messages)
    today = {part.key[:SHORT] for part in text.parts}
    for part in text.parts:
        if known.get(part.key[:SHORT]) != part.text[:SHORT]:
            yield f'"{part.name:.70}"' + ("" if part.key[:SHORT] in known else " (new)")
    gone = sum(key not in today for key in known)
    if gone:
        yield f"{gone} texts that were approved are not shown any more"


def _shown(key: Key, source: Message, catalog: Catalog | None) -> Message | None:
    return source if catalog is None else catalog.find(key[1], context=key[0])


def _unfinished(source: SourceText, catalog: Catalog | None) -> Iterator[str]:
    tag = source.catalog.tag
    for one in source.catalog.messages:
        found = look_up(catalog, one.msgid, context=one.context, source_tag=tag) if catalog else None
        if found is None or found.state is not LookupState.TRANSLATED:
            yield one.msgid


def _contact_part(contact: Contact) -> Part:
    """What of a contact is printed and is no message."""
    numbers = [(number.dial, number.display) for number in contact.numbers]
    opening = [(hours.first, hours.last, hours.times) for hours in contact.open]
    data = [numbers, contact.web, opening, contact.languages]
    return Part(name=f"contact {contact.id}", key=_digest(["contact", contact.id]), text=_digest(data))


def _digest(data: object) -> str:
    return hashlib.sha256(json.dumps(data, ensure_ascii=False).encode()).hexdigest()
