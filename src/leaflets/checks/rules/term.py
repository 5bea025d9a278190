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
        elif entry.wanted and not any(_stem(word) in low for word in entry.wanted):
            yield Finding(f'the term for "{entry.source}" is missing', expected=" / ".join(entry.wanted))


@lru_cache(maxsize=512)
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(source)}", re.IGNORECASE)


def _stem(words: str) -> str:
    """The beginning of the first word, for languages that decline: two thirds, four letters at least."""
    first = words.lower().split()[0] if words.split() else ""
    return first[: max(4, len(first) * 2 // 3)]
