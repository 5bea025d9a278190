"""Languages -> the site's own words in them, and their names in the language of the country."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache, partial

from babel import Locale, UnknownLocaleError

from leaflets.build.inputs import toolkit_catalog
from leaflets.config.languages import find_language, shipped_languages
from leaflets.project import ENGLISH, Language
from leaflets.site.pages import Speak
from leaflets.site.words import Words

OTHER_NAMES = {"prs": "fa_AF", "kmr": "ku", "cnr": "sr_ME", "rom": "rom"}
"""Names of CLDR's lists for tags that it lists otherwise."""


def speaker() -> Speak:
    """The site's words by language, each catalog read once."""
    return partial(words_of, english=find_language(ENGLISH, shipped_languages()))


@lru_cache(maxsize=512)
def words_of(language: Language, english: Language) -> Words:
    """What the catalog `site` lacks is looked for in `leaflets`, then told in English."""
    if language.tag == ENGLISH:
        return Words(language=language, catalog=None, english=english)
    own = toolkit_catalog(language, "site")
    whole = own is not None and all(one.is_translated and not one.fuzzy for one in own.messages)
    shared = None if whole else toolkit_catalog(language, "leaflets")
    return Words(language=language, catalog=own, shared=shared, english=english)


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
