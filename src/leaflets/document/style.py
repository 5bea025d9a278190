"""Raw nodes and rules to styled elements: cascade, then inheritance; what counters write is put in."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import Any

import cssselect2

from leaflets.diagnostics import Origin
from leaflets.document.counters import ITEM, Counters, marker_text, written
from leaflets.document.css import Matcher
from leaflets.document.fragment import fault
from leaflets.document.properties import PROPERTIES
from leaflets.document.raw import Raw, RawText
from leaflets.document.tree import Element, Style, Text
from leaflets.document.values import Change
from leaflets.document.vocabulary import INLINE, TEXT_BLOCKS
from leaflets.frozen import dataclass
from leaflets.language import Language

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def styled(root: Raw, *, matcher: Matcher) -> Element:
    """The whole tree with computed styles."""
    shadow = _shadow(root)
    wrappers = cssselect2.ElementWrapper.from_xml_root(shadow).iter_subtree()
    matches = {id(node): matcher.match(w) for node, w in zip(root.walk(), wrappers, strict=True)}
    return _Cascade(matches=matches).element(root, parent=Style())


def unstyled(raw: Raw, *, style: Style) -> Element:
    """The whole tree with one style everywhere."""
    parts = raw.children
    return Element(
        name=raw.name,
        attributes=raw.attributes,
        children=tuple(unstyled(p, style=style) if isinstance(p, Raw) else _text(p) for p in parts),
        language=raw.language,
        style=style,
        origin=raw.origin or Origin(place=raw.place),
    )


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
    counters: Counters = field(default_factory=Counters)

    def element(self, raw: Raw, *, parent: Style) -> Element:
        style = self.style(raw, parent)
        style = replace(style, hidden=True) if "hidden" in raw.attributes else style
        self.counters.enter(raw.name, style.resets, style.increments)
        before = self.before(raw, style)
        marker = self.marker(raw, style) if raw.name == "li" else None
        children = tuple(
            self.element(child, parent=style) if isinstance(child, Raw) else _text(child)
            for child in raw.children
        )
        self.counters.leave()
        return Element(
            name=raw.name,
            attributes=raw.attributes,
            children=(*before, *children),
            language=raw.language,
            style=style,
            origin=raw.origin or Origin(place=raw.place),
            marker=marker,
        )

    def before(self, raw: Raw, style: Style) -> tuple[Element, ...]:
        """What ::before writes at the start of a paragraph, as a span."""
        own = self.pseudo(raw, style, "before")
        if own is None or not own.generated:
            return ()
        if not _holds_text(raw):
            raise fault(
                "misplaced-content",
                f"::before writes into a <{raw.name}>, which holds blocks and no words",
                Origin(place=raw.place),
                help="select the heading or paragraph in it, for example: section > h2::before",
            )
        return (_span(raw, self.generated(own, raw), own),)

    def marker(self, raw: Raw, style: Style) -> Element | None:
        """What hangs before an item of a list: what ::marker says, else what the type of the list does."""
        own = self.pseudo(raw, style, "marker") or style
        raw = replace(raw, language=_answering(raw))
        if own.generated is not None:
            text = self.generated(own, raw)
        elif style.marker == "none":
            return None
        else:
            text = marker_text(style.marker, self.counters.value(ITEM), raw.language)
        if not text.strip():
            return None
        return replace(_span(raw, text, own), name="p", style=style, children=(_span(raw, text, own),))

    def generated(self, style: Style, raw: Raw) -> str:
        return "".join(
            part
            if isinstance(part, str)
            else written(self.counters.value(part.counter), part.kind, raw.language)
            for part in style.generated or ()
        )

    def style(self, raw: Raw, parent: Style) -> Style:
        return self.computed([match for match in self.matches[id(raw)] if match[2] is None], parent)

    def pseudo(self, raw: Raw, parent: Style, name: str) -> Style | None:
        """Of what rules write at an element; None if none does."""
        matches = [match for match in self.matches[id(raw)] if match[2] == name]
        return self.computed(matches, parent) if matches else None

    def computed(self, matches: Sequence[Any], parent: Style) -> Style:  # cssselect2, as above
        key = (id(parent), tuple(id(match[3]) for match in matches))
        if key not in self.made:
            self.made[key] = _computed(_inherited(parent), matches)
        return self.made[key]


def _holds_text(raw: Raw) -> bool:
    """Whether it is a paragraph or a part of one, and not a cell or item of blocks."""
    is_text = raw.name in TEXT_BLOCKS or raw.name in INLINE
    return is_text and all(isinstance(child, RawText) or child.name in INLINE for child in raw.children)


def _answering(item: Raw) -> Language:
    """An item whose only content stands in from another language counts in that one, as it is set in it."""
    only = item.children[0] if len(item.children) == 1 else None
    return only.language if isinstance(only, Raw) and only.name == "span" else item.language


def _span(raw: Raw, text: str, style: Style) -> Element:
    origin = Origin(place=raw.place)
    return Element(
        name="span",
        children=(Text(text=text, language=raw.language, origin=origin),),
        language=raw.language,
        style=style,
        origin=origin,
    )


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
        wrap=parent.wrap,
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
