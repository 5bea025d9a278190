"""The language of layouts: Jinja's sandbox, without what changes translated text or goes on without end.

Layouts come from strangers. Each is rendered in bounded time and memory: all that is done more than once, and
every text and list that is made, is paid for by its size; nothing is asked of a list within lists that would
walk through it. Filters, tests, methods and globals are those that a layout has a use for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import wraps
from types import MappingProxyType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context, LoopContext, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from leaflets.document.measured import ASKED, Measured

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Around the number of a text that is translated after rendering."""

MOST_STEPS = 10_000_000
"""Of one layout: nodes of its loops and macros each time, items of lists, letters. Layouts of formats take a
hundred thousand."""
CALL, INCLUDE = 100, 5_000
"""Steps that a call counts for, and an include, which loads a template anew."""
MOST_BITS = 64

TEXT = ("capitalize", "lower", "replace", "title", "trim", "upper")
KEEP = ("e", "escape", "safe", "string", "trim")
"""They leave a text that is still to be translated as it is."""
DEFAULT = ("d", "default")
SCALARS = ("join", "max", "min", "sort", "sum", "unique")
"""Of lists: they look into each item."""
LISTS = (
    *(*SCALARS, "count", "first", "items", "last", "length", "list", "map", "reject", "rejectattr"),
    *("reverse", "select", "selectattr"),
)
NUMBERS = ("abs", "float", "int")
TESTS = (
    *("boolean", "defined", "false", "float", "integer", "mapping", "none", "number", "sequence"),
    *("string", "true", "undefined"),
)
OF_NUMBERS = ("divisibleby", "even", "odd")
METHODS: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        str: ("endswith", "lower", "lstrip", "rstrip", "split", "startswith", "strip", "upper"),
        dict: ("get", "items", "keys", "values"),
        list: (),
        tuple: (),
        int: (),
        float: (),
        bytes: (),
        LoopContext: (
            *("cycle", "depth", "depth0", "first", "index", "index0", "last", "length"),
            *("nextitem", "previtem", "revindex", "revindex0"),
        ),
    }
)

OWN_ARGUMENTS = ("_loop_vars", "_block_vars")
"""Jinja adds them to calls."""


