"""A PDF -> faults: the name of a font, colour or structure type is not plain ASCII."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(a="6.1.8-1")
def name_not_ascii(file: OpenPdf) -> Iterator[Fault]:
    """The name of a font, colour or structure type is not plain ASCII.

    Names must be UTF-8, and not every program that writes PDF keeps to it: ASCII is always right.
    """
    names = {str(name) for found in file.dictionaries for name in _names(found)}
    for name in sorted(names):
        if not name.isascii():
            yield Fault(f"the name {name[1:]!r} is not ASCII")


def _names(found: Any) -> Iterator[Any]:  # pikepdf's dictionary
    yield from found.keys()
    for _key, value in found.items():
        if isinstance(value, pikepdf.Name):
            yield value
