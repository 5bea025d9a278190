"""Language tables to Languages, and a tag as anybody writes it to its Language."""

from difflib import get_close_matches

from leaflets.config.table import (
    Fault,
    Faults,
    Reader,
    Table,
    bad_value,
    choice,
    close,
    number,
    open_toml,
    several,
    slug,
    some,
    text,
    words,
)
from leaflets.diagnostics import Diagnostic
from leaflets.errors import ConfigError
from leaflets.files import Disk, read_text
from leaflets.project import Direction, Language
from leaflets.resources import data_path

SCRIPTS_OF_MODIFIERS = {"latin": "latn", "cyrillic": "cyrl", "arabic": "arab", "devanagari": "deva"}
"""The modifiers of POSIX locale names, as in `sr@latin`, and the script subtags they stand for."""

KEYS = (
    "autonym",
    "english",
    "script",
    "direction",
    "families",
    "aliases",
    "size",
    "quotes",
    "checked_by",
)


def shipped_languages() -> tuple[Language, ...]:
    """The languages that the toolkit brings along."""
    path = data_path("languages.toml")
    return read_languages(read_text(Disk((path.parent,)), path.name), file=path.name)


def read_languages(toml: str, *, file: str) -> tuple[Language, ...]:
    """All `[language.<tag>]` tables of a TOML text; ConfigError holds everything that is wrong."""
    root = open_toml(toml, file=file)
    root.only("language")
    languages = language_tables(root)
    close(root)
    return languages


def language_tables(root: Table) -> tuple[Language, ...]:
    """The `[language.<tag>]` tables of a file; faults are noted in its source."""
    table = root.table("language")
    languages: list[Language] = []
    for tag in table.values:
        language = _language(table.table(tag), tag)
        other = next((other for other in languages if _names(other) & _names(language)), None)
        if other is None:
            languages.append(language)
        else:
            table.note(_same_language(language, other), tag)
    return tuple(languages)


def joined(shipped: tuple[Language, ...], own: tuple[Language, ...]) -> tuple[Language, ...]:
    """The toolkit's languages and a project's; the project's own table wins."""
    names = frozenset[str]().union(*(_names(language) for language in own))
    return tuple(language for language in shipped if not _names(language) & names) + own


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


def language_reader(languages: tuple[Language, ...]) -> Reader[Language]:
    """A reader of tags."""

    def read(value: object) -> Language:
        tag = text(value)
        found = next((language for language in languages if folded(tag) in _names(language)), None)
        if found is None:
            raise Faults(_unknown_language(tag, languages))
        return found

    return read


def folded(tag: str) -> str:
    """A tag to the form in which all spellings of it are equal: `sr@latin` to `sr-latn`."""
    base, _, modifier = tag.strip().lower().replace("_", "-").partition("@")
    return f"{base}-{SCRIPTS_OF_MODIFIERS.get(modifier, modifier)}" if modifier else base


def _names(language: Language) -> frozenset[str]:
    return frozenset(folded(name) for name in (language.tag, *language.aliases))


def _language(row: Table, tag: str) -> Language:
    row.only(*KEYS)
    if folded(tag) != tag.lower():
        row.note(_not_canonical(tag))
    return Language(
        tag=tag,
        autonym=row.need("autonym", words, ""),
        english=row.need("english", words, ""),
        script=row.need("script", _script, ""),
        direction=row.need("direction", _direction, "ltr"),
        families=row.need("families", some(slug), ()),
        aliases=row.take("aliases", several(words), ()),
        size=row.take("size", number, 1.0),
        quotes=row.need("quotes", _quotes, ("“", "”")),
        checked_by=row.take("checked_by", text, ""),
    )


def _direction(value: object) -> Direction:
    return "rtl" if choice("ltr", "rtl")(value) == "rtl" else "ltr"


def _script(value: object) -> str:
    code = text(value)
    if not (len(code) == 4 and code.isascii() and code.isalpha() and code.istitle()):
        raise bad_value(f'"{code}" is not a script code', help='write the ISO 15924 code, such as "Latn"')
    return code


def _quotes(value: object) -> tuple[str, str]:
    """Two marks, which may be the same one (Swedish)."""
    match value:
        case [str(opening), str(closing)] if opening and closing:
            return opening, closing
    raise bad_value("the quotation marks are not two texts", help='write ["“", "”"]')


def _not_canonical(tag: str) -> Fault:
    return Fault(
        rule="bad-value",
        message=f'"{tag}" is not a canonical tag',
        help='write a BCP 47 tag with hyphens, such as "sr-Latn", and this spelling among its aliases',
    )


def _same_language(language: Language, other: Language) -> Fault:
    return Fault(
        rule="bad-value",
        message=f'"{language.tag}" and "{other.tag}" share a name',
        help="give every tag and alias to one language only",
    )


def _unknown_language(tag: str, languages: tuple[Language, ...]) -> Fault:
    """The nearest of all tags, aliases and names; and how to add a language."""
    names = {name.lower(): found.tag for found in languages for name in (found.english, found.autonym)}
    names |= {name: found.tag for found in languages for name in _names(found)}
    near = get_close_matches(folded(tag), names, n=1)
    add = f"add a table [language.{tag}] to leaflets.toml"
    return Fault(
        rule="unknown-language",
        message=f'"{tag}" is not a known language tag',
        notes=("known are: " + ", ".join(f"{found.tag} ({found.english})" for found in languages),),
        help=f'did you mean "{names[near[0]]}"? If not, {add}' if near else add,
    )
