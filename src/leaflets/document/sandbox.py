"""The language of layouts: Jinja's sandbox, without what changes translated text or goes on without end.

Layouts come from strangers. Loops, calls and what they write are counted, so that each layout is rendered in
bounded time and memory; filters, methods and globals are those that a layout has a use for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from functools import wraps
from types import MappingProxyType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Around the number of a text that is translated after rendering."""

MOST_STEPS = 1_000_000
"""Rounds of loops, calls and includes of one layout; the largest in use takes some ten thousand."""
CALL, INCLUDE = 10, 500
"""Steps that a call counts for, of a macro perhaps, and an include, which loads a template anew."""
MOST_LETTERS = 5_000_000
"""That a layout may write; the largest in use has 200,000."""
MOST_ITEMS = 100_000
MOST_BITS = 64

TEXT = ("capitalize", "lower", "replace", "title", "trim", "upper")
KEEP = ("d", "default", "e", "escape", "safe", "string", "trim")
"""They leave a text that is still to be translated as it is."""
LISTS = (
    *(
        "count",
        "dictsort",
        "first",
        "groupby",
        "items",
        "join",
        "last",
        "length",
        "list",
        "map",
        "max",
        "min",
    ),
    *("reject", "rejectattr", "reverse", "select", "selectattr", "sort", "sum", "unique"),
)
NUMBERS = ("abs", "float", "int")
METHODS: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        str: ("endswith", "lower", "lstrip", "rstrip", "split", "startswith", "strip", "upper"),
        dict: ("get", "items", "keys", "values"),
        list: ("count", "index"),
        tuple: ("count", "index"),
        int: (),
        float: (),
        bytes: (),
    }
)
GLOBALS = ("dict", "namespace")


class LayoutEnvironment(ImmutableSandboxedEnvironment):
    """Of one layout: it counts what is done. SecurityError where something is not for layouts."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, **options: Any) -> None:  # those of jinja2.Environment
        super().__init__(finalize=printable, **options)
        self.steps = 0
        self.filters = {name: self._filter(name) for name in dict.fromkeys((*TEXT, *KEEP, *LISTS, *NUMBERS))}
        known = self.globals
        self.globals = {name: known[name] for name in GLOBALS} | {"range": numbers}

    def step(self, count: int = 1) -> None:
        self.steps += count
        if self.steps > MOST_STEPS:
            raise SecurityError(f"the layout goes on after {MOST_STEPS:,} rounds of loops and calls")

    def counted(self, items: Iterable[object]) -> Iterator[object]:
        """What a loop goes over."""
        if isinstance(items, str):
            raise SecurityError("a loop goes over a list, not over the letters of a text")
        for item in items:
            self.step()
            yield item

    def concat(self, parts: Iterable[str]) -> str:
        """What a layout, a block or a macro has written."""
        written, size = list[str](), 0
        for part in parts:
            size += len(part)
            if size > MOST_LETTERS:
                raise SecurityError(f"the layout writes more than {MOST_LETTERS:,} characters")
            written.append(part)
        return "".join(written)

    def sliced(self, value: Any, start: int | None, stop: int | None, step: int | None) -> Any:
        """`[1:]`, which Jinja does not ask its sandbox for."""
        self.step()
        _refuse_translated(value, "[ : ]")
        return value[start:stop:step]

    def joined(self, *parts: object) -> str:
        """`~`."""
        found = [printable(part) for part in parts]
        self.concat(part for part in found if isinstance(part, str))
        return markup_join(found)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as Jinja's
        __self.step(CALL)
        if isinstance(getattr(__obj, "__self__", None), str):
            for text in (__obj.__self__, *args):
                _refuse_translated(text, f".{__obj.__name__}()")
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        self.step()
        if operator == "+":
            if isinstance(left, str) and isinstance(right, str):
                self.concat((left, right))
            elif isinstance(left, Sized) and isinstance(right, Sized) and len(left) + len(right) > MOST_ITEMS:
                raise SecurityError(f"a list has more than {MOST_ITEMS:,} items")
        elif not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise SecurityError(f'"{operator}" is for numbers; texts are put together with ~')
        elif isinstance(left, int) and isinstance(right, int):
            _refuse_large(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if not isinstance(argument, str):
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
        return _Counting(self, name).visit(tree)  # type: ignore[no-any-return]  # a template stays one

    def _filter(self, name: str) -> Callable[..., object]:
        """One of Jinja's filters; it keeps what Jinja says of its first argument."""
        known = FILTERS[name]

        @wraps(known)
        def filtered(*args: Any, **kwargs: Any) -> Any:
            at = 1 if hasattr(known, "jinja_pass_arg") else 0
            values = list(args)
            if name not in KEEP:
                _refuse_translated(values[at], f"|{name}")
            if name in TEXT or name in KEEP:
                values[at] = values[at] if name in ("d", "default") else printable(values[at])
            elif name in LISTS and not isinstance(values[at], Mapping | str):
                values[at] = list(self.counted(values[at]))
            self.step()
            self._refuse_long(name, values[at:], kwargs)
            return known(*values, **kwargs)

        return filtered

    def _refuse_long(self, name: str, values: list[Any], named: Mapping[str, Any]) -> None:
        """Before it is made: `replace` multiplies, and `join` repeats what stands between."""
        size = 0
        if name == "replace":
            size = len(str(values[0])) * max(
                1, len(str(values[2] if len(values) > 2 else named.get("new", "")))
            )
        elif name == "join" and isinstance(values[0], list):
            between = len(str(values[1] if len(values) > 1 else named.get("d", "")))
            size = sum(len(str(printable(one))) + between for one in values[0])
        if size > MOST_LETTERS:
            raise SecurityError(f"the layout writes more than {MOST_LETTERS:,} characters")


