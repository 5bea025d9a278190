"""A PDF -> faults: a letter stands for a code point that means nothing outside of its font."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(a="6.2.11.7.3-1")
def private_use_text(file: OpenPdf) -> Iterator[Fault]:
    """A letter stands for a code point that means nothing outside of its font.

    In an archive nobody will know what it was.
    """
    for number, leaf in enumerate(file.leaves, 1):
        for shown in leaf.shown:
            private = any(_is_private(character) for character in shown.text or "")
            if private and not any(mark.actual for mark in shown.marks):
                yield Fault(f"code {shown.code} stands for a private character", page=number)
                break


def _is_private(character: str) -> bool:
    return "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"
