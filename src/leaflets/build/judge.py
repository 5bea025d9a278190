"""A job laid out to what checks find in its catalogs and on its pages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from leaflets.catalog.message import Catalog, Key
from leaflets.checks.catalogue import RULES
from leaflets.checks.facts import facts_of
from leaflets.checks.letters import letters_of
from leaflets.checks.report import Reported
from leaflets.checks.run import check_catalog, check_pages, without
from leaflets.checks.subject import Setting, Typeset
from leaflets.config.languages import find_language, shipped_languages
from leaflets.diagnostics import Place, Severity
from leaflets.document.tree import Document, Element, Text
from leaflets.fonts.load import FontLibrary
from leaflets.language import ENGLISH, Language
from leaflets.pages.page import Pages
from leaflets.project import Job, Leaflet, Project, State


def judged(
    job: Job,
    document: Document,
    pages: Pages,
    *,
    catalogs: Mapping[str, Catalog],
    words: Mapping[str, Catalog],
    library: FontLibrary,
) -> Iterator[Reported]:
    """Errors of the catalogs and all findings on the pages; other findings are for `leaflets check`."""
    release = job.state is State.RELEASED
    quoted = quotations(document, (*job.languages, job.leaflet.source))
    for language in job.languages:
        if language.tag in catalogs:
            setting = setting_of(job.project, job.leaflet, language, release=release)
            found = check_catalog(shown(catalogs[language.tag], document), replace(setting, quoted=quoted))
            errors = (one for one in found if one.severity is Severity.ERROR)
            yield from without(errors, frozenset(job.project.checks.ignore))
    yield from judged_words(job, document, words=words)
    typeset = Typeset(document=document, pages=pages, face=library.by_id, contacts=contact_links(job.project))
    yield from check_pages(typeset, release=release)


def judged_words(job: Job, document: Document, *, words: Mapping[str, Catalog]) -> Iterator[Reported]:
    """Errors in what a project wrote in place of the toolkit's words, as far as it stands on the pages."""
    english = find_language(ENGLISH, shipped_languages())
    for language in job.languages:
        if language.tag in words:
            setting = replace(setting_of(job.project, job.leaflet, language), source=english)
            catalog = shown(words[language.tag], document)
            said = tuple(one for one in catalog.messages if one.is_translated and not one.fuzzy)
            found = check_catalog(replace(catalog, messages=said), setting)
            errors = (one for one in found if one.severity is Severity.ERROR)
            yield from without(errors, frozenset(job.project.checks.ignore))


def shown(catalog: Catalog, document: Document) -> Catalog:
    """Only the messages that the pages show: a fault elsewhere is no reason to print nothing."""
    keys = {(message.origin.context, message.origin.msgid) for message in document.messages}
    return replace(catalog, messages=tuple(one for one in catalog.messages if one.key in keys))


def setting_of(project: Project, leaflet: Leaflet, language: Language, *, release: bool = False) -> Setting:
    """What rules may know about one language of a leaflet."""
    return Setting(
        language=language,
        source=leaflet.source,
        letters=letters_of(language),
        facts=facts_of(project.contacts),
        unchanged=frozenset(word.lower() for word in project.checks.unchanged),
        others=leaflet.languages,
        rules=rule_names(),
        release=release,
    )


def contact_links(project: Project) -> dict[str, tuple[str, Place | None]]:
    """What a link leads to -> id of the contact, and its line in contacts.toml."""
    found: dict[str, tuple[str, Place | None]] = {}
    for contact in project.contacts.values():
        found |= {f"tel:{one.dial}": (contact.id, contact.places.get("numbers")) for one in contact.numbers}
        if contact.web:
            found[f"https://{contact.web}"] = (contact.id, contact.places.get("web"))
    return found


def rule_names() -> dict[str, bool]:
    """Every name of every rule -> whether a comment may ignore it."""
    return {name: rule.may_be_ignored for rule in RULES for name in (rule.id, *rule.aliases)}


def quotations(document: Document, own: tuple[Language, ...]) -> dict[Key, Language]:
    """Message -> the language that it stands in, where that is none of these (`<phrase lang="…">`)."""
    return {
        (text.origin.context, text.origin.msgid): text.language
        for text in texts(document)
        if text.language not in own and text.origin.msgid is not None
    }


def texts(document: Document) -> Iterator[Text]:
    """All text of a document, in reading order."""
    for root in (*document.panels, *document.flows):
        yield from _below(root)


def _below(element: Element) -> Iterator[Text]:
    for child in element.children:
        if isinstance(child, Element):
            yield from _below(child)
        else:
            yield child
