"""Style sheets to rules: a declared subset of CSS, each declaration with its file and line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import Any

import cssselect2
import tinycss2

from leaflets.color import Color
from leaflets.diagnostics import Diagnostic, Place
from leaflets.document.counters import ITEM
from leaflets.document.generated import PSEUDO, PSEUDO_PROPERTIES, counted
from leaflets.document.imports import gather, is_import
from leaflets.document.pagestyle import PAGE_PROPERTIES, read_page_value
from leaflets.document.parse import Faults, did_you_mean
from leaflets.document.properties import PROPERTIES, read_value
from leaflets.document.tree import PageStyle
from leaflets.document.values import BadValue, Change
from leaflets.files import Files
from leaflets.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Declarations of one rule, in order."""

    changes: tuple[tuple[str, Change], ...]
    """Property names and what they change."""


ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {
        "font-face": "families of your own stand in fonts/fonts.toml (docs/fonts.md)",
        "media": "[palette] has values for screens and for print; each format has a style sheet of its own",
        "counter-style": "use a list-style-type that there is, or marks in quotation marks",
        "layer": "style sheets that are imported come first, and later rules win",
    }
)
"""What other rules of CSS are good for, and where that is said here."""

SIDES_OF_PAPER: Mapping[str, str] = MappingProxyType(
    {"top": "block-start", "bottom": "block-end", "left": "inline-start", "right": "inline-end"}
)

DEEPEST = 20
"""Brackets within each other: selectors and values have three or four, and are read by recursion."""

LONGEST = 100
"""Parts of a selector, blanks among them: each is a call within that of the one before."""

Matcher = Any  # cssselect2 has no types: cssselect2.Matcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """All that style sheets say: rules of elements, and of the sheet."""

    matcher: Matcher
    page: PageStyle


def read_styles(paths: Sequence[str], *, files: Files, colors: Mapping[str, Color], faults: Faults) -> Styles:
    """All rules of style sheets and of what they import, the later ones stronger; faults are collected."""
    styles, found = _styles(gather(paths, files=files, faults=faults), tuple(colors.items()))
    faults.found += found
    return styles


