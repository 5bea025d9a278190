"""What a print shop gets: standard, condition, bleed, marks and paper."""

from datetime import date
from enum import StrEnum
from typing import Literal

from leaflets.frozen import dataclass
from leaflets.geometry import MM


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintCondition:
    """The characterised printing condition that print PDFs are made for (ISO 15930-7, output intent)."""

    identifier: str
    info: str
    registry: str
    icc: str
    """The profile's file name in the toolkit's data, or a path in the project."""
    own: bool = False
    """Whether the profile is a file of the project, whatever its name."""


MOST_BLEED = 5 * MM
"""So far backgrounds are drawn beyond the trim, and paper of cards has room for it."""


class PrintStandard(StrEnum):
    """The PDF/X that print files keep."""

    X4 = "x-4"
    X3 = "x-3"
    """PDF/X-3:2002."""
    X1A = "x-1a"
    """PDF/X-1a:2001."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """What a print shop asks for, as its page said on the day when it was seen."""

    id: str
    name: str
    standard: PrintStandard
    bleed: float
    marks: bool
    resolution: float
    note: str
    source: str
    seen: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSettings:
    """What the print shop gets."""

    condition: PrintCondition
    standard: PrintStandard = PrintStandard.X4
    bleed: float = 3 * MM
    """Points beyond the trim on every side."""
    marks: bool = False
    """Whether crop and fold marks and a slug line are drawn; most shops do not want them in the file."""
    resolution: float = 250.0
    """Pixels an inch that images need at their size on paper."""
    preset: Preset | None = None
    """The shop that the settings are made for."""
    paper: Literal["A4", "letter"] = "A4"
    """What offices print on: with `letter`, layouts have American sizes instead of those of ISO 216."""
    thickness: float = 0.0
    """Points of the paper of booklets: on a press, inner pages move towards the fold by it (creep)."""
