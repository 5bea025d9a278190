"""A text -> findings: punctuation of another language."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, WARNING, check, example
from leaflets.checks.subject import Translation

ARABIC = {"?": "؟", ",": "،", ";": "؛"}
WIDE = {"?": "？", ",": "，", ";": "；", "!": "！", ":": "："}
ASCII_MARK = re.compile(r"(?<=[^\x00-\x7f])[?,;!:](?!\d)")
FRENCH = re.compile(r"(?<=[^\W\d_])( ?)([?!;])|«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»")


@check(
    since="0.1",
    severity=WARNING,
    certainty=POSSIBLE,
    help="use the marks of the language",
    good=(
        example("هل أنت في خطر؟ نعم، الآن", "Are you in danger? Yes, now", "ar"),
        example("Êtes-vous en danger\u202f?", "Are you in danger?", "fr"),
        example("¿Está en peligro?", "Are you in danger?", "es"),
        example("你好，你有危险吗？", "Hello, are you in danger?", "zh-Hans"),
    ),
    bad=(
        example("هل أنت في خطر?", "Are you in danger?", "ar"),
        example("Êtes-vous en danger ?", "Are you in danger?", "fr", note="a plain space can break the line"),
        example("Está en peligro?", "Are you in danger?", "es"),
        example("你好,你有危险吗？", "Hello, are you in danger?", "zh-Hans"),
    ),
)
def punctuation_locale(text: Translation) -> Iterator[Finding]:
    """A mark belongs to another language: ? in Arabic, ? without ¿ in Spanish, " ?" in French.

    Readers see that nobody of their language has read the text; and a mark may fall to the next line."""
    script = text.language.script
    if script == "Arab":
        yield from _replaced(text, ARABIC)
    elif script in ("Hans", "Hant", "Jpan"):
        yield from _replaced(text, WIDE)
    elif text.language.tag == "fr":
        yield from _french(text)
    elif text.language.tag.partition("-")[0] == "es":
        yield from _spanish(text)


def _replaced(text: Translation, marks: dict[str, str]) -> Iterator[Finding]:
    if text.chars.isdisjoint(marks):
        return
    for match in ASCII_MARK.finditer(text.text):
        right = marks.get(match[0])
        if right and (match[0] not in ",;:" or text.text[match.start() - 1].isalnum()):
            yield Finding(f'"{match[0]}" is a mark of other scripts', match.span(), expected=right)
            return


def _french(text: Translation) -> Iterator[Finding]:
    match = FRENCH.search(text.text)
    if match:
        mark = match[2] or match[0]
        yield Finding(f'"{mark}" needs a space that does not break (U+202F)', match.span(), f"\u202f{mark}")


def _spanish(text: Translation) -> Iterator[Finding]:
    for closing, opening in (("?", "¿"), ("!", "¡")):
        if text.text.count(closing) > text.text.count(opening):
            start = text.text.index(closing)
            yield Finding(f'"{closing}" without "{opening}"', (start, start + 1), expected=opening)
