"""Source texts to texts that look translated, to try a layout before anybody translates it."""

import re
from collections.abc import Mapping
from itertools import cycle
from types import MappingProxyType

from leaflets.catalog.message import Catalog, Message
from leaflets.frozen import dataclass

ACCENTED = "en-XA"
"""Longer than the source, with accents and between brackets: what is cut off or not translated shows."""
RIGHT_TO_LEFT = "ar-XB"
"""In Arabic letters, right to left, joined as they would be in a translation."""
PSEUDO = (ACCENTED, RIGHT_TO_LEFT)

LONGER = 0.35
"""English grows by so much in the languages that need most room."""
FILLER = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_KEPT = re.compile(r"(<[^>]*>|%\(\w+\)s|%%|&#?\w+;)")
"""Markup, placeholders and entities: they are the same in every language."""

ACCENTS: Mapping[int, int] = MappingProxyType(
    str.maketrans("abcdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "áƀćďéĝĥíĵķĺñóŕšťúŵýžÁĆĎÉĜĤÍĴĶĹÑÓŔŠŤÚŴÝŽ")
)
ARABIC: Mapping[int, int] = MappingProxyType(
    str.maketrans(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,;?",
        "ابصدعفغهيجكلمنوپقرستثڤشخىز" * 2 + "،؛؟",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PseudoCatalog(Catalog):
    """A catalog that has an answer to everything."""

    def find(self, msgid: str, *, context: str | None = None) -> Message:
        return Message(
            context=context,
            msgid=msgid,
            plural=None,
            texts=(pseudo_text(msgid, tag=self.tag),),
            fuzzy=False,
            flags=(),
            comments=(),
            remarks=(),
            references=(),
            line=1,
            text_line=1,
        )

    def form(self, message: Message, *, plural: str, number: int) -> str:
        return message.texts[0] if number == 1 else pseudo_text(plural, tag=self.tag)


def pseudo_catalog(tag: str) -> Catalog:
    return PseudoCatalog(tag=tag, file="", messages=())


def pseudo_text(text: str, *, tag: str) -> str:
    """A text in a pseudo-language; line breaks, markup and placeholders stay."""
    parts = _KEPT.split(text)
    letters = ARABIC if tag == RIGHT_TO_LEFT else ACCENTS
    shown = "".join(part if index % 2 else part.translate(letters) for index, part in enumerate(parts))
    if tag == RIGHT_TO_LEFT:
        return shown
    return f"[{shown}{_filler(sum(map(len, parts[::2])))}]"


def _filler(length: int) -> str:
    """Words that make a text of this length longer by LONGER, brackets included."""
    missing = round(LONGER * length) - 2
    words = ""
    for word in cycle(FILLER):
        if len(words) >= missing:
            break
        words += f" {word}"
    return words[: max(missing, 0)].rstrip()
