"""The PDF variants as rows of a table: profile -> version, output intent, claims, and what is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from leaflets.errors import PdfError
from leaflets.pdf.metadata import UA1_A2A, X4
from leaflets.project import PrintCondition, Profile

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


_VARIANTS: Mapping[str, Variant] = MappingProxyType(
    {
        "print": Variant(  # PDF/X-4: ISO 15930-7
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
        ),
        "screen": Variant(  # PDF/UA-1 and PDF/A-2a: ISO 14289-1 and ISO 19005-2
            version=(1, 7),
            intent="GTS_PDFA1",
            condition=SRGB,
            space=b"RGB ",
            components=3,
            devices=(b"mntr", b"prtr"),
            claims=UA1_A2A,
            inks=False,
            tagged=True,
        ),
    }
)

VARIANTS: Mapping[Profile, Variant] = MappingProxyType(
    {profile: _VARIANTS["print" if profile.is_press else "screen"] for profile in Profile}
)
"""What goes to an office printer is as accessible as what is read on a screen."""


def condition_of(variant: Variant, *, condition: PrintCondition | None) -> PrintCondition:
    """The condition that the output intent names; PdfError if nobody says it."""
    found = variant.condition or condition
    if found is None:
        raise PdfError("a print PDF needs a print condition: name one in leaflets.toml under [print]")
    return found


def check_profile(icc: bytes, *, variant: Variant) -> None:
    """PdfError unless the profile fits the output intent (ISO 15930-7, 6.2.2; ISO 19005-2, 6.2.3)."""
    version, device, space = icc[8:9], icc[12:16], icc[16:20]
    if icc[36:40] != b"acsp" or version not in {b"\x02", b"\x04"}:
        raise PdfError("the output profile is not an ICC profile of version 2 or 4")
    if space != variant.space or device not in variant.devices:
        wanted = f"{variant.space.decode().strip()} {' or '.join(d.decode() for d in variant.devices)}"
        found = f"{space.decode('latin-1').strip()} {device.decode('latin-1')}"
        raise PdfError(f"the output profile is {found}, but this PDF needs {wanted}")
