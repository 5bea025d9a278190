"""A catalog -> findings: its header names another language than its folder."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, Example, check
from leaflets.checks.subject import LanguageCatalog
from leaflets.language import Language
from leaflets.tags import folded


@check(
    since="0.1",
    severity=WARNING,
    help="compare the text with the folder; if the text is right, correct the header (leaflets fix)",
    good=(
        Example(header="Language: sr@latin"),
        Example(header="Language: sr_Latn"),
        Example(header="Language: ", note="empty: no editor has written it"),
    ),
    bad=(Example(header="Language: hr"), Example(header="Language: ar")),
)
def header_language(whole: LanguageCatalog) -> Iterator[Finding]:
    """The header names another language than the folder does.

    The file was perhaps put into the wrong folder, or the editor has guessed. The folder decides."""
    header = whole.catalog.header
    said = [header[key] for key in ("X-Language", "Language") if header.get(key, "").strip()]
    if said and not any(_is_same(value, whole.setting.language) for value in said):
        yield Finding(
            f'the header says "{said[-1]}", and the folder {whole.setting.language.tag}'
            f" ({whole.setting.language.english})",
            expected=whole.setting.language.tag,
            place=whole.field("Language" if header.get("Language", "").strip() else "X-Language"),
        )


def _is_same(value: str, language: Language) -> bool:
    """Whatever the spelling, and with or without the country."""
    names = {folded(name) for name in (language.tag, *language.aliases)}
    whole = folded(value)
    parts = whole.split("-")
    without_country = "-".join(
        part for part in parts if not re.fullmatch(r"[a-z]{2}|\d{3}", part) or part == parts[0]
    )
    forms = {whole, without_country, whole.removesuffix(f"-{language.script.lower()}")}
    return bool(forms & names) or (language.tag.startswith("zh") and whole in _CHINESE.get(language.tag, ()))


_CHINESE = {"zh-Hans": ("zh", "zh-cn", "zh-sg"), "zh-Hant": ("zh-tw", "zh-hk", "zh-mo")}
