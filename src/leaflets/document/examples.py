"""Examples of each style property: rules, and a piece of a layout that shows what they do."""

from collections.abc import Mapping
from types import MappingProxyType

from leaflets.document.readers import SIDES
from leaflets.frozen import dataclass

LTR, BOTH = ("en",), ("en", "ar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Rules as a designer writes them; `sample` is a name of SAMPLES."""

    rules: str
    sample: str
    languages: tuple[str, ...] = LTR
    """In which it is shown: where directions or scripts differ, in more than English."""


def _say(text: str) -> str:
    return '{{ _("' + text + '") }}'


PLACE, STAY = "A safe place", "You can ask for a safe place to stay, and for food."
DOCTOR, CARE = "A doctor", "You can ask for urgent medical care, and to talk to a psychologist."
LAWYER, AID = "A lawyer", "You can ask for free legal aid."
WORDS = "You can ask for an interpreter, and for information in a language that you understand."

TRANSLATED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ar": {
            PLACE: "مكان آمن",
            STAY: "يمكنك طلب مكان آمن للإقامة، وطلب الطعام.",
            DOCTOR: "الطبيب",
            CARE: "يمكنك طلب رعاية طبية عاجلة، وطلب التحدث إلى مختص نفسي.",
            LAWYER: "المحامي",
            AID: "يمكنك طلب مساعدة قانونية مجانية.",
            WORDS: "يمكنك طلب مترجم شفوي، ومعلومات بلغة مفهومة لك.",
        },
        "fa": {PLACE: "جای امن", DOCTOR: "پزشک", LAWYER: "وکیل"},
        "ur": {
            PLACE: "محفوظ جگہ",
            STAY: "آپ رہنے کے لیے محفوظ جگہ اور کھانا مانگ سکتے ہیں۔",
        },
    }
)
"""Drafts, as those of the leaflet that this toolkit was made for."""

_TOPICS = ((PLACE, STAY), (DOCTOR, CARE), (LAWYER, AID))
_HEADED = f'<p class="title">{_say(PLACE)}</p><p>{_say(STAY)}</p>'
_ITEMS = "".join(f"<li>{_say(head)}</li>" for head, _text in _TOPICS)
_BLOCKS = "".join(
    f'<section><p class="title">{_say(head)}</p><p>{_say(text)}</p></section>' for head, text in _TOPICS
)
_ROWS = "".join(f"<tr><td>{hours}</td></tr>" for hours in ("08:00–11:30", "10:11–17:45", "11:11–19:19"))
_DRAWING = '<img class="picture" src="layouts/style-manual/telephone.svg" alt=""/>'
_STEPS = '.title { counter-increment: step; }\n.title::before { content: counter(step) ". "; }'
_FOUR = tuple(side.replace("_", "-") for side in SIDES)

SAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "text": f"<p>{_say(STAY)}</p>",
        "long text": f"<p>{_say(WORDS)}</p><p>{_say(CARE)}</p>",
        "narrow": f'<section class="narrow"><p>{_say(WORDS)}</p><p>{_say(CARE)}</p></section>',
        "heading": _HEADED,
        "box": f'<section class="box"><p>{_say(STAY)}</p></section>',
        "between": f'<p>{_say(AID)}</p><section class="box"><p>{_say(STAY)}</p></section><p>{_say(AID)}</p>',
        "two": f"<p>{_say(STAY)}</p><p>{_say(AID)}</p>",
        "figures": "<p>0 123 456 789 · 11:30</p>",
        "fractions": "<p>1/2</p>",
        "hours": f"<table>{_ROWS}</table>",
        "ordered": f"<ol>{_ITEMS}</ol>",
        "items": f"<ul>{_ITEMS}</ul>",
        "topics": f'<section class="topics">{_BLOCKS}</section>',
        "columns": f'<section class="columns">{_BLOCKS}</section>',
        "picture": f"{_DRAWING}<p>{_say(STAY)}</p>",
        "pages": _BLOCKS,
        "long pages": f"<p>{_say(STAY)}</p>"
        f'<section><p class="title">{_say(LAWYER)}</p><p>{_say(AID)}</p><p>{_say(STAY)}</p></section>',
        "sheet": _HEADED,
        "cover": _HEADED,
    }
)
"""Pieces of layouts; title is a paragraph that looks like a heading and is not one of the manual's."""

