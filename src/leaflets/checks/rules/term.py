"""A text -> findings: a term that is not translated as the glossary says."""

import re
from collections.abc import Iterator
from functools import lru_cache

from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, WARNING, check, example
from leaflets.checks.subject import Translation


@check(
    since="0.1",
    severity=WARNING,
    certainty=POSSIBLE,
    help="use the term of locales/glossary.toml, or correct the glossary if it is wrong",
    good=(example("Možete tražiti boravišnu dozvolu.", "You can ask for a residence permit."),),
    bad=(example("Možete tražiti papire.", "You can ask for a residence permit."),),
)
def term(text: Translation) -> Iterator[Finding]:
    """A term of the glossary is translated otherwise.

    Officials, helpers and the law use one word; with another one the reader does not find her right."""
    for entry in text.setting.terms:
        if not _pattern(entry.source).search(text.source.text):
            continue
        low = text.text.lower()
        bad = next((word for word in entry.forbidden if word.lower() in low), "")
        if bad:
            start = low.find(bad.lower())
            yield Finding(
                f'"{bad}" is not the term for "{entry.source}"', (start, start + len(bad)), entry.wanted[0]
            )
        elif entry.wanted and not any(_stands(word, low) for word in entry.wanted):
            yield Finding(f'the term for "{entry.source}" is missing', expected=" / ".join(entry.wanted))


def _stands(term: str, text: str) -> bool:
    """Whether the beginnings of all longer words of a term are there, in any order and form."""
    return all(stem in text for stem in _stems(term))


@lru_cache(maxsize=512)
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(source)}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _stems(term: str) -> tuple[str, ...]:
    """Two thirds of each word, as languages decline; words of three letters say nothing alone."""
    words = [word.removeprefix("ال") for word in term.lower().split()]
    long = [word for word in words if len(word) > 3] or words
    return tuple(word[: max(3, (len(word) * 3 + 2) // 5)] for word in long)
