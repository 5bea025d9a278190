"""A text -> findings: far longer or shorter than its source."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import NOTE, POSSIBLE, check, example
from leaflets.checks.subject import Translation

MEDIANS = {
    "Arab": 0.92, "Deva": 0.91, "Ethi": 0.64, "Grek": 1.19, "Hans": 0.27, "Hant": 0.27, "Jpan": 0.40,
    "Kore": 0.45, "Mymr": 1.49, "Taml": 1.27, "Thaa": 1.78,
}  # fmt: skip
"""Median length of a translation for one character of English, measured on 42,820 texts in 522 languages."""
MOST, LEAST = 3.0, 0.3
SHORT = 20
"""Characters below which lengths say nothing."""


@check(
    since="0.1",
    severity=NOTE,
    certainty=POSSIBLE,
    help="check that nothing was left out, and nothing of a neighbour added",
    good=(
        example("Možete dobiti pomoć.", "You can get help for free."),
        example("你可以得到免费的帮助。", "You can get help that costs you nothing.", "zh-Hans"),
    ),
    bad=(
        example("Da.", "You can get help that costs you nothing."),
        example("Možete dobiti pomoć. " * 6, "You can get help, free."),
    ),
)
def length_ratio(text: Translation) -> Iterator[Finding]:
    """A translation is more than three times as long as expected, or less than a third of it.

    A sentence may be missing, or the text belongs to another source. Whether it fits is measured on pages."""
    length = len(text.source.text)
    if length < SHORT:
        return
    ratio = len(text.text) / length / MEDIANS.get(text.language.script, 1.03)
    if not LEAST <= ratio <= MOST:
        than = "longer" if ratio > MOST else "shorter"
        yield Finding(f"the text is far {than} than its source: {len(text.text)} characters for {length}")
