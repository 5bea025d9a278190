"""A new source text and old ones -> the old one whose translation is worth offering.

The choice is that of `msgmerge`: more than 0.6 of all bytes are shared in order (the measure of fstrcmp),
four letters in a row are, and of equals it is the one that shares more of such fours, then the first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel

from leaflets.catalog.message import Key

THRESHOLD = 0.6
SAME_CONTEXT = 0.00001
"""What a text gains that stands without context, or in the one that is asked for."""
GRAM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """Old texts, prepared for many questions."""

    keys: tuple[Key, ...]
    spelled: tuple[str, ...]

    def find(self, key: Key) -> int | None:
        """The index of the best old text, None if none is near enough."""
        context, msgid = key
        grams = _grams(msgid)
        near = process.extract(
            _bytewise(msgid),
            self.spelled,
            scorer=Indel.normalized_similarity,
            score_cutoff=THRESHOLD - 2 * SAME_CONTEXT,
            limit=None,
        )
        ranked = [
            (-_weight(self.keys[index], context, score), rank, index)
            for _, score, index in near
            if (rank := _rank(self.keys[index][1], grams)) is not None
        ]
        best = min(ranked, default=None)
        return best[-1] if best and -best[0] > THRESHOLD else None


def prepared(keys: Sequence[Key]) -> Similar:
    """Keys of translated entries, in the order of their file."""
    return Similar(keys=tuple(keys), spelled=tuple(_bytewise(msgid) for _, msgid in keys))


def _bytewise(text: str) -> str:
    """One character a byte of UTF-8: gettext compares bytes."""
    return text.encode().decode("latin-1")


def _weight(old: Key, context: str | None, score: float) -> float:
    return score + SAME_CONTEXT if old[0] is None or old[0] == context else score


def _grams(text: str) -> tuple[str, ...]:
    return tuple(text[start : start + GRAM] for start in range(len(text) - GRAM + 1))


def _rank(old: str, grams: tuple[str, ...]) -> int | None:
    """The place among equally near texts, None if gettext does not compare the two at all.

    Texts too short for fours are compared with all, the shortest first.
    """
    if not grams:
        return len(old.encode())
    shared = sum(gram in old for gram in grams)
    return -shared if shared else None
