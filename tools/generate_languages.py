"""CLDR's JSON packages -> rows of `src/leaflets/data/languages.toml`, to paste and to correct by hand.

    npm install cldr-core@48.2 cldr-misc-full@48.2 cldr-localenames-full@48.2 \\
        cldr-dates-full@48.2 cldr-numbers-full@48.2
    python tools/generate_languages.py node_modules TAG...       rows of these languages
    python tools/generate_languages.py node_modules --compare    where the table says something else

The table is the truth: it was made with this script once, corrected by hand, and is corrected further by
the speakers who check it. So nothing is ever overwritten: rows go to standard output. A line of the
table that differs from CLDR says why in a comment; `--compare` finds them all again.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "src/leaflets/data/languages.toml"

LOCALES = {
    "az-Latn": "az",
    "cnr": "sr-Latn-ME",
    "cnr-Cyrl": "sr-Cyrl-ME",
    "en": "en-GB",
    "kmr": "ku",
    "prs": "fa-AF",
    "sr-Latn": "sr-Latn",
}
"""CLDR's name of the locale, where it is not our tag."""

DEFAULTS = {
    "quotes": ["“", "”"],
    "inner_quotes": ["‘", "’"],
    "plural": "nplurals=2; plural=(n != 1);",
}
"""What a row of the table leaves out."""

MILLIONS = "i % 1000000 = 0"
"""ca es fr it pt: a form for whole millions, which gettext's tools do not have and no leaflet counts."""

SIMPLE = {"n==1": "n != 1", "(n==0 || n==1)": "n > 1", "n==0 || n==1": "n > 1", "n<=1": "n > 1"}
"""The form for one, and how gettext's catalogs write that there are two forms."""

ORDER = ("zero", "one", "two", "few", "many", "other")


class Cldr:
    """The packages in one folder; a file is read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, path: str) -> Any:
        file = self.folder / path
        return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}

    def main(self, package: str, locale: str, file: str) -> Any:
        data = self.read(f"cldr-{package}-full/main/{locale}/{file}.json")
        return data["main"][locale] if data else {}

    def supplemental(self, file: str) -> Any:
        return self.read(f"cldr-core/supplemental/{file}.json")["supplemental"]


def row(cldr: Cldr, tag: str) -> dict[str, object]:
    """What CLDR says of a language, as a row of the table; empty where it says nothing."""
    locale = LOCALES.get(tag, tag)
    return {
        **names(cldr, tag, locale),
        **numerals(cldr, locale),
        **quotes(cldr, locale),
        **dates(cldr, locale),
        **plurals(cldr, tag, locale),
    }


def names(cldr: Cldr, tag: str, locale: str) -> dict[str, object]:
    base = locale.partition("-")[0]

    def name(of: str) -> str:
        found = cldr.main("localenames", of, "languages")
        known = found["localeDisplayNames"]["languages"] if found else {}
        return known.get(tag) or known.get(locale) or known.get(base) or ""

    likely = cldr.supplemental("likelySubtags")["likelySubtags"]
    written = re.search(r"-([A-Z][a-z]{3})\b", tag) or re.search(r"-([A-Z][a-z]{3})\b", locale)
    script = written[1] if written else likely.get(base, "-").split("-")[1]
    return {"autonym": name(locale), "english": name("en"), "script": script}


def numerals(cldr: Cldr, locale: str) -> dict[str, object]:
    found = cldr.main("numbers", locale, "numbers")
    system = found["numbers"]["defaultNumberingSystem"] if found else "latn"
    return {} if system == "latn" else {"digits": system}


def quotes(cldr: Cldr, locale: str) -> dict[str, object]:
    found = cldr.main("misc", locale, "delimiters")
    if not found:
        return {}
    marks = found["delimiters"]
    return {
        "quotes": [marks["quotationStart"], marks["quotationEnd"]],
        "inner_quotes": [marks["alternateQuotationStart"], marks["alternateQuotationEnd"]],
    }


def dates(cldr: Cldr, locale: str) -> dict[str, object]:
    """The long form of a day and of a month, and the months' names as far as a pattern asks for them."""
    found = cldr.main("dates", locale, "ca-gregorian")
    if not found:
        return {}
    calendar = found["dates"]["calendars"]["gregorian"]
    day = calendar["dateFormats"]["long"]
    month = calendar["dateTimeFormats"]["availableFormats"]["yMMMM"]
    inside = list(calendar["months"]["format"]["wide"].values())
    alone = list(calendar["months"]["stand-alone"]["wide"].values())
    row: dict[str, object] = {"date": day, "month": month}
    if "MMMM" in day + month and inside[0] != "M01":
        row["months"] = inside
    if "LLLL" in day + month and alone != inside:
        row["months_alone"] = alone
    elif "LLLL" in month:
        row["month"] = month.replace("LLLL", "MMMM")
        row["months"] = inside
    return row


