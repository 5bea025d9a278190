"""A text -> findings: the source text itself."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, WARNING, check, example
from leaflets.checks.subject import Translation
from leaflets.checks.words import WORD


@check(
    since="0.1",
    severity=WARNING,
    certainty=POSSIBLE,
    help="translate it; if it stays as it is, say so with: # ignore: same",
    good=(
        example("ASTRA", "ASTRA", note="one word may be a name"),
        example("Pozovite nas.", "Call us."),
        example("Free call", "Free call", "en", note="the source itself"),
    ),
    bad=(example("Free call", "Free call"),),
)
def same(text: Translation) -> Iterator[Finding]:
    """The translation is the same as the source.

    Somebody copied it and meant to translate it later."""
    if text.written != text.source_written or text.setting.is_source:
        return
    if text.language.tag.partition("-")[0] == text.setting.source.tag.partition("-")[0]:
        return
    if text.message.context and text.message.context.endswith(": name"):
        return
    known = text.setting.unchanged | {name.lower() for name in text.setting.facts.names}
    own = [word for word in WORD.findall(text.text) if word.lower() not in known]
    if len(own) >= 2:
        yield Finding("the translation is the same as the source", (0, len(text.text)))
