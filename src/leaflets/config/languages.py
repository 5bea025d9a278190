"""Language tables to Languages, and a tag as anybody writes it to its Language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType

from leaflets.config.language_rows import Script, read_language, script_tables
from leaflets.config.table import Fault, Faults, Reader, Table, close, open_toml, several, some, text, words
from leaflets.diagnostics import Diagnostic
from leaflets.errors import ConfigError
from leaflets.files import Disk, read_text
from leaflets.language import Language
from leaflets.project import Leaflet, Project
from leaflets.resources import data_path
from leaflets.tags import folded

NEAR = 0.75
"""How alike names are that are suggested, from 0 to 1 (difflib): of two letters, both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Tags that leave open which language or script is meant, and what to write instead."""

    tags: tuple[str, ...]
    why: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """What the toolkit brings along."""

    languages: tuple[Language, ...]
    rows: Mapping[str, object]
    """Tag -> its table as it is written, for a project that changes a few keys of it."""
    scripts: Mapping[str, Script]
    refused: tuple[Refused, ...]


@lru_cache(maxsize=1)
def shipped() -> Shipped:
    """The toolkit's own table, read once a process."""
    path = data_path("languages.toml")
    root = open_toml(read_text(Disk((path.parent,)), path.name), file=path.name)
    root.only("script", "language", "refused")
    scripts = script_tables(root)
    found = Shipped(
        languages=_languages(root, scripts),
        rows=root.table("language").values,
        scripts=scripts,
        refused=tuple(_refused(row) for row in root.tables("refused")),
    )
    close(root)
    return found


def shipped_languages() -> tuple[Language, ...]:
    """The languages that the toolkit brings along."""
    return shipped().languages


def language_tables(root: Table) -> tuple[Language, ...]:
    """The `[language.<tag>]` tables of a project's file; faults are noted in its source.

    A language that the toolkit has keeps what its table leaves out.
    """
    return _languages(root, shipped().scripts, usual=shipped().rows)


def joined(own: tuple[Language, ...]) -> tuple[Language, ...]:
    """The toolkit's languages and a project's; the project's own table wins."""
    names = frozenset[str]().union(*(_names(language) for language in own))
    return tuple(language for language in shipped_languages() if not _names(language) & names) + own


def find_language(tag: str, languages: tuple[Language, ...]) -> Language:
    """The language of a tag in any spelling: `sr-Latn`, `sr_latn`, `sr@latin`.

    ConfigError for an unknown one, with a suggestion.
    """
    try:
        return language_reader(languages)(tag)
    except Faults as faults:
        fault = faults.faults[0]
        diagnostic = Diagnostic(rule=fault.rule, message=fault.message, notes=fault.notes, help=fault.help)
        raise ConfigError.of(diagnostic) from None


def languages_asked(tags: Sequence[str], leaflet: Leaflet, project: Project) -> tuple[Language, ...]:
    """Those of the leaflet; where tags are asked for, those of them that it is in.

    ConfigError for a tag in which no leaflet of the project is.
    """
    wanted = [find_language(tag, project.languages) for tag in tags]
    return tuple(one for one in wanted if one in leaflet.languages) if tags else leaflet.languages


def is_named(language: Language, tag: str) -> bool:
    """Whether a tag in any spelling means the language."""
    return folded(tag) in _names(language)


def language_reader(languages: tuple[Language, ...]) -> Reader[Language]:
    """A reader of tags."""

    def read(value: object) -> Language:
        tag = text(value)
        found = _named(tag, languages)
        if found is None:
            raise Faults(_no_language(tag, languages))
        return found

    return read


def _languages(
    root: Table, scripts: Mapping[str, Script], *, usual: Mapping[str, object] = MappingProxyType({})
) -> tuple[Language, ...]:
    table = root.table("language")
    languages: list[Language] = []
    owners: dict[str, Language] = {}
    for tag in table.values:
        language = read_language(_completed(table.table(tag), usual.get(tag)), tag, scripts)
        other = next((owners[name] for name in _names(language) if name in owners), None)
        if other is not None:
            table.note(_same_language(language, other), tag)
            continue
        languages.append(language)
        owners |= dict.fromkeys(_names(language), language)
    return tuple(languages)


