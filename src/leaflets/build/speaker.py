"""Languages -> the site's own words in them, and their names in the language of the country."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from babel import Locale, UnknownLocaleError

from leaflets.build.inputs import WORDS, own_words, toolkit_catalog
from leaflets.config.languages import find_language, shipped_languages
from leaflets.files import Files
from leaflets.language import ENGLISH, Language
from leaflets.site.pages import Speak
from leaflets.site.words import Words

OTHER_NAMES = {"prs": "fa_AF", "kmr": "ku", "cnr": "sr_ME", "rom": "rom"}
"""Names of CLDR's lists for tags that it lists otherwise."""


def speaker(files: Files) -> Speak:
    """The site's words by language, each catalog read once."""
    english = find_language(ENGLISH, shipped_languages())
    return cache(lambda language: words_of(language, english, files=files))


def words_of(language: Language, english: Language, *, files: Files) -> Words:
    """What stands on paper too is told in the project's words; then come those of the toolkit."""
    if language.tag == ENGLISH:
        return Words(language=language, english=english)
    asked = (
        own_words(language, files),
        toolkit_catalog(language, "site"),
        toolkit_catalog(language, WORDS),
    )
    return Words(language=language, catalogs=tuple(filter(None, asked)), english=english)


def host_names(languages: tuple[Language, ...], host: Language) -> dict[str, str]:
    """tag -> the language's name in the host's language (CLDR), where there is one.

    Two that would be called alike are told apart by their scripts.
    """
    try:
        told = Locale.parse(host.folder)
    except (UnknownLocaleError, ValueError):
        return {}
    found = {language: _named(language, told.languages) for language in languages}
    shared = {name for name, count in Counter(found.values()).items() if count > 1}
    return {
        one.tag: f"{name} ({told.scripts[one.script]})"
        if name in shared and one.script in told.scripts
        else name
        for one, name in found.items()
        if name
    }


def _named(language: Language, told: Mapping[str, str]) -> str:
    wanted = (OTHER_NAMES.get(language.tag, ""), language.folder, language.folder.partition("_")[0])
    return next((told[name] for name in wanted if name in told), "")
