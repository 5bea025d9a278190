"""A TOML text to the line of each of its keys, which tomllib does not tell.

The text has been read by tomllib before, so that only its shape is looked at here (TOML 1.0.0).
"""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache

KeyPath = tuple[str | int, ...]
"""The keys and array indices that lead to a value, from the root of the file."""

_BLANK = re.compile(r"[ \t\r]*")
_GAP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
"""Blanks, line ends and comments: what may stand between the items of an array."""
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'""")
_SCALAR = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?!")'
    r"|'''.*?'''(?!')"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'"
    r"|[^,\]}#\n]+",
    re.DOTALL,
)


@lru_cache(maxsize=4)
def key_lines(text: str) -> Mapping[KeyPath, int]:
    """Path -> line (from 1) of every table, key and array item of a valid TOML text.

    Asked for only where a place is told, as it takes longer than reading the text."""
    marks: dict[KeyPath, int] = {}
    table: KeyPath = ()
    position = _gap(text, 0)
    while position < len(text):
        if text[position] == "[":
            table, position = _header(text, position, marks)
        else:
            position = _pair(text, position, table, marks)
        position = _gap(text, position)
    return {path: text.count("\n", 0, offset) + 1 for path, offset in marks.items()}


def _header(text: str, position: int, marks: dict[KeyPath, int]) -> tuple[KeyPath, int]:
    """`[a.b]` or `[[a.b]]`: the table that the lines below it belong to."""
    is_item = text.startswith("[[", position)
    keys, end = _keys(text, position + (2 if is_item else 1))
    table: KeyPath = ()
    for depth, key in enumerate(keys, start=1):
        table = (*table, key)
        marks.setdefault(table, position)
        items = sum(1 for path in marks if path[:-1] == table and isinstance(path[-1], int))
        if is_item and depth == len(keys):
            table = (*table, items)
        elif items:
            table = (*table, items - 1)
    marks[table] = position
    return table, text.index("]", end) + (2 if is_item else 1)


def _pair(text: str, position: int, table: KeyPath, marks: dict[KeyPath, int]) -> int:
    """`key = value`; returns the position behind the value."""
    keys, end = _keys(text, position)
    for depth in range(1, len(keys) + 1):
        marks.setdefault((*table, *keys[:depth]), position)
    return _value(text, _blank(text, text.index("=", end) + 1), (*table, *keys), marks)


def _value(text: str, position: int, path: KeyPath, marks: dict[KeyPath, int]) -> int:
    if text[position] == "[":
        return _array(text, position, path, marks)
    if text[position] == "{":
        return _inline_table(text, position, path, marks)
    match = _SCALAR.match(text, position)
    return match.end() if match else len(text)


def _array(text: str, position: int, path: KeyPath, marks: dict[KeyPath, int]) -> int:
    position = _gap(text, position + 1)
    item = 0
    while text[position] != "]":
        marks[*path, item] = position
        position = _gap(text, _value(text, position, (*path, item), marks))
        position = _gap(text, position + 1) if text[position] == "," else position
        item += 1
    return position + 1


def _inline_table(text: str, position: int, path: KeyPath, marks: dict[KeyPath, int]) -> int:
    position = _gap(text, position + 1)
    while text[position] != "}":
        position = _gap(text, _pair(text, position, path, marks))
        position = _gap(text, position + 1) if text[position] == "," else position
    return position + 1


def _keys(text: str, position: int) -> tuple[tuple[str, ...], int]:
    """A dotted key; the position behind it is before any blanks."""
    keys: list[str] = []
    while True:
        match = _KEY.match(text, _blank(text, position))
        if match is None:
            return tuple(keys), position
        keys.append(_bare(match.group()))
        position = _blank(text, match.end())
        if text[position] != ".":
            return tuple(keys), position
        position += 1


def _bare(key: str) -> str:
    """A key without its quotation marks and escapes."""
    if key[0] == "'":
        return key[1:-1]
    return next(iter(tomllib.loads(f"{key} = 0"))) if key[0] == '"' else key


def _gap(text: str, position: int) -> int:
    match = _GAP.match(text, position)
    return match.end() if match else position


def _blank(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    return match.end() if match else position
