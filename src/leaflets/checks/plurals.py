"""The header Plural-Forms to a function from a count to the number of its form."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py

HEADER = re.compile(r"\s*nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]{1,300});?\s*")
COUNTS = range(201)
"""Counts that tell two formulas apart; rules of all languages repeat after a hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plurals:
    """The forms that a catalog has, and which of them each count takes."""

    forms: int
    taken: tuple[int, ...]
    """Of the counts 0, 1, 2, …"""

    def counts(self, form: int) -> tuple[int, ...]:
        return tuple(count for count, taken in enumerate(self.taken) if taken == form)


@lru_cache(maxsize=512)
def plurals(header: str) -> Plurals:
    """ValueError says what is wrong; the standard library parses the formula, Python never evaluates it."""
    match = HEADER.fullmatch(header)
    if match is None:
        raise ValueError("it is not nplurals=…; plural=…;")
    choose: Callable[[int], int] = c2py(match[2])
    try:
        taken = tuple(choose(count) for count in COUNTS)
    except (ArithmeticError, RecursionError) as error:
        raise ValueError(f"the formula fails: {error}") from None
    forms = int(match[1])
    beyond = next((count for count, form in enumerate(taken) if not 0 <= form < forms), None)
    if beyond is not None:
        raise ValueError(f"for {beyond} the formula gives form {taken[beyond]}, and there are {forms}")
    return Plurals(forms=forms, taken=taken)
