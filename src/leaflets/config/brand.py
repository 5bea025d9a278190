"""The tables [brand], [imprint] and [donors] of leaflets.toml -> faces, signs and words of who publishes."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Literal

from leaflets.config.languages import language_reader
from leaflets.config.table import (
    Fault,
    Faults,
    Reader,
    Table,
    bad_value,
    choice,
    length,
    several,
    slug,
    some,
    suggestion,
    text,
    words,
)
from leaflets.language import Language
from leaflets.project import ANY, Donor, Imprint, Logo


def branded(languages: tuple[Language, ...], row: Table) -> tuple[Language, ...]:
    """`[brand.faces]`: families of a script come before those that its languages have anyhow."""
    row.only("faces", "logos")
    table = row.table("faces")
    scripts = {language.script for language in languages}
    chosen: dict[str, tuple[str, ...]] = {}
    for script in table.values:
        if script not in scripts:
            table.note(_no_script(script), script)
        chosen[script] = table.need(script, some(slug), ())
    return tuple(_with(language, chosen.get(language.script, ())) for language in languages)


def _with(language: Language, families: tuple[str, ...]) -> Language:
    rest = tuple(name for name in language.families if name not in families)
    return replace(language, families=(*families, *rest)) if families else language


def logos(row: Table, languages: tuple[Language, ...], formats: Collection[str]) -> tuple[Logo, ...]:
    """`[brand.logos.<id>]` in their order: files and what they show by language, height and clear space."""
    table = row.table("logos")
    return tuple(_logo(table.table(name), name, languages, formats) for name in table.values)


def _logo(row: Table, name: str, languages: tuple[Language, ...], formats: Collection[str]) -> Logo:
    row.only("file", "name", "height", "clear", "on", "except")
    row.check_name()
    files = _by_language(row.table("file"), languages, known=(ANY,))
    if not files:
        row.note(_no_file(), "file")
    return Logo(
        id=name,
        files=files,
        names=_by_language(row.table("name"), languages),
        height=row.take("height", length, 0.0),
        clear=row.take("clear", length, 0.0),
        on=row.take("on", _where, "cover"),
        left_out=row.take("except", several(_format_reader(languages, formats)), ()),
        place=row.place(),
    )


def _format_reader(languages: tuple[Language, ...], formats: Collection[str]) -> Reader[str]:
    """A format, or `ur/booklet`: one in one language, as folders and jobs are named."""

    def read(value: object) -> str:
        tag, slash, name = text(value).rpartition("/")
        if name not in formats:
            raise bad_value(f'"{name}" is not a format', help=suggestion(name, tuple(formats)))
        if slash and tag not in (tags := tuple(language.tag for language in languages)):
            raise bad_value(f'"{tag}" is not a language', help=suggestion(tag, tags))
        return f"{tag}{slash}{name}"

    return read


def imprint(row: Table, languages: tuple[Language, ...]) -> Imprint:
    """`[imprint]`: publisher and statement, each one text or a table by language, and the licence."""
    row.only("publisher", "statement", "licence")
    message = row.take("statement", words, "") if isinstance(row.values.get("statement"), str) else ""
    if isinstance(row.values.get("publisher"), str):
        publisher: Mapping[str, str] = {ANY: row.take("publisher", words, "")}
    else:
        publisher = _by_language(row.table("publisher"), languages, known=(ANY,))
    return Imprint(
        publisher=publisher,
        statements={} if message else _by_language(row.table("statement"), languages),
        message=message,
        licence=row.take("licence", words, ""),
        place=row.place("statement"),
    )


def donors(table: Table, languages: tuple[Language, ...]) -> tuple[Donor, ...]:
    """`[donors.<id>]` in their order: logo files and fixed statements by language, height and clear space."""
    return tuple(_donor(table.table(name), name, languages) for name in table.values)


def _donor(row: Table, name: str, languages: tuple[Language, ...]) -> Donor:
    row.only("logo", "statement", "height", "clear")
    return Donor(
        id=name,
        logos=_by_language(row.table("logo"), languages, known=(ANY,)),
        statements=_by_language(row.table("statement"), languages),
        height=row.take("height", length, 0.0),
        clear=row.take("clear", length, 0.0),
    )


def _by_language(
    table: Table, languages: tuple[Language, ...], *, known: tuple[str, ...] = ()
) -> Mapping[str, str]:
    """Tag, or one of `known`, -> text; a language that there is not is a fault."""
    tag = language_reader(languages)
    found: dict[str, str] = {}
    for key in table.values:
        name = key if key in known else _tag(key, table, tag)
        if name in found:
            table.note(_told_twice(name), key)
        found[name] = table.need(key, words if not known else text, "")
    return found


def _tag(key: str, table: Table, reader: Reader[Language]) -> str:
    """Of a language that is named in any spelling; the key itself after a fault."""
    try:
        return reader(key).tag
    except Faults as faults:
        table.note(faults.faults[0], key)
        return key


def _where(value: object) -> Literal["cover", "imprint"]:
    return "imprint" if choice("cover", "imprint")(value) == "imprint" else "cover"


def _told_twice(tag: str) -> Fault:
    return Fault(
        rule="bad-value", message=f'the language "{tag}" stands there twice', help="delete one of them"
    )


def _no_file() -> Fault:
    return Fault(
        rule="missing-key",
        message="the logo has no file",
        help='write file = { any = "images/logo.svg" }, and others by language where there are',
    )


def _no_script(script: str) -> Fault:
    return Fault(
        rule="bad-value",
        message=f'no language is written in a script "{script}"',
        help="write its code as in ISO 15924: Latn, Cyrl, Arab",
    )
