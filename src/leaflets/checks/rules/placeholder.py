"""A text -> findings: placeholders that are damaged, or that the source does not have."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from leaflets.checks.decode import PART, SLOT, decoded_source
from leaflets.checks.finding import Finding
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Translation

BROKEN = re.compile(r"%\s?\(?\s?\w*\s?\)?\s?[sd]?|\{\{|\{%|\{#")


@check(
    since="0.1",
    help="copy the placeholder from the source; a percent sign is written %%",
    good=(
        example("Pozovite %(number)s.", "Call %(number)s."),
        example("100 %% besplatno", "100%% free"),
    ),
    bad=(
        example("Pozovite %(broj)s.", "Call %(number)s.", note="translated"),
        example("Pozovite %(number).", "Call %(number)s.", note="the s is missing"),
        example("100 % besplatno", "100%% free", note="a bare %"),
    ),
    aliases=("unknown-placeholder", "bare-percent", "template-syntax"),
)
def placeholder(text: Translation) -> Iterator[Finding]:
    """A placeholder is damaged, or the source has none of this name.

    A number or a name stands there in print; the leaflet cannot be built without it."""
    if not text.slots and "%" not in text.written and "{" not in text.written:
        return
    known = _known(text)
    for name in text.slots:
        if name not in known:
            expected = next(iter(get_close_matches(name, known, n=1)), "") or next(iter(known), "")
            yield Finding(
                f"the source has no placeholder %({name})s",
                _slot(text, name),
                f"%({expected})s" if expected else "",
            )
    for match in BROKEN.finditer(PART.sub(" ", text.written)):
        piece = match[0].strip()
        start = text.text.find(piece)
        span = (start, start + len(piece)) if start >= 0 else None
        yield Finding(f'"{piece}" is not a whole placeholder', span)


def _known(text: Translation) -> tuple[str, ...]:
    plural = decoded_source(text.message.plural).slots if text.message.plural else ()
    return tuple(dict.fromkeys((*text.source.slots, *plural, *decoded_source(text.message.msgid).slots)))


def _slot(text: Translation, name: str) -> tuple[int, int]:
    places = [index for index, character in enumerate(text.text) if character == SLOT]
    start = places[text.slots.index(name)]
    return start, start + 1
