"""Spans and paragraphs with the vendored fonts."""

import pytest

from leaflets.color import BLACK
from leaflets.config.languages import shipped_languages
from leaflets.fonts.load import FontLibrary, read_families
from leaflets.text.line import Span
from leaflets.text.paragraph import prepare


@pytest.fixture(scope="session")
def library(root):
    folder = root / "fonts"
    families = read_families((folder / "fonts.toml").read_bytes(), name="fonts/fonts.toml")
    return FontLibrary(families, lambda file: folder / file)


@pytest.fixture(scope="session")
def span(languages, library):
    known = {family.id for family in library.families}

    def make(text, language="en", **more):
        families = tuple(name for name in languages[language].families if name in known) or ("noto-sans",)
        chosen = {"families": families, "weight": 400, "slant": "normal"}
        return Span(text=text, language=language, size=1.0, color=BLACK, **(chosen | more))

    return make


@pytest.fixture(scope="session")
def languages():
    return {language.tag: language for language in shipped_languages()}


@pytest.fixture(scope="session")
def divided(span, languages):
    """Spans whose words are divided by their language's dictionary."""

    def make(text, language="en", **more):
        known = languages[language]
        chosen = {"hyphens": "auto", "dictionary": known.hyphenation, "least": known.hyphenate_min}
        chosen["divided"] = known.divided
        return span(text, language, **(chosen | more))

    return make


@pytest.fixture(scope="session")
def paragraph(library, span, languages):
    def make(*parts, language="en"):
        spans = [span(part, language) if isinstance(part, str) else part for part in parts]
        known = languages[language]
        return prepare(spans, base=int(known.is_rtl), language=known, library=library)

    return make


@pytest.fixture(scope="session")
def plain_span():
    """A span whose font is never looked for."""

    def make(text):
        return Span(text=text, families=(), weight=400, slant="normal", size=1.0, language="ar", color=BLACK)

    return make
