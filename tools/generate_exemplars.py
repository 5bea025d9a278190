"""CLDR's JSON packages -> src/leaflets/data/exemplars.toml: the characters of each language.

    npm install cldr-core@48.2 cldr-misc-full@48.2 cldr-localenames-full@48.2
    python tools/generate_exemplars.py node_modules

Fonts are checked against it (tests/fonts/test_exemplars.py, `leaflets fonts`).
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from generate_languages import LOCALES, Cldr

DATA = Path(__file__).parents[1] / "src" / "leaflets" / "data"

OWN = {
    "dv": (range(0x0780, 0x07B2), "؟ ، ؛ ."),
    "rhg-Rohg": ((*range(0x10D00, 0x10D28), *range(0x10D30, 0x10D3A)), "؟ ، ؛ ۔ ـ"),
    "rom": (tuple(map(ord, "abcčdeéfghijklmnoprsśštuvxyzžćđŕ")), ". , ; : ! ? - – “ ”"),
}
"""Languages that CLDR has no characters of: the letters and signs of the script's block (Unicode 17.0); for
Romani more letters than any one of its Latin alphabets has."""

UNUSED = {"hu": "⟨⟩"}
"""Signs of science that CLDR counts as punctuation, and no leaflet has."""

HEAD = """# The characters that each language of languages.toml is written with, from CLDR 48.2
# (exemplarCharacters and punctuation; licence: Unicode-3.0), made by tools/generate_exemplars.py.
# Languages that CLDR does not have are written by hand there.
#
# letters       small letters, signs and marks; capitals follow by Unicode's case mapping
# punctuation   marks in running text
#
# "a-f" is a range of code points; "\\\\-" is a hyphen, "\\\\\\\\" a backslash; nothing stands between them.
"""


def characters(pattern: str) -> set[int]:
    """The code points of a CLDR set such as `[a-z {ch} \\u200C \\[]`: sequences count by their parts."""
    found: list[int] = []
    tokens = re.findall(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.|.", pattern[1:-1], re.DOTALL)
    following = iter(tokens)
    for token in following:
        if token == "-" and found:
            found += range(found[-1] + 1, code(next(following)) + 1)
        elif token not in " {}":
            found.append(code(token))
    return set(found) - {0x20}


def code(token: str) -> int:
    if re.match(r"\\[uU]", token):
        return int(token[2:], 16)
    return ord(token[-1])


def ranges(points: Iterable[int]) -> str:
    return "".join(stretches(sorted(points)))


def stretches(points: list[int]) -> Iterator[str]:
    for _, group in groupby(enumerate(points), key=lambda pair: pair[1] - pair[0]):
        run = [point for _, point in group]
        if len(run) > 3:
            yield f"{told(run[0])}-{told(run[-1])}"
        else:
            yield from map(told, run)


def told(point: int) -> str:
    return f"\\{chr(point)}" if chr(point) in "-\\" else chr(point)


def row(cldr: Cldr, tag: str) -> tuple[str, str] | None:
    if tag in OWN:
        letters, marks = OWN[tag]
        return ranges(letters), ranges(set(map(ord, marks)) - {0x20})
    locale = LOCALES.get(tag, tag)
    while locale:
        found = cldr.main("misc", locale, "characters")
        if found:
            sets = found["characters"]
            marks = characters(sets["punctuation"]) - set(map(ord, UNUSED.get(tag, "")))
            return ranges(characters(sets["exemplarCharacters"])), ranges(marks)
        locale = locale.rpartition("-")[0]
    return None


def escaped(text: str) -> str:
    """A TOML string in which nothing is invisible."""
    plain = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() and c not in HIDDEN else f"\\u{ord(c):04x}" for c in plain)


HIDDEN = "\u00a0\u00ad\u2011"


def main(folder: str) -> None:
    cldr = Cldr(Path(folder))
    tags = tomllib.loads((DATA / "languages.toml").read_text(encoding="utf-8"))["language"]
    lines = [HEAD]
    for tag in tags:
        found = row(cldr, tag)
        if found is None:
            raise SystemExit(f"CLDR has no characters of {tag}: write them in OWN")
        letters, marks = map(escaped, found)
        lines.append(f"[{tag}]\nletters = {letters}\npunctuation = {marks}\n")
    (DATA / "exemplars.toml").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
