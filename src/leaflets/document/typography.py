"""The texts of one message to what its language's readers expect: spaces, quotes, apostrophes, digits.

Translators write plain text; this is what a typesetter would mend without asking, and only where it is
certain. It happens as a message enters the document: `Message.text` is the mended text, so that what is
shown, read aloud and compared is one and the same. One rule, one function; RULES is their order.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from leaflets.document.raw import Raw, RawText
from leaflets.frozen import dataclass
from leaflets.language import Language

NARROW, NO_BREAK = "\u202f", "\u00a0"
"""No-break spaces."""

OPAQUE = "\ufffc"
"""Stands for a telephone number or address, which no rule changes: it counts as a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Characters start:end of a message become `text`. It lies within one piece of text."""

    start: int
    end: int
    text: str


Rule = Callable[[str, Language, Collection[str]], Iterator[Edit]]
"""A message's whole text, its language, and the numbers that are data -> edits in order."""


def mend(node: Raw, *, language: Language, numbers: Collection[str]) -> None:
    """Change the texts below `node` that are in its language, in place."""
    pieces = list(_pieces(node, language))
    texts = [piece.text if isinstance(piece, RawText) else OPAQUE for piece in pieces]
    for rule in RULES:
        whole = "".join(texts)
        texts = _edited(texts, list(rule(whole, language, numbers)))
    for piece, text in zip(pieces, texts, strict=True):
        if isinstance(piece, RawText):
            piece.text = text


def _pieces(node: Raw, language: Language) -> Iterator[RawText | None]:
    """Texts in order; None for what no rule may change."""
    for child in node.children:
        if isinstance(child, Raw):
            if "address" in child.attributes.get("class", "").split() or child.name in ("phone", "br"):
                yield None
            else:
                yield from _pieces(child, language)
        else:
            yield child if child.language.tag == language.tag else None


