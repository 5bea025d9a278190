"""Texts that came back, and the catalog as it is by now -> what to write, and what a person has to decide.

Nothing that somebody has confirmed is lost: a text is replaced only if it still is what was handed out, or
is fuzzy.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from leaflets.catalog.entries import Entry, PoFile
from leaflets.catalog.fixes import Written, fixed
from leaflets.catalog.message import form_source
from leaflets.catalog.splices import Change, without_fuzzy
from leaflets.controls import unpaired
from leaflets.exchange.answers import Answer
from leaflets.exchange.chips import chipped, unchipped
from leaflets.exchange.handoff import CONVERTED, FORMULA, message_digest, text_digest
from leaflets.files import FORBIDDEN

UNKNOWN = ""
"""The base of a text of which nobody knows what it was made from."""


class Verdict(StrEnum):
    """What becomes of a text that came back."""

    TAKEN = "taken"
    SAME = "unchanged"
    CONFLICT = "conflict"
    REFUSED = "not taken"
    LEFT_OVER = "no longer in the leaflet"
    OUTSIDE = "outside the yellow fields"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One text with its verdict."""

    verdict: Verdict
    text: str
    """As it came."""
    written: str = ""
    """As the catalog has it, where it is taken."""
    entry: Entry | None = None
    form: int = 0
    why: str = ""

    @property
    def current(self) -> str:
        return self.entry.texts[self.form].value if self.entry else ""

    @property
    def is_fuzzy(self) -> bool:
        return self.entry is not None and "fuzzy" in self.entry.flags


def judge(
    answers: Iterable[Answer], catalog: PoFile, *, chips: bool, theirs: bool = False
) -> Iterator[Judged]:
    """A verdict for each text; `theirs` takes the text that came where both were changed."""
    places = {
        message_digest(entry.key, form=form): (entry, form)
        for entry in catalog.live
        for form in _forms(entry)
    }
    for message, group in _grouped(answers).items():
        if message not in places:
            new = (one for one in group if one.confirmed or text_digest(one.text) != one.base)
            yield from (Judged(verdict=Verdict.LEFT_OVER, text=one.text) for one in new if one.text.strip())
            continue
        entry, form = places[message]
        changed = [one for one in group if text_digest(one.text) != one.base]
        if len({text_digest(one.text) for one in changed}) > 1:
            for one in changed:
                yield Judged(
                    verdict=Verdict.CONFLICT,
                    text=one.text,
                    entry=entry,
                    form=form,
                    why="the file holds two texts for this message",
                )
            continue
        yield _judged((changed or group)[0], entry, form, chips=chips, theirs=theirs)


def changes(judged: Iterable[Judged]) -> tuple[Change, ...]:
    """What is written: a text that somebody has worked on is no longer fuzzy.

    A plural is fuzzy until each of its forms was worked on or confirmed.
    """
    found: dict[int, list[Judged]] = {}
    for one in judged:
        if one.verdict is Verdict.TAKEN and one.entry is not None:
            found.setdefault(one.entry.start, []).append(one)
    return tuple(_change(group) for group in found.values())


def source_of(entry: Entry, form: int, *, forms: int = 0) -> str:
    """What the text of a form translates, of so many forms, or as many as the entry has."""
    sources = entry.value("msgid") or "", entry.value("msgid_plural")
    return form_source(*sources, form=form, forms=forms or len(entry.texts))


def _forms(entry: Entry) -> range:
    return range(len(entry.texts))


def _grouped(answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(answer.message, []).append(answer)
    return groups


def _judged(answer: Answer, entry: Entry, form: int, *, chips: bool, theirs: bool) -> Judged:
    source = source_of(entry, form)
    current = entry.texts[form].value
    shown = chipped(current, source=source) if chips else current
    new, now = text_digest(answer.text), text_digest(shown)

    def verdict(verdict: Verdict, why: str = "", written: str = "") -> Judged:
        return Judged(verdict=verdict, text=answer.text, written=written, entry=entry, form=form, why=why)

    if new in (answer.base, now):
        finished = answer.confirmed and "fuzzy" in entry.flags and current and new == now
        why = "the text is confirmed, and no longer fuzzy"
        return verdict(Verdict.TAKEN, why, written=current) if finished else verdict(Verdict.SAME)
    if not answer.text.strip():
        return verdict(Verdict.REFUSED if current else Verdict.SAME, "it was emptied; the old text stays")
    try:
        written = _written(answer.text, source, chips=chips)
    except ValueError as error:
        return verdict(Verdict.REFUSED, str(error))
    if not current or now == answer.base or "fuzzy" in entry.flags or theirs:
        return verdict(Verdict.TAKEN, written=written)
    if answer.base == UNKNOWN:
        return verdict(Verdict.CONFLICT, "the catalog has another text, and nobody knows which is newer")
    return verdict(Verdict.CONFLICT, "the catalog was changed since the file was handed out")


def _written(text: str, source: str, *, chips: bool) -> str:
    """The text as the catalog needs it. ValueError if it cannot be taken."""
    if text.startswith(FORMULA):
        raise ValueError("it is a formula")
    if text.startswith(CONVERTED):
        raise ValueError(
            "the spreadsheet made a number, a date or an error of it; make it a cell of text, and type again"
        )
    found = FORBIDDEN.search(text)
    if found:
        raise ValueError(f"it holds the character U+{ord(found[0]):04X}, which no text may hold")
    lone = next(unpaired(text), None)
    if lone is not None:
        raise ValueError(f"it holds the invisible character {lone} without its partner")
    text = re.sub("\r\n?|[\u2028\u2029]", "\n", text)
    if "\n" not in source:
        text = text.replace("\n", " ")
    written = unchipped(text.strip(), source=source) if chips else text
    return fixed(Written(text=written, source=source, script=""), rules=("newline", "space-edge"))[0]


def _change(group: list[Judged]) -> Change:
    entry = group[0].entry
    assert entry is not None  # noqa: S101 - only judgements with an entry are grouped
    texts = [field.value for field in entry.texts]
    for one in group:
        texts[one.form] = one.written
    if {one.form for one in group} != set(_forms(entry)):
        return Change(key=entry.key, texts=tuple(texts))
    return Change(key=entry.key, texts=tuple(texts), flags=without_fuzzy(entry.flags), previous=False)
