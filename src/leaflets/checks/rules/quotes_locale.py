"""A text -> findings: quotation marks of another language."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import NOTE, POSSIBLE, check, example
from leaflets.checks.subject import Translation

QUOTES = frozenset('"“”„«»‹›‚‘「」『』')


@check(
    since="0.1",
    severity=NOTE,
    certainty=POSSIBLE,
    help="use the quotation marks of the language (CLDR; a project can set others in leaflets.toml)",
    good=(example("Recite „pomoć”.", "Say “help”."),),
    bad=(example('Recite "pomoć".', "Say “help”."), example("Recite »pomoć«.", "Say “help”.", "en")),
)
def quotes_locale(text: Translation) -> Iterator[Finding]:
    """Quotation marks are not those that the language is set with.

    One leaflet should have one kind of them; CLDR says which each language uses."""
    if text.chars.isdisjoint(QUOTES):
        return
    own = (*text.language.quotes, *text.language.inner_quotes)
    wrong = next((i for i, c in enumerate(text.text) if c in QUOTES and c not in own), None)
    if wrong is not None:
        expected = f"{text.language.quotes[0]}…{text.language.quotes[1]}"
        yield Finding(
            f"the mark {text.text[wrong]} is not one of the language's", (wrong, wrong + 1), expected
        )
