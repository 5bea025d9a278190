"""Names of papers to their sizes; each paper of ISO 216 has an American one that stands for it."""

from collections.abc import Mapping
from types import MappingProxyType

from leaflets.frozen import dataclass
from leaflets.geometry import MM

INCH = 72.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A trim size in points, upright; `american` names what is used where paper is cut in inches."""

    width: float
    height: float
    american: str = ""


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        "A3": Paper(width=297 * MM, height=420 * MM, american="tabloid"),
        "A4": Paper(width=210 * MM, height=297 * MM, american="letter"),
        "A5": Paper(width=148 * MM, height=210 * MM, american="half-letter"),
        "A6": Paper(width=105 * MM, height=148 * MM, american="quarter-letter"),
        "tabloid": Paper(width=11 * INCH, height=17 * INCH),
        "letter": Paper(width=8.5 * INCH, height=11 * INCH),
        "half-letter": Paper(width=5.5 * INCH, height=8.5 * INCH),
        "quarter-letter": Paper(width=4.25 * INCH, height=5.5 * INCH),
        # ISO/IEC 7810, ID-1: it goes where a bank card goes. Wider than high.
        "card": Paper(width=85.6 * MM, height=54 * MM),
        # 9:16, as telephones are held; a picture of it fills the screen.
        "phone": Paper(width=90 * MM, height=160 * MM),
        "double-card": Paper(width=2 * 85.6 * MM, height=54 * MM),
    }
)
"""ISO 216; ANSI/ASME Y14.1 and halves of it."""

PHONE = "phone"
"""The size of what is never printed: pictures for messages."""

OFFICE = ("A4", "letter")
"""What an office printer takes: the setting `paper` of leaflets.toml names one of them."""


def paper_named(name: str, *, paper: str) -> Paper:
    """The size that a layout asks for, in the family of the project's paper. KeyError if there is none."""
    found = PAPERS[name]
    return PAPERS[found.american] if paper == "letter" and found.american else found
