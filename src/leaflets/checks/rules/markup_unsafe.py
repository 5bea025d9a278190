"""A text -> findings: markup that could run, or read something else than the leaflet."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Translation

UNSAFE = re.compile(
    r"<\s*/?\s*(?:img|script|iframe|object|embed|link|style|svg|para|font|input|form|meta)\b"
    r"|\son\w+\s*=|(?:href|src)\s*=\s*[\"']?\s*(?!https?:|mailto:|tel:)[a-z]+:",
    re.IGNORECASE,
)


@check(
    since="0.1",
    help="remove it: a text holds words, and the tags of its source",
    good=(example("Zovite <strong>policiju</strong>.", "Call <strong>the police</strong>."),),
    bad=(
        example('Zovite <img src="/etc/passwd"/>', "Call us"),
        example('Zovite <a href="javascript:x()">nas</a>', "Call us"),
        example('<strong onclick="x()">Zovite</strong>', "<strong>Call</strong>"),
    ),
)
def markup_unsafe(text: Translation) -> Iterator[Finding]:
    """A text holds markup that could run, or open files and addresses of its own.

    Catalogs come from many hands: whoever writes one must not be able to read files of the computer that
    builds the leaflet, or to act on the page of its reader."""
    if "<" not in text.written:
        return
    for tag in text.tags:
        if is_unsafe(tag):
            yield Finding(f"{tag[:60]} is not safe")


def is_unsafe(tag: str) -> bool:
    return UNSAFE.search(tag) is not None
