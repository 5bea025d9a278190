"""A TOML text to values: strictly, with the key path and the line of everything that is wrong.

A reader is a function from a value to what it means; it raises Faults, to which the callers add their
keys on the way up. A Table notes them and reads on, so that all errors of a file are told at once.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import TypeVar

from leaflets.config.lines import KeyPath, key_lines
from leaflets.controls import loose
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import ConfigError
from leaflets.files import FORBIDDEN
from leaflets.geometry import points_of

Value = TypeVar("Value")
Other = TypeVar("Other")

Reader = Callable[[object], Value]

LAST_YEAR = 2999
"""Days are counted on from a day, and Python's calendar ends in 9999."""

_KINDS = {str: "a text", bool: "true or false", int: "a whole number", float: "a number", list: "a list"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One wrong value; `path` leads to it from where the reader started."""

    rule: str
    message: str
    help: str
    path: KeyPath = ()
    notes: tuple[str, ...] = ()


class Faults(Exception):  # noqa: N818 (a collection, which never leaves this package)
    """What a reader found wrong in one value."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(faults[0].message)
        self.faults = faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file: where its keys are, and what was found wrong so far."""

    file: str
    text: str
    found: list[Diagnostic] = field(default_factory=list)

    def note(self, fault: Fault) -> None:
        """Keep a fault, whose path starts at the root of the file, as a diagnostic."""
        where = dotted(fault.path)
        message = f"{where}: {fault.message}" if where else fault.message
        place = self.place(fault.path)
        self.found.append(
            Diagnostic(rule=fault.rule, message=message, place=place, notes=fault.notes, help=fault.help)
        )

    def place(self, path: KeyPath) -> Place:
        """The line of a key, or of the innermost table around it that has one."""
        lines = key_lines(self.text)
        ends = range(len(path), 0, -1)
        line = next((lines[path[:end]] for end in ends if path[:end] in lines), None)
        return Place(file=self.file, line=line)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """In the order of lines."""
        return tuple(sorted(self.found, key=lambda found: (found.place and found.place.line) or 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a file. Its methods note what is wrong and return a stand-in, to read on."""

    source: Source
    path: KeyPath
    values: Mapping[str, object]

    def need(self, key: str, reader: Reader[Value], stand_in: Other) -> Value | Other:
        """The value of a key that must be there."""
        if key not in self.values:
            self.note(Fault(rule="missing-key", message=f"{key} is missing", help=f"add {key} = …"))
            return stand_in
        return self.take(key, reader, stand_in)

    def take(self, key: str, reader: Reader[Value], default: Other) -> Value | Other:
        """The value of a key, or the default if it is not there."""
        if key not in self.values:
            return default
        try:
            return reader(self.values[key])
        except Faults as faults:
            for fault in faults.faults:
                self.note(fault, key)
            return default

    def table(self, key: str) -> "Table":
        """A table within this one; an empty one if there is none, or another value."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            self.note(_wrong_type(value, "a table"), key)
            value = {}
        return Table(source=self.source, path=(*self.path, key), values=value)

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of a list of tables; none if there is no such key."""
        for index, item in enumerate(self.take(key, _list, ())):
            if isinstance(item, dict):
                yield Table(source=self.source, path=(*self.path, key, index), values=item)
            else:
                self.note(_wrong_type(item, "a table { … }"), key, index)

    def only(self, *known: str) -> None:
        """Note every key that is not known."""
        for key in self.values:
            if key not in known:
                self.note(_unknown_key(key, known), key)

    def check_name(self) -> None:
        """Note the table's own name if it could not be the name of a file or folder."""
        try:
            slug(self.path[-1])
        except Faults as faults:
            self.note(faults.faults[0])

    def place(self, *keys: str) -> Place:
        return self.source.place((*self.path, *keys))

    def note(self, fault: Fault, *keys: str | int) -> None:
        """Keep a fault of a value below these keys of the table."""
        path = (*self.path, *keys, *fault.path)
        self.source.note(
            Fault(rule=fault.rule, message=fault.message, help=fault.help, path=path, notes=fault.notes)
        )


def open_toml(text: str, *, file: str) -> Table:
    """The root table of a file; ConfigError if it is not TOML."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError.of(_not_toml(str(error), text, file)) from None
    except RecursionError:
        raise ConfigError.of(_not_toml("Lists or tables are nested too deep", text, file)) from None
    except ValueError:  # more digits than Python reads
        raise ConfigError.of(_not_toml("A number has too many digits", text, file)) from None
    return Table(source=Source(file=file, text=text), path=(), values=values)


def close(*tables: Table) -> None:
    """ConfigError with all that was found wrong in these files, if anything was."""
    found = [diagnostic for table in tables for diagnostic in table.source.diagnostics]
    if found:
        raise ConfigError.of(*found)


def dotted(path: KeyPath) -> str:
    """`leaflet.victims-rights.formats[2]`."""
    parts = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return "".join(parts).removeprefix(".")


def suggestion(word: str, known: tuple[str, ...]) -> str:
    """`did you mean "x"?`, or all that is known if nothing is near."""
    near = get_close_matches(word, known, n=1)
    return f'did you mean "{near[0]}"?' if near else "known are: " + ", ".join(known)


def text(value: object) -> str:
    """One line of text, which may be empty."""
    if not isinstance(value, str):
        raise Faults(_wrong_type(value, "a text"))
    if "\n" in value or value != value.strip():
        raise bad_value(f"{value!r} has a line break or blanks around it", help="write it in one line")
    if not value.isascii() or not value.isprintable():
        _refuse_hidden(value)
    return value


def _refuse_hidden(value: str) -> None:
    """What no file may hold can still be written as an escape (TOML v1.0.0, String)."""
    found = FORBIDDEN.search(value)
    index = found.start() if found else min(loose(value), default=None)
    if index is not None:
        code = f"U+{ord(value[index]):04X}"
        told = (
            f"{code} cannot be printed" if found else f"{code} turns the order of words, and is never closed"
        )
        raise bad_value(told, help="delete it")


def words(value: object) -> str:
    """One line of text that says something."""
    line = text(value)
    if not line:
        raise bad_value("the text is empty", help="write the text, or delete the key if it is not needed")
    return line


def slug(value: object) -> str:
    """A name for folders, files and addresses."""
    name = text(value)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise bad_value(
            f'"{name}" is not a plain name', help="use only a to z, 0 to 9 and single hyphens between them"
        )
    return name


def flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Faults(_wrong_type(value, "true or false"))
    return value


def count(value: object) -> int:
    """A whole number above 0."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Faults(_wrong_type(value, "a whole number"))
    if value < 1:
        raise bad_value(f"{value} is less than 1", help="write a number of 1 or more, or delete the key")
    return value


def number(value: object) -> float:
    """A number above 0."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise Faults(_wrong_type(value, "a number"))
    if not 0 < value < float("inf"):
        raise bad_value(f"{value} is not above 0", help="write a number such as 1.0")
    return float(value)


def length(value: object) -> float:
    """A length such as `3mm`, in points."""
    points = points_of(text(value))
    if points is None:
        raise bad_value(
            f'"{value}" is not a length', help='write a number with mm, cm, in or pt: "3mm", "10mm"'
        )
    return points


def day(value: object) -> date:
    """A day, without a time."""
    if type(value) is not date:
        raise bad_value("this is not a day", help="write a date without quotation marks: 2026-11-23")
    if value.year > LAST_YEAR:
        raise bad_value(f"the year {value.year} is a slip of the pen", help="write the right one")
    return value


def choice(*known: str) -> Reader[str]:
    """A reader of one of a few words."""

    def read(value: object) -> str:
        word = text(value)
        if word not in known:
            raise bad_value(f'"{word}" is not known here', help=suggestion(word, known))
        return word

    return read


def several(reader: Reader[Value]) -> Reader[tuple[Value, ...]]:
    """A reader of a list without repetitions; faults carry the index of their item."""

    def read(value: object) -> tuple[Value, ...]:
        items: list[Value] = []
        faults: list[Fault] = []
        for index, raw in enumerate(_list(value)):
            try:
                item = reader(raw)
            except Faults as found:
                faults += [_below(fault, index) for fault in found.faults]
                continue
            if item in items:
                faults.append(_below(_repeated(raw), index))
            items.append(item)
        if faults:
            raise Faults(*faults)
        return tuple(items)

    return read


def some(reader: Reader[Value]) -> Reader[tuple[Value, ...]]:
    """A reader of a list with at least one item, without repetitions."""

    def read(value: object) -> tuple[Value, ...]:
        items = several(reader)(value)
        if not items:
            raise bad_value("the list is empty", help="write at least one item")
        return items

    return read


def bad_value(message: str, *, help: str, rule: str = "bad-value") -> Faults:
    return Faults(Fault(rule=rule, message=message, help=help))


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise Faults(_wrong_type(value, "a list [ … ]"))
    return value


def _below(fault: Fault, key: str | int) -> Fault:
    path = (key, *fault.path)
    return Fault(rule=fault.rule, message=fault.message, help=fault.help, path=path, notes=fault.notes)


def _repeated(value: object) -> Fault:
    return Fault(rule="bad-value", message=f"{value!r} stands in the list twice", help="delete one of them")


def _wrong_type(value: object, expected: str) -> Fault:
    kind = _KINDS.get(type(value), "a table" if isinstance(value, dict) else "a date or time")
    example = {"a text": ' in quotation marks: "…"', "true or false": " without quotation marks"}
    return Fault(
        rule="wrong-type",
        message=f"this is {kind}, where {expected} is expected",
        help=f"write {expected}{example.get(expected, '')}",
    )


def _unknown_key(key: str, known: tuple[str, ...]) -> Fault:
    return Fault(rule="unknown-key", message=f'the key "{key}" is not known', help=suggestion(key, known))


def _not_toml(message: str, toml: str, file: str) -> Diagnostic:
    """tomllib names the place in words: `… (at line 3, column 5)` or `… (at end of document)`."""
    said, _, where = message.partition(" (at ")
    spot = re.match(r"line (\d+), column (\d+)", where)
    line = int(spot.group(1)) if spot else toml.rstrip("\n").count("\n") + 1
    column = int(spot.group(2)) if spot else None
    return Diagnostic(
        rule="toml-syntax",
        message=f"this is not TOML: {said[:1].lower()}{said[1:]}",
        place=Place(file=file, line=line, column=column),
        help='write key = "text", lists as ["a", "b"], and each key of a table once (https://toml.io)',
    )