@lru_cache(maxsize=32)
def _styles(
    texts: tuple[tuple[str, str], ...], colors: tuple[tuple[str, Color], ...]
) -> tuple[Styles, tuple[Diagnostic, ...]]:
    """The rules do not depend on the language: they are read once a process."""
    reader = _Reader(colors=dict(colors))
    for path, text in texts:
        for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            if not is_import(rule):
                reader.rule(rule, path)
    reader.check_counters()
    return Styles(matcher=reader.matcher, page=reader.page), tuple(reader.faults.found)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Puts rules into a matcher, and collects faults."""

    colors: Mapping[str, Color]
    matcher: Matcher = field(default_factory=cssselect2.Matcher)
    page: PageStyle = field(default_factory=PageStyle)
    faults: Faults = field(default_factory=Faults)
    counters: set[str] = field(default_factory=lambda: {ITEM})
    """All that are set or go on somewhere, and `shown` those that are written."""
    shown: list[tuple[str, Place]] = field(default_factory=list)

    def rule(self, rule: Any, path: str) -> None:  # tinycss2 has no types
        place = Place(file=path, line=rule.source_line)
        if is_deeper(rule, DEEPEST):
            told = f"brackets stand more than {DEEPEST} deep within each other"
            self.faults.add("bad-css", told, place, help="write several rules, or select by a class")
            return
        if rule.type != "qualified-rule":
            self._at_rule(rule, place)
            return
        selectors = self._selectors(rule, place)
        pseudo = [selector.pseudo_element for selector in selectors]
        payload = Rule(changes=tuple(self._declarations(rule.content, path, pseudo=pseudo)))
        for selector in selectors:
            self.matcher.add_selector(selector, payload)

    def _at_rule(self, rule: Any, place: Place) -> None:  # tinycss2 has no types
        """`@page` for all sheets of a format; others are refused, with where else that is said."""
        name = rule.lower_at_keyword if rule.type == "at-rule" else ""
        if name == "page" and rule.content is not None:
            if tinycss2.serialize(rule.prelude).strip():
                step = "write @page { … }; panels with a name of their own tell pages apart"
                self.faults.add("bad-css", "all sheets of a format are alike", place, help=step)
            self._page(rule.content, place.file)
            return
        what = f"@{rule.at_keyword}" if name else getattr(rule, "message", "this")
        told = f"{what} is not part of the style language"
        self.faults.add("bad-css", told, place, help=ELSEWHERE.get(name, "use rules: selector { … }"))

    def _page(self, content: Any, path: str) -> None:  # tinycss2 tokens
        for item in self._items(content, path, known=tuple(PAGE_PROPERTIES)):
            try:
                self.page = read_page_value(item.lower_name, item.value)(self.page)
            except BadValue as error:
                self._bad_value(item, error, path)

    def check_counters(self) -> None:
        """A counter that is written and never counts would print 0."""
        for name, place in self.shown:
            if name not in self.counters:
                near = did_you_mean(name, tuple(self.counters), form="{}")
                step = f"{near}; or count with counter-increment: {name};"
                self.faults.add("unknown-counter", f'no rule counts "{name}"', place, help=step)

    def _selectors(self, rule: Any, place: Place) -> list[Any]:  # tinycss2, cssselect2
        if any(len(part) > LONGEST for part in _parts(rule.prelude)):
            told = f"a selector has more than {LONGEST} parts"
            self.faults.add("bad-selector", told, place, help="select by a class")
            return []
        try:
            found = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError as error:
            text = tinycss2.serialize(rule.prelude).strip()
            self.faults.add(
                "bad-selector",
                f'the selector "{text}" is not understood: {error}',
                place,
                help="use element, .class, #id, :lang(), >, ::before, ::marker and what CSS 3 selects by",
            )
            return []
        for name in (one.pseudo_element for one in found if one.pseudo_element not in (None, *PSEUDO)):
            near = did_you_mean(name, PSEUDO, form="::{}")
            self.faults.add("bad-selector", f"nothing is written at ::{name}", place, help=near)
        return list(found)

    def _declarations(
        self, content: Any, path: str, *, pseudo: Sequence[str | None]
    ) -> Iterator[tuple[str, Change]]:
        for item in self._items(content, path, known=tuple(PROPERTIES)):
            place = _place(item, path)
            if self._has_effect(item.lower_name, place, pseudo=pseudo):
                yield from self._changes(item, place)

    def _items(self, content: Any, path: str, *, known: tuple[str, ...]) -> Iterator[Any]:  # tinycss2
        """Declarations of properties that there are."""
        for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
            place = _place(item, path)
            if item.type != "declaration":
                told = str(getattr(item, "message", "a nested rule"))
                self.faults.add("bad-css", told, place, help="write property: value;")
            elif item.lower_name not in known:
                self.faults.add(
                    "unknown-property",
                    f'there is no style property "{item.name}"',
                    place,
                    help=_instead(item.lower_name, known),
                )
            elif item.important:
                step = "take it away: later rules win, and among equals those with more to select by"
                self.faults.add("bad-css", "!important is not part of the style language", place, help=step)
            else:
                yield item

    def _has_effect(self, name: str, place: Place, *, pseudo: Sequence[str | None]) -> bool:
        if name == "content" and None in pseudo:
            told = "content is of ::before and ::marker, and not of elements"
            self.faults.add("bad-value", told, place, help="select for example h2::before or li::marker")
            return False
        if name not in PSEUDO_PROPERTIES and any(pseudo):
            told = f"{name} has no effect on ::before and ::marker"
            step = "there are " + ", ".join(PSEUDO_PROPERTIES)
            self.faults.add("bad-value", told, place, help=step)
            return False
        return True

    def _changes(self, item: Any, place: Place) -> Iterator[tuple[str, Change]]:  # tinycss2 declaration
        name = item.lower_name
        try:
            for change in read_value(name, item.value, colors=self.colors):
                yield name, _placed(name, change, place)
        except BadValue as error:
            self._bad_value(item, error, place.file)
        if name in ("counter-reset", "counter-increment"):
            self.counters.update(token.value for token in item.value if token.type == "ident")
        if name == "content":
            self.shown += [(token.value, place) for token in counted(item.value)]

    def _bad_value(self, item: Any, error: BadValue, path: str) -> None:  # tinycss2 declaration
        self.faults.add("bad-value", f"{item.name}: {error}", _place(item, path), help=error.expected)


def _place(item: Any, path: str) -> Place:  # tinycss2 node
    return Place(file=path, line=item.source_line, column=item.source_column)


def is_deeper(node: Any, most: int) -> bool:  # tinycss2 node
    """Whether blocks and functions stand deeper within each other than that; asked without recursion."""
    below = [(node, 0)]
    while below:
        node, depth = below.pop()
        if depth > most:
            return True
        for name in ("prelude", "content", "arguments"):
            below += [(child, depth + 1) for child in getattr(node, name, None) or ()]
    return False


def _instead(name: str, known: tuple[str, ...]) -> str:
    """The nearest property; of sides by their place on paper, the one by the direction of reading."""
    logical = "-".join(SIDES_OF_PAPER.get(part, part) for part in name.split("-"))
    if logical != name and logical in known:
        return f"did you mean {logical}? Sides change with the direction of reading"
    if name == "margin" or name.startswith("margin-"):
        return did_you_mean(name, known, form="{}") + "; margins of pages are the padding of flow and box"
    return did_you_mean(name, known, form="{}")


def _placed(name: str, change: Change, place: Place) -> Change:
    """A style remembers where colour and size of its text come from: they may turn out to be unfit for it."""
    match name:
        case "color":
            return lambda style: replace(change(style), color_at=place)
        case "font-size":
            return lambda style: replace(change(style), size_at=place)
    return change


def scoped(rules: str, *, within: str) -> str:
    """Rules whose selectors reach no further than one selector."""
    return "".join(
        f"{within} {tinycss2.serialize(rule.prelude).strip()} {{{tinycss2.serialize(rule.content)}}}\n"
        for rule in tinycss2.parse_stylesheet(rules, skip_whitespace=True)
    )


def _parts(prelude: Sequence[Any]) -> list[list[Any]]:  # tokens of tinycss2
    """The selectors of a rule, between its commas."""
    return [list(tokens) for is_comma, tokens in groupby(prelude, lambda one: one == ",") if not is_comma]
