"""A text of a catalog <-> the same with markup and placeholders as chips: `⟦1 number⟧`, `⟦2 bold⟧…⟦/2⟧`.

Whoever translates in a spreadsheet moves chips as if they were words. Only the number of a chip counts when a
text comes back, so that its name may have been translated and its spaces may have been lost.
"""

import re
import unicodedata
from collections.abc import Iterator

NAMES = {"strong": "bold", "em": "italic", "a": "link", "br": "new line", "bdi": "name"}
"""What people without knowledge of HTML call the elements that a translation may hold."""

_TOKEN = re.compile(r"%\((?P<name>\w+)\)s|<(?P<close>/?)(?P<element>\w+)[^>]*>")
_CHIP = re.compile(r"(?:⟦|\[\[|〚|【)\s*(?P<close>[/\\]?)\s*(?P<number>\d+)[^⟦⟧〛】\[\]]*(?:⟧|\]\]|〛|】)")
_BRACKET = re.compile(r"[⟦⟧]|\[\[|\]\]")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def chipped(text: str, *, source: str) -> str:
    """The text for people. Chips are numbered by the source, so that the same one has the same number."""
    numbers = {token: number for number, token, _ in _chips(source)}

    def chip(match: re.Match[str]) -> str:
        number = numbers.get(_opening(match))
        return match[0] if number is None else f"⟦{match['close'] or ''}{number}{_said(match)}⟧"

    shown = _TOKEN.sub(chip, text)
    shown = shown.replace("%%", "%") if _is_format(source) else shown
    for entity, character in _ENTITIES:
        shown = shown.replace(entity, character)
    return shown


def unchipped(text: str, *, source: str) -> str:
    """The text for the catalog. ValueError says which chip is missing, misplaced, or none of the source's.

    Whoever types a tag or placeholder of the source as the catalog has it means the chip.
    """
    tokens = {number: (opening, closing) for number, opening, closing in _chips(source)}
    typed = {token for pair in tokens.values() for token in pair if token}
    parts, made, position = list[str](), list[str](), 0
    for match in re.finditer("|".join([_CHIP.pattern, *map(re.escape, typed)]), text):
        made.append(match[0] if match[0] in typed else _token(match, tokens))
        parts += [_plain(text[position : match.start()], source), made[-1]]
        position = match.end()
    _compare(made, tokens)
    return "".join([*parts, _plain(text[position:], source)])


def words_of(text: str) -> str:
    """What somebody wrote, without chips, tags and placeholders, whose names are of another language."""
    return _TOKEN.sub(" ", _CHIP.sub(" ", text))


def _chips(source: str) -> Iterator[tuple[int, str, str]]:
    """Number, opening and closing token; of one that does not close, the closing one is empty."""
    found: dict[str, str] = {}
    for match in _TOKEN.finditer(source):
        if not match["close"]:
            element = match["element"]
            closes = bool(element) and f"</{element}>" in source
            found.setdefault(match[0], f"</{element}>" if closes else "")
    for number, (opening, closing) in enumerate(found.items(), start=1):
        yield number, opening, closing


def _opening(match: re.Match[str]) -> str:
    """The token that a closing tag belongs to: the last one opened with this name before it."""
    if not match["close"]:
        return match[0]
    before = match.string[: match.start()]
    opened = re.findall(rf"<{match['element']}\b[^>]*>", before)
    return opened[-1] if opened else match[0]


def _said(match: re.Match[str]) -> str:
    if match["close"]:
        return ""
    return f" {match['name'] or NAMES.get(match['element'], match['element'])}"


def _token(match: re.Match[str], tokens: dict[int, tuple[str, str]]) -> str:
    number = int("".join(str(unicodedata.digit(digit)) for digit in match["number"]))
    if number not in tokens:
        raise ValueError(f"{match[0]} is none of the source's")
    token = tokens[number][bool(match["close"])]
    if not token:
        raise ValueError(f"{match[0]} ends nothing")
    return token


def _plain(text: str, source: str) -> str:
    """Words between chips, written as a catalog has them."""
    found = _BRACKET.search(text)
    if found:
        raise ValueError(f"a chip is damaged near {text[max(0, found.start() - 10) : found.end() + 10]!r}")
    text = re.sub(r"&(?!(?:amp|lt|gt|quot|apos|#\w+);)", "&amp;", text).replace("<", "&lt;")
    return text.replace("%", "%%") if _is_format(source) else text


def _is_format(source: str) -> bool:
    """Whether a percent sign is written twice."""
    return bool(re.search(r"%(?:\(\w+\)s|%)", source))


def _compare(made: list[str], tokens: dict[int, tuple[str, str]]) -> None:
    """All are there, and what opens is closed, the last one first."""
    numbers = {opening: number for number, (opening, _) in tokens.items()}
    opened: list[int] = []
    for token in made:
        if token in numbers:
            opened += [numbers[token]] if tokens[numbers[token]][1] else []
        elif not opened or tokens[opened.pop()][1] != token:
            raise ValueError(f"{token} ends what does not begin before it")
    lost = [f"⟦{number}⟧" for token, number in numbers.items() if token not in made]
    lost += [f"⟦/{number}⟧" for number in opened]
    if lost:
        raise ValueError(f"{lost[0]} is missing")