class LayoutEnvironment(ImmutableSandboxedEnvironment):
    """Of one layout: it measures what is done. SecurityError where something is not for layouts."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, **options: Any) -> None:  # those of jinja2.Environment
        self.steps = 0
        super().__init__(finalize=self.shown, **options)
        names = dict.fromkeys((*TEXT, *KEEP, *DEFAULT, *LISTS, *NUMBERS))
        own = (self.spend, self.looped, self.joined, self.sliced, self.scalar, self.searched, self.key)
        self.filters = {name: self._filter(name) for name in names}
        self.filters |= {ASKED.format(one.__name__): _at_run_time(one) for one in own}
        tests: dict[str, Callable[..., Any]] = self.tests  # type: ignore[assignment]  # Jinja does not say
        self.tests = {name: tests[name] for name in TESTS}
        self.tests |= {name: _of_numbers(tests[name], name) for name in OF_NUMBERS}
        self.globals = {"dict": dict, "namespace": Namespace, "range": range}

    def spend(self, steps: int) -> None:
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise SecurityError(f"the layout goes on after {MOST_STEPS:,} steps and letters")

    def concat(self, parts: Iterable[str]) -> str:
        """What a layout, a block or a macro has written."""
        written, size, room = list[str](), 0, MOST_STEPS - self.steps
        for part in parts:
            size += len(part)
            if size > room:
                break
            written.append(part)
        self.spend(size)
        return "".join(written)

    def shown(self, value: object) -> object:
        """`{{ value }}`."""
        self.spend(_size(printable(value)))
        return value

    def looped(self, items: Iterable[object]) -> Iterable[object]:
        """What `{% for %}` goes over."""
        if isinstance(items, str):
            raise SecurityError("a loop goes over a list, not over the letters of a text")
        if isinstance(items, Sized):
            self.spend(len(items))
            return items
        return self._counted(items)

    def _counted(self, items: Iterable[object]) -> Iterator[object]:
        for item in items:
            self.spend(1)
            yield item

    def joined(self, *parts: object) -> str:
        """`~`."""
        self.spend(sum(_size(printable(part)) for part in parts))
        return markup_join(parts)

    def sliced(self, value: Any, start: int | None, stop: int | None, step: int | None) -> Any:
        """`[1:]`, which Jinja does not ask its sandbox for."""
        _refuse_translated(value, "[ : ]")
        self.spend(_size(value))
        return value[start:stop:step]

    def scalar(self, value: object) -> object:
        """One side of a comparison."""
        if isinstance(value, list | tuple | set | Mapping):
            raise SecurityError("lists are not compared; compare their items, or how many they are")
        self.spend(_size(value))
        return value

    def searched(self, value: object) -> object:
        """The right side of `in`."""
        self.spend(_size(value))
        return value

    def key(self, value: object) -> object:
        """Of a dictionary."""
        if not isinstance(value, str | int):
            raise SecurityError("things are named by texts and numbers")
        return value

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as Jinja's
        named = [value for name, value in kwargs.items() if name not in OWN_ARGUMENTS]
        __self.spend(CALL + sum(map(_size, (*args, *named))))
        if not isinstance(__obj, Macro):
            for value in (*args, *(() if __obj is dict or __obj is Namespace else named)):
                printable(value)
        if isinstance(getattr(__obj, "__self__", None), str):
            __self.spend(len(__obj.__self__))
            for text in (__obj.__self__, *args):
                _refuse_translated(text, f".{__obj.__name__}()")
        made = super().call(__context, __obj, *args, **kwargs)
        __self.spend(_size(made))
        return made

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        self.spend(1)
        if isinstance(left, int) and isinstance(right, int):
            _refuse_large(operator, left, right)
        elif operator == "+":
            self.spend(_size(left) + _size(right))
        elif not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise SecurityError(f'"{operator}" is for numbers; texts are put together with ~')
        return super().call_binop(context, operator, left, right)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if not isinstance(self.key(argument), str):
            _refuse_translated(obj, "[ ]")
        return super().getitem(obj, argument)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """`str.format` is no method of layouts: widths of a million are one of its words."""
        return None

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        for kind, names in METHODS.items():
            if isinstance(obj, kind) and attr not in names:
                return False
        return super().is_safe_attribute(obj, attr, value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        return Measured(self, name).visit(tree)  # type: ignore[no-any-return]  # a template stays one

    def _filter(self, name: str) -> Callable[..., object]:
        """One of Jinja's filters; it keeps what Jinja says of its first argument."""
        known = FILTERS[name]
        at = 1 if hasattr(known, "jinja_pass_arg") else 0

        @wraps(known)
        def filtered(*args: Any, **kwargs: Any) -> Any:
            values = list(args)
            if name not in DEFAULT:
                values[at] = self._subject(name, values[at])
                self._pay(name, values[at:], kwargs)
            made = known(*values, **kwargs)
            self.spend(1 + _size(made))
            return made

        return filtered

    def _subject(self, name: str, value: Any) -> Any:
        """What a filter is used on."""
        if name not in KEEP:
            _refuse_translated(value, f"|{name}")
        if name not in LISTS:
            self.spend(_size(printable(value)))
            return value
        if isinstance(value, Mapping | str):
            return value
        items = list(self._counted(value))
        if name in SCALARS and not all(map(_is_scalar, items)):
            raise SecurityError(f"|{name} is for lists of texts and numbers")
        return items

    def _pay(self, name: str, values: list[Any], named: Mapping[str, Any]) -> None:
        """Before it is made: `replace` multiplies, and `join` repeats what stands between."""
        for value in (*values[1:], *named.values()):
            printable(value)
        if name == "replace":
            new = values[2] if len(values) > 2 else named.get("new", "")
            self.spend(len(str(values[0])) * max(1, len(str(new))))
        elif name == "join" and isinstance(values[0], list):
            between = len(str(values[1] if len(values) > 1 else named.get("d", "")))
            self.spend(sum(_size(item) + between for item in values[0]))


def printable(value: object) -> object:
    """What can be written as it is. A list within lists within lists would have no end."""
    if _is_scalar(value):
        return value
    if isinstance(value, list | tuple | set | Mapping | Iterator | bytes | range):
        raise SecurityError("a list is not printed as it is; go over it with {% for %}")
    raise SecurityError("a macro, function or namespace is not printed; call it, as in name()")


def _is_scalar(value: object) -> bool:
    return value is None or isinstance(value, str | int | float | jinja2.Undefined)


def _at_run_time(own: Callable[..., object]) -> Callable[..., object]:
    """Jinja asks filters about constants when it compiles, unless they want to know the context."""

    @jinja2.pass_context
    def asked(_context: Context, *values: Any) -> object:
        return own(*values)

    return asked


def _of_numbers(test: Callable[..., Any], name: str) -> Callable[..., bool]:
    """They divide, and of a text `%` makes one of any length."""

    def tested(value: object, *others: object) -> bool:
        if not all(isinstance(one, int | float) for one in (value, *others)):
            raise SecurityError(f"{name} is for numbers")
        return bool(test(value, *others))

    return tested


def _size(value: object) -> int:
    return len(value) if isinstance(value, str | list | tuple | dict | range) else 1


def _refuse_translated(text: object, what: str) -> None:
    if isinstance(text, str) and OPEN in text:
        raise SecurityError(
            f"{what} would change a text before it is translated; write it as it is to be printed"
        )


def _refuse_large(operator: str, left: int, right: int) -> None:
    one, other = left.bit_length(), right.bit_length()
    bits = {"**": one * max(right, 1), "*": one + other}.get(operator, max(one, other))
    if bits > MOST_BITS:
        raise SecurityError("the number is too large")
