"""A message -> findings: a text of spaces only."""

from collections.abc import Iterator

from leaflets.catalog.invisible import HIDDEN
from leaflets.checks.finding import Finding
from leaflets.checks.naming import shown
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Unit


@check(
    since="0.1",
    help="write the translation, or leave the text empty: it is then counted as missing",
    good=(example("Pozovite nas.", "Call us."), example("", "Call us.", note="empty: untranslated")),
    bad=(example("  ", "Call us."), example("\u00a0", "Call us."), example("\u200b", "Call us.")),
)
def blank(unit: Unit) -> Iterator[Finding]:
    """A translation holds nothing but spaces.

    Editors and statistics count it as translated, and the page has a hole."""
    for text in unit.message.texts:
        if text and not HIDDEN.sub("", text).strip():
            yield Finding(f'the translation of "{unit.message.msgid:.60}" is blank: "{shown(text)}"')
