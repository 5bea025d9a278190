"""A project's fonts.toml -> its families as they are listed; `complete` reads the rest from their files.

One line is enough:

    [family.my-font]
    file = "MyFont.otf"          # or files = ["MyFont-Regular.ttf", "MyFont-Bold.ttf"]

A face of a collection is "MyFont.ttc#2". A variable file gives a regular and a bold face.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from leaflets.diagnostics import Diagnostic
from leaflets.fonts.family import (
    A_PATH,
    A_SCRIPT,
    FILE,
    SCRIPT,
    SHA256,
    FaceSpec,
    Family,
    parsed,
    ranges,
    repeated,
)
from leaflets.fonts.faults import font_error
from leaflets.fonts.strict import Table

NUMBERED = re.compile(r"(.+)#(\d+)")

UNSAID = -1
"""The number of a face where none is given."""


def read_own_families(toml: bytes, *, name: str) -> tuple[Family, ...]:
    """Families with what the list says of them; the rest is empty or 0. FontError has all faults of it."""
    faults: list[Diagnostic] = []
    top = Table(parsed(toml, name=name), file=name, path="", faults=faults)
    families = tuple(_family(table, key=key) for key, table in top.tables("family"))
    top.close()
    faults += repeated((face.id for family in families for face in family.faces), what="file", file=name)
    if faults:
        raise font_error(*faults)
    return families


def _family(table: Table, *, key: str) -> Family:
    family = Family(
        id=key,
        name=table.text("name", default=""),
        license=table.text("license", default=""),
        license_file=table.text("license_file", pattern=FILE, form=A_PATH, default=""),
        source=table.text("source", default=""),
        version=table.text("version", default=""),
        scripts=table.texts("scripts", pattern=SCRIPT, form=A_SCRIPT, default=()),
        size=table.factor("size") if table.has("size") else 0.0,
        leading=table.factor("leading") if table.has("leading") else 0.0,
        blank=table.factor("blank"),
        without=ranges(table),
        faces=tuple(_faces(table)),
    )
    table.close()
    return family


def _faces(table: Table) -> Iterator[FaceSpec]:
    """From `file`, `files` or rows of faces."""
    form = 'a path below this file\'s folder, such as "MyFont.ttf"; a face of a collection is "MyFont.ttc#2"'
    if table.has("faces"):
        for row in table.rows("faces"):
            yield _face(row, form=form)
            row.close()
    elif table.has("files"):
        for file in table.texts("files", pattern=FILE, form=f"a list; each is {form}"):
            yield _spec(file)
    else:
        yield _face(table, form=form)


def _face(row: Table, *, form: str) -> FaceSpec:
    spec = _spec(row.text("file", pattern=FILE, form=form))
    style = row.text("style", pattern="normal|italic", form='"normal" or "italic"', default="normal")
    return replace(
        spec,
        index=row.integer("index", least=0, most=0xFFFF) if row.has("index") else spec.index,
        weight=row.integer("weight", least=1, most=1000) if row.has("weight") else 0,
        style="italic" if style == "italic" else "normal",
        sha256=row.text("sha256", pattern=SHA256, form="the output of sha256sum", default=""),
    )


def _spec(file: str) -> FaceSpec:
    found = NUMBERED.fullmatch(file)
    name, index = (found[1], int(found[2])) if found else (file, UNSAID)
    return FaceSpec(file=name, index=index, weight=0, style="normal")
