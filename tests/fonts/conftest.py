"""The vendored fonts, and ways to make broken or unusual files out of them."""

import hashlib
import importlib.util
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from leaflets.fonts.load import Face, FaceSpec, Family, FontLibrary, open_face, read_families

FONTS = Path(__file__).parents[2] / "fonts"

Outline = list[tuple[str, tuple[tuple[float, float], ...]]]


@pytest.fixture(scope="session")
def folder() -> Path:
    return FONTS


@pytest.fixture(scope="session")
def library() -> FontLibrary:
    families = read_families((FONTS / "fonts.toml").read_bytes(), name="fonts/fonts.toml")
    return FontLibrary(families, lambda name: FONTS / name)


@pytest.fixture(scope="session")
def making() -> ModuleType:
    """The makers of small real fonts."""
    spec = importlib.util.spec_from_file_location("making", Path(__file__).with_name("making.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def sans(library: FontLibrary) -> Face:
    return library.face("noto-sans")


@pytest.fixture(scope="session")
def naskh(library: FontLibrary) -> Face:
    return library.face("noto-naskh-arabic")


@pytest.fixture(scope="session")
def outline() -> Callable[[Any, int], Outline]:
    """The contours that HarfBuzz draws for a glyph of an hb.Font."""

    def draw(hb_font: Any, gid: int) -> Outline:
        pen = RecordingPen()
        hb_font.draw_glyph_with_pen(gid, pen)
        return pen.value

    return draw


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Face]:
    """Opens any bytes as the face of a family of its own, under their true sha256."""

    def open_bytes(data: bytes, *, index: int = 0, sha256: str | None = None) -> Face:
        path = tmp_path / "some.ttf"
        path.write_bytes(data)
        digest = sha256 or hashlib.sha256(data).hexdigest()
        spec = FaceSpec(file="some.ttf", weight=400, style="normal", index=index, sha256=digest)
        return open_face(family_of(spec), spec, path=path)

    return open_bytes


def family_of(spec: FaceSpec) -> Family:
    return Family(
        id="some",
        name="Some",
        license="OFL-1.1",
        license_file="OFL.txt",
        source="test",
        version="1",
        scripts=("Latn",),
        faces=(spec,),
    )


@pytest.fixture(scope="session")
def changed() -> Callable[..., bytes]:
    """Noto Sans Regular after a change made with fontTools, everything else left as it is."""

    def change(edit: Callable[[TTFont], None]) -> bytes:
        font = TTFont(FONTS / "noto-sans" / "NotoSans-Regular.ttf", recalcBBoxes=False, recalcTimestamp=False)
        edit(font)
        out = BytesIO()
        font.save(out, reorderTables=None)
        return out.getvalue()

    return change