def _completed(row: Table, usual: object) -> Table:
    """With the keys of the toolkit's own table for the tag, unless the row is for another script.

    That a speaker checked the toolkit's table says nothing of a changed one.
    """
    if not isinstance(usual, Mapping) or row.values.get("script", usual["script"]) != usual["script"]:
        return row
    return replace(row, values={**usual, "checked_by": "", **row.values})


def _refused(row: Table) -> Refused:
    row.only("tags", "why", "choices")
    return Refused(
        tags=row.need("tags", some(words), ()),
        why=row.need("why", words, ""),
        choices=row.need("choices", several(words), ()),
    )


def _named(tag: str, languages: tuple[Language, ...]) -> Language | None:
    return next((language for language in languages if folded(tag) in _names(language)), None)


def _names(language: Language) -> frozenset[str]:
    """All folded spellings; `sr-Cyrl` is `sr`, as the script that a tag leaves out is the table's."""
    plain = folded(language.tag)
    whole = {f"{plain}-{language.script.lower()}"} if "-" not in plain else set()
    return frozenset({plain, *whole, *(folded(name) for name in language.aliases)})


def _same_language(language: Language, other: Language) -> Fault:
    return Fault(
        rule="bad-value",
        message=f'"{language.tag}" and "{other.tag}" share a name',
        help="give every tag and alias to one language only",
    )


def _no_language(tag: str, languages: tuple[Language, ...]) -> Fault:
    """Why a tag is none of these languages: left open, known but not among them, or unknown."""
    refused = next(_refusals(tag), None)
    if refused is not None:
        return _open_question(tag, refused)
    known = _named(tag, shipped_languages())
    return _not_among(known) if known else _unknown_language(tag, languages)


def _refusals(tag: str) -> Iterator[Refused]:
    """Not for a tag that says more than a known language does: `zh-Hans-CN` leaves no script open."""
    name = folded(tag)
    known = max(
        (len(one) for found in shipped_languages() for one in _names(found) if name.startswith(f"{one}-")),
        default=0,
    )
    for refused in shipped().refused:
        for other in map(folded, refused.tags):
            if name == other or (name.startswith(f"{other}-") and len(other) > known):
                yield refused


def _open_question(tag: str, refused: Refused) -> Fault:
    choices = " or ".join(f'"{choice}"' for choice in refused.choices)
    named = ", ".join(
        _titled(found) for name in refused.choices if (found := _named(name, shipped_languages()))
    )
    return Fault(
        rule="ambiguous-language",
        message=f'"{tag}" cannot be taken as it is: {refused.why}',
        notes=(f"the choices are: {named}",),
        help=f"write {choices}; for another one {_own_table('<tag>')}",
    )


def _not_among(known: Language) -> Fault:
    return Fault(
        rule="unknown-language",
        message=f"{_titled(known)} is none of the languages in which there is a leaflet here",
        help=f'add "{known.tag}" to the languages of a leaflet in leaflets.toml',
    )


def _unknown_language(tag: str, languages: tuple[Language, ...]) -> Fault:
    """The nearest of all tags, aliases and names, those of the same language first; and how to add one."""
    names: dict[str, list[Language]] = {}
    for found in languages:
        for name in {*_names(found), *_titles(found)}:
            names.setdefault(name, []).append(found)
    matches = get_close_matches(folded(tag), names, n=4, cutoff=NEAR)
    near = [found for name in matches for found in names[name]]
    near += [found for found in languages if _primary(found.tag) == _primary(tag)]
    near.sort(key=lambda found: _primary(found.tag) != _primary(tag))
    shown = tuple({found.tag: found for found in near}.values())
    add = _own_table(tag)
    return Fault(
        rule="unknown-language",
        message=f'"{tag}" is not a known language tag',
        notes=("near it are: " + ", ".join(_titled(found) for found in shown),) if shown else (),
        help=f'did you mean "{shown[0].tag}"? If not, {add}' if shown else add,
    )


def _titles(language: Language) -> Iterator[str]:
    """Its names, and their words: `norwegian (bokmål)` and `norwegian`."""
    for name in (language.english.lower(), language.autonym.lower()):
        yield name
        yield from (word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 3)


def _primary(tag: str) -> str:
    return folded(tag).partition("-")[0]


def _own_table(tag: str) -> str:
    return f"add a table [language.{tag.replace('_', '-')}] to leaflets.toml"


def _titled(language: Language) -> str:
    return f"{language.tag} ({language.english})"
