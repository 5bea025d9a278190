"""A text -> findings: brackets without their partner."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, WARNING, check, example
from leaflets.checks.subject import Translation

PAIRS = {")": "(", "]": "[", "}": "{", "）": "（", "」": "「", "』": "『", "】": "【"}
OPENING = frozenset(PAIRS.values())
ALL = OPENING | PAIRS.keys()
LABEL = re.compile(r"(?:^|(?<=\s))\w{1,2}\)")
"""`a)` and `1)` of lists have no partner."""


@check(
    since="0.1",
    severity=WARNING,
    certainty=POSSIBLE,
    help="put in the bracket that is missing",
    good=(example("Zovite (danju) i a) noću.", "Call (by day) and a) at night."),),
    bad=(example("Zovite (danju i noću.", "Call (by day) and at night."),),
)
def brackets(text: Translation) -> Iterator[Finding]:
    """A bracket is opened and not closed, or closed and not opened.

    Often the end of the sentence is missing with it."""
    if text.chars.isdisjoint(ALL):
        return
    labels = {match.end() - 1 for match in LABEL.finditer(text.text)}
    opened: list[int] = []
    for index, character in enumerate(text.text):
        if character in OPENING:
            opened.append(index)
        elif character in PAIRS and index not in labels and not _closes(opened, character, text.text):
            yield Finding(f'"{character}" closes nothing', (index, index + 1))
            return
    if opened:
        yield Finding(f'"{text.text[opened[-1]]}" is never closed', (opened[-1], opened[-1] + 1))


def _closes(opened: list[int], character: str, text: str) -> bool:
    """Takes off the last bracket; whether it is the partner."""
    return bool(opened) and text[opened.pop()] == PAIRS[character]
