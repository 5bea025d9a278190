"""Counters of a document in its order, and their values as the language writes numbers (CSS Lists 3)."""

from collections.abc import Callable, Mapping
from dataclasses import field
from types import MappingProxyType

from leaflets.document.tree import Counts
from leaflets.frozen import dataclass
from leaflets.language import Language

ITEM = "list-item"
"""The counter that lists have anyhow."""

BULLET = "•"

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class Counters:
    """The counters that are in scope while a tree is walked (CSS Lists 3, 4.4)."""

    frames: list[dict[str, int]] = field(default_factory=lambda: [{}])
    """One of the siblings of each open element."""

    def enter(self, name: str, resets: Counts, increments: Counts) -> None:
        """An element begins; lists and their items count without being asked to (CSS Lists 3, 4.6)."""
        if name in ("ol", "ul"):
            resets = ((ITEM, 0), *resets)
        if name == "li" and ITEM not in dict(increments):
            increments = ((ITEM, 1), *increments)
        self.frames[-1].update(resets)
        for counter, step in increments:
            frame = self._frame(counter)
            frame[counter] = frame.get(counter, 0) + step
        self.frames.append({})

    def leave(self) -> None:
        self.frames.pop()

    def value(self, counter: str) -> int:
        return self._frame(counter).get(counter, 0)

    def _frame(self, counter: str) -> dict[str, int]:
        """That of the innermost counter of the name; where there is none, one begins here."""
        return next((frame for frame in reversed(self.frames) if counter in frame), self.frames[-1])


def written(value: int, kind: str, language: Language) -> str:
    """A number in the style of the name; letters are those of Latin script, others count in digits."""
    letters = KINDS[kind](value) if language.script == "Latn" else ""
    return letters or language.in_digits(str(value))


def _no_letters(_value: int) -> str:
    return ""


def _alphabetic(value: int) -> str:
    """a to z, then aa: empty for what has no letter."""
    letters = ""
    while value > 0:
        value, index = divmod(value - 1, 26)
        letters = chr(ord("a") + index) + letters
    return letters


def _roman(value: int) -> str:
    """Empty beyond 1 to 3999 (CSS Counter Styles 3, 6.1)."""
    if not 1 <= value <= 3999:
        return ""
    digits = ""
    for worth, sign in ROMAN:
        count, value = divmod(value, worth)
        digits += sign * count
    return digits


DECIMAL = "decimal"
KINDS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        DECIMAL: _no_letters,
        "lower-alpha": _alphabetic,
        "upper-alpha": lambda value: _alphabetic(value).upper(),
        "lower-roman": _roman,
        "upper-roman": lambda value: _roman(value).upper(),
    }
)
"""Ways to write a number; digits are those of the language's running text."""


def marker_text(kind: str, value: int, language: Language) -> str:
    """What hangs before the item of a list: a bullet, a number with a full stop, or what the style quotes."""
    if kind.startswith('"'):
        return kind[1:-1].strip()
    return BULLET if kind == "disc" else f"{written(value, kind, language)}."
