"""CLDR's exemplar characters -> `src/leaflets/data/letters.json`: the letters of each language.

    npm pack cldr-misc-full@48.2 && tar xzf cldr-misc-full-48.2.0.tgz
    python tools/generate_letters.py package

Each language has two texts: the letters that it is written with, and letters of loan words and names.
Languages written in Han, Kana or Hangul have none: there are too many letters for the list to say much.
Letters are written out singly and in lower case; digraphs such as {dž} are taken apart.
"""

import json
import re
import sys
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from generate_languages import LOCALES

from leaflets.config.languages import shipped_languages

TARGET = Path(__file__).resolve().parent.parent / "src/leaflets/data/letters.json"
NO_ALPHABET = ("Hans", "Hant", "Hani", "Jpan", "Kore")
ITEM = re.compile(r"\\u([0-9A-Fa-f]{4})|\\(.)|(.)", re.DOTALL)


def main(folder: Path) -> None:
    rows = {}
    for language in shipped_languages():
        found = None if language.script in NO_ALPHABET else characters(folder, language.tag)
        if found:
            rows[language.tag] = [letters(found["exemplarCharacters"]), letters(found.get("auxiliary", "[]"))]
    lines = (f"{json.dumps(tag)}: {json.dumps(row, ensure_ascii=False)}" for tag, row in sorted(rows.items()))
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def characters(folder: Path, tag: str) -> dict[str, str] | None:
    name = LOCALES.get(tag, tag)
    file = folder / "main" / name / "characters.json"
    if not file.is_file():
        return None
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))["main"][name]["characters"]
    return found


def letters(pattern: str) -> str:
    """A UnicodeSet to its letters in order; marks are left out, as they combine with any letter."""
    singles: list[str] = []
    pending = False
    for match in ITEM.finditer(pattern[1:-1]):
        code, escaped, plain = match.groups()
        if plain == "-" and singles:
            pending = True
        elif plain and plain in " {}":
            continue
        else:
            character = chr(int(code, 16)) if code else escaped or plain
            first = ord(singles[-1]) + 1 if pending else ord(character)
            singles += [chr(point) for point in range(first, ord(character) + 1)]
            pending = False
    folded = {low for single in singles for low in unicodedata.normalize("NFC", single).lower()}
    return "".join(sorted(c for c in folded if unicodedata.category(c).startswith("L")))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