def plurals(cldr: Cldr, tag: str, locale: str) -> dict[str, object]:
    table = cldr.supplemental("plurals")["plurals-type-cardinal"]
    rules = table.get(tag) or table.get(locale) or table.get(locale.partition("-")[0])
    return {"plural": plural_forms(rules)} if rules else {}


def plural_forms(rules: Mapping[str, str]) -> str:
    """The header Plural-Forms: CLDR's rules for whole numbers, in CLDR's order of categories."""
    found = [rules.get(f"pluralRule-count-{category}", "").partition("@integer") for category in ORDER]
    used = [rule for rule, _, samples in found if samples and MILLIONS not in rule]
    conditions = [expression(rule) for rule in used[:-1]]  # the last form is for all that is left
    if not conditions:
        return "nplurals=1; plural=0;"
    if len(conditions) == 1 and conditions[0] in SIMPLE:
        return f"nplurals=2; plural=({SIMPLE[conditions[0]]});"
    chain = "".join(f"{condition} ? {index} : " for index, condition in enumerate(conditions))
    return f"nplurals={len(conditions) + 1}; plural=({chain}{len(conditions)});"


def expression(rule: str) -> str:
    """`n % 10 = 2..4 and n % 100 != 12..14` in C, for whole n: v, f and t are 0, i is n."""
    alternatives = []
    for alternative in rule.split(" or "):
        parts = [relation(part) for part in alternative.split(" and ")]
        if "0" not in parts:
            alternatives.append(" && ".join(part for part in parts if part != "1"))
    unique = list(dict.fromkeys(alternatives))
    return " || ".join(unique)


def relation(text: str) -> str:
    """One relation; `0` or `1` where it is decided for whole numbers."""
    found = re.fullmatch(r"\s*([a-z])(?: % (\d+))? (!?=) (.+?)\s*", text)
    if found is None:
        raise SystemExit(f"a plural rule is not understood: {text}")
    operand, modulus, sign, values = found.groups()
    if operand in "vftewc":
        holds = any(value == "0" or value.startswith("0..") for value in values.split(","))
        return str(int(holds == (sign == "=")))
    left = f"n%{modulus}" if modulus else "n"
    tests = [span(left, value, modulus, negative=sign == "!=") for value in values.split(",")]
    if len(tests) == 1:
        return tests[0]
    return " && ".join(tests) if sign == "!=" else f"({' || '.join(tests)})"


def span(left: str, value: str, modulus: str | None, *, negative: bool) -> str:
    """A number or a range of them; the ends that a remainder cannot pass are left out."""
    low, dots, high = value.partition("..")
    if not dots:
        return f"{left}{'!=' if negative else '=='}{low}"
    last = modulus is not None and int(high) == int(modulus) - 1
    if negative:
        parts = [f"{left}<{low}" if int(low) else "", "" if last else f"{left}>{high}"]
        return f"({' || '.join(part for part in parts if part)})"
    parts = [f"{left}>={low}" if int(low) else "", "" if last else f"{left}<={high}"]
    return " && ".join(part for part in parts if part)


def toml(tag: str, values: Mapping[str, object]) -> Iterator[str]:
    yield f"[language.{tag}]"
    for key, value in values.items():
        if value not in ("", DEFAULTS.get(key)):
            yield f"{key} = {told(value)}"
    yield 'checked_by = ""'
    yield ""


def compare(cldr: Cldr) -> Iterator[str]:
    """Every value of the table that is not CLDR's."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    for tag, values in table["language"].items():
        for key, value in row(cldr, tag).items():
            own = values.get(key, DEFAULTS.get(key))
            if own != value and value != "":
                yield f"{tag}.{key}: {told(own)}; CLDR: {told(value)}"


def told(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main(folder: str, *wanted: str) -> None:
    cldr = Cldr(Path(folder))
    if wanted == ("--compare",):
        print("\n".join(compare(cldr)))
        return
    for tag in wanted:
        print("\n".join(toml(tag, row(cldr, tag))))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
