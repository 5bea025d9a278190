"""A text -> findings: numbers that are not those of the source."""

import re
from collections import Counter
from collections.abc import Iterator

from leaflets.checks.digits import DIGITS, candidates, numbers
from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, WARNING, check, example
from leaflets.checks.subject import Translation
from leaflets.checks.words import addresses

CLOCK = re.compile(r"\b(\d{1,2})(?:[:.]\d\d)?\s?(?:p\.?\s?m\b)", re.IGNORECASE)


@check(
    since="0.1",
    severity=WARNING,
    certainty=POSSIBLE,
    help="check the number; if it is spelled out on purpose, say so with: # ignore: number",
    good=(
        example("Imate najmanje 30 dana.", "You have at least 30 days."),
        example("لك 30 يومًا على الأقل", "You have at least 30 days.", "ar"),
        example("حداقل ۳۰ روز", "At least 30 days", "fa"),
        example("Od 9 do 17 časova.", "From 9 am to 5 pm."),
    ),
    bad=(
        example("Imate najmanje 90 dana.", "You have at least 30 days."),
        example("Imate trideset dana.", "You have at least 30 days."),
    ),
)
def number(text: Translation) -> Iterator[Finding]:
    """A number differs from the source.

    Thirty days that become thirteen cost somebody a right. Digits of all systems, separators and the
    twelve-hour clock are understood; numbers spelled out in words are not."""
    if text.chars.isdisjoint(DIGITS) and text.source.chars.isdisjoint(DIGITS):
        return
    wanted, found = _counts(text.source.text), _counts(text.text)
    if wanted == found:
        return
    lost, added = wanted - found, found - wanted
    for value in _afternoons(text.source.text):
        if lost[value] and added[str(int(value) + 12)]:
            lost -= Counter([value])
            added -= Counter([str(int(value) + 12)])
    places = dict(numbers(text.text))
    if lost:
        spelled = () if added else ("is it spelled out?",)
        yield Finding(
            f"the number {', '.join(lost)} of the source is missing",
            places.get(next(iter(added), "")),
            expected=", ".join(lost),
            notes=spelled,
        )
    elif added:
        first = next(iter(added))
        yield Finding(f"the source has no number {', '.join(added)}", places.get(first))


def _counts(text: str) -> Counter[str]:
    """Numbers, but for those of telephones and addresses, which have rules of their own."""
    taken = [one.span for one in candidates(text) if one.looks_dialled]
    for address in addresses(text):
        start = text.find(address)
        taken.append((start, start + len(address)))
    return Counter(
        value for value, (start, end) in numbers(text) if not any(a < end and start < b for a, b in taken)
    )


def _afternoons(text: str) -> list[str]:
    return [match[1] for match in CLOCK.finditer(text) if int(match[1]) < 12]
