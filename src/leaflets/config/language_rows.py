"""Tables of languages and scripts to Languages: what a row leaves out comes from its script."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from leaflets.catalog.plural import read_plural
from leaflets.config.table import (
    Fault,
    Table,
    bad_value,
    choice,
    number,
    several,
    slug,
    some,
    text,
    words,
)
from leaflets.document.dates import FIELD, FIELDS
from leaflets.language import DIGITS, SEVERAL, Dates, Direction, Language
from leaflets.project import ANY
from leaflets.text.patterns import is_dictionary

Pair = tuple[str, str]
Triple = tuple[str, str, str]

KEYS = (
    "autonym",
    "english",
    "script",
    "direction",
    "families",
    "aliases",
    "size",
    "digits",
    "quotes",
    "inner_quotes",
    "ends",
    "date",
    "month",
    "months",
    "months_alone",
    "plural",
    "hyphenation",
    "hyphenate_min",
    "divided",
    "whole",
    "opentype",
    "icu",
    "checked_by",
)

TAKEN = (SEVERAL, ANY, "all")
"""What files of several languages, settings for any, and zips of all are called by."""

TAG = re.compile(r"(?:[a-z]{2,8}|x(?=-))(?:-[A-Za-z0-9]{1,8})*")
PLURAL = re.compile(r"nplurals=[1-6]; plural=[n0-9 %=!<>&|?:()]+;")


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What the languages of one script have in common."""

    code: str
    direction: Direction
    families: tuple[str, ...]
    ends: Triple


def script_tables(root: Table) -> Mapping[str, Script]:
    """The `[script.<code>]` tables of a file, by code."""
    table = root.table("script")
    return {code: _script(table.table(code), code) for code in table.values}


def read_language(row: Table, tag: str, scripts: Mapping[str, Script]) -> Language:
    """One `[language.<tag>]` table; faults are noted in its source."""
    row.only(*KEYS)
    if not TAG.fullmatch(tag) or canonical(tag) != tag:
        row.note(_not_canonical(tag))
    if tag in TAKEN:
        row.note(_taken(tag))
    code = row.need("script", _code, "")
    script = scripts.get(code)
    if script is None and code:
        for key in ("direction", "families"):
            if key not in row.values:
                row.note(_unknown_script(code, key))
    language = Language(
        tag=tag,
        autonym=row.need("autonym", words, ""),
        english=row.need("english", words, ""),
        script=code,
        direction=row.take("direction", _direction, script.direction if script else "ltr"),
        families=row.take("families", some(slug), script.families if script else ()),
        aliases=row.take("aliases", several(words), ()),
        size=row.take("size", number, 1.0),
        digits=row.take("digits", choice(*DIGITS), "latn"),
        quotes=row.take("quotes", _pair, ("“", "”")),
        inner_quotes=row.take("inner_quotes", _pair, ("‘", "’")),
        ends=row.take("ends", _ends, script.ends if script else (".", "?", "!")),
        dates=_dates(row),
        plural=row.take("plural", _plural, "nplurals=2; plural=(n != 1);"),
        hyphenation=row.take("hyphenation", _dictionary, ""),
        hyphenate_min=row.take("hyphenate_min", _two_counts, (2, 2)),
        divided=row.take("divided", several(_divided), ()),
        whole=row.take("whole", several(words), ()),
        opentype=row.take("opentype", _opentype, ""),
        icu=row.take("icu", text, ""),
        checked_by=row.take("checked_by", text, ""),
    )
    if script is not None and language.direction != script.direction:
        row.note(_against_script(language, script), "direction")
    return language


def canonical(tag: str) -> str:
    """A tag as BCP 47 writes it: `sr-Latn`, `pt-PT`, `x-mala`."""
    first, *rest = tag.split("-")
    cased = [part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part for part in rest]
    return "-".join([first, *(rest if first == "x" else cased)])


def _script(row: Table, code: str) -> Script:
    row.only("direction", "families", "ends")
    return Script(
        code=code,
        direction=row.take("direction", _direction, "ltr"),
        families=row.need("families", some(slug), ()),
        ends=row.take("ends", _ends, (".", "?", "!")),
    )


