"""A text -> findings: a declared fact that is lost or doubled."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from leaflets.checks.digits import DIGITS, ascii_digits, candidates, numbers
from leaflets.checks.finding import Finding
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Translation


@check(
    since="0.1",
    help="put it in where your language wants it; what stands for it is not translated",
    good=(
        example("Broj %(number)s možete pozvati danju i noću.", "Call %(number)s day and night."),
        example("Zovite 192.", "Call 192."),
    ),
    bad=(
        example("Pozovite nas danju i noću.", "Call %(number)s day and night.", note="the number is lost"),
        example("Zovite %(number)s ili %(number)s.", "Call %(number)s.", note="twice"),
        example(
            "Zovite policiju.", "Call the police: 192.", note="a declared number, typed by hand, is lost"
        ),
    ),
)
def fact_missing(text: Translation) -> Iterator[Finding]:
    """A number, name or address of the source is lost in the translation, or stands there twice.

    It is the sentence with the help line: without the number it helps nobody."""
    if text.message.plural is None and text.slots != text.source.slots:
        yield from _slots(text)
    if not text.source.chars.isdisjoint(DIGITS) and text.source_written != text.written:
        yield from _typed(text)


def _slots(text: Translation) -> Iterator[Finding]:
    wanted, found = Counter(text.source.slots), Counter(text.slots)
    for name, count in wanted.items():
        if found[name] < count:
            yield Finding(f"%({name})s of the source is missing", expected=f"%({name})s")
        elif found[name] > count:
            yield Finding(f"%({name})s stands there {found[name]} times, in the source {_times(count)}")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _typed(text: Translation) -> Iterator[Finding]:
    """Declared numbers that the source has as plain digits."""
    facts = text.setting.facts
    for digits in sorted(_digits(text.source.text)):
        fact = facts.spelled(digits)
        if fact is not None and not _digits(text.text) & fact.spellings:
            yield Finding(f'the number of "{fact.owner}" is missing', expected=fact.display)


@lru_cache(maxsize=4096)
def _digits(text: str) -> frozenset[str]:
    plain = ascii_digits(text)
    return frozenset(
        (*(one.digits for one in candidates(plain)), *(digits for digits, _span in numbers(plain)))
    )
