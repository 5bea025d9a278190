"""A table of fonts.toml -> typed values, and a fault for everything that is wrong or unknown in it."""

import re
from difflib import get_close_matches

from leaflets.diagnostics import Diagnostic
from leaflets.fonts.faults import list_fault


class Table:
    """One table, read key by key and then closed.

    A value that cannot be used becomes a fault and a stand-in of the right type is returned, so that one
    reading finds all faults. The caller raises if there are any.
    """

    def __init__(self, values: object, *, file: str, path: str, faults: list[Diagnostic]) -> None:
        self._file, self._path, self._faults = file, path, faults
        self._asked: set[str] = set()
        self._values: dict[str, object] = values if isinstance(values, dict) else {}
        self._is_table = isinstance(values, dict)
        if not self._is_table:
            self.fault("must be a table", step="write it under a [heading]")

    def fault(self, problem: str, *, step: str, key: str = "") -> None:
        path = ".".join(part for part in (self._path, key) if part)
        self._faults.append(list_fault(problem, file=self._file, key=path, step=step))

    def close(self) -> None:
        """Every key that nobody asked for is a fault: it is misspelt, or it promises what is not done."""
        for key in sorted(self._values.keys() - self._asked):
            near = get_close_matches(key, sorted(self._asked), n=1)
            step = f"did you mean {near[0]}?" if near else f"keys are {', '.join(sorted(self._asked))}"
            self.fault("unknown key", key=key, step=step)

    def has(self, key: str) -> bool:
        return key in self._values

    def text(
        self, key: str, *, pattern: str = r"\S.*", form: str = "a text", default: str | None = None
    ) -> str:
        value = self._value(key, form=form, default=default)
        if value == default is not None:
            return default
        if isinstance(value, str) and re.fullmatch(pattern, value):
            return value
        self._refuse(key, value, form=form)
        return ""

    def texts(
        self, key: str, *, pattern: str, form: str, default: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        value = self._value(key, form=form, default=default)
        if value == default is not None:
            return default
        items = value if isinstance(value, list) else []
        texts = tuple(item for item in items if isinstance(item, str) and re.fullmatch(pattern, item))
        if texts and len(texts) == len(items):
            return texts
        self._refuse(key, value, form=form)
        return ()

    def integer(self, key: str, *, least: int, most: int, default: int | None = None) -> int:
        form = f"a whole number from {least} to {most}"
        value = self._value(key, form=form, default=default)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self._refuse(key, value, form=form)
        return least

    def factor(self, key: str, *, most: float = 4.0) -> float:
        """A number greater than 0; 1.0 if the key is absent."""
        form = f"a number greater than 0 and at most {most:g}"
        value = self._value(key, form=form, default=1.0)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= most:
            return float(value)
        self._refuse(key, value, form=form)
        return 1.0

    def tables(self, key: str) -> tuple[tuple[str, "Table"], ...]:
        """The tables under [key.name], with their names, in the order of the file."""
        value = self._value(key, form=f"one or more tables [{key}.…]")
        if not isinstance(value, dict):
            self._refuse(key, value, form=f"one or more tables [{key}.…]")
            return ()
        return tuple((name, self._inner(item, path=f"{key}.{name}")) for name, item in value.items())

    def rows(self, key: str) -> tuple["Table", ...]:
        """The tables under [[key]]."""
        form = f"one or more rows [[{self._path}.{key}]]"
        value = self._value(key, form=form)
        if not isinstance(value, list):
            self._refuse(key, value, form=form)
            return ()
        return tuple(self._inner(item, path=f"{key}[{number}]") for number, item in enumerate(value))

    def _inner(self, value: object, *, path: str) -> "Table":
        whole = ".".join(part for part in (self._path, path) if part)
        return Table(value, file=self._file, path=whole, faults=self._faults)

    def _value(self, key: str, *, form: str, default: object = None) -> object:
        self._asked.add(key)
        value = self._values.get(key, default)
        if value is None and self._is_table:
            self.fault("is missing", key=key, step=f"add {key}: {form}")
        return value

    def _refuse(self, key: str, value: object, *, form: str) -> None:
        if value is not None:
            self.fault(f"cannot be {value!r}", key=key, step=f"write {form}")
