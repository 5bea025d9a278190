"""CLDR's names of countries and languages -> tests/fonts/words.toml: words as tall and deep as in texts.

    npm install cldr-core@48.2 cldr-localenames-full@48.2
    python tools/generate_words.py node_modules

The leading of each family is measured with them (tests/fonts/test_leading.py). Of each language 64 words
stand for all, and the 4 at the 99th percentile of height and of depth for the extremes.
"""

import json
import re
import sys
from pathlib import Path

import uharfbuzz as hb
from generate_languages import Cldr

from leaflets.config.languages import shipped_languages
from leaflets.fonts.load import Face, FontLibrary, read_families
from leaflets.fonts.metrics import ink_box

ROOT = Path(__file__).parents[1]
OUT = ROOT / "tests" / "fonts" / "words.toml"
SAMPLE, EXTREMES = 64, 4

LANGUAGES = (
    *("am", "ar", "bn", "bo", "chr", "el", "ff-Adlm", "gu", "he", "hi", "hy", "ja", "ka", "km", "kn", "ko"),
    *("lo", "ml", "my", "nqo", "pa", "ru", "si", "sr", "syr", "ta", "te", "th", "ur", "vi", "zgh"),
    *("zh-Hans", "zh-Hant"),
)
"""One for each script that CLDR has names in; Vietnamese, as the tallest and deepest Latin."""

OWN = {
    "dv": "ދިވެހިބަސް ރައްކާތެރި އެހީ ހައްޤު ފޯނު ކޮންމެ ދުވަހަކު ދިވެހިރާއްޖެ އިނގިރޭސި ފުލުހުން",
    "rhg-Rohg": "𐴌𐴗𐴥𐴝𐴙𐴚𐴒𐴙𐴝 𐴀𐴝𐴟𐴐𐴝𐴇 𐴔𐴡𐴊𐴡𐴃 𐴌𐴟𐴇𐴥𐴡𐴃 𐴉𐴠𐴒𐴞𐴕 𐴔𐴝𐴥𐴕𐴟𐴤𐴀",
}
"""Thaana and Hanifi Rohingya: strings with all heights of vowel signs, as CLDR has no names."""


def words(cldr: Cldr, tag: str, face: Face) -> list[str]:
    found = set(OWN.get(tag, "").split())
    for kind in ("territories", "languages"):
        names = cldr.main("localenames", tag, kind)
        for name in names["localeDisplayNames"][kind].values() if names else ():
            found |= set(re.split(r"[ ,()/&«»“”\-–\u00a0\u200e\u200f]+", name))
    return sorted(w for w in found if w and not w.isascii() and {*map(ord, w)} <= face.code_points)


def ink(face: Face, word: str, tag: str) -> tuple[int, int]:
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.language = tag
    hb.shape(face.hb_font, buffer)
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    boxes = [(ink_box(face, info.codepoint), position.y_offset) for info, position in glyphs]
    return min(box[1] + dy for box, dy in boxes), max(box[3] + dy for box, dy in boxes)


def chosen(found: list[str], face: Face, tag: str) -> list[str]:
    inks = {word: ink(face, word, tag) for word in found}
    deep = sorted(found, key=lambda word: inks[word][0])
    tall = sorted(found, key=lambda word: -inks[word][1])
    edge = len(found) // 100
    kept = [*found[:: max(1, len(found) // SAMPLE)], *deep[edge:][:EXTREMES], *tall[edge:][:EXTREMES]]
    return list(dict.fromkeys(kept))


def main(folder: str) -> None:
    cldr = Cldr(Path(folder))
    fonts = ROOT / "fonts"
    library = FontLibrary(read_families((fonts / "fonts.toml").read_bytes(), name=""), fonts.joinpath)
    rows = ["# Words in which the leading of fonts is measured: names of countries and languages of CLDR"]
    rows += ["# 48.2 (licence: Unicode-3.0), chosen by tools/generate_words.py.", ""]
    languages = {language.tag: language for language in shipped_languages()}
    for tag in sorted((*LANGUAGES, *OWN)):
        face = library.face(languages[tag].families[0], weight=700)
        found = chosen(words(cldr, tag, face), face, tag)
        rows.append(f"{tag} = {json.dumps(' '.join(found), ensure_ascii=False)}")
    OUT.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