PAGED = ("pages", "long pages", "cover")
"""Shown as small pages, and SHEET as a print shop gets it."""
SHEET = "sheet"
WIDE = ("columns",)
"""One language below the other."""


def _shown(sample: str, rules: str, *, languages: tuple[str, ...] = LTR) -> Example:
    return Example(rules=rules, sample=sample, languages=languages)


def _sided(side: str) -> tuple[str, ...]:
    """Sides where reading starts and ends are shown in both directions."""
    return BOTH if "inline" in side else LTR


_EXAMPLES: Mapping[str, tuple[Example, ...]] = {
    "font-size": (
        _shown("heading", ".title { font-size: 2em; }"),
        _shown("heading", "p { font-size: 80%; }", languages=BOTH),
        _shown("text", "p { font-size: 14pt; }"),
    ),
    "font-family": (
        _shown("text", 'p { font-family: "Noto Naskh Arabic"; }', languages=("ur",)),
        _shown("heading", '.title:lang(ur) { font-family: "Noto Naskh Arabic"; }', languages=("ur",)),
    ),
    "font-weight": (
        _shown("text", "p { font-weight: bold; }", languages=BOTH),
        _shown("heading", ".title { font-weight: 400; }"),
    ),
    "font-style": (_shown("text", "p { font-style: italic; }"),),
    "line-height": (
        _shown("long text", "p { line-height: 1.1; }"),
        _shown("long text", "p { line-height: 1.8; }", languages=BOTH),
    ),
    "font-variant-numeric": (
        _shown("hours", "td { font-variant-numeric: tabular-nums; }"),
        _shown("figures", "p { font-variant-numeric: oldstyle-nums; }"),
        _shown("figures", "p { font-variant-numeric: slashed-zero; }"),
        _shown("fractions", "p { font-variant-numeric: diagonal-fractions; }"),
    ),
    "font-feature-settings": (
        _shown("figures", 'p { font-feature-settings: "onum", "kern" 0; }'),
        _shown("fractions", 'p { font-feature-settings: "frac"; }'),
    ),
    "text-align": (
        _shown("text", "p { text-align: center; }", languages=BOTH),
        _shown("text", "p { text-align: end; }", languages=BOTH),
        _shown("long text", "p { text-align: justify; hyphens: auto; }", languages=BOTH),
    ),
    "hyphens": (
        _shown("narrow", "p { hyphens: auto; }"),
        _shown("narrow", "p { hyphens: none; }"),
    ),
    "text-wrap": (_shown("long text", "p { text-wrap: balance; }", languages=BOTH),),
    "color": (
        _shown("text", "p { color: muted; }"),
        _shown("text", "p { color: device-cmyk(0 0 0 100%, rgb(29 92 122)); }"),
        _shown("picture", ".picture { color: accent; width: 12mm; }"),
    ),
    "background-color": (
        _shown("box", ".box { background-color: tint; padding: 3mm; }", languages=BOTH),
        _shown("box", ".box { background-color: rgb(225 225 225); padding: 3mm; }"),
        _shown(
            "box", ".box { background-color: device-cmyk(0 10% 40% 0, rgb(255 232 168));\n padding: 3mm; }"
        ),
    ),
    "list-style-type": (
        _shown("ordered", "ol { list-style-type: decimal; }", languages=("en", "fa")),
        _shown("ordered", "ol { list-style-type: upper-roman; }", languages=BOTH),
        _shown("items", 'ul { list-style-type: "–"; }', languages=BOTH),
    ),
    "counter-reset": (
        _shown("ordered", "ol { counter-reset: list-item 4; }", languages=BOTH),
        _shown("topics", f".topics {{ counter-reset: step 10; }}\n{_STEPS}"),
    ),
    "counter-increment": (
        _shown("topics", f".topics {{ counter-reset: step; }}\n{_STEPS}", languages=BOTH),
        _shown("ordered", "li { counter-increment: list-item 10; }"),
    ),
    "content": (
        _shown(
            "ordered",
            'li::marker { content: "(" counter(list-item, lower-alpha) ")"; font-weight: bold; }',
            languages=BOTH,
        ),
        _shown("two", 'p::before { content: "• "; color: muted; }', languages=BOTH),
    ),
    "break-before": (
        _shown("pages", "section { break-before: page; }", languages=BOTH),
        _shown("columns", ".columns { column-count: 3; }\n.title { break-before: column; }", languages=BOTH),
    ),
    "break-after": (
        _shown("pages", "section { break-after: page; }"),
        _shown("pages", ".title { break-after: avoid; }"),
        _shown("pages", ".title { break-after: auto; }"),
    ),
    "break-inside": (
        _shown("long pages", "section { break-inside: avoid; }"),
        _shown("long pages", "section { break-inside: auto; }"),
    ),
    "column-count": (
        _shown("columns", ".columns { column-count: 2; column-gap: 6mm; }", languages=BOTH),
        _shown("columns", ".columns { column-count: 3; column-gap: 4mm; }"),
    ),
    "column-gap": (_shown("columns", ".columns { column-gap: 12mm; column-count: 3; }"),),
    "align-content": tuple(
        _shown("cover", f"flow {{ align-content: {value}; }}", languages=BOTH) for value in ("center", "end")
    ),
    "float": (
        _shown(
            "picture",
            ".picture { float: inline-start; width: 9mm; }\np { padding-inline-start: 12mm; }",
            languages=BOTH,
        ),
    ),
    "width": (_shown("picture", ".picture { width: 15mm; }", languages=BOTH),),
    "height": (
        _shown("picture", ".picture { height: 8mm; }"),
        _shown("box", ".box { height: 18mm; background-color: tint; }"),
    ),
    "margin": (
        _shown("two", "p { margin: 0 0 2em; }"),
        _shown("two", "p { margin: 0 0 0 12mm; }", languages=BOTH),
    ),
    "border": (_shown("box", ".box { border: 0.75pt accent; padding: 2mm; }"),),
    "size": (
        _shown("sheet", "@page { size: card; }"),
        _shown("sheet", "@page { size: A6; }"),
    ),
    "bleed": (
        _shown("sheet", "@page { bleed: 0; marks: none; }"),
        _shown("sheet", "@page { bleed: 5mm; marks: none; }"),
    ),
    "marks": (_shown("sheet", "@page { marks: crop; }"),),
    "padding": (
        _shown("box", ".box { padding: 4mm; background-color: tint; }"),
        _shown("box", ".box { padding: 1mm 2mm 6mm 16mm; background-color: tint; }", languages=BOTH),
    ),
}

EXAMPLES: Mapping[str, tuple[Example, ...]] = MappingProxyType(
    {**_EXAMPLES}
    | {
        f"{kind}-{side}": (
            _shown(
                "between" if kind == "margin" else "box",
                f".box {{ {kind}-{side}: 9mm; background-color: tint; }}",
                languages=_sided(side),
            ),
        )
        for kind in ("margin", "padding")
        for side in ("block", "inline", *_FOUR)
    }
    | {
        f"border-{side}": (
            _shown("box", f".box {{ border-{side}: 2pt accent; padding: 2mm; }}", languages=_sided(side)),
        )
        for side in _FOUR
    }
)
"""Property -> its examples; the first is the one that docs/style.md shows."""
