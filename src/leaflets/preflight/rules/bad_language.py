"""A PDF -> faults: the name of a language is not one."""

import re
from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

TAG = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")


@rule(ua="7.2-29", a="6.7.4-1")
def bad_language(file: OpenPdf) -> Iterator[Fault]:
    """The name of a language is not one.

    A screen reader finds no voice for it.
    """
    for found in file.dictionaries:
        language = found.get("/Lang")
        if isinstance(language, pikepdf.String) and not TAG.fullmatch(str(language)):
            yield Fault(f"{str(language)!r} is not the tag of a language")
    for number, leaf in enumerate(file.leaves, 1):
        said = {mark.language for item in leaf.items for mark in item.marks if mark.language is not None}
        for tag in sorted(said):
            if not TAG.fullmatch(tag):
                yield Fault(f"{tag!r} is not the tag of a language", page=number)
