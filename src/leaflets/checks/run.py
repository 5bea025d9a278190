"""Catalogs, publications and pages to what all rules find in them; comments of an entry can ignore a rule."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import itemgetter
from typing import TypeVar

from leaflets.catalog.message import Catalog, Message
from leaflets.checks.catalogue import RULES
from leaflets.checks.finding import Certainty, Finding
from leaflets.checks.ignore import ignored_by
from leaflets.checks.letters import letters_of
from leaflets.checks.report import Reported, quotation, reported
from leaflets.checks.rule import Rule
from leaflets.checks.subject import (
    LanguageCatalog,
    Publication,
    Reading,
    Said,
    Setting,
    Shelf,
    Translation,
    Typeset,
    Unit,
    translations,
)
from leaflets.diagnostics import Diagnostic, Place
from leaflets.language import Language

Subject = TypeVar("Subject")

MOST = 20
"""Findings of one rule in one text that are told."""

COVERED = {"wrong-language": ("script-wrong", "letters-locale", "end-punctuation", "punctuation-locale")}
"""What a finding on a catalog as a whole says for each of its texts too."""


@cache
def rules_for(subject: type) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.subject is subject)


def check_reading(reading: Reading, *, language: str, release: bool = False) -> Iterator[Reported]:
    """A file that the reader refuses: each of its faults, under the rule that explains it."""
    place = Place(file=reading.file)
    told = set[Diagnostic]()
    for rule in rules_for(Reading):
        for found in rule.find(reading):
            yield replace(reported(rule, found, release=release, place=place), language=language)
        told |= {one for one in reading.diagnostics if one.rule in (rule.id, *rule.aliases)}
    for other in reading.diagnostics:
        if other not in told:
            yield of_diagnostic(other, language=language)


def of_diagnostic(found: Diagnostic, *, language: str = "", leaflet: str = "") -> Reported:
    """What a reader of layouts or catalogs refuses, in the form of all findings."""
    rule = find_rule(found.rule)
    finding = Finding(found.message, help=found.help, notes=found.notes, severity=found.severity)
    plain = Reported(
        rule=found.rule,
        severity=found.severity,
        certainty=rule.certainty if rule else Certainty.CERTAIN,
        message=found.message,
        place=found.place,
        help=found.help,
        notes=found.notes,
    )
    known = reported(rule, finding, release=False, place=found.place) if rule else plain
    return replace(known, rule=found.rule, language=language, leaflet=leaflet)


def check_catalog(
    catalog: Catalog,
    setting: Setting,
    *,
    leaflet: str = "",
    obsolete: int = 0,
    said: tuple[Said, ...] = (),
    people: frozenset[str] = frozenset(),
) -> tuple[Reported, ...]:
    """Every rule of texts, messages and catalogs."""
    units = [Unit(message=one, setting=setting_for(one, setting)) for one in catalog.messages]
    texts = tuple(text for unit in units for text in translations(unit))
    whole = LanguageCatalog(
        catalog=catalog, setting=setting, translations=texts, obsolete=obsolete, said=said, people=people
    )
    found = [
        *_whole_faults(whole),
        *_unit_faults(units, catalog),
        *_text_faults(texts, catalog),
    ]
    found.sort(key=lambda one: (one.place.line or 0) if one.place else 0)
    covered = {name for one in found for name in COVERED.get(one.rule, ())}
    found = [one for one in found if one.rule not in covered]
    return tuple(replace(one, leaflet=leaflet, language=setting.language.tag) for one in found)


def setting_for(message: Message, setting: Setting) -> Setting:
    """That of the catalog; of a message that is quoted, with the language that it stands in."""
    language = setting.quoted.get(message.key) if setting.quoted else None
    if language is None or _primary(language) == _primary(setting.language):
        return setting  # a Serb needs no Serbian sentence: hers may be in either script
    source = language if setting.is_source else setting.source
    return replace(setting, language=language, letters=letters_of(language), source=source, quoted={})


def _primary(language: Language) -> str:
    return language.tag.partition("-")[0]


def _whole_faults(whole: LanguageCatalog) -> Iterator[Reported]:
    for rule in rules_for(LanguageCatalog):
        for found in rule.find(whole):
            yield reported(rule, found, release=whole.setting.release, place=whole.header)


def _unit_faults(units: Sequence[Unit], catalog: Catalog) -> Iterator[Reported]:
    for unit, rule, found in _found(units, rules_for(Unit)):
        one = reported(rule, found, release=unit.setting.release)
        if not _is_ignored(rule, one, unit.message, unit.setting):
            yield _placed(one, unit.message, catalog, 0, unit.setting)


def _text_faults(texts: Sequence[Translation], catalog: Catalog) -> Iterator[Reported]:
    for text, rule, found in _found(texts, rules_for(Translation)):
        one = reported(rule, found, release=text.setting.release)
        if not _is_ignored(rule, one, text.message, text.setting):
            whole = _placed(one, text.message, catalog, text.form, text.setting)
            yield replace(whole, quotation=quotation(text, found.span))


def _found(subjects: Sequence[Subject], rules: Iterable[Rule]) -> Iterator[tuple[Subject, Rule, Finding]]:
    """What rules find, in the order of the subjects; a rule looks at all of them at once, which is faster."""
    found = [
        (index, rule, one)
        for rule in rules
        for index, subject in enumerate(subjects)
        for one in _most(rule.find(subject))
    ]
    found.sort(key=itemgetter(0))
    return ((subjects[index], rule, one) for index, rule, one in found)


def _most(findings: Iterable[Finding]) -> Sequence[Finding]:
    """Of one rule in one text: nobody reads a thousand of them, and each quotes the text."""
    found = list(findings)
    if len(found) <= MOST:
        return found
    note = f"{len(found) - MOST} more of this kind are in the same text"
    return [*found[: MOST - 1], replace(found[MOST - 1], notes=(*found[MOST - 1].notes, note))]


def _is_ignored(rule: Rule, found: Reported, message: Message, setting: Setting) -> bool:
    """Errors that are certain are told whatever a comment says."""
    if found.is_beyond_doubt:
        return False
    names = ignored_by(message) | setting.ignored.get(message.key, frozenset())
    return rule.id in names or any(alias in names for alias in rule.aliases)


def _placed(one: Reported, message: Message, catalog: Catalog, form: int, setting: Setting) -> Reported:
    return replace(
        one,
        place=one.place or message_place(catalog, message, form),
        msgid=message.msgid,
        context=message.context,
        where=(setting.template or {}).get(message.key, ()),
    )


def message_place(catalog: Catalog, message: Message, form: int = 0) -> Place:
    """The line of a msgstr; of the source text, the line of the layout."""
    if message.text_line == 0 and message.references:
        file, _, line = message.references[0].rpartition(":")
        return Place(file=file, line=int(line)) if line.isdecimal() else Place(file=message.references[0])
    return Place(file=catalog.file, line=message.text_line + (form if message.plural is not None else 0))


def check_shelf(shelf: Shelf) -> Iterator[Reported]:
    for rule in rules_for(Shelf):
        for found in rule.find(shelf):
            yield replace(reported(rule, found, release=False), language=shelf.language.tag)


def check_publication(publication: Publication, *, release: bool = False) -> Iterator[Reported]:
    for rule in rules_for(Publication):
        for found in rule.find(publication):
            yield reported(rule, found, release=release)


def check_pages(typeset: Typeset, *, release: bool = False) -> tuple[Reported, ...]:
    """All findings of a laid out job, each once however often its text is shown."""
    found = (
        reported(rule, one, release=release) for rule in rules_for(Typeset) for one in rule.find(typeset)
    )
    tag = typeset.document.language.tag
    return tuple(dict.fromkeys(replace(one, language=tag) for one in found))


def find_rule(name: str) -> Rule | None:
    """A rule by its id, or by the id that a build gives to the same fault."""
    return next((rule for rule in RULES if name == rule.id or name in rule.aliases), None)


def without(found: Iterable[Reported], ignored: frozenset[str]) -> Iterator[Reported]:
    """Findings but for those of rules that the project ignores; errors that are certain stay."""
    return (one for one in found if one.is_beyond_doubt or one.rule not in ignored)
