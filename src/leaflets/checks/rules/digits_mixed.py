"""A text -> findings: two digit systems, or one that is not the language's."""

from collections.abc import Iterator

from leaflets.checks.digits import DIGITS, candidates, systems
from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Translation
from leaflets.checks.words import addresses
from leaflets.language import DIGITS as SYSTEMS


@check(
    since="0.1",
    severity=WARNING,
    help="write all numbers in the digits of the language, and telephone numbers in 0 to 9",
    good=(
        example("حداقل ۳۰ روز", "At least 30 days", "fa"),
        example("لك 30 يومًا", "You have 30 days", "ar"),
        example("با 011 785 00 00 تماس بگیرید", "Call us", "fa"),
    ),
    bad=(
        example("۳۰ روز یا 40 روز", "30 days or 40 days", "fa"),
        example("لك ٣٠ يومًا و۵ ساعات", "30 days and 5 hours", "ar"),
    ),
)
def digits_mixed(text: Translation) -> Iterator[Finding]:
    """One text uses two digit systems, or another one than the language does.

    Readers stumble, and groups of such a number change places between words from right to left."""
    if text.chars.isdisjoint(DIGITS):
        return
    plain = _without_facts(text.text)
    used = systems(plain)
    wanted = ord(SYSTEMS.get(text.language.digits, SYSTEMS["latn"])[0])
    wrong = {zero: at for zero, at in used.items() if zero != wanted}
    if not wrong:
        return
    at = next(iter(wrong.values()))
    digit, right = plain[at], chr(wanted + int(plain[at]))
    what = "uses two digit systems" if len(used) > 1 else "uses digits of another system"
    yield Finding(f"the text {what}: {digit} where the language writes {right}", (at, at + 1), expected=right)


def _without_facts(text: str) -> str:
    """Telephone numbers and addresses keep their ASCII digits: they are blanked."""
    spans = [one.span for one in candidates(text) if one.written.isascii() and one.looks_dialled]
    for address in addresses(text):
        start = text.find(address)
        spans.append((start, start + len(address)))
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
