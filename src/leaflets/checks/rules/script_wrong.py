"""A text -> findings: the text is written in the script of another language."""

from collections import Counter
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.letters import COMMON, letter_script
from leaflets.checks.rule import POSSIBLE, check, example
from leaflets.checks.subject import Translation
from leaflets.checks.words import WORD, addresses, words


@check(
    since="0.1",
    certainty=POSSIBLE,
    help="put in the text of this language; if the words are names, say so with: # ignore: script-wrong",
    good=(
        example("Позовите ASTRA.", "Call ASTRA.", "sr"),
        example("Pozovite nas.", "Call us."),
    ),
    bad=(
        example("Pozovite nas odmah.", "Call us at once.", "sr", note="Latin in the Cyrillic catalog"),
        example("Позовите нас одмах.", "Call us at once.", note="Cyrillic in the Latin catalog"),
        example("اتصل بنا الآن", "Call us now", "ru"),
    ),
)
def script_wrong(text: Translation) -> Iterator[Finding]:
    """A text is written in the script of another language.

    It was pasted into the wrong catalog. Who opens the leaflet cannot read it."""
    allowed = text.setting.letters.scripts
    if text.scripts <= allowed:
        return
    counts = _counts(text)
    own = sum(counts[script] for script in allowed)
    other = sum(counts.values()) - own
    if other >= 3 and other > 2 * own:
        found = counts.most_common(1)[0][0]
        yield Finding(f"the text is written in {found}, and the language in {' or '.join(sorted(allowed))}")


def _counts(text: Translation) -> Counter[str]:
    """Letters by script, but for names and addresses, which stay as they are."""
    known = (
        words(text.source.text) | text.setting.unchanged | {name.lower() for name in text.setting.facts.names}
    )
    plain = text.text
    for address in addresses(plain):
        plain = plain.replace(address, " ")
    letters = (c for word in WORD.findall(plain) if word.lower() not in known for c in word)
    return Counter(script for letter in letters if (script := letter_script(letter)) not in COMMON)
