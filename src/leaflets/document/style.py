"""Raw nodes and rules to styled elements: cascade, then inheritance."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

import cssselect2

from leaflets.diagnostics import Origin
from leaflets.document.css import Matcher
from leaflets.document.properties import PROPERTIES, Change
from leaflets.document.raw import Raw, RawText
from leaflets.document.tree import Element, Style, Text
from leaflets.frozen import dataclass

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def styled(root: Raw, *, matcher: Matcher) -> Element:
    """The whole tree with computed styles."""
    shadow = _shadow(root)
    wrappers = cssselect2.ElementWrapper.from_xml_root(shadow).iter_subtree()
    matches = {id(node): matcher.match(w) for node, w in zip(root.walk(), wrappers, strict=True)}
    return _Cascade(matches=matches).element(root, parent=Style())


def _shadow(raw: Raw) -> ET.Element:
    """What selectors see: names, classes, ids and languages."""
    attributes = {key: value for key, value in raw.attributes.items() if key in ("class", "id")}
    element = ET.Element(raw.name, {**attributes, LANG: raw.language.tag})
    element.extend(_shadow(child) for child in raw.children if isinstance(child, Raw))
    return element


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cascade:
    """Computed styles, each made once: elements with one parent style and the same rules share it."""

    matches: Mapping[int, Any]  # cssselect2: a list of (specificity, order, pseudo-element, rule)
    made: dict[tuple[int, tuple[int, ...]], Style] = field(default_factory=dict)

    def element(self, raw: Raw, *, parent: Style) -> Element:
        style = self.style(self.matches[id(raw)], parent)
        style = replace(style, hidden=True) if "hidden" in raw.attributes else style
        children = tuple(
            self.element(child, parent=style) if isinstance(child, Raw) else _text(child)
            for child in raw.children
        )
        return Element(
            name=raw.name,
            attributes=raw.attributes,
            children=children,
            language=raw.language,
            style=style,
            origin=raw.origin or Origin(place=raw.place),
        )

    def style(self, matches: Any, parent: Style) -> Style:  # cssselect2, as above
        key = (id(parent), tuple(id(match[3]) for match in matches))
        if key not in self.made:
            self.made[key] = _computed(_inherited(parent), matches)
        return self.made[key]


def _text(raw: RawText) -> Text:
    return Text(text=raw.text, language=raw.language, origin=raw.origin, source=raw.source)


def _inherited(parent: Style) -> Style:
    """What CSS inherits; the rest has its initial value."""
    return replace(
        Style(),
        families=parent.families,
        weight=parent.weight,
        slant=parent.slant,
        size=parent.size,
        line_height=parent.line_height,
        color=parent.color,
        color_at=parent.color_at,
        align=parent.align,
        marker=parent.marker,
        hyphens=parent.hyphens,
        numeric=parent.numeric,
        features=parent.features,
    )


def _computed(style: Style, matches: Any) -> Style:  # cssselect2 matches: (specificity, order, pseudo, rule)
    winners: dict[str, Change] = {}
    for _specificity, _order, _pseudo, rule in sorted(matches, key=lambda match: match[:2]):
        for name, change in rule.changes:
            winners.pop(name, None)
            winners[name] = change
    for name in sorted(winners, key=lambda name: not PROPERTIES[name].first):
        style = winners[name](style)
    return style
