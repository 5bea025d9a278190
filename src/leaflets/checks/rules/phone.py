"""A text -> findings: telephone numbers that are not digit by digit the declared ones."""

from collections.abc import Iterator

from leaflets.checks.digits import DIGITS, Candidate, ascii_digits, candidates
from leaflets.checks.facts import Fact, Facts
from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, check, example
from leaflets.checks.subject import Translation

NEAR = 2
"""Digits that may be wrong, missing, too many or exchanged in a number that is still meant to be this one."""


@check(
    since="0.1",
    help="write the placeholder of the source, or the same digits in the same order",
    good=(
        example("Pozovite 011 785 00 00.", "Call us."),
        example("Pozovite 011/785-00-00 ili +381 11 785 00 00.", "Call us."),
        example(
            "Zakon 24/2018, 31/2019 i 62/2023, 2025-2026.", "Law 24/2018, 31/2019 and 62/2023, 2025-2026."
        ),
    ),
    bad=(
        example("Pozovite 011 785 00 01.", "Call us.", note="a wrong digit"),
        example("Pozovite 011 785 00 0O.", "Call us.", note="the letter O"),
        example("با ۰۱۱ ۷۸۵ ۰۰ ۱۰ تماس بگیرید", "Call us.", "fa", note="exchanged digits, in Persian digits"),
        example("Pozovite 021 444 333.", "Call us.", note="a number that nobody has declared"),
    ),
)
def phone(text: Translation) -> Iterator[Finding]:
    """A telephone number differs from the declared ones, or is none of them.

    One wrong digit, and somebody who asks for help reaches a stranger. Digits are compared one by one in
    any digit system, with or without the code of the country, with any separators; letters that look like
    digits (O, l, З) are found."""
    if text.chars.isdisjoint(DIGITS):
        return
    found = candidates(text.text)
    known = {one.digits for one in candidates(text.source.text)}
    for one in found:
        yield from _judged(one, text.setting.facts, known)
    if sum(character in DIGITS for character in text.text) >= 6:
        yield from _strangers(text, found, known)


def _judged(one: Candidate, facts: Facts, known: set[str]) -> Iterator[Finding]:
    fact = facts.spelled(one.digits)
    if one.letters and (fact or one.digits in known or one.looks_dialled):
        letters = ", ".join(dict.fromkeys(one.letters))
        yield Finding(
            f'"{one.written}" is written with letters among its digits: {letters}',
            one.span,
            expected=fact.display if fact else "",
        )
    elif fact is None and one.digits not in known:
        near = nearest(one.digits, facts)
        if near is not None:
            yield Finding(
                f'the digits differ from the number of "{near.owner}"', one.span, expected=near.display
            )
        elif one.looks_dialled:
            yield _undeclared(one.written, one.span)


def _undeclared(written: str, span: tuple[int, int]) -> Finding:
    return Finding(
        f"the number {written} is neither in the source nor in contacts.toml",
        span,
        help="take the number of the source; a new one belongs in contacts.toml, where somebody checks it",
        certainty=POSSIBLE,
    )


def nearest(digits: str, facts: Facts) -> Fact | None:
    """The declared number that these digits are probably meant to be."""
    if len(digits) < 6:
        return None
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - loads slowly, and few texts hold a number

    close = [
        (distance, fact)
        for fact in facts.numbers
        for spelling in fact.spellings
        if len(spelling) >= 6
        and (distance := OSA.distance(digits, spelling)) <= min(NEAR, len(spelling) // 4)
    ]
    return min(close, key=lambda pair: pair[0])[1] if close else None


def _strangers(text: Translation, found: tuple[Candidate, ...], known: set[str]) -> Iterator[Finding]:
    """A second opinion: what a library knows to be a number of their countries and was not looked at yet."""
    from phonenumbers import Leniency, PhoneNumberMatcher  # noqa: PLC0415 - as above

    plain, told = ascii_digits(text.text), [one.span for one in found]
    for region in text.setting.facts.regions or (None,):
        for match in PhoneNumberMatcher(plain, region, leniency=Leniency.VALID):
            seen = any(start < match.end and match.start < end for start, end in told)
            digits = "".join(c for c in match.raw_string if c.isdigit())
            if not seen and digits not in known and text.setting.facts.spelled(digits) is None:
                told.append((match.start, match.end))
                yield _undeclared(match.raw_string, (match.start, match.end))
