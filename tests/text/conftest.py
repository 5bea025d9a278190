"""Spans and paragraphs with the vendored fonts."""

import pytest

from leaflets.color import BLACK
from leaflets.fonts.load import FontLibrary, read_families
from leaflets.text.line import Span
from leaflets.text.paragraph import prepare

FAMILIES = {"ar": ("noto-naskh-arabic", "noto-sans")}


@pytest.fixture(scope="session")
def library(root):
    folder = root / "fonts"
    families = read_families((folder / "fonts.toml").read_bytes(), name="fonts/fonts.toml")
    return FontLibrary(families, lambda file: folder / file)


@pytest.fixture(scope="session")
def span():
    def make(text, language="en", **more):
        chosen = {"families": FAMILIES.get(language, ("noto-sans",)), "weight": 400, "slant": "normal"}
        return Span(text=text, language=language, size=1.0, color=BLACK, **(chosen | more))

    return make


@pytest.fixture(scope="session")
def paragraph(library, span):
    def make(*parts, language="en"):
        spans = [span(part, language) if isinstance(part, str) else part for part in parts]
        return prepare(spans, base=int(language == "ar"), language=language, library=library)

    return make
