"""Style sheets and what they build on (`@import`) -> all texts, in the order of the cascade."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import pairwise
from typing import Any

import tinycss2

from leaflets.diagnostics import Place
from leaflets.document.parse import Faults, did_you_mean
from leaflets.errors import InputError
from leaflets.files import Files, read_text
from leaflets.frozen import dataclass

ENDLESS = re.compile(r"[0-9]{300}")

MOST = 200_000
"""Characters of a style sheet: the largest of the toolkit has a tenth of that."""

WHERE = 'write @import "card.css"; on a line of its own, before all rules'


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One `@import`: the style sheet that it names, from the project's folder, and where it stands."""

    path: str
    """Empty where it names nothing that can be read; `fault` then says why."""
    line: int
    fault: str = ""


def gather(paths: Sequence[str], *, files: Files, faults: Faults) -> tuple[tuple[str, str], ...]:
    """(path, text) of each style sheet after those that it imports (CSS Cascade 5, 2).

    One that is imported twice stands where it is named last, as its rules would win there anyhow.
    """
    gatherer = _Gatherer(files=files, faults=faults)
    found = _last(path for top in paths for path in gatherer.gathered(top, ()))
    return tuple((path, gatherer.texts[path]) for path in found)


@dataclass(slots=True, kw_only=True)
class _Gatherer:
    """Each style sheet is read once, however often it is imported."""

    files: Files
    faults: Faults
    texts: dict[str, str] = field(default_factory=dict)
    orders: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Style sheet -> all that it builds on, and itself at the end."""

    def gathered(self, path: str, way: tuple[str, ...]) -> tuple[str, ...]:
        """`way` leads from the first style sheet to the one that imports this one."""
        if path not in self.orders:
            self.texts[path] = self._read(path)
            below: list[str] = []
            for one in _imports(path, self.texts[path]):
                if self._is_good(one, (*way, path)):
                    below += self.gathered(one.path, (*way, path))
            self.orders[path] = _last((*below, path))
        return self.orders[path]

    def _read(self, path: str) -> str:
        """Its text; none where it, or a number in it, is so long that no reader would take it."""
        text = read_text(self.files, path)
        if len(text) > MOST:
            told = f"the style sheet has {len(text)} characters; none of a leaflet has more than {MOST}"
            step = "restore it; perhaps another file was saved under its name"
            self.faults.add("bad-css", told, Place(file=path), help=step)
            return ""
        found = ENDLESS.search(text)
        if found is None:
            return text
        place = Place(file=path, line=text.count("\n", 0, found.start()) + 1)
        self.faults.add(
            "bad-css", "a number of hundreds of digits", place, help="write the number that is meant"
        )
        return ""

    def _is_good(self, one: Import, way: tuple[str, ...]) -> bool:
        place = Place(file=way[-1], line=one.line)
        if one.fault:
            self.faults.add("bad-import", one.fault, place, help=WHERE)
        elif one.path in way:
            self._refuse_ring((*way[way.index(one.path) :], one.path), place)
        elif not self._is_there(one.path, place):
            self._refuse_missing(one.path, place)
        else:
            return True
        return False

    def _is_there(self, path: str, place: Place) -> bool:
        """InputError at the line of the import where a link leads outside of the project."""
        try:
            return self.files.exists(path)
        except InputError as error:
            raise error.at(place) from None

    def _refuse_ring(self, ring: tuple[str, ...], place: Place) -> None:
        told = " -> ".join(ring)
        lines = (f"{file}:{_line(file, self.texts[file], to)}" for file, to in pairwise(ring))
        self.faults.add(
            "circular-style",
            f"the style sheet leads back to itself: {told}",
            place,
            notes=("each of them imports the next: " + ", ".join(lines),),
            help="take one @import away; what both need goes into a style sheet of its own",
        )

    def _refuse_missing(self, path: str, place: Place) -> None:
        folder, name = posixpath.split(path)
        known = tuple(one for one in self.files.children(folder or ".") if one.endswith(".css"))
        self.faults.add(
            "missing-style",
            f"the style sheet {path} is not there",
            place,
            help=did_you_mean(name, known, form="{}") if known else "write it, or take the @import away",
        )


def _last(paths: Iterable[str]) -> tuple[str, ...]:
    """Each path once, where it stands last."""
    return tuple(reversed(dict.fromkeys(reversed(tuple(paths)))))


def _line(file: str, text: str, to: str) -> int:
    return next(one.line for one in _imports(file, text) if one.path == to)


@lru_cache(maxsize=64)
def _imports(path: str, text: str) -> tuple[Import, ...]:
    return tuple(_read_imports(path, text))


def _read_imports(path: str, text: str) -> Iterator[Import]:
    ruled = False
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if not is_import(rule):
            ruled = True
        elif ruled:
            yield Import(path="", line=rule.source_line, fault="@import stands after a rule")
        else:
            yield _import(rule, path)


def is_import(rule: Any) -> bool:  # tinycss2 has no types
    return bool(rule.type == "at-rule" and rule.lower_at_keyword == "import")


def _import(rule: Any, path: str) -> Import:  # tinycss2 has no types
    """A path relative to the style sheet that it stands in (CSS Values 4, 4.5.1), and nothing else."""
    words = [token for token in rule.prelude if token.type not in ("whitespace", "comment")]
    if len(words) != 1 or words[0].type not in ("string", "url") or rule.content is not None:
        fault = "@import takes the name of one style sheet, and nothing else"
        return Import(path="", line=rule.source_line, fault=fault)
    name = words[0].value
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
    if not name or ":" in name or "\\" in name or name.startswith("/") or whole.startswith(".."):
        fault = f'"{name}" leads outside of the project: nothing is fetched from elsewhere'
        return Import(path="", line=rule.source_line, fault=fault)
    return Import(path=whole, line=rule.source_line)
