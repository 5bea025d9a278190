"""A catalog -> findings: nobody who is listed speaks the language."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import NOTE, POSSIBLE, Example, check
from leaflets.checks.subject import LanguageCatalog
from leaflets.diagnostics import Place, Severity


@check(
    since="0.1",
    severity=NOTE,
    certainty=POSSIBLE,
    in_release=Severity.ERROR,
    help="ask the contacts which languages they speak and write them in contacts.toml; if there is no one,"
    " say so in the text and add contact-language to [checks] ignore",
    good=(Example(text="نعم", source="Yes", language="ar", contact='languages = ["en", "sr", "ar"]'),),
    bad=(Example(text="نعم", source="Yes", language="ar", contact='languages = ["sr", "en"]'),),
)
def contact_language(whole: LanguageCatalog) -> Iterator[Finding]:
    """No contact that the leaflet shows is known to speak the reader's language.

    She calls, is not understood, and does not call again."""
    spoken, language = whole.setting.spoken, whole.setting.language
    if spoken is not None and not _is_spoken(language.tag, spoken):
        yield Finding(
            f"nobody whom the leaflet names is known to speak {language.english}",
            place=Place(file="contacts.toml"),
        )


def _is_spoken(tag: str, spoken: frozenset[str]) -> bool:
    """A script does not matter on the telephone: sr-Latn is sr."""
    return tag.partition("-")[0] in {one.partition("-")[0] for one in spoken}
