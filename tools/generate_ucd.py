"""Unicode's own text files -> `src/leaflets/text/_ucd_data.py` and the compressed conformance tests.

    python tools/generate_ucd.py FOLDER

FOLDER holds the Unicode Character Database, version 17.0.0, as Debian's package installs it in
/usr/share/unicode:

    unicode-data_17.0.0-2_all.deb
    sha256 6286fdf4e6d4bf1f46a2865f54df44feda9395ab66f50b12cc384d921a9af865

Every input is pinned by its own SHA-256 too (`INPUTS`), so a copy from elsewhere does as well. For
another version of Unicode, change VERSION and INPUTS, run this, and let the conformance tests speak.
"""

import hashlib
import lzma
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

VERSION = "17.0.0"

INPUTS = {
    "BidiBrackets.txt": "dadbaf38a0d0246e5b805bf8725cb81b7c621f93d030595635f5ba2c2f179428",
    "BidiCharacterTest.txt": "a3e6e905ab5afbe318a96df5401d0372a04cd73ef139ab5e3cf0ae241c255488",
    "BidiMirroring.txt": "a2f16fb873ab4fcdf3221cb1a8a85a134ddd6ed03603181823ff5206af3741ce",
    "BidiTest.txt": "888bdfc8090652272d1f859cdb00ae659e2dc6c26740be61ef1d03998a687620",
    "DerivedCoreProperties.txt": "24c7fed1195c482faaefd5c1e7eb821c5ee1fb6de07ecdbaa64b56a99da22c08",
    "PropertyValueAliases.txt": "64e9a5f76f7a1e8b5a47d6a1f9a26522a251208f5276bdfa1559dac7cf2e827a",
    "ScriptExtensions.txt": "ec2107e58825a1586acee8e0911ce18260394ac8b87e535ca325f1ccbeb06bc6",
    "Scripts.txt": "9f5e50d3abaee7d6ce09480f325c706f485ae3240912527e651954d2d6b035bf",
    "UnicodeData.txt": "2e1efc1dcb59c575eedf5ccae60f95229f706ee6d031835247d843c11d96470c",
    "extracted/DerivedBidiClass.txt": "4867b4b7f0731ed1bfcd34cc6251211ff1542541fce0734b6fbda139ee80b3a4",
    "extracted/DerivedGeneralCategory.txt": (
        "d62e5bab70ca74f099343f71224fa051cb1fdd61a1ab45c0488c44cfc0b6102e"
    ),
}

TESTS = ("BidiTest.txt", "BidiCharacterTest.txt")

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/leaflets/text/_ucd_data.py"
TEST_FOLDER = ROOT / "tests/conformance/unicode"

CODE_POINTS = 0x110000

HEADER = '''"""Properties of characters as tables in text: made by tools/generate_ucd.py, not by hand.

Source: Unicode Character Database {version} (Debian package unicode-data 17.0.0-2), SHA-256:

{inputs}

One line is one range: its first code point, and the value that holds up to the next line. In MIRRORING
and BRACKETS one line is one character. Text is compiled at once and parsed when first asked, so
that importing it is cheap even without byte code.
Data (c) 2025 Unicode, Inc.; its licence is UNICODE-LICENSE.txt in this folder.
"""

# ruff: noqa: E501

UNICODE_VERSION = "{version}"
'''


def main(folder: Path) -> None:
    texts = {name: pinned(folder / name, digest) for name, digest in INPUTS.items()}
    TARGET.write_text(module(texts), encoding="utf-8")
    TEST_FOLDER.mkdir(parents=True, exist_ok=True)
    for name in TESTS:
        packed = lzma.compress(texts[name].encode(), preset=9 | lzma.PRESET_EXTREME)
        (TEST_FOLDER / f"{name}.xz").write_bytes(packed)


def pinned(path: Path, digest: str) -> str:
    """The text of `path`, if its bytes are the ones that were chosen."""
    data = path.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != digest:
        raise SystemExit(f"{path}: SHA-256 is {found}, not {digest}; take the file of Unicode {VERSION}")
    return data.decode("utf-8")


