"""The vocabulary and the table of style properties -> docs/style.md, with an example of each property."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from leaflets.document.properties import PROPERTIES, SIDES
from leaflets.document.vocabulary import COMMON_ATTRIBUTES, TRANSLATED_MARKUP, WORDS, Word

HEAD = """\
# Layouts and style

Made from the tables that layouts are read by (`python tools/generate_style_manual.py`; a test compares them).
What is not here is an error with file, line and the nearest name that there is.

## Style sheets

CSS: selectors of level 3 with `:lang()`, one rule after the other. The only `@` rule is `@import "card.css";`
before all rules: a style sheet builds on another, named by its path from there, whose rules come first. Size,
bleed and marks are in the layout's `<sheet>` and in `[print]` of `leaflets.toml`. Rules of `_base/base.css`,
`shared.css` and `<format>.css` follow each other, the later the stronger among equals.

* Lengths: `mm`, `cm`, `in` and `pt` are those of the paper; `em` grows with copyfit. `0` has no unit.
* Sides are logical: `inline-start` is the left side of English text and the right side of Arabic. Shorthands
  go around from `block-start`: block-start, inline-end, block-end, inline-start.
* Colours are names of `[palette]`, each with its value for screens and its inks, or bring both themselves:
  `device-cmyk(85% 45% 25% 10%, rgb(29 92 122))`; without a value for screens, one is reckoned as in CSS Color
  5. Greys may be `#rrggbb` or `rgb()`, and print in black; of other colours nothing is converted, so that
  they need their inks. All are opaque, and of 280 % of ink at most.
* Text prints in black ink alone, so that all languages share the other plates: a colour of text with other
  inks is an error. On screens text may have any colour (`[palette.heading]`).
* Inherited: families, weight, slant, size, line height, colour, alignment, list marks, hyphens, figures.
* `::before` writes at the start of a heading, paragraph, cell or item, `::marker` in place of the mark of an
  item; both take `content` and what type looks like. A counter counts in the element that sets it, in those
  beside it that follow, and below them: `leaflet { counter-reset: step; }` counts through all panels.
"""

EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "font-size": "h1 { font-size: 2.3em; }",
        "font-family": '.small:lang(ur) { font-family: "Noto Naskh Arabic", "Noto Sans"; }',
        "font-weight": "h2 { font-weight: bold; }",
        "font-style": "em { font-style: italic; }",
        "line-height": "leaflet { line-height: 1.35; }",
        "color": "h1 { color: heading; }",
        "background-color": ".danger { background-color: pale; }",
        "text-align": ".page-number { text-align: center; }",
        "hyphens": "leaflet { hyphens: auto; }",
        "font-variant-numeric": "table { font-variant-numeric: tabular-nums; }",
        "font-feature-settings": 'h1 { font-feature-settings: "liga" 0; }',
        "align-content": ".cover-flow { align-content: end; }",
        "list-style-type": "ol { list-style-type: decimal; }",
        "counter-reset": ".chapter { counter-reset: step; }",
        "counter-increment": ".step { counter-increment: step; }",
        "content": 'li::marker { content: "(" counter(list-item) ")"; }',
        "break-before": ".chapter { break-before: page; }",
        "break-after": "h2 { break-after: avoid; }",
        "break-inside": "section { break-inside: avoid; }",
        "float": ".icon { float: inline-start; }",
        "column-count": ".languages { column-count: 2; }",
        "column-gap": ".languages { column-gap: 10mm; }",
        "width": ".icon { width: 6mm; }",
        "height": ".strip { height: 21mm; }",
        "margin": "p { margin: 0 0 0.35em; }",
        "padding": "box { padding: 2mm 6mm; }",
        "border-block-start": ".contact { border-block-start: 0.25pt muted; }",
        "border-inline-start": "td { border-inline-start: 0.25pt muted; }",
        "border-inline-end": "td { border-inline-end: 0.25pt muted; }",
        "border-block-end": "th { border-block-end: 0.5pt muted; }",
        **{
            f"{kind}-{side.replace('_', '-')}": f".topic {{ {kind}-{side.replace('_', '-')}: 9mm; }}"
            for kind in ("margin", "padding")
            for side in SIDES
        },
    }
)
"""Property -> a rule with it."""


def style_manual() -> str:
    """Markdown: properties, then elements by kind."""
    return "\n".join((HEAD, *_properties(), "", *_elements())) + "\n"


def _properties() -> Iterator[str]:
    yield "| property | takes | for example |"
    yield "|---|---|---|"
    for name, prop in PROPERTIES.items():
        yield f"| `{name}` | {prop.summary} | `{EXAMPLES[name]}` |"


def _elements() -> Iterator[str]:
    yield "## Elements"
    yield ""
    own = ", ".join(f"`{name}`" for name in COMMON_ATTRIBUTES if name != "at")
    marks = ", ".join(f"`{name}`" for name in TRANSLATED_MARKUP)
    yield f"All may have {own}; attributes in bold must be there. Translations may hold {marks} only."
    yield ""
    yield "| element | what it is | attributes | stands in |"
    yield "|---|---|---|---|"
    yield from map(_element, WORDS)


def _element(word: Word) -> str:
    known = dict.fromkeys((*word.required, *word.attributes))
    attributes = ", ".join(f"**`{name}`**" if name in word.required else f"`{name}`" for name in known)
    parents = ", ".join(f"`{name}`" for name in word.parents) or word.kind
    return f"| `{word.name}` | {word.summary} | {attributes} | {parents} |"
