"""A text -> findings: letters of two scripts in one word."""

from collections import Counter
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.letters import COMMON, letter_script
from leaflets.checks.lookalikes import in_script
from leaflets.checks.naming import named
from leaflets.checks.rule import POSSIBLE, WARNING, check, example
from leaflets.checks.subject import Translation
from leaflets.checks.words import WORD

ALIKE = frozenset({"Latn", "Cyrl", "Grek"})
"""Scripts whose letters look alike."""
UNSPACED = frozenset({"Hani", "Hira", "Kana", "Bopo", "Hang", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts that put foreign words between their own without a space, or a suffix after them."""
NAMES = {"Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek"}


@check(
    since="0.1",
    certainty=POSSIBLE,
    help="type the word anew in one script",
    good=(
        example("Позовите службу ASTRA.", "Call ASTRA.", "sr"),
        example("请致电ASTRA。", "Call ASTRA.", "zh-Hans"),
    ),
    bad=(
        example("Ваша прaва", "Your rights", "sr", note="Latin a in a Cyrillic word"),
        example("Vaša pravа", "Your rights", "sr-Latn", note="Cyrillic а in a Latin word"),
    ),
)
def script_mixed(text: Translation) -> Iterator[Finding]:
    """A word mixes letters of two scripts.

    It looks right, but search and screen readers do not know the word, and the font changes inside it."""
    if len(text.scripts) < 2:
        return
    for match in WORD.finditer(text.text):
        scripts = Counter(script for letter in match[0] if (script := letter_script(letter)) not in COMMON)
        if len(scripts) < 2 or scripts.keys() <= text.setting.letters.scripts or scripts.keys() & UNSPACED:
            continue
        yield _finding(match[0], match.span(), scripts, text)


def _finding(word: str, span: tuple[int, int], scripts: Counter[str], text: Translation) -> Finding:
    own = next((s for s in scripts if s in text.setting.letters.scripts), scripts.most_common(1)[0][0])
    if scripts[own] * 2 < sum(scripts.values()):
        own = scripts.most_common(1)[0][0]
    at, letter = next((i, c) for i, c in enumerate(word) if letter_script(c) not in (own, *COMMON))
    other = letter_script(letter)
    count = sum(scripts.values()) - scripts[own]
    mended = in_script(word, own)
    return Finding(
        f'"{word}" has {count} {NAMES.get(other, other)} letter{"s" if count > 1 else ""}:'
        f" {named(letter)} at letter {at + 1}",
        span,
        expected=mended if mended != word else "",
        severity=None if scripts.keys() <= ALIKE else WARNING,
    )
