"""A message -> findings: a text of spaces only, or of marks without a letter."""

import unicodedata
from collections.abc import Iterator

from leaflets.catalog.invisible import HIDDEN
from leaflets.checks.finding import Finding
from leaflets.checks.naming import shown
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Unit

MARKS = frozenset({"Mn", "Mc", "Me", "Cf"})
"""By General_Category, what shows nothing without a letter that bears it."""


@check(
    since="0.1",
    help="write the translation, or leave the text empty: it is then counted as missing",
    good=(example("Pozovite nas.", "Call us."), example("", "Call us.", note="empty: untranslated")),
    bad=(
        example("  ", "Call us."),
        example("\u00a0", "Call us."),
        example("\u200b", "Call us."),
        example("\u0301 \u0301", "Call us.", note="marks without letters"),
    ),
)
def blank(unit: Unit) -> Iterator[Finding]:
    """A translation holds nothing but spaces, or marks that no letter bears.

    Editors and statistics count it as translated, and the page has a hole."""
    for text in unit.message.texts:
        if text and all(unicodedata.category(c) in MARKS for c in HIDDEN.sub("", text) if not c.isspace()):
            yield Finding(f'the translation of "{unit.message.msgid:.60}" is blank: "{shown(text)}"')
