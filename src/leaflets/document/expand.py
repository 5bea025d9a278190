"""The leaflet's own elements to plain ones: contacts, numbers, the draft notice, the imprint."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import timedelta
from types import MappingProxyType

from leaflets.contact import Contact, Number
from leaflets.diagnostics import Origin, Place
from leaflets.document.contact import ContactWriter, Say, Tell, number_link
from leaflets.document.dates import first_of, written_month
from leaflets.document.donors import FRAME, LOGO
from leaflets.document.parse import Faults, did_you_mean, whole_number
from leaflets.document.qr import CODE, SCHEMES, fits
from leaflets.document.raw import Raw, RawText
from leaflets.frozen import dataclass
from leaflets.language import ENGLISH, Language
from leaflets.project import Donor, Job, State

ENOUGH_LINES = 6
"""Of so many ruled lines, three become a box for a local contact on office printers."""

MOST_LINES = 100
"""More is a mistake."""

LINES = (
    f"write count=, 1 to {MOST_LINES}; of these, office= are not ruled on office printers, and their paper is"
    ' turned on the edge turn="short" or "long"'
)

PRINTING: Mapping[str, str] = MappingProxyType(
    {
        "short": "Print at 100 %%, on both sides, turned on the short edge.",
        "long": "Print at 100 %%, on both sides, turned on the long edge.",
    }
)
"""What who prints it must know, by the edge that the paper is turned on."""

ONE_SIDE = "Print at 100 %%, on one side."
"""The same for printers that print one side."""

KEPT = "Pictures and messages stay on the phone. Whoever uses it can see them."
"""What nobody may find out too late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expander:
    """What the elements are made from."""

    job: Job
    say: Say
    tell: Tell
    whisper: Say
    """As `say`, of what only some renditions show."""
    languages: Mapping[str, Language]
    """All known languages by tag."""
    faults: Faults
    shown: set[str] = field(default_factory=set)
    """Ids of the contacts that were asked for so far."""

    @property
    def english(self) -> Language:
        return self.languages[ENGLISH]

    def expand(self, node: Raw) -> None:
        """Replace the leaflet's own elements below `node`, in place."""
        children: list[Raw | RawText] = []
        for child in node.children:
            if isinstance(child, RawText):
                children.append(child)
                continue
            made = self._made(child)
            for element in made:
                if isinstance(element, Raw):
                    self.expand(element)
            children += made
        node.children = children

    def _made(self, node: Raw) -> list[Raw | RawText]:
        makers: Mapping[str, Callable[[Raw], list[Raw | RawText]]] = {
            "autonym": lambda node: [_plain(node.language.autonym, node.language, node.place)],
            "contact": self.organisation,
            "contents": self.contents,
            "donors": self.donors,
            "edition-month": self.edition_month,
            "lines": self.lines,
            "notice": self.notice,
            "phone": self.phone,
            "phone-notice": self.phone_notice,
            "qr": self.qr,
        }
        return makers[node.name](node) if node.name in makers else [node]

    def organisation(self, node: Raw) -> list[Raw | RawText]:
        contact = self._contact(node)
        return [self._writer().block(contact, node)] if contact else []

    def edition_month(self, node: Raw) -> list[Raw | RawText]:
        """Month and year stay on one line."""
        month = written_month(first_of(self.job.leaflet.release.edition), node.language)
        return [_plain(month.replace(" ", "\u00a0"), node.language, node.place)]

    def _contact(self, node: Raw) -> Contact | None:
        ref = node.attributes.get("ref", "")
        contacts = self.job.project.contacts
        if ref not in contacts:
            self.faults.add(
                "unknown-contact",
                f'there is no contact "{ref}"',
                node.place,
                help=did_you_mean(ref, tuple(contacts), form="{}") + " (contacts.toml)",
            )
            return None
        self.shown.add(ref)
        return contacts[ref]

    def phone(self, node: Raw) -> list[Raw | RawText]:
        number = self._number(node)
        return [number_link(number, node)] if number else []

    def _number(self, node: Raw) -> Number | None:
        """Of the contact `ref`, that of the kind `kind` or the first; None after a fault."""
        contact = self._contact(node)
        if contact is None:
            return None
        wanted = node.attributes.get("kind")
        number = next((n for n in contact.numbers if wanted in (None, n.kind.value)), None)
        if number is None:
            kinds = ", ".join(n.kind.value for n in contact.numbers)
            self.faults.add(
                "unknown-number",
                f'contact "{contact.id}" has no number' + (f' of kind "{wanted}"' if wanted else ""),
                node.place,
                help=f"use one of: {kinds}" if kinds else "add one in contacts.toml, or show the contact",
            )
        return number

    def donors(self, node: Raw) -> list[Raw | RawText]:
        """Each in a group of its own; the statement says what the logo shows."""
        return [self._donor(donor, node) for donor in self.job.project.donors]

    def _donor(self, donor: Donor, node: Raw) -> Raw:
        name = f"{FRAME}-{donor.id}"
        wanted = (node.language, self.job.leaflet.source, *self.languages.values())
        said = next((language for language in wanted if language.tag in donor.statements), node.language)
        group = Raw(name="section", place=node.place, language=said)
        group.attributes = {"class": FRAME, "id": name}
        file = donor.logo(node.language)
        if file:
            logo = Raw(name="img", place=node.place, language=said)  # at the side where its words begin
            logo.attributes = {"class": LOGO, "id": name, "src": file, "alt": ""}
            group.children.append(logo)
        if said.tag in donor.statements:
            words = Raw(name="p", place=node.place, language=said, attributes={"class": "donor-statement"})
            words.children = [_plain(donor.statements[said.tag], said, node.place)]
            group.children.append(words)
        return group

    def qr(self, node: Raw) -> list[Raw | RawText]:
        """A group: the code, described by its address or number, and that in letters for who types it."""
        if "kind" in node.attributes and "href" not in node.attributes:
            number = self._number(node)
            if number is None:
                return []
            return [_code(f"tel:{number.dial}", number.display, self._writer().number(number, node), node)]
        href = self._address(node)
        return [_code(href, href, [_web_link(href, node)], node)] if href else []

    def _address(self, node: Raw) -> str:
        """What the code says; empty after a fault."""
        href = node.attributes.get("href", "")
        if ("ref" in node.attributes) == bool(href) or "kind" in node.attributes:
            self.faults.add(
                "bad-qr",
                "a QR code says one thing",
                node.place,
                help="write href=…, or ref=… for the web address, or ref=… kind=… for a number of a contact",
            )
            return ""
        if not href:
            contact = self._contact(node)
            href = f"https://{contact.web}" if contact and contact.web else ""
            if contact and not href:
                told = f'contact "{contact.id}" has no web address'
                self.faults.add(
                    "bad-qr", told, node.place, help="give it one in contacts.toml, or write href=…"
                )
            return href
        if not href.startswith(SCHEMES) or not href.isascii() or " " in href:
            told = f'"{href[:60]}" is not an address that telephones open'
            self.faults.add(
                "bad-qr", told, node.place, help="begin with https://, http:// or tel:, without blanks"
            )
            return ""
        if not fits(href):
            told = f"a text of {len(href)} characters fits into no QR code"
            self.faults.add("long-qr", told, node.place, help="use a short address, of 60 characters or less")
            return ""
        return href

    def _writer(self) -> ContactWriter:
        return ContactWriter(say=self.say, tell=self.tell, languages=self.languages)

    def notice(self, node: Raw) -> list[Raw | RawText]:
        """One line a language: the leaflet's, the host's and English; of several, the latter only.

        Where English stands in for a language it is said once.
        A released leaflet keeps the room and shows nothing: all stands where it stood on the proof.
        """
        released = self.job.state is State.RELEASED
        attributes = {"class": "notice"} | ({"hidden": "hidden"} if released else {})
        say = self.whisper if released else self.say
        own = self.job.languages if len(self.job.languages) == 1 else ()
        wanted = (*own, self.job.leaflet.host, self.english)
        languages = {language.tag: language for language in wanted}
        lines: dict[str, Raw | RawText] = {}
        for language in languages.values():
            line = Raw(name="p", place=node.place, language=language, attributes=dict(attributes))
            line.children = say("Draft. Not verified. Do not hand out.", language, node.place)
            lines[line.text()] = line
        return list(lines.values())

    def lines(self, node: Raw) -> list[Raw | RawText]:
        """With what is printed above the box for a local contact: for who prints it, so in her language."""
        given = node.attributes
        count = whole_number(given.get("count", ""), range(1, MOST_LINES + 1)) or 0
        if count >= ENOUGH_LINES:
            given.setdefault("office", "3")
        office = whole_number(given.get("office", "0"), range(count + 1))
        both = PRINTING.get(given.get("turn", "short"))
        if not count or office is None or both is None:
            self.faults.add("bad-lines", "lines of this kind cannot be ruled", node.place, help=LINES)
            return []
        if office and not node.children:
            node.children = [self._how_to_print(told, node) for told in (both, ONE_SIDE)]
        return [node]

    def _how_to_print(self, told: str, node: Raw) -> Raw:
        host = self.job.leaflet.host
        note = Raw(name="p", place=node.place, language=host, attributes={"class": "office-note"})
        note.children = self.whisper(told, host, node.place)
        return note

    def phone_notice(self, node: Raw) -> list[Raw | RawText]:
        """On a picture, and in the text to paste."""
        line = Raw(name="p", place=node.place, language=node.language)
        line.children = self.say(KEPT, node.language, node.place)
        group = Raw(name="section", place=node.place, language=node.language)
        group.attributes, group.children = {"class": "phone-notice"}, [line]
        return [group]

    def contents(self, node: Raw) -> list[Raw | RawText]:
        """With the pattern of its rows: a heading and its page."""
        if not node.children:
            row = Raw(name="tr", place=node.place, language=node.language)
            row.children = [
                Raw(name="td", place=node.place, language=node.language, attributes={"class": css})
                for css in ("contents-heading", "contents-page")
            ]
            node.children = [row]
        return [node]

    def imprint(self, node: Raw) -> None:
        """Edition, language, and the month after which numbers have to be checked again: of every copy.

        Made when all else is expanded, as the contacts that are shown decide the month.
        """
        parts = (self.job.leaflet.release.edition, self.job.tag, self._check_after())
        text = " · ".join(part for part in parts if part)
        node.name, node.attributes = "p", {"class": "imprint"}
        own = Raw(name="bdi", place=node.place, language=self.english)  # one order in every script
        own.children = [_plain(text, self.english, node.place)]
        node.children = [own]

    def _check_after(self) -> str:
        """In digits, which need no translation; empty where no contact is shown."""
        project = self.job.project
        days = [project.contacts[name].checked_on for name in self.shown]
        return f"{min(days) + timedelta(days=project.contact_days):%Y-%m}" if days else ""


def _code(href: str, alt: str, words: list[Raw | RawText], node: Raw) -> Raw:
    code = Raw(name=CODE, place=node.place, language=node.language)
    code.attributes = {"href": href, "alt": node.attributes.get("alt") or alt}
    below = Raw(name="p", place=node.place, language=node.language, attributes={"class": "qr-text"})
    below.children = words
    group = Raw(name="section", place=node.place, language=node.language, attributes={"class": "qr"})
    group.children = [code, below]
    return group


def _web_link(href: str, node: Raw) -> Raw:
    link = Raw(name="a", place=node.place, language=node.language)
    link.attributes = {"href": href, "class": "address"}
    shown = href.partition(":")[2].lstrip("/").removesuffix("/")
    link.children = [_plain(shown, node.language, node.place)]
    return link


def _plain(text: str, language: Language, place: Place) -> RawText:
    return RawText(text=text, language=language, origin=Origin(place=place))
