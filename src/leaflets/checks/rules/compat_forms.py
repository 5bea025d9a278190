"""A text -> findings: letters written as ready-made shapes."""

import re
import unicodedata
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.naming import named
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Translation

SHAPES = re.compile(
    "[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufd3d\ufd50-\ufdcf\ufdf0\ufdf1\ufdf3-\ufdf9\ufe70-\ufefc]+"
)
"""Alphabetic Presentation Forms, and Arabic Presentation Forms A and B but for signs that are words."""


@check(
    since="0.1",
    help="type the word anew, or copy it from a program that keeps plain letters (not from a PDF)",
    good=(example("اتصل بنا", "Call us", "ar"),),
    bad=(
        example("ﺍﺗﺼﻞ ﺑﻨﺎ", "Call us", "ar"),
        example("ﬁrma", "company", note="fi as one sign"),
    ),
)
def compat_forms(text: Translation) -> Iterator[Finding]:
    """Letters are written as ready-made shapes (presentation forms), not as letters.

    Such a text was copied from a PDF or an old program. Its letters do not join as they should, and nobody
    can search it or hear it read aloud."""
    if text.text.isascii():
        return
    for match in SHAPES.finditer(text.text):
        word = unicodedata.normalize("NFKC", match[0])
        yield Finding(f"{named(match[0][0])} is a shape, not a letter", match.span(), expected=word)
