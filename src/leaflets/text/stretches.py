"""Right-to-left text to the stretches that are read from left to right, with their signs and brackets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from leaflets.text import ucd
from leaflets.text.numbers import LETTER

Stretch = tuple[int, int]
"""Indices start, end."""

BARRIER = "\u2029"
"""Stands for what no stretch goes on beyond."""
RTL = frozenset({"R", "AL", "AN", "B", "S"})
"""Bidi classes that end a stretch from left to right."""
STRONG_RTL, LTR = frozenset({"R", "AL"}), frozenset({"L"})

ARABIC_COMMA = "\u060c"
"""Parts what is listed in Arabic, so that the first stands at the right."""

WORD_OR_NUMBER = re.compile(r"[^\W_]")
A_LETTER = re.compile(r"[^\W\d_]")
A_DIGIT = re.compile(r"\d")

SENTENCE_END = re.compile(r"(?:(?:\d{3}|:\d\d)[.!?…]|\d[)\]]?[,;:])\s+")
"""After a number: what follows says something else, so that the number belongs to the words before it."""
ORDINAL = re.compile(r"\d{1,2}\.\s")
GLUED = re.compile(r"\d[-/.°’'+%]?\Z")
"""The end of a number that is a part of the word after it: 64-bit, 24h."""
SIGNS_AFTER = re.compile(r"[%+#°*]{1,2}(?![^\W_])")
"""C++, 50%."""
STOPS = re.compile(r"[.!?…]{1,3}")
AROUND = frozenset("()[]{}«»‹›“”„‘’‚\"'")
"""What stands on both sides of a sentence that is quoted."""
DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,2}\.){1,5}[^\W\d_]{1,2}\Z")
"""An abbreviation that ends with a full stop of its own: U.S.A., d.o.o."""

PAIRED = re.compile(r"[()\[\]{}«»‹›“”„‘’‚]")
OPENED_BY = {")": "(", "]": "[", "}": "{", "»": "«", "›": "‹", "”": "“„", "“": "„", "’": "‘‚", "‘": "‚"}
"""Closing mark -> those that it may close; “ and ‘ open where nothing waits for them."""
OPENING = frozenset("([{«‹“„‘‚")
DEEPEST = 63
"""Marks that wait for their partner (UAX #9, BD16)."""

BETWEEN = r"\s,;:!?()\[\]{}«»“”„\"…–—"
NAME = re.compile(rf"[{LETTER}\d][^{BETWEEN}]*(?:[ \u00a0][{LETTER}\d&][^{BETWEEN}]*)*(?<!\.)")
LONGEST_NAME = 24
"""Characters of a name that stays on one line in right-to-left text; a longer one may be parted."""


def stretches(text: str, found: Sequence[Stretch]) -> list[Stretch]:
    """Stretches with letters from the left, and numbers that stand alone, in order.

    `found` are the numbers and addresses in the text.
    """
    if not ucd.has_bidi_class(text, LTR):
        return list(found)
    plain = _masked(text, found).replace(ARABIC_COMMA, BARRIER)
    partners = _partners(plain)
    words: list[Stretch] = []
    for start, end in ucd.without_bidi_class(plain, RTL):
        cuts = [i for i in range(start, end) if i in partners and not start <= partners[i] < end]
        for before, after in pairwise((start - 1, *cuts, end)):
            if A_LETTER.search(plain, before + 1, after):
                words.append(_trimmed(plain, before + 1, after, partners))
    return sorted([*words, *_outside(found, words)])


def names(text: str, stretch: Stretch, found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Short names in a stretch, between its numbers and addresses."""
    start, end = stretch
    first, last = bisect_left(found, (start,)), bisect_left(found, (end,))
    edges = [start, *[edge for one in found[first:last] for edge in one], end]
    for begin, stop in zip(edges[::2], edges[1::2], strict=True):
        for match in NAME.finditer(text, begin, stop):
            if match.end() - match.start() <= LONGEST_NAME:
                yield match.span()


def _outside(found: Sequence[Stretch], words: Sequence[Stretch]) -> Iterator[Stretch]:
    starts = [start for start, _end in words]
    for start, end in found:
        index = bisect_right(starts, start) - 1
        if index < 0 or words[index][1] <= start:
            yield start, end


def _masked(text: str, found: Sequence[Stretch]) -> str:
    """An address looks like one word, and a number like one number.

    What has letters of both directions gets an isolate of its own: they would change what stands beside them.
    """
    parts, done = [], 0
    for start, end in found:
        sign = "x" if A_LETTER.search(text, start, end) else "0"
        sign = BARRIER if ucd.has_bidi_class(text[start:end], STRONG_RTL) else sign
        parts += [text[done:start], sign * (end - start)]
        done = end
    return "".join((*parts, text[done:]))


def _partners(text: str) -> Mapping[int, int]:
    """Index of each bracket and quotation mark that has a partner -> index of that (UAX #9, BD16)."""
    found: dict[int, int] = {}
    waiting: list[tuple[str, int]] = []
    for match in PAIRED.finditer(text):
        mark, index = match[0], match.start()
        openers = OPENED_BY.get(mark, "")
        place = next((i for i in reversed(range(len(waiting))) if waiting[i][0] in openers), None)
        if place is not None:
            found[index] = waiting[place][1]
            found[waiting[place][1]] = index
            del waiting[place:]
        elif mark in OPENING:
            if len(waiting) == DEEPEST:
                break
            waiting.append((mark, index))
    return found


def _trimmed(text: str, start: int, end: int, partners: Mapping[int, int]) -> Stretch:
    """From the first word or number to the last, with the signs that belong to them.

    Marks that stand around all of it belong to the text around, whose direction they have.
    """
    last = end
    while not (text[last - 1].isalnum() or ucd.is_combining(text[last - 1])):
        last -= 1
    first = _sign_before(text, start, _first(text, start, last))
    signs = SIGNS_AFTER.match(text, last, end)
    last = signs.end() if signs else last
    while last < end:
        stops = STOPS.match(text, last, end)
        place = stops.end() if stops else last
        if not first <= partners.get(place, -1) < last:
            break
        last = place + 1
    while start < first < partners.get(first - 1, -1) < last:
        first -= 1
    return first, _with_stop(text, start, first, last)


def _with_stop(text: str, start: int, first: int, last: int) -> int:
    """The end of a stretch with the marks that end an abbreviation, or a whole sentence that is quoted."""
    stops = STOPS.match(text, last)
    if (
        stops
        and start < first
        and text[first - 1] in AROUND
        and text[stops.end() : stops.end() + 1] in AROUND
    ):
        return stops.end()
    return last + (text[last : last + 1] == "." and bool(DOTTED.search(text[max(first, last - 16) : last])))


def _first(text: str, start: int, end: int) -> int:
    """Where a stretch begins: at its first letter, or at the number before that if it belongs to it.

    UAX #9 sets a number after right-to-left text at the right of the words that follow it. So it stays,
    unless it is a part of a word, or numbers would stand beside the wrong words: "192 Police, 194 Ambulance".
    """
    letter = _search(A_LETTER, text, start, end)
    first = _search(WORD_OR_NUMBER, text, start, end)
    for match in SENTENCE_END.finditer(text, first, letter):
        first = match.end()
    if A_DIGIT.search(text, letter, end) or ORDINAL.fullmatch(text, first, letter):
        return _search(WORD_OR_NUMBER, text, first, end)
    before = text[first:letter]
    if GLUED.search(before):
        return _search(WORD_OR_NUMBER, text, letter - len(before.split()[-1]), end)
    return letter


def _search(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.search(text, start, end)
    return match.start() if match else end


def _sign_before(text: str, start: int, first: int) -> int:
    """@name and #name; -5°C after a blank."""
    sign, before = text[start:first][-1:], text[max(first - 2, 0) : max(first - 1, 0)]
    if sign and (sign in "@#" or (sign in "+−-" and text[first].isdigit() and not before.strip())):
        return first - 1
    return first
