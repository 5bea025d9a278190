"""The elements of layouts, declared once as data: names, attributes, and what may stand in them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from leaflets.frozen import dataclass

Kind = Literal["structure", "block", "inline", "void"]
"""structure: places content; block: a paragraph or a group; inline: within a paragraph; void: empty."""

COMMON_ATTRIBUTES = ("class", "id", "lang", "at")
TRANSLATED_MARKUP = ("strong", "em", "br", "bdi", "a")
"""The only elements that a translation may hold; `a` must keep the href of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One element of the vocabulary."""

    name: str
    kind: Kind
    summary: str
    attributes: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    """Where it may stand; empty: anywhere that its kind allows."""


WORDS: tuple[Word, ...] = (
    Word(name="leaflet", kind="structure", summary="The root.", attributes=("format",)),
    Word(
        name="sheet",
        kind="structure",
        summary="The physical sheet: its trim, how it folds or is bound, and the type range of copyfit.",
        attributes=("size", "fold", "fit", "bind", "gutter", "heads"),
        required=("size", "fold", "fit"),
        parents=("leaflet",),
    ),
    Word(
        name="panel",
        kind="structure",
        summary="A fold area or page, with background and boxes; panels stand in reading order. One with"
        " `repeat` is made as often as its flow needs (`most` at most), or to fill up a booklet; one with"
        " `since` only if there are that many pages.",
        attributes=("name", "art", "repeat", "most", "since"),
        required=("name",),
        parents=("sheet",),
    ),
    Word(
        name="box",
        kind="structure",
        summary="Content held at the top or bottom edge of a panel.",
        attributes=("edge",),
        required=("edge",),
        parents=("panel",),
    ),
    Word(
        name="flow",
        kind="structure",
        summary="Content that runs through the panels it names, in that order; each panel is of one flow.",
        attributes=("panels",),
        required=("panels",),
        parents=("sheet",),
    ),
    Word(
        name="section",
        kind="block",
        summary="A group of blocks that belong together; left out of the languages in `except`.",
        attributes=("except",),
    ),
    Word(name="h1", kind="block", summary="The title."),
    Word(name="h2", kind="block", summary="A heading."),
    Word(name="h3", kind="block", summary="A heading below h2."),
    Word(name="p", kind="block", summary="A paragraph."),
    Word(name="ul", kind="block", summary="A list with marks."),
    Word(name="ol", kind="block", summary="A list with numbers."),
    Word(name="li", kind="block", summary="An item of a list.", parents=("ul", "ol")),
    Word(name="table", kind="block", summary="Rows; those of `th` only are repeated after a break."),
    Word(name="tr", kind="block", summary="A row.", parents=("table",)),
    Word(name="th", kind="block", summary="The head of a column or row.", parents=("tr",)),
    Word(name="td", kind="block", summary="A cell.", parents=("tr",)),
    Word(
        name="contents",
        kind="void",
        summary="The headings h2 of the other flows, each with its page.",
    ),
    Word(
        name="img",
        kind="void",
        summary="A picture: SVG (shapes and paths in palette colours), PNG or JPEG.",
        attributes=("src", "alt"),
        required=("src", "alt"),
    ),
    Word(
        name="qr",
        kind="void",
        summary="A QR code of an address `href` (https, http or tel), of the web address of the contact `ref`"
        " or, with `kind`, of its number of that kind; with the address or number below. 20 mm and 0.4 mm a"
        " module at least.",
        attributes=("href", "ref", "kind", "alt"),
    ),
    Word(
        name="contact",
        kind="void",
        summary="An organisation of contacts.toml: name, who answers, numbers, hours, cost.",
        attributes=("ref",),
        required=("ref",),
    ),
    Word(
        name="lines",
        kind="void",
        summary="Ruled lines for the reader's notes; on office printers the last `office` (three of six or"
        " more) are how to print (`turn` is the edge, short or long) and an empty box for a local contact.",
        attributes=("count", "office", "turn"),
        required=("count",),
    ),
    Word(
        name="strips",
        kind="block",
        summary="Strips to tear off, side by side across a box, their paragraphs turned upright; as many as"
        " there is room for, or `count`. Not read aloud: their numbers must stand elsewhere too.",
        attributes=("count",),
        parents=("box",),
    ),
    Word(
        name="phone-notice",
        kind="void",
        summary="That pictures and messages stay on the phone, and who can see them there.",
    ),
    Word(name="notice", kind="void", summary="The draft notice; once the leaflet is released, its room."),
    Word(
        name="donors",
        kind="void",
        summary="Logos and fixed statements of [donors] in leaflets.toml, never mirrored.",
    ),
    Word(
        name="imprint",
        kind="void",
        summary="Edition, language, and when to check the numbers again; above it what [imprint] says.",
    ),
    Word(name="strong", kind="inline", summary="Important words, in bold type."),
    Word(name="em", kind="inline", summary="Stressed words."),
    Word(name="span", kind="inline", summary="Words with a class of their own."),
    Word(name="bdi", kind="inline", summary="Words that keep their own direction."),
    Word(
        name="phrase",
        kind="inline",
        summary="Words of the language `lang`, as the reader's own catalog writes them: to be said aloud.",
        required=("lang",),
    ),
    Word(name="a", kind="inline", summary="A link.", attributes=("href",), required=("href",)),
    Word(name="br", kind="void", summary="A line ends here."),
    Word(name="page-number", kind="void", summary="The number of the page, in digits of the language."),
    Word(name="autonym", kind="void", summary="The language's own name."),
    Word(
        name="edition-month",
        kind="void",
        summary="The month of the edition in words, as the language writes it: November 2026.",
    ),
    Word(
        name="phone",
        kind="void",
        summary="A number of contacts.toml, in order in every script and never broken.",
        attributes=("ref", "kind"),
        required=("ref",),
    ),
)

VOCABULARY: Mapping[str, Word] = MappingProxyType({word.name: word for word in WORDS})
INLINE = frozenset(word.name for word in WORDS if word.kind == "inline") | {
    "autonym",
    "br",
    "edition-month",
    "page-number",
    "phone",
}
TEXT_BLOCKS = frozenset({"h1", "h2", "h3", "p", "li", "th", "td"})
"""Blocks that may hold text themselves."""