def _edited(texts: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """Each edit is made in the text in which it starts."""
    if not edits:
        return list(texts)
    waiting = list(edits)
    changed, begin = [], 0
    for text in texts:
        parts, done = [], 0
        while waiting and waiting[0].start < begin + len(text):
            edit = waiting.pop(0)
            parts += [text[done : edit.start - begin], edit.text]
            done = edit.end - begin
        changed.append("".join(parts) + text[done:])
        begin += len(text)
    return changed


# Quotes and apostrophes

STRAIGHT = '"'
BEFORE_OPENING = re.compile(r"(?:^|[\s(\[{—–/«„“‘‚])$")
AFTER_CLOSING = re.compile(r"^(?:$|[\s)\]}\-—–/.,;:!?…»”’“،؛؟۔。，、！？։՝।॥።፣፤፥፦፧·។៕၊။།])")

UNSPACED = frozenset({"Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts without blanks between words: letters stand on both sides of a quotation."""
SUFFIXED = UNSPACED | {"Kore"}
"""And those in which a particle follows it."""


def quotes(whole: str, language: Language, _numbers: Collection[str]) -> Iterator[Edit]:
    """Straight quotes become the language's, if all of them stand in pairs as around a quotation."""
    places = [match.start() for match in re.finditer(STRAIGHT, whole)]
    opening, closing = places[::2], places[1::2]
    certain = (
        len(opening) == len(closing)
        and all(_opens(whole, place, language.script) for place in opening)
        and all(_closes(whole, place, language.script) for place in closing)
    )
    for index, place in enumerate(places if certain else ()):
        yield Edit(start=place, end=place + 1, text=language.quotes[index % 2])


def _opens(whole: str, place: int, script: str) -> bool:
    before, after = whole[max(place - 1, 0) : place], whole[place + 1 : place + 2]
    is_free = BEFORE_OPENING.search(before) or (script in UNSPACED and not before.isdigit())
    return bool(is_free and after.strip())


def _closes(whole: str, place: int, script: str) -> bool:
    before, after = whole[place - 1 : place], whole[place + 1 : place + 2]
    is_free = AFTER_CLOSING.search(after) or (script in SUFFIXED and not after.isdigit())
    return bool(is_free and before.strip())


ELIDING = frozenset({"be", "en", "fr", "ga", "it", "mt", "nl", "sq", "tr", "uk"})
"""Languages in which ' between letters is the apostrophe, U+2019. In others it may be a letter of its own."""

APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
SUFFIX = re.compile(r"(?<=[^\W_])'(?=[^\W\d_])")
"""Turkish parts suffixes from names and numbers: İstanbul’da, 1985’te (TDK, Kesme İşareti)."""

OUTER = {
    "en": re.compile(r"[^\W\d_]s'(?!\w)", re.IGNORECASE),
    "it": re.compile(r"(?<!\w)(?:po|mo|be|da|di|fa|sta|va)'(?!\w)", re.IGNORECASE),
    "nl": re.compile(r"[^\W\d_][sxz]'(?!\w)|(?<!\w)'(?=[sntkmr](?!\w))", re.IGNORECASE),
}
"""Ends with an apostrophe at the end or the start of a word. en: the possessive of plurals. it: words that
lose their last syllable, and five imperatives (Treccani, La grammatica italiana, Apostrofo). nl: the genitive
after a sibilant, and short forms such as 's avonds (taalbank.nl, Waartoe dient de apostrof)."""

OPENED, CLOSED = re.compile("[‘‚‛]"), re.compile(r"’(?!\w)")
"""What opens a quotation that ' may end, and what has ended one."""


def apostrophes(whole: str, language: Language, _numbers: Collection[str]) -> Iterator[Edit]:
    """A typewriter's apostrophe between letters becomes the printer's, and one beside a word if none of the
    text's can be a quotation mark."""
    if "'" not in whole or _primary(language) not in ELIDING:
        return
    within = SUFFIX if _primary(language) == "tr" else APOSTROPHE
    found = {match.start() for match in within.finditer(whole)}
    outer = OUTER.get(_primary(language))
    if outer and len(OPENED.findall(whole)) <= len(CLOSED.findall(whole)):
        known = found | {match.end() - 1 for match in outer.finditer(whole)}
        found = known if len(known) == whole.count("'") else found
    for index in sorted(found):
        yield Edit(start=index, end=index + 1, text="’")


# French spaces

FRENCH = re.compile(
    rf"(?P<high>(?<=[^\s!?;{NARROW}])[ {NO_BREAK}]?(?=[!?;](?:[\s!?»”)\]…]|\.\.|$)))"
    rf"|(?P<colon>(?<=[^\s:])[ {NO_BREAK}]?(?=:(?:\s|$)))"
    rf"|(?P<open>(?<=«)[ {NO_BREAK}]?(?=[^\s{NARROW}]))"
    rf"|(?P<close>(?<=[^\s«{NARROW}])[ {NO_BREAK}]?(?=»))"
    rf"|(?P<percent>(?<=\d)[ {NO_BREAK}]?(?=%(?:[\s.,;:!?»”)\]…]|$)))"
)


def french_spaces(whole: str, language: Language, _numbers: Collection[str]) -> Iterator[Edit]:
    """Narrow no-break spaces before ; ! ? % and inside « », a no-break space before a colon.

    A space that was typed is replaced, one that is missing is put in: but not inside of an address,
    where no space follows the mark. Source: Imprimerie nationale, Lexique des règles typographiques.
    In Canada none is put in before ; ! ? (Office québécois de la langue française, Espacement).
    """
    if _primary(language) != "fr":
        return
    is_canadian = "CA" in language.tag.split("-")
    for match in FRENCH.finditer(whole):
        space = NO_BREAK if match.lastgroup == "colon" else NARROW
        if match[0] != space and (match[0] or match.lastgroup != "high" or not is_canadian):
            yield Edit(start=match.start(), end=match.end(), text=space)


# Digits

LATIN = r"A-Za-z\u00c0-\u024f"

NAMES = rf"{LATIN}\u0370-\u052f"
BLANK = f"[ {NO_BREAK}]"

NUMBER = re.compile(
    rf"(?<![{LATIN}\d_+.,:/@#-])(?<![{NAMES}]{BLANK})"
    rf"(?:\d{{1,2}}:\d\d|(?:19|20)\d\d|\d{{1,2}}(?:[.,]\d{{1,2}})?)"
    rf"(?![{LATIN}\d_@/]|[.,:-]\d|-[{LATIN}]|\.?{BLANK}[{NAMES}])"
)
"""A time, a year, or a number below 100, whatever is suffixed to it (30টি). Longer ones may be telephone
numbers, and stay as they are; so do those with Latin letters, which are names and codes, and those beside
names in other alphabets: who is asked for Nemanjina 22 cannot read ۲۲."""

LONG = re.compile(r"\+?\d[\d ()/.\u00a0\u202f-]{4,}\d|\d{1,3}[ \u00a0\u202f]\d{3}(?!\d)")
"""Groups of digits: a telephone number, an amount, a range of years."""


def digits(whole: str, language: Language, numbers: Collection[str]) -> Iterator[Edit]:
    """Digits of running numbers become the language's; telephone numbers are ASCII always."""
    if language.digits == "latn":
        return
    groups = [match.span() for match in LONG.finditer(whole)]
    for match in NUMBER.finditer(whole):
        grouped = any(start <= match.start() < end for start, end in groups)
        if match[0].isascii() and match[0] not in numbers and not grouped:
            yield Edit(start=match.start(), end=match.end(), text=language.in_digits(match[0]))


def _primary(language: Language) -> str:
    return language.tag.partition("-")[0]


RULES: tuple[Rule, ...] = (quotes, apostrophes, french_spaces, digits)
