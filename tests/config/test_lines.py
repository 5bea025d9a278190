"""Every key of a TOML text has the line it stands in."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from leaflets.config.lines import KeyPath, key_lines

ROOT = Path(__file__).parents[2]

SAMPLE = '''\
a = 1 # [not] = "a table"
b.c = { d = "}", "e f" = [1, 2] }

[t."x.y"]
multi = """
k = 1
[no]
"""
list = [ # comment, with = and ]
  "one",
  [ 2,
    3 ], # nested
  { n = 'x # y' },
]
raw = \'\'\'
z = "\'\'\'

[[s.item]]
n = 1
[s.item.sub]
m = 2
[[s.item]]
n = 3
"escaped \\u017e" = -1.5e3
day = 2026-11-23 07:00:00
'''


def paths(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from paths(inner, (*path, key))


def test_lines_by_hand() -> None:
    lines = key_lines(SAMPLE)
    expected: dict[KeyPath, int] = {
        ("a",): 1,
        ("b",): 2,
        ("b", "c", "d"): 2,
        ("b", "c", "e f", 1): 2,
        ("t", "x.y"): 4,
        ("t", "x.y", "multi"): 5,
        ("t", "x.y", "list"): 9,
        ("t", "x.y", "list", 0): 10,
        ("t", "x.y", "list", 1, 1): 12,
        ("t", "x.y", "list", 2, "n"): 13,
        ("t", "x.y", "raw"): 15,
        ("s", "item", 0): 18,
        ("s", "item", 0, "sub", "m"): 21,
        ("s", "item", 1): 22,
        ("s", "item", 1, "n"): 23,
        ("s", "item", 1, "escaped ž"): 24,
        ("s", "item", 1, "day"): 25,
    }
    assert {path: lines[path] for path in expected} == expected


@pytest.mark.parametrize(
    "name", ["leaflets.toml", "contacts.toml", "pyproject.toml", "src/leaflets/data/languages.toml"]
)
def test_every_path_that_tomllib_reads_has_a_line(name: str) -> None:
    """Law: the paths found are those of tomllib, and a key's line holds the key."""
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = key_lines(text)
    assert set(lines) | {()} == set(paths(tomllib.loads(text)))
    rows = text.splitlines()
    assert all(path[-1] in rows[line - 1] for path, line in lines.items() if isinstance(path[-1], str))


def test_the_sample_has_a_line_for_every_path() -> None:
    assert set(key_lines(SAMPLE)) | {()} == set(paths(tomllib.loads(SAMPLE)))
