"""A text -> findings: it ends otherwise than its source."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, WARNING, check, example
from leaflets.checks.subject import Translation

CLOSING = "\"'”’“»›)]}」』\u2069\u202c\u200f\u200e \u00a0\u202f\n"
"""What may stand after the mark."""
COLONS = ":：፡፦؛;"
ELSEWHERE = "…"
FREE = frozenset({"Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts whose sentences often end without a mark."""
KINDS = {".": 0, "?": 1, "!": 2}


@check(
    since="0.1",
    severity=WARNING,
    certainty=POSSIBLE,
    help="end the text as the source ends, with the marks of your language",
    good=(
        example("هل أنت في خطر؟", "Are you in danger?", "ar"),
        example("你有危险吗？", "Are you in danger?", "zh-Hans"),
        example("आप मदद ले सकते हैं।", "You can get help.", "hi"),
        example("អ្នកអាចសុំជំនួយ", "You can ask for help.", "km"),
    ),
    bad=(
        example("Da li ste u opasnosti.", "Are you in danger?"),
        example("Možete dobiti pomoć", "You can get help."),
        example("Bezbedno mesto.", "A safe place"),
    ),
)
def end_punctuation(text: Translation) -> Iterator[Finding]:
    """A text ends otherwise than its source: a question as a statement, a sentence without its end.

    The end may be lost; and a list in which some lines end with a mark and some do not looks careless."""
    if text.language.script in FREE or text.message.plural is not None:
        return
    source, found = text.source.text.rstrip(CLOSING), text.text.rstrip(CLOSING)
    if not source or not found:
        return
    last, mark = found[-1], source[-1]
    at = (len(found) - 1, len(found))
    ends = text.language.ends
    if mark in KINDS:
        wanted = ends[KINDS[mark]]
        if wanted and last not in wanted and last not in ELSEWHERE:
            yield Finding(f'the source ends with "{mark}", and the translation with "{last}"', at, wanted[0])
    elif mark == ":" and last not in COLONS:
        yield Finding(f'the source ends with ":", and the translation with "{last}"', at, ":")
    elif last in ends[0] and mark.isalnum():
        yield Finding(f'the source ends without a mark, and the translation with "{last}"', at)
