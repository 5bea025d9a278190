"""The two pseudo-languages, made from English and Arabic. They are in no list and are never released."""

from dataclasses import replace

from leaflets.catalog.pseudo import ACCENTED, RIGHT_TO_LEFT
from leaflets.config.languages import find_language, shipped_languages
from leaflets.language import Language


def pseudo_languages() -> tuple[Language, ...]:
    return (
        _like("en", tag=ACCENTED, english="pseudo-language, accented and longer"),
        _like("ar", tag=RIGHT_TO_LEFT, english="pseudo-language, right to left"),
    )


def _like(model: str, *, tag: str, english: str) -> Language:
    language = find_language(model, shipped_languages())
    return replace(
        language,
        tag=tag,
        autonym=tag,
        english=english,
        aliases=(),
        icu=model,
        hyphenation="",
        divided=(),
        checked_by="",
    )