class _Counting(NodeTransformer):
    """A template whose loops are counted, and whose `~` is measured."""

    def __init__(self, environment: jinja2.Environment, name: str | None) -> None:
        self.environment = environment
        self.name = name

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja's name
        if node.recursive:
            told = "loops that call themselves are not for layouts"
            raise jinja2.TemplateSyntaxError(told, node.lineno, self.name)
        self.generic_visit(node)
        node.iter = self._asked("counted", [node.iter])
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return self._asked("joined", node.nodes)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        part = node.arg
        if not isinstance(part, nodes.Slice):
            return node
        bounds = (one or nodes.Const(None) for one in (part.start, part.stop, part.step))
        return self._asked("sliced", [node.node, *bounds])

    def _asked(self, name: str, arguments: Sequence[nodes.Node]) -> nodes.Call:
        call = nodes.Call(nodes.EnvironmentAttribute(name), list(arguments), [], None, None)
        call.set_lineno(arguments[0].lineno)
        call.set_environment(self.environment)
        return call


def numbers(*bounds: int) -> range:
    """`range`."""
    found = range(*bounds)
    if len(found) > MOST_ITEMS:
        raise SecurityError(f"a list has more than {MOST_ITEMS:,} items")
    return found


def printable(value: object) -> object:
    """What can be written as it is. A list within lists within lists would have no end."""
    if isinstance(value, list | tuple | set | Mapping | Iterator | bytes | range):
        raise SecurityError("a list is not printed as it is; go over it with {% for %}")
    if callable(value) and not isinstance(value, jinja2.Undefined):
        raise SecurityError("a macro or function is not printed; call it, as in name()")
    return value


def _refuse_translated(text: object, what: str) -> None:
    if isinstance(text, str) and OPEN in text:
        raise SecurityError(
            f"{what} would change a text before it is translated; write it as it is to be printed"
        )


def _refuse_large(operator: str, left: int, right: int) -> None:
    bits = left.bit_length() * max(right, 1) if operator == "**" else left.bit_length() + right.bit_length()
    if operator != "%" and bits > MOST_BITS:
        raise SecurityError("the number is too large")
