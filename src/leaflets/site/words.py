"""The site's own words in a page's language; what is not translated stands in, tagged."""

import re
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from leaflets.catalog.message import Catalog, LookupState, look_up
from leaflets.language import ENGLISH, Language

PLACEHOLDER = re.compile(r"%(?:\((\w+)\)s|%)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the pages of one language say."""

    language: Language
    catalogs: tuple[Catalog, ...] = ()
    """In the order in which they are asked; none: the page is in English, or nobody has translated it."""
    english: Language
    found: dict[str, tuple[str, Language]] = field(default_factory=dict, compare=False)
    """What was asked for before: a page of 200 languages asks the same again and again."""

    def gettext(self, msgid: str) -> Markup:
        """As markup that a template fills: escaped, as catalogs may come from anybody."""
        text, said = self.said(msgid)
        if said.tag == self.language.tag:
            return escape(text)
        return Markup('<span lang="{}" dir="{}">{}</span>').format(said.tag, said.direction, text)

    def plain(self, msgid: str) -> str:
        """For attributes, which cannot say that their language is another."""
        return self.said(msgid)[0]

    def tag(self, msgid: str) -> str:
        """The language that `plain` answers in."""
        return self.said(msgid)[1].tag

    def said(self, msgid: str) -> tuple[str, Language]:
        """The words, and the language that they are in."""
        if msgid not in self.found:
            self.found[msgid] = self._looked_up(msgid)
        return self.found[msgid]

    def _looked_up(self, msgid: str) -> tuple[str, Language]:
        for catalog in self.catalogs:
            found = look_up(catalog, msgid, source_tag=ENGLISH)
            if found.state is LookupState.TRANSLATED and fills_alike(msgid, found.text):
                return found.text, self.language
        return msgid, self.english


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """Two languages at once, for the pages that everybody sees before a language was chosen."""

    first: Words
    second: Words

    def gettext(self, msgid: str) -> Markup:
        """The second part is an element of its class, so that a style can give it a line of its own."""
        own, (other, language) = self.first.gettext(msgid), self.second.said(msgid)
        if other == self.first.plain(msgid):
            return own
        second = Markup('<span class="two" lang="{}" dir="{}">{}</span>')
        return own + " " + second.format(language.tag, language.direction, other)

    def plain(self, msgid: str) -> str:
        found = (self.first.plain(msgid), self.second.plain(msgid))
        return " / ".join(dict.fromkeys(found))

    def tag(self, msgid: str) -> str:
        return self.first.tag(msgid)


def fills_alike(msgid: str, text: str) -> bool:
    """Whether a translation has the placeholders of its source, so that filling it cannot fail."""
    rest = PLACEHOLDER.sub("", text)
    return sorted(PLACEHOLDER.findall(msgid)) == sorted(PLACEHOLDER.findall(text)) and "%" not in rest
