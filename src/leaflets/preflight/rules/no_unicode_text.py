"""A PDF -> faults: a letter on a page has no text behind it."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.21.7-1", a="6.2.11.7.2-1")
def no_unicode_text(file: OpenPdf) -> Iterator[Fault]:
    """A letter on a page has no text behind it.

    A screen reader is silent there, and search and copy lose it.
    """
    for use in file.font_uses:
        missing = [code for code in use.codes if not use.font.texts.get(code)]
        if missing:
            yield Fault(f"the font {use.font.name} gives no text for {len(missing)} codes")