def module(texts: dict[str, str]) -> str:
    aliases = texts["PropertyValueAliases.txt"]
    scripts = short_names(aliases, "sc")
    tables = {
        "BIDI_CLASS": ranges(
            bidi_classes(texts["extracted/DerivedBidiClass.txt"], short_names(aliases, "bc"))
        ),
        "GENERAL_CATEGORY": ranges(spread(texts["extracted/DerivedGeneralCategory.txt"], default="Cn")),
        "SCRIPT": ranges(spread(texts["Scripts.txt"], default="Zzzz", names=scripts)),
        "SCRIPT_EXTENSIONS": ranges(spread(texts["ScriptExtensions.txt"], default="")),
        "DEFAULT_IGNORABLE": ranges(ignorables(texts["DerivedCoreProperties.txt"])),
        "MIRRORING": (f"{place} {other}" for place, other in rows(texts["BidiMirroring.txt"])),
        "BRACKETS": brackets(texts),
    }
    inputs = "\n".join(
        f"    {name}\n        {digest}" for name, digest in INPUTS.items() if name not in TESTS
    )
    literals = "".join(literal(name, lines) for name, lines in tables.items())
    return HEADER.format(version=VERSION, inputs=inputs) + literals


# Reading


def rows(text: str) -> Iterator[list[str]]:
    """The fields of every data line."""
    for line in text.splitlines():
        content = line.partition("#")[0].strip()
        if content:
            yield [field.strip() for field in content.split(";")]


def missing(text: str) -> Iterator[list[str]]:
    """The fields of every @missing line: the values of code points that are not listed (UAX #44 4.2.10)."""
    mark = "# @missing:"
    for line in text.splitlines():
        if line.startswith(mark):
            yield [field.strip() for field in line.removeprefix(mark).split(";")]


def span(field: str) -> range:
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def short_names(text: str, prefix: str) -> dict[str, str]:
    """Long to short names of the values of a property, e.g. Arabic to Arab."""
    return {row[2]: row[1] for row in rows(text) if row[0] == prefix}


def spread(text: str, *, default: str, names: dict[str, str] | None = None) -> list[str]:
    """The value of every code point."""
    values = [default] * CODE_POINTS
    for place, value, *_ in rows(text):
        for code in span(place):
            values[code] = names[value] if names else value
    return values


def bidi_classes(text: str, names: dict[str, str]) -> list[str]:
    values = [""] * CODE_POINTS
    defaults = [[place, names[value]] for place, value in missing(text)]
    for place, value in [*defaults, *rows(text)]:
        for code in span(place):
            values[code] = value
    return values


def ignorables(text: str) -> list[str]:
    values = [""] * CODE_POINTS
    for place, name, *_ in rows(text):
        if name == "Default_Ignorable_Code_Point":
            for code in span(place):
                values[code] = "Y"
    return values


def brackets(texts: dict[str, str]) -> Iterator[str]:
    """Each bracket with the closing bracket of its pair and its side.

    Canonically equivalent brackets get the same closing bracket, because UAX #9 BD16 lets them match.
    """
    canonical = {
        row[0]: row[5] for row in rows(texts["UnicodeData.txt"]) if row[5] and " " not in row[5]
    }  # singletons only: a tag such as <compat> has a space after it
    for place, other, side in rows(texts["BidiBrackets.txt"]):
        closing = place if side == "c" else other
        yield f"{place} {canonical.get(closing, closing)} {side}"


# Writing


def ranges(values: list[str]) -> Iterator[str]:
    for code, value in enumerate(values):
        if code == 0 or value != values[code - 1]:
            yield f"{code:04X} {value}".rstrip()


def literal(name: str, lines: Iterable[str]) -> str:
    body = "\n".join(lines)
    return f'\n{name} = """\\\n{body}\n"""\n'


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
