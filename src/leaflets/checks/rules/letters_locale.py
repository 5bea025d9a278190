"""A text -> findings: letters that the language does not have."""

import unicodedata
from collections.abc import Iterator
from functools import cache

from leaflets.checks.finding import Finding
from leaflets.checks.letters import TWINS, Letters, is_letter, letter_script
from leaflets.checks.naming import named
from leaflets.checks.rule import POSSIBLE, WARNING, check, example
from leaflets.checks.subject import Translation
from leaflets.checks.words import WORD, words


@check(
    since="0.1",
    severity=WARNING,
    certainty=POSSIBLE,
    help="type the letter with the keyboard of this language",
    good=(
        example("می‌توانید کمک بگیرید", "You can get help", "fa"),
        example("Aveți dreptul la ajutor.", "You have a right to help.", "ro"),
        example("Nazovite São Tomé.", "Call São Tomé."),
    ),
    bad=(
        example("مي‌توانيد كمك بگيريد", "You can get help", "fa", note="Arabic ي and ك"),
        example("Aveţi dreptul.", "You have a right.", "ro", note="cedilla instead of comma"),
        example("Вы имеете право", "You have a right", "uk", note="Russian ы"),
    ),
)
def letters_locale(text: Translation) -> Iterator[Finding]:
    """A text holds letters that its language does not have.

    They come from the keyboard of a neighbouring language, or the text does: readers stumble, and the word
    is not found by search. The letters of each language are those of CLDR."""
    letters = text.setting.letters
    if not letters.own or text.text.isascii():
        return
    known, twins = _allowed(letters)
    foreign = {c for c in text.chars - known if _is_foreign(c, letters)} | (text.chars & twins)
    if foreign:
        yield from _found(text, foreign, letters)


@cache
def _allowed(letters: Letters) -> tuple[frozenset[str], frozenset[str]]:
    """Letters in both cases that may stand there, and those of loan words that may not."""
    own = letters.own | letters.loans
    twins = letters.foreign_twins
    cases = frozenset(c for letter in own for c in letter.upper() if len(letter.upper()) == 1)
    upper = frozenset(c for letter in twins for c in letter.upper() if len(letter.upper()) == 1)
    return own | cases, twins | upper


def _is_foreign(character: str, letters: Letters) -> bool:
    """A letter of the language's script that is none of its letters, in any case and form."""
    if character.isascii() or not is_letter(character) or letter_script(character) not in letters.scripts:
        return False
    folded = unicodedata.normalize("NFC", character).lower()
    return not all(c in letters.own or c in letters.loans or not is_letter(c) for c in folded)


def _found(text: Translation, foreign: set[str], letters: Letters) -> Iterator[Finding]:
    """The first word with such a letter, and how many there are."""
    names = words(text.source.text) | text.setting.unchanged
    hits = [
        match
        for match in WORD.finditer(text.text)
        if not foreign.isdisjoint(match[0]) and match[0].lower() not in names
    ]
    if not hits:
        return
    first = hits[0]
    letter = next(c for c in first[0] if c in foreign)
    mended = "".join(TWINS.get(c, c) if c in foreign and TWINS.get(c) in letters.own else c for c in first[0])
    more = f" (and in {len(hits) - 1} more words)" if len(hits) > 1 else ""
    yield Finding(
        f'"{first[0]}" has {named(letter)}, which is no letter of {text.language.english}{more}',
        first.span(),
        expected=mended if mended != first[0] else "",
    )
