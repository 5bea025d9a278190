"""A catalog -> findings: as a whole it is written in another language."""

from collections import Counter
from collections.abc import Iterable, Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.letters import COMMON, letter_script, letters_of
from leaflets.checks.rule import POSSIBLE, Example, check
from leaflets.checks.subject import LanguageCatalog, Translation
from leaflets.language import Language

UKRAINIAN = (
    "Ваші права. Ваш вибір.", "Хтось вислухає вас.", "Ви вирішуєте, що буде далі.",
    "Ви можете отримати допомогу.", "Ви можете попросити безпечне місце, щоб жити, і їжу.",
    "Це не ваша провина, навіть якщо ви погодилися.",
)  # fmt: skip
SERBIAN = ("Ваша права. Ваш избор.", "Неко ће вас саслушати.", "Можете да добијете помоћ.")


def _po(texts: Iterable[str]) -> str:
    return "".join(f'msgid "Text {n}."\nmsgstr "{text}"\n\n' for n, text in enumerate(texts))


@check(
    since="0.1",
    certainty=POSSIBLE,
    help="compare the folders: perhaps two files were exchanged",
    good=(Example(po=_po(UKRAINIAN), language="uk"), Example(po=_po(SERBIAN), language="sr")),
    bad=(
        Example(po=_po(UKRAINIAN), language="ru", note="Ukrainian in the Russian folder"),
        Example(po=_po(SERBIAN * 2), language="ar", note="Serbian in the Arabic folder"),
    ),
)
def wrong_language(whole: LanguageCatalog) -> Iterator[Finding]:
    """As a whole, the catalog is written in another language than that of its folder.

    Two files were exchanged, and each reader would get the leaflet of the other. Scripts and letters tell:
    languages that share an alphabet (Bosnian, Croatian, Serbian in Latin) cannot be told apart by them."""
    if whole.setting.is_source or len(whole.translations) < 3:
        return
    letters = _letters(whole.translations)
    total = sum(letters.values())
    scripts = Counter[str]()
    for letter, count in letters.items():
        scripts[letter_script(letter)] += count
    own = sum(scripts[script] for script in whole.setting.letters.scripts)
    if total and own * 3 < total:
        yield Finding(f"most of the catalog is written in {scripts.most_common(1)[0][0]}")
        return
    yield from _neighbour(letters, own, whole.setting.language, whole.setting.others)


def _neighbour(
    letters: Counter[str], own: int, language: Language, others: tuple[Language, ...]
) -> Iterator[Finding]:
    """Letters that the language does not have, and another one of the same script does."""
    foreign = _foreign(letters, language)
    if own < 60 or foreign * 100 < own * 2:
        return
    rivals = [
        (count, other)
        for other in others
        if other.tag != language.tag and letters_of(other).own and other.script == language.script
        if (count := _foreign(letters, other)) * 4 < foreign
    ]
    if rivals:
        other = min(rivals, key=lambda pair: pair[0])[1]
        yield Finding(
            f"{foreign} of {own} letters are not letters of {language.english}, but of {other.english}",
            notes=(f"is this the catalog of {other.tag}?",),
        )


def _letters(texts: Iterable[Translation]) -> Counter[str]:
    found = Counter("".join(text.text for text in texts).lower())
    return Counter({c: count for c, count in found.items() if letter_script(c) not in COMMON})


def _foreign(letters: Counter[str], language: Language) -> int:
    """How many letters of the script are none of the language's own."""
    known = letters_of(language)
    if not known.own:
        return 0
    plain = known.own | (known.loans if len(known.own) < 22 else frozenset())
    return sum(
        n
        for c, n in letters.items()
        if c not in plain and not c.isascii() and letter_script(c) in known.scripts
    )