def _dates(row: Table) -> Dates:
    """The patterns, and the names that they ask for."""
    usual = Dates()
    months = row.take("months", _months, ())
    dates = Dates(
        day=row.take("date", _pattern, usual.day),
        month=row.take("month", _pattern, usual.month),
        months=months,
        alone=row.take("months_alone", _months, ()),
    )
    asked = "MMMM" in dates.day + dates.month or ("LLLL" in dates.day + dates.month and not dates.alone)
    if asked and not months and "months" not in row.values:
        row.note(Fault(rule="missing-key", message="months is missing", help="add the twelve names"))
    return dates


def _direction(value: object) -> Direction:
    return "rtl" if choice("ltr", "rtl")(value) == "rtl" else "ltr"


def _code(value: object) -> str:
    code = text(value)
    if not (len(code) == 4 and code.isascii() and code.isalpha() and code.istitle()):
        raise bad_value(f'"{code}" is not a script code', help='write the ISO 15924 code, such as "Latn"')
    return code


def _pair(value: object) -> Pair:
    """Two marks, which may be the same one (Swedish)."""
    match value:
        case [str(opening), str(closing)] if opening and closing:
            return opening, closing
    raise bad_value("the quotation marks are not two texts", help='write ["“", "”"]')


def _ends(value: object) -> Triple:
    match value:
        case [str(statement), str(question), str(exclamation)]:
            return statement, question, exclamation
    raise bad_value("the end marks are not three texts", help='write [".", "?", "!"]')


def _pattern(value: object) -> str:
    """A date pattern without fields that would be printed as letters."""
    pattern = words(value)
    for found in FIELD.finditer(pattern):
        field = found[0]
        bare = found[1] is None and field.isascii() and (field.isalpha() or field == "'")
        if bare and field not in FIELDS:
            raise bad_value(
                f'"{field}" is not a field of dates',
                help="fields are " + " ".join(FIELDS) + "; put letters that are printed in '…'",
            )
    return pattern


def _months(value: object) -> tuple[str, ...]:
    names = several(words)(value)
    if len(names) != 12:
        raise bad_value(f"these are {len(names)} months", help="write the names of the twelve months")
    return names


def _plural(value: object) -> str:
    formula = words(value)
    step = 'write "nplurals=2; plural=(n != 1);"'
    if not PLURAL.fullmatch(formula):
        raise bad_value(f'"{formula}" is not a Plural-Forms header', help=step)
    try:
        read_plural(f"Plural-Forms: {formula}")
    except ValueError as error:
        raise bad_value(f'"{formula}" is no rule for plurals: {error}', help=step) from None
    return formula


def _divided(value: object) -> str:
    """One word of letters with a hyphen wherever it may be divided."""
    word = words(value)
    if not all(part.isalpha() for part in word.split("-")):
        raise bad_value(
            f'"{word}" is not one word of letters',
            help='write it with hyphens where it may be divided: "so-fa"',
        )
    return word


def _two_counts(value: object) -> tuple[int, int]:
    match value:
        case [int(before), int(after)] if before > 0 and after > 0:
            return before, after
    raise bad_value("these are not two whole numbers", help="write letters before and after: [2, 3]")


def _dictionary(value: object) -> str:
    name = text(value)
    if name and not is_dictionary(name):
        step = "leave the line out, or write the name of a dictionary of Pyphen"
        raise bad_value(f'there is no dictionary "{name}" to divide words by', help=step)
    return name


def _opentype(value: object) -> str:
    tag = text(value)
    if tag and not re.fullmatch(r"[A-Z]{3,4}", tag):
        raise bad_value(f'"{tag}" is not an OpenType language system', help='write 3 or 4 letters: "SRB"')
    return tag


def _not_canonical(tag: str) -> Fault:
    return Fault(
        rule="bad-value",
        message=f'"{tag}" is not a canonical tag',
        help='write a BCP 47 tag with hyphens, such as "sr-Latn", and this spelling among its aliases',
    )


def _taken(tag: str) -> Fault:
    return Fault(
        rule="bad-value",
        message=f'"{tag}" stands for several languages here, in names of files or in settings',
        help=f"write a tag for private use: [language.x-{tag}]",
    )


def _unknown_script(code: str, key: str) -> Fault:
    example = '"ltr" or "rtl"' if key == "direction" else '["…"], ids of fonts/fonts.toml'
    return Fault(
        rule="missing-key",
        message=f'{key} is missing, and the toolkit does not know the script "{code}"',
        help=f"add {key} = {example}",
    )


def _against_script(language: Language, script: Script) -> Fault:
    return Fault(
        rule="bad-value",
        message=f'"{script.code}" is written {script.direction}, not {language.direction}',
        help="delete the key: the script decides the direction",
    )
