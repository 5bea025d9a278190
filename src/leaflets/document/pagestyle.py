"""`@page`: what a style sheet says of the physical sheet, declared once -> changes of a page style."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from leaflets.document.papers import PAPERS
from leaflets.document.parse import did_you_mean
from leaflets.document.tree import PageStyle
from leaflets.document.values import BadValue, Tokens, one
from leaflets.frozen import dataclass
from leaflets.geometry import UNITS
from leaflets.printing import MOST_BLEED

PageChange = Callable[[PageStyle], PageStyle]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageProperty:
    """One property of sheets: `read` turns its tokens into a change."""

    name: str
    summary: str
    values: str
    initial: str
    read: Callable[[Tokens], PageChange]
    inherited: bool = False


def read_page_value(name: str, tokens: Tokens) -> PageChange:
    """The change of one declaration. BadValue says what was expected."""
    return PAGE_PROPERTIES[name].read([t for t in tokens if t.type not in ("whitespace", "comment")])


def _read_size(tokens: Tokens) -> PageChange:
    name = one(tokens).serialize()
    if name not in PAPERS:
        near = did_you_mean(name, tuple(PAPERS), form="{}")
        raise BadValue(f'there is no paper "{name}"', near)
    return lambda page: replace(page, size=name)


def _read_bleed(tokens: Tokens) -> PageChange:
    token = one(tokens)
    points = token.value * UNITS.get(token.lower_unit, 0.0) if token.type == "dimension" else 0.0
    is_none = token.type == "number" and token.value == 0
    if not (is_none or 0 < points <= MOST_BLEED + 1e-9):
        raise BadValue(f'"{token.serialize()}" is not a bleed', "write 0, or up to 5mm: shops ask for 3mm")
    return lambda page: replace(page, bleed=points)


def _read_marks(tokens: Tokens) -> PageChange:
    word = one(tokens).serialize().lower()
    if word not in ("crop", "none"):
        raise BadValue(f'there are no marks "{word}"', "use crop, which folds have too, or none")
    return lambda page: replace(page, marks=word == "crop")


PAGE_PROPERTIES: Mapping[str, PageProperty] = MappingProxyType(
    {
        prop.name: prop
        for prop in (
            PageProperty(
                name="size",
                summary="The trim, as the sheet lies flat, instead of that of the layout. With American paper"
                " in [print], its twin.",
                values=" | ".join(PAPERS),
                initial="the layout's",
                read=_read_size,
            ),
            PageProperty(
                name="bleed",
                summary="How far print files go beyond the trim, instead of [print] in leaflets.toml.",
                values="<length [0,5mm]>",
                initial="that of [print]",
                read=_read_bleed,
            ),
            PageProperty(
                name="marks",
                summary="Crop and fold marks in print files. Most shops do not want them.",
                values="crop | none",
                initial="those of [print]",
                read=_read_marks,
            ),
        )
    }
)
