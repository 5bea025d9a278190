"""The vocabulary and the table of style properties -> docs/style.md, with an example of each property."""

from collections.abc import Iterator, Mapping

from leaflets.document.examples import EXAMPLES
from leaflets.document.pagestyle import PAGE_PROPERTIES, PageProperty
from leaflets.document.properties import CHAPTERS, Property
from leaflets.document.vocabulary import COMMON_ATTRIBUTES, TRANSLATED_MARKUP, WORDS, Word

Described = Property | PageProperty

HEAD = """\
# Layouts and style

Made from the tables that layouts are read by (`python tools/generate_style_manual.py`; a test compares them).
What is not here is an error with file, line and the nearest name that there is. `leaflets style` (or
`make style-manual`) sets all examples of each property, in both directions, in a PDF.

## Style sheets

CSS: selectors of level 3 with `:lang()`, one rule after the other. `@import "card.css";` before all rules
builds on another style sheet, named by its path from there, whose rules come first. `@page { … }` is of the
sheet; its margins are the padding of `flow` and `box`. Rules of `_base/base.css`, `shared.css` and
`<format>.css` follow each other, the later the stronger among equals.

* Lengths: `mm`, `cm`, `in` and `pt` are those of the paper; `em` grows with copyfit. `0` has no unit.
* Sides are logical: `inline-start` is the left side of English text and the right side of Arabic. Shorthands
  go around from `block-start`: block-start, inline-end, block-end, inline-start.
* Colours are names of `[palette]`, each with its value for screens and its inks, or bring both themselves:
  `device-cmyk(85% 45% 25% 10%, rgb(29 92 122))`; without a value for screens, one is reckoned as in CSS Color
  5. Greys may be `#rrggbb` or `rgb()`, and print in black; of other colours nothing is converted, so that
  they need their inks. All are opaque, and of 280 % of ink at most.
* Text prints in black ink alone, so that all languages share the other plates: a colour of text with other
  inks is an error. On screens text may have any colour (`[palette.heading]`).
* `::before` writes at the start of a heading, paragraph, cell or item, `::marker` in place of the mark of an
  item; both take `content` and what type looks like. A counter counts in the element that sets it, in those
  beside it that follow, and below them: `leaflet { counter-reset: step; }` counts through all panels.
"""


def style_manual() -> str:
    """Markdown: properties, then elements by kind."""
    return "\n".join((HEAD, *_properties(), *_elements())) + "\n"


def described() -> Mapping[str, tuple[Described, ...]]:
    """Chapter -> properties, those of sheets (`@page`) last."""
    return {**CHAPTERS, "Sheets": tuple(PAGE_PROPERTIES.values())}


def _properties() -> Iterator[str]:
    for chapter, found in described().items():
        yield f"### {chapter}"
        yield ""
        yield "| property | what it does | values | at first | for example |"
        yield "|---|---|---|---|---|"
        yield from map(_property, found)
        yield ""


def _property(prop: Described) -> str:
    values = prop.values.replace("|", "\\|")
    kept = ", inherited" if prop.inherited else ""
    rule = EXAMPLES[prop.name][0].rules.replace("\n", " ").replace("|", "\\|")
    return f"| `{prop.name}` | {prop.summary} | `{values}` | {prop.initial}{kept} | `{rule}` |"


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
