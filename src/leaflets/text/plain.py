"""Right-to-left text -> its numbers in order where UAX #9 alone sets it: in browsers and messengers."""

from collections.abc import Iterator

from leaflets.text import ucd
from leaflets.text.isolates import ARABIC_DIGIT, LRO, PDF
from leaflets.text.numbers import wholes

LRM = "\u200e"
"""After it a number has its groups as from left to right (UAX #9, rule W7), and before it a last sign."""

RIGHT_TO_LEFT = frozenset({"R", "AL"})


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Parts of the text, and whether each is a number or address that must stay in order."""
    done = 0
    for match in wholes(text):
        if done < match.start():
            yield text[done : match.start()], False
        yield match[0], True
        done = match.end()
    if done < len(text):
        yield text[done:], False


def marked(text: str) -> str:
    """Lines with marks at each number beside words from right to left; what has one gets no other."""
    return "\n".join(_marked(line) for line in text.split("\n"))


def _marked(line: str) -> str:
    if not ucd.has_bidi_class(line, RIGHT_TO_LEFT):
        return line
    said = ""
    for part, is_whole in pieces(line):
        if not is_whole or part[0].isalpha():  # an address begins with a letter, and needs no mark
            said += part
        elif is_overridden(part):
            said += LRO + part + PDF
        else:
            said += LRM * (not said.endswith(LRM)) + part + LRM * (not part[-1].isalnum())
    return said


def is_overridden(number: str) -> bool:
    """Whether groups of Arabic digits change places in left-to-right text too (UAX #9, AN and N1)."""
    return bool(ARABIC_DIGIT.search(number)) and not number.isdigit()
