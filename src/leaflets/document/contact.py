"""An organisation of contacts.toml -> the block that readers get, with what is not known."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from leaflets.contact import Contact, Number, NumberKind, Opening
from leaflets.diagnostics import Origin, Place
from leaflets.document.raw import Raw, RawText
from leaflets.frozen import dataclass
from leaflets.language import ENGLISH, Language

Nodes = list[Raw | RawText]

Say = Callable[[str, Language, Place], Nodes]
"""A message of the toolkit's own catalog, in a language."""

Tell = Callable[[str, str, Language, Place], Nodes]
"""A message of contacts.toml: text, context, language, place."""

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Messages of the toolkit's catalog, in the order of project.DAYS."""


NOT_KNOWN: Mapping[tuple[bool, bool, bool], str] = MappingProxyType(
    {
        (True, True, True): "Languages, hours, cost: not known",
        (True, True, False): "Languages, hours: not known",
        (True, False, True): "Languages, cost: not known",
        (False, True, True): "Hours, cost: not known",
        (True, False, False): "Languages: not known",
        (False, True, False): "Hours: not known",
        (False, False, True): "Cost: not known",
    }
)
"""Whether languages, hours and cost are not known -> what is said of a contact: nothing is implied."""

ANSWER = re.compile(r"[:：៖፦՝]\s*([^\s:：៖፦՝][^:：៖፦՝]*)\Z")
"""What stands behind the colon of these messages, in all languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWriter:
    """Where the words come from."""

    say: Say
    tell: Tell
    languages: Mapping[str, Language]
    """All known languages by tag."""

    def block(self, contact: Contact, node: Raw) -> Raw:
        """A group: name, who answers, the numbers, and one paragraph of all else that is known or not."""
        group = Raw(name="section", place=node.place, language=node.language, attributes={"class": "contact"})
        group.children += self._field(contact, "name", node, "h3", "contact-name")
        group.children += self._field(contact, "role", node, "p", "contact-role")
        group.children += [self._number(number, node) for number in contact.numbers]
        notes = self._notes(contact, node)
        if notes:
            group.children.append(_paragraph("contact-note", _joined(notes, node), node))
        return group

    def _field(self, contact: Contact, field: str, node: Raw, name: str, css: str) -> Nodes:
        text = getattr(contact, field)
        where = contact.places.get(field, node.place)
        if not text:
            return []
        block = Raw(name=name, place=where, language=node.language, attributes={"class": css})
        block.children = self._message(contact, field, node)
        return [block]

    def _message(self, contact: Contact, field: str, node: Raw) -> Nodes:
        where = contact.places.get(field, node.place)
        return self.tell(getattr(contact, field), f"contact {contact.id}: {field}", node.language, where)

    def _number(self, number: Number, node: Raw) -> Raw:
        return _paragraph(f"number {number.kind}", self.number(number, node), node)

    def number(self, number: Number, node: Raw) -> Nodes:
        """With what it is for, if that is not plain."""
        children: Nodes = [number_link(number, node)]
        if number.kind is NumberKind.INTERNATIONAL:
            children += [_blank(node), *self.say("from abroad", node.language, node.place)]
        return children

    def _notes(self, contact: Contact, node: Raw) -> list[Nodes]:
        """Hours, cost, languages, what is not known of these, and the address, each if there is one."""
        notes = [self._opening(opening, node) for opening in contact.open]
        notes = [*([self._message(contact, "hours", node)] if contact.hours else []), *notes]
        if contact.cost:
            notes.append(self._message(contact, "cost", node))
        if contact.languages:
            notes.append(self._spoken(contact, node))
        known = contact.hours or contact.open
        unknown = NOT_KNOWN.get((not contact.languages, not known, not contact.cost))
        if unknown:
            notes.append(_bound(self.say(unknown, node.language, node.place)))
        if contact.web:
            notes.append([self._address(contact.web, node)])
        return notes

    def _opening(self, opening: Opening, node: Raw) -> Nodes:
        """`Monday–Friday 09:00–17:00`; the times never break.

        In a right-to-left line they begin at the right, as hours that a translator types do (UAX #9):
        whoever reads from there would take the end of an isolate for the beginning. Days that stand in from
        English are one isolate with them: in a right-to-left line each of its own would read `Friday–Monday`.
        """
        days = self.say(DAY_NAMES[opening.first], node.language, node.place)
        if opening.last != opening.first:
            days += [_plain("–", node), *self.say(DAY_NAMES[opening.last], node.language, node.place)]
        kept = "whole" if node.language.is_rtl else "address"
        times = Raw(name="span", place=node.place, language=node.language, attributes={"class": kept})
        times.children = [_plain(opening.times, node)]
        said: Nodes = [*days, _blank(node), times]
        spoken = days[0].language
        if spoken.tag == node.language.tag:
            return said
        whole = Raw(name="span", place=node.place, language=spoken, attributes={"class": "stand-in"})
        return [replace(whole, children=said)]

    def _spoken(self, contact: Contact, node: Raw) -> Nodes:
        """Each language by its own name, which is the one that its speakers look for."""
        return _joined([[self._autonym(self.languages[tag], node)] for tag in contact.languages], node, ", ")

    def _autonym(self, language: Language, node: Raw) -> Raw:
        name = Raw(name="bdi", place=node.place, language=language)
        name.children = [RawText(text=language.autonym, language=language, origin=Origin(place=node.place))]
        return name

    def _address(self, web: str, node: Raw) -> Raw:
        english = self.languages[ENGLISH]
        link = Raw(
            name="a",
            place=node.place,
            language=english,
            attributes={"href": f"https://{web}", "class": "address"},
        )
        link.children = [RawText(text=web, language=english, origin=Origin(place=node.place))]
        return link


def _bound(said: Nodes) -> Nodes:
    """With an answer that no line parts: of "cost: not known" a line would say "cost: not"."""
    *rest, last = said
    answer = ANSWER.search(last.text) if isinstance(last, RawText) else None
    if not isinstance(last, RawText) or answer is None:
        return said
    place = last.origin.place
    whole = Raw(name="span", place=place, language=last.language, attributes={"class": "whole"})
    whole.children = [replace(last, text=answer[1])]
    return [*rest, replace(last, text=last.text[: answer.start(1)]), whole]


def number_link(number: Number, node: Raw) -> Raw:
    """A link that a telephone dials; `address` makes it an isolate that never breaks."""
    link = Raw(
        name="a",
        place=node.place,
        language=node.language,
        attributes={"href": f"tel:{number.dial}", "class": "address phone"},
        origin=node.origin,
    )
    link.children = [_plain(number.display, node)]
    return link


def _joined(parts: list[Nodes], node: Raw, between: str = "\u00a0· ") -> Nodes:
    found: Nodes = []
    for part in parts:
        found += [_plain(between, node), *part] if found else part
    return found


def typed(root: Raw, contacts: Mapping[str, Contact]) -> Iterator[str]:
    """Ids of contacts one of whose numbers or addresses stands in a text, whoever wrote it there."""
    said = tuple(text.text for text in root.texts())
    for name, contact in contacts.items():
        signs = {contact.web, *(number.display for number in contact.numbers)} - {""}
        if any(sign in text and _is_whole(sign, text) for sign in signs for text in said):
            yield name


def _is_whole(sign: str, text: str) -> bool:
    """Not a part of a longer number or address."""
    return re.search(rf"(?<![\w+]){re.escape(sign)}(?!\w)", text) is not None


def _paragraph(css: str, children: Nodes, node: Raw) -> Raw:
    attributes = {"class": css}
    return Raw(name="p", place=node.place, language=node.language, attributes=attributes, children=children)


def _blank(node: Raw) -> RawText:
    return _plain(" ", node)


def _plain(text: str, node: Raw) -> RawText:
    return RawText(text=text, language=node.language, origin=Origin(place=node.place))
