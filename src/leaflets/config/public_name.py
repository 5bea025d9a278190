"""The name that everybody sees, in files, addresses and titles -> the same, or why it cannot be used."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from leaflets.config.table import Fault, Faults, bad_value, slug
from leaflets.project import Leaflet
from leaflets.resources import data_path

LONGEST = 40
"""Characters: the rest of a file name takes 60 at most, and old systems and zips take 128 (Joliet: 64)."""

DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{one}{n}" for one in ("com", "lpt") for n in range(10))))
"""Windows opens a device, whatever stands after the dot (Microsoft, Naming Files, Paths, and Namespaces)."""

PAGES = frozenset({"index", "files"})
"""Pages that each language of the site has."""

DATED = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}(?![0-9])")
"""What could be read as the edition of a file, by people and by programs."""

NEUTRAL = 'use a word that could be about anything, such as "guide"'


def public_name(value: object) -> str:
    """A reader: neutral, and good for files everywhere."""
    name = slug(value)
    if len(name) > LONGEST:
        raise bad_value(f"a name of {len(name)} characters is too long", help=f"take {LONGEST} at most")
    if DATED.search(name):
        raise bad_value(f'"{name}" is dated: the edition stands in all names anyhow', help=NEUTRAL)
    if name in DEVICES:
        raise bad_value(f'"{name}" is a device in Windows, where no file may be called so', help=NEUTRAL)
    if name in PAGES:
        raise bad_value(f'"{name}" is the name of another page of the site', help=NEUTRAL)
    found = next(_telling(name), None)
    if found:
        raise _gives_away(name, *found)
    return name


def clashes(leaflets: tuple[Leaflet, ...]) -> Iterator[tuple[Leaflet, Fault]]:
    """Leaflets whose files would overwrite those of one before: `guide-both` is a page of `guide`."""
    for number, leaflet in enumerate(leaflets):
        for other in leaflets[:number]:
            pair = {leaflet.public_name, other.public_name}
            if len(pair) == 1 or pair == {min(pair), f"{min(pair)}-both"}:
                message = f'"{leaflet.public_name}" cannot stand beside "{other.public_name}" of {other.name}'
                step = "give each leaflet a public name of its own"
                yield leaflet, Fault(rule="bad-value", message=message, help=step)


def _telling(name: str) -> Iterator[tuple[str, str]]:
    """Language and word of the list with which a word of the name begins."""
    for tag, words in _words().items():
        yield from ((tag, word) for word in words if f"-{word}" in f"-{name}")


@lru_cache(maxsize=1)
def _words() -> Mapping[str, tuple[str, ...]]:
    told = tomllib.loads(data_path("telling.toml").read_text(encoding="utf-8"))
    return {tag: tuple(words) for tag, words in told["words"].items()}


def _gives_away(name: str, tag: str, word: str) -> Faults:
    fault = Fault(
        rule="bad-value",
        message=f'"{name}" tells what the leaflet is about: "{word}" is on the list of such words ({tag})',
        help=NEUTRAL,
        notes=("it stands in file names, titles and addresses, where whoever sees the device reads it",),
    )
    return Faults(fault)
