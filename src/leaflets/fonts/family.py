"""fonts.toml -> families and their faces: what a project has, before any font file is opened."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from leaflets.diagnostics import Diagnostic
from leaflets.fonts.faults import font_error, list_fault
from leaflets.fonts.strict import Table
from leaflets.frozen import dataclass

Style = Literal["normal", "italic"]

FILE = r"(?!/)(?!.*\.\.)[^\\]+"
SHA256 = r"[0-9a-f]{64}"
SCRIPT = r"[A-Z][a-z]{3}"
RANGES = r"U\+[0-9A-F]{4,6}(-[0-9A-F]{4,6})?( U\+[0-9A-F]{4,6}(-[0-9A-F]{4,6})?)*"
A_PATH = "a path below this file's folder"
A_SCRIPT = 'ISO 15924 codes such as ["Latn", "Cyrl"]'


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceSpec:
    """One face of a family: where it is, and what it is to be used for."""

    file: str
    """Path below the folder of fonts.toml, with forward slashes."""
    weight: int
    """CSS font-weight, 1 to 1000."""
    style: Style
    index: int = 0
    """Number of the face in a collection (.ttc)."""
    sha256: str = ""
    """Of the file; empty where a project has not pinned a font of its own."""
    variable: bool = False
    """The file has all weights: the face is made of it at `weight`."""

    @property
    def id(self) -> str:
        return f"{self.file}#{self.index}" + (f"@{self.weight}{self.style}" if self.variable else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Faces that belong together; `id` is its key in fonts.toml, `name` what a style sheet calls it."""

    id: str
    name: str
    license: str
    """SPDX expression; LicenseRef-… for one that is not in SPDX's list."""
    license_file: str
    source: str
    version: str
    scripts: tuple[str, ...]
    """ISO 15924 codes of the scripts it is chosen for; its cmap may hold more."""
    size: float = 1.0
    """What its glyphs are multiplied by, to look as large as Noto Sans at the same font-size."""
    leading: float = 1.0
    """What the line height is multiplied by; the line height is reckoned before `size`."""
    blank: float = 1.0
    """What the width of its blanks is multiplied by."""
    without: tuple[tuple[int, int], ...] = ()
    """Ranges of code points, first and last, that it leaves to the families after it."""
    faces: tuple[FaceSpec, ...]


def read_families(toml: bytes, *, name: str) -> tuple[Family, ...]:
    """The families of a fonts.toml, in its order; `name` is what errors call the file.

    Raises FontError with a diagnostic for each fault.
    """
    faults: list[Diagnostic] = []
    top = Table(parsed(toml, name=name), file=name, path="", faults=faults)
    families = tuple(_family(table, key=key) for key, table in top.tables("family"))
    top.close()
    faults += repeated((family.name for family in families), what="name", file=name)
    faults += repeated((face.id for family in families for face in family.faces), what="file", file=name)
    if faults:
        raise font_error(*faults)
    return families


def parsed(toml: bytes, *, name: str) -> dict[str, object]:
    """The whole file; FontError if it is not UTF-8 or not TOML."""
    try:
        return tomllib.loads(toml.decode())
    except UnicodeDecodeError as error:
        fault = f"is not UTF-8 at byte {error.start}"
        raise font_error(list_fault(fault, file=name, key="file", step="save it as UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        fault = f"is not TOML: {error}"
        raise font_error(list_fault(fault, file=name, key="file", step="correct that line")) from error


def _family(table: Table, *, key: str) -> Family:
    family = Family(
        id=key,
        name=table.text("name"),
        license=table.text("license", form='an SPDX expression such as "OFL-1.1"'),
        license_file=table.text("license_file", pattern=FILE, form=A_PATH),
        source=table.text("source", form="where the files come from: project and package with version"),
        version=table.text("version", form="the version in the font's name table"),
        scripts=table.texts("scripts", pattern=SCRIPT, form=A_SCRIPT),
        size=table.factor("size"),
        leading=table.factor("leading"),
        blank=table.factor("blank"),
        without=ranges(table),
        faces=tuple(_face(row) for row in table.rows("faces")),
    )
    table.close()
    if len({(face.weight, face.style) for face in family.faces}) < len(family.faces):
        table.fault("has two faces of one weight and style", key="faces", step="keep one of them")
    return family


def ranges(table: Table) -> tuple[tuple[int, int], ...]:
    """The key `without`: code points and ranges of them, as in CSS's unicode-range."""
    text = table.text("without", pattern=RANGES, form='ranges such as "U+0020-007E U+2018"', default="")
    pairs = (part.removeprefix("U+").partition("-") for part in text.split())
    return tuple((int(first, 16), int(last or first, 16)) for first, _, last in pairs)


def _face(row: Table) -> FaceSpec:
    style = row.text("style", pattern="normal|italic", form='"normal" or "italic"')
    face = FaceSpec(
        file=row.text("file", pattern=FILE, form=A_PATH),
        weight=row.integer("weight", least=1, most=1000),
        style="italic" if style == "italic" else "normal",
        index=row.integer("index", least=0, most=0xFFFF, default=0),
        sha256=row.text("sha256", pattern=SHA256, form="the output of sha256sum: 64 small hex digits"),
    )
    row.close()
    return face


def repeated(values: Iterable[str], *, what: str, file: str) -> list[Diagnostic]:
    """A fault for each value that is there more than once."""
    return [
        list_fault(f"{value!r} is there {times} times", file=file, key=what, step="keep one of them")
        for value, times in sorted(Counter(values).items())
        if value and times > 1
    ]
