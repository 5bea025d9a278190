"""The header field Plural-Forms to what it says: how many forms, and which of them a number takes.

The formula is a C expression of one variable. It is parsed by a grammar of its own and never evaluated as
program text (GNU gettext manual, "Plural forms").
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

NUMBERS = range(1001)
"""What gettext tries a formula with."""
OFTEN = 5
"""A form that so many numbers take holds the number itself, as in "%(n)s days"."""
DEEPEST = 60
"""Parentheses, choices and negations within each other; gettext's own parser stops somewhere as well."""
MOST_FORMS = 10
"""No language that CLDR knows has more than six."""
MOST_SIGNS = 300
"""Of a formula; the longest in use, of Breton and Arabic, have about a hundred."""

_Value = Callable[[int], int]
_Operator = Callable[[int, int], int]

_COUNT = re.compile(r"\s*[0-9]*", re.ASCII)
_FORMULA = re.compile(r"[^;\n]*")
_TOKEN = re.compile(r"[ \t]*([0-9]+|n|&&|\|\||[=!<>]=|[-+*/%<>!?:()])")

LEVELS: tuple[Mapping[str, _Operator], ...] = (
    MappingProxyType({"||": operator.or_}),
    MappingProxyType({"&&": operator.and_}),
    MappingProxyType({"==": operator.eq, "!=": operator.ne}),
    MappingProxyType({"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}),
    MappingProxyType({"+": operator.add, "-": operator.sub}),
    MappingProxyType({"*": operator.mul, "/": operator.floordiv, "%": operator.mod}),
)
"""Operators from those that bind least to those that bind most (ISO/IEC 9899, 6.5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plural:
    """A formula that has been tried with all numbers."""

    count: int
    """Forms that it chooses from."""
    taken: tuple[int, ...]
    """The form that each of NUMBERS takes: by them two formulas are compared."""
    form: Callable[[int], int] = field(compare=False, repr=False)
    """Of a number that is not negative."""

    @property
    def often(self) -> tuple[bool, ...]:
        """Of each form: whether many numbers take it."""
        return tuple(self.taken.count(form) >= OFTEN for form in range(self.count))

    def numbers(self, form: int) -> tuple[int, ...]:
        """Those of NUMBERS that take it."""
        return tuple(number for number, taken in enumerate(self.taken) if taken == form)


def read_plural(header: str) -> Plural | None:
    """What a header says of plurals; None if nothing. ValueError tells what is wrong with it.

    gettext goes by the first `nplurals=` and the first `plural=`, in whatever field they stand.
    """
    if "Plural-Forms:" not in header and not ("nplurals=" in header and "plural=" in header):
        return None
    count, formula = header.partition("nplurals=")[2], header.partition("plural=")[2]
    return _plural(_COUNT.match(count)[0], _FORMULA.match(formula)[0])  # type: ignore[index]  # they match all


@lru_cache(maxsize=256)
def _plural(count: str, formula: str) -> Plural:
    forms = count.strip().lstrip("0")
    if not forms:
        raise ValueError("it does not say how many forms there are (nplurals=…)")
    if len(forms) > len(str(MOST_FORMS)) or int(forms) > MOST_FORMS:
        raise ValueError(f"it says that there are {forms[:20]} forms; no language has more than {MOST_FORMS}")
    if not formula.strip():
        raise ValueError("it holds no formula (plural=…)")
    return _tried(_parsed(formula), int(forms))


def _tried(value: _Value, count: int) -> Plural:
    taken = []
    for number in NUMBERS:
        try:
            form = value(number)
        except ZeroDivisionError:
            raise ValueError(f"its formula divides by zero when n is {number}") from None
        if not 0 <= form < count:
            raise ValueError(
                f"its formula gives form {form} when n is {number}, and there are {count} (0 to {count - 1})"
            )
        taken.append(form)
    return Plural(count=count, taken=tuple(taken), form=value)


def _parsed(formula: str) -> _Value:
    parser = _Parser(tokens=_tokens(formula.rstrip(" \t")))
    value = parser.choice()
    if parser.tokens:
        raise ValueError(f'its formula has "{parser.tokens[0]}" where it should end')
    return value


def _tokens(formula: str) -> list[str]:
    tokens: list[str] = []
    position = 0
    while position < len(formula):
        match = _TOKEN.match(formula, position)
        if match is None:
            unknown = formula[position : position + 99].strip()[:10]
            raise ValueError(f'its formula holds "{unknown}", which means nothing')
        if len(tokens) == MOST_SIGNS:
            raise ValueError(f"its formula has more than {MOST_SIGNS} signs")
        tokens.append(match[1])
        position = match.end()
    return tokens


@dataclass(slots=True, kw_only=True)
class _Parser:
    """Tokens that are taken from the front."""

    tokens: list[str]
    depth: int = 0

    def choice(self) -> _Value:
        """`a ? b : c`, which groups from the right."""
        self.deeper()
        condition = self.binary(0)
        if self.tokens[:1] != ["?"]:
            self.depth -= 1
            return condition
        self.tokens.pop(0)
        yes = self.choice()
        self.expect(":")
        no = self.choice()
        self.depth -= 1
        return lambda n: yes(n) if condition(n) else no(n)

    def binary(self, level: int) -> _Value:
        if level == len(LEVELS):
            return self.unary()
        value = self.binary(level + 1)
        while self.tokens and self.tokens[0] in LEVELS[level]:
            name = self.tokens.pop(0)
            value = _applied(name, LEVELS[level][name], value, self.binary(level + 1))
        return value

    def unary(self) -> _Value:
        token = self.tokens.pop(0) if self.tokens else "its end"
        match token:
            case "!":
                self.deeper()
                value = self.unary()
                self.depth -= 1
                return lambda n: int(not value(n))
            case "(":
                value = self.choice()
                self.expect(")")
                return value
            case "n":
                return lambda n: n
        if not token.isdigit() or len(token) > 9:
            raise ValueError(f"its formula has {token} where a number or n is expected")
        number = int(token)
        return lambda _n: number

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ValueError("its formula is too deep")

    def expect(self, token: str) -> None:
        if self.tokens[:1] != [token]:
            raise ValueError(f'its formula lacks a "{token}"')
        self.tokens.pop(0)


def _applied(name: str, function: _Operator, left: _Value, right: _Value) -> _Value:
    """`&&` and `||` look at their right side only if they have to."""
    if name == "&&":
        return lambda n: int(bool(left(n) and right(n)))
    if name == "||":
        return lambda n: int(bool(left(n) or right(n)))
    return lambda n: int(function(left(n), right(n)))
