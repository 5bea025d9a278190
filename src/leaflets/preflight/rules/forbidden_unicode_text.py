"""A PDF -> faults: a letter stands for a code point that is no text: U+0000, U+FEFF or U+FFFE."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.21.7-2", a="6.2.11.7.2-2")
def forbidden_unicode_text(file: OpenPdf) -> Iterator[Fault]:
    """A letter stands for a code point that is no text: U+0000, U+FEFF or U+FFFE.

    Screen readers stop, or say something of their own.
    """
    for use in file.font_uses:
        for code in sorted(use.codes):
            if set(use.font.texts.get(code, "")) & set("\0\ufeff\ufffe"):
                yield Fault(f"code {code} of the font {use.font.name} stands for no text")
