"""Style sheets to rules: a declared subset of CSS, each declaration with its file and line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import cssselect2
import tinycss2

from leaflets.color import Color
from leaflets.diagnostics import Diagnostic, Place
from leaflets.document.imports import gather, is_import
from leaflets.document.parse import Faults, did_you_mean
from leaflets.document.properties import PROPERTIES, Change, read_value
from leaflets.document.values import BadValue
from leaflets.files import Files
from leaflets.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Declarations of one rule, in order."""

    changes: tuple[tuple[str, Change], ...]
    """Property names and what they change."""


Matcher = Any  # cssselect2 has no types: cssselect2.Matcher


def read_styles(
    paths: Sequence[str], *, files: Files, colors: Mapping[str, Color], faults: Faults
) -> Matcher:
    """All rules of the style sheets and what they import, the later ones stronger; faults are collected."""
    matcher, found = _matcher(gather(paths, files=files, faults=faults), tuple(colors.items()))
    faults.found += found
    return matcher


@lru_cache(maxsize=32)
def _matcher(
    texts: tuple[tuple[str, str], ...], colors: tuple[tuple[str, Color], ...]
) -> tuple[Matcher, tuple[Diagnostic, ...]]:
    """The rules do not depend on the language: they are read once a process."""
    matcher, faults = cssselect2.Matcher(), Faults()
    for path, text in texts:
        for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            place = Place(file=path, line=rule.source_line)
            if is_import(rule):
                continue
            if rule.type != "qualified-rule":
                _refuse(rule, place, faults)
                continue
            changes = _declarations(rule.content, path, colors=dict(colors), faults=faults)
            _add(matcher, rule, Rule(changes=changes), place, faults)
    return matcher, tuple(faults.found)


def _refuse(rule: Any, place: Place, faults: Faults) -> None:  # tinycss2 has no types
    what = f"@{rule.at_keyword}" if rule.type == "at-rule" else getattr(rule, "message", "this")
    faults.add(
        "bad-css", f"{what} is not part of the style language", place, help="use rules: selector { … }"
    )


def _add(matcher: Matcher, rule: Any, payload: Rule, place: Place, faults: Faults) -> None:  # tinycss2
    try:
        for selector in cssselect2.compile_selector_list(rule.prelude):
            matcher.add_selector(selector, payload)
    except cssselect2.SelectorError as error:
        text = tinycss2.serialize(rule.prelude).strip()
        faults.add(
            "bad-selector",
            f'the selector "{text}" is not understood: {error}',
            place,
            help="use element, .class, #id, :lang(), > and the other selectors of CSS 3",
        )


def _declarations(
    content: Any,
    path: str,
    *,
    colors: Mapping[str, Color],
    faults: Faults,  # tinycss2 tokens
) -> tuple[tuple[str, Change], ...]:
    changes: list[tuple[str, Change]] = []
    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        place = Place(file=path, line=item.source_line)
        if item.type != "declaration":
            message = getattr(item, "message", "a nested rule")
            faults.add("bad-css", f"{message}", place, help="write property: value;")
        elif item.lower_name not in PROPERTIES:
            faults.add(
                "unknown-property",
                f'there is no style property "{item.name}"',
                place,
                help=did_you_mean(item.lower_name, tuple(PROPERTIES), form="{}"),
            )
        else:
            try:
                read = read_value(item.lower_name, item.value, colors=colors)
                changes += [(item.lower_name, _placed(item.lower_name, change, place)) for change in read]
            except BadValue as error:
                faults.add("bad-value", f"{item.name}: {error}", place, help=error.expected)
    return tuple(changes)


def _placed(name: str, change: Change, place: Place) -> Change:
    """A style remembers where the colour of its text comes from: it may turn out not to be black."""
    return (lambda style: replace(change(style), color_at=place)) if name == "color" else change
