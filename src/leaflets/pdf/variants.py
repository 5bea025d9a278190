"""The PDF variants as rows of a table: profile -> version, output intent, claims, and what is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from leaflets.errors import PdfError
from leaflets.icc import profile_fault
from leaflets.pdf.metadata import TRAPPED, UA1_A2A, X4
from leaflets.printing import PrintCondition, PrintStandard
from leaflets.project import Profile

SRGB = PrintCondition(
    identifier="sRGB IEC61966-2.1",
    info="sRGB IEC61966-2.1",
    registry="http://www.color.org",
    icc="sRGB.icc",
)
"""The output intent of everything that is read on a screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """What differs between the files that one set of pages is written to."""

    version: tuple[int, int]
    intent: str
    """Subtype of the output intent (ISO 32000-1, 14.11.5)."""
    condition: PrintCondition | None
    """Of the output intent; None where the caller says it."""
    space: bytes
    """Colour space of the output intent's profile, as the profile names it (ICC.1, 7.2.8)."""
    components: int
    devices: tuple[bytes, ...]
    """Device classes that the profile may have (ICC.1, 7.2.7)."""
    claims: str
    """XMP properties that name the standards."""
    info: tuple[tuple[str, str], ...] = ()
    """More names in the Info dictionary: key and PDF text string."""
    inks: bool
    """Colours are inks, black text overprints, boxes and marks are for a print shop."""
    tagged: bool
    """Tags, links and an outline are written."""


X4_PRINT = Variant(  # PDF/X-4: ISO 15930-7
    version=(1, 6),
    intent="GTS_PDFX",
    condition=None,
    space=b"CMYK",
    components=4,
    devices=(b"prtr",),
    claims=X4,
    info=(("GTS_PDFXVersion", "PDF/X-4"),),
    inks=True,
    tagged=False,
)

PRINTS: Mapping[PrintStandard, Variant] = MappingProxyType(
    {
        PrintStandard.X4: X4_PRINT,
        PrintStandard.X3: replace(  # ISO 15930-3; nothing of what is drawn needs more than PDF 1.3
            X4_PRINT, version=(1, 3), claims=TRAPPED, info=(("GTS_PDFXVersion", "PDF/X-3:2002"),)
        ),
        PrintStandard.X1A: replace(  # ISO 15930-1, 6.2: version and conformance are two keys
            X4_PRINT,
            version=(1, 3),
            claims=TRAPPED,
            info=(("GTS_PDFXVersion", "PDF/X-1:2001"), ("GTS_PDFXConformance", "PDF/X-1a:2001")),
        ),
    }
)

SCREEN = Variant(  # PDF/UA-1 and PDF/A-2a: ISO 14289-1 and ISO 19005-2
    version=(1, 7),
    intent="GTS_PDFA1",
    condition=SRGB,
    space=b"RGB ",
    components=3,
    devices=(b"mntr", b"prtr"),
    claims=UA1_A2A,
    inks=False,
    tagged=True,
)


def variant_of(profile: Profile, *, standard: PrintStandard) -> Variant:
    """The row of the table: `standard` is of print files only.

    What goes to an office printer is as accessible as what is read on a screen.
    """
    return PRINTS[standard] if profile.is_press else SCREEN


def condition_of(variant: Variant, *, condition: PrintCondition | None) -> PrintCondition:
    """The condition that the output intent names; PdfError if nobody says it."""
    found = variant.condition or condition
    if found is None:
        raise PdfError("a print PDF needs a print condition: name one in leaflets.toml under [print]")
    return found


def check_profile(icc: bytes, *, variant: Variant) -> None:
    """PdfError unless the profile fits the output intent (ISO 15930-7, 6.2.2; ISO 19005-2, 6.2.3)."""
    fault = profile_fault(icc, space=variant.space, devices=variant.devices)
    if fault:
        raise PdfError(f"the output profile {fault}")
