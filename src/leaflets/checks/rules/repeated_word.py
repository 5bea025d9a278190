"""A text -> findings: a word twice."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import NOTE, POSSIBLE, check, example
from leaflets.checks.subject import Translation

TWICE = re.compile(
    r"(?<![\w\u0300-\u036f])([^\W\d_]{2,}+)\s++\1(?![\w\u0300-\u036f\u0900-\u0dff])", re.IGNORECASE
)
REDUPLICATING = frozenset(
    {
        "af", "am", "bn", "bo", "dz", "fa", "gu", "hi", "hu", "hy", "id", "jv",
        "ka", "ckb", "kmr", "km", "kn", "lo", "ml", "mr", "ms", "my", "ne",
        "om", "pa", "prs", "ps", "si", "so", "su", "sw", "ta", "te", "th",
        "ti", "tl", "tr", "ur", "uz", "vi", "yo", "ha", "ig", "wo", "zh",
    }
)  # fmt: skip
"""Languages that repeat words for emphasis, distribution or grammar."""


@check(
    since="0.1",
    severity=NOTE,
    certainty=POSSIBLE,
    help="delete one of the two",
    good=(example("Pozovite nas.", "Call us."), example("धीरे धीरे बोलिए", "Speak slowly", "hi")),
    bad=(example("Pozovite nas nas.", "Call us."),),
)
def repeated_word(text: Translation) -> Iterator[Finding]:
    """A word stands there twice in a row.

    Mostly a slip of the hand; in some languages it is grammar, and there the rule is silent."""
    if text.language.tag.partition("-")[0] in REDUPLICATING:
        return
    match = TWICE.search(text.text)
    if match and not TWICE.search(text.source.text):
        yield Finding(f'"{match[1]}" stands there twice', match.span())
