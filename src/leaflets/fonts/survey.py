"""A font file -> what it says of itself (names, weights), and what it is made for (scripts)."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import uharfbuzz as hb
from fontTools.unicodedata import category, script

from leaflets.fonts.family import Style
from leaflets.fonts.pinned import WEIGHT
from leaflets.fonts.source import check
from leaflets.fonts.tables import NO_OS2, is_italic, read_os2
from leaflets.frozen import dataclass

FAMILY, VERSION, LICENSE, TYPOGRAPHIC_FAMILY = 1, 5, 13, 16
"""Name ids (OpenType, table name)."""

UNKNOWN_LICENSE = "LicenseRef-unknown"
LICENSES = (
    (r"open font license", "OFL-1.1"),
    (r"apache license", "Apache-2.0"),
    (r"general public license", "GPL-3.0-or-later WITH Font-exception-2.0"),
)

MEANT_FOR = 20
"""Letters of a script that a font has at least, if it is meant for it: many have pi and omega only."""

SHARED = frozenset(("Zyyy", "Zinh", "Zzzz"))
LATIN_LIKE = frozenset(("Latn", "Grek", "Cyrl"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One face of a file."""

    name: str
    version: str
    license: str
    weight: int
    style: Style
    fs_type: int
    weights: tuple[int, int] | None
    """Least and greatest weight of a variable face."""


def survey(path: Path, *, index: int) -> Survey:
    """OSError and ValueError as in `source.told_of`."""
    check(path, index=index)
    face = hb.Face(hb.Blob.from_file_path(str(path)), index)
    axes = {axis.tag: (int(axis.min_value), int(axis.max_value)) for axis in face.axis_infos}
    data = bytes(face.reference_table("OS/2").data) if "OS/2" in face.table_tags else b""
    os2 = read_os2(data) if data else NO_OS2
    return Survey(
        name=face.get_name(TYPOGRAPHIC_FAMILY) or face.get_name(FAMILY) or path.stem,
        version=_version(face.get_name(VERSION) or ""),
        license=_license(face.get_name(LICENSE) or ""),
        weight=os2.weight_class or 400,
        style="italic" if data and is_italic(data) else "normal",
        fs_type=os2.fs_type,
        weights=axes.get(WEIGHT),
    )


def scripts_of(code_points: Iterable[int]) -> tuple[str, ...]:
    """The scripts that a font is meant for; one that few fonts have goes before Latin, Greek and Cyrillic."""
    counts = Counter(script(chr(code)) for code in code_points if category(chr(code))[0] == "L")
    meant = [found for found, count in counts.most_common() if count >= MEANT_FOR and found not in SHARED]
    return tuple(sorted(meant, key=lambda found: found in LATIN_LIKE))


def letters_of(code_points: Iterable[int], *, of: str) -> tuple[int, ...]:
    """The letters and marks of one script, in order."""
    return tuple(code for code in sorted(code_points) if script(chr(code)) == of)


def _version(text: str) -> str:
    found = re.search(r"\d+(\.\d+)*", text)
    return found[0] if found else "unknown"


def _license(text: str) -> str:
    found = (name for pattern, name in LICENSES if re.search(pattern, text, re.IGNORECASE))
    return next(found, UNKNOWN_LICENSE)
