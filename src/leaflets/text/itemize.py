"""A paragraph's text to items: stretches of one level, script, face and span, in logical order."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from leaflets.fonts.coverage import covers, is_ignorable
from leaflets.fonts.load import Face, FontLibrary, Style
from leaflets.frozen import dataclass
from leaflets.text import ucd
from leaflets.text.line import Missing, Span

CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Bidi controls: they order the text and are never drawn (UAX #9, 5.2)."""

SYLLABLES = frozenset({"Hira", "Kana"})
"""Set with Han as one script: Japanese changes between them within most words, and fonts hold all three."""

COMMON = frozenset({"Zyyy", "Zinh", "Zzzz"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Characters start:end, to be shaped as one run; `face` is None where no face has the character."""

    start: int
    end: int
    level: int
    script: str
    span: int
    face: Face | None


def itemize(
    text: str, spans: Sequence[Span], *, owners: Sequence[int], levels: Sequence[int], library: FontLibrary
) -> tuple[Item, ...]:
    """Split at every change of level, script, span or face; controls belong to no item."""
    scripts = resolve_scripts(text, levels=levels, rtl=any(levels) and any(level % 2 for level in levels))
    items: list[Item] = []
    for start, end in _stretches(text, owners, levels, scripts):
        span = spans[owners[start]]
        faces = chain(span, script=scripts[start], library=library)
        for first, last, face in _faces(text, start, end, faces):
            items.append(
                Item(
                    start=first,
                    end=last,
                    level=levels[first],
                    script=scripts[first],
                    span=owners[first],
                    face=face,
                )
            )
    return tuple(items)


def resolve_scripts(text: str, *, levels: Sequence[int], rtl: bool) -> list[str]:
    """The script of each character; common ones take their neighbour's (UAX #24, 5.1 and 5.2).

    Digits and punctuation at an even level beside right-to-left text are set with Latin: telephone
    numbers in an Arabic paragraph come from the face that draws them as in the other languages.
    """
    if text.isascii() and not rtl:
        return ["Latn"] * len(text)
    first = next((script for script in map(_shaped_as, text) if script not in COMMON), "Latn")
    if (not rtl or _is_even(levels)) and not ucd.has_other_script(text, _alike(first)):
        return [first] * len(text)
    found = list(map(_shaped_as, text))
    previous, before = first, levels[0] if levels else 0
    for index, script in enumerate(found):
        level = levels[index]
        if script in COMMON:
            if script != "Zinh" and level != before:
                previous = "Latn" if level % 2 == 0 and rtl else _next_script(found, index, previous)
            found[index] = previous
        else:
            previous = script
        before = level
    return found


@cache
def _shaped_as(character: str) -> str:
    """The script that a character is set with."""
    script = ucd.script(character)
    return "Hani" if script in SYLLABLES else script


@cache
def _alike(script: str) -> frozenset[str]:
    """What takes no other script beside it."""
    return COMMON | {script} | (SYLLABLES if script == "Hani" else frozenset())


def chain(span: Span, *, script: str, library: FontLibrary) -> tuple[Face, ...]:
    """Faces to try, in order: the span's families made for the script, then the others."""
    return _chain(library, span.families, script, span.weight, span.slant)


@lru_cache(maxsize=512)
def _chain(
    library: FontLibrary, names: tuple[str, ...], script: str, weight: int, slant: str
) -> tuple[Face, ...]:
    families = [library.family(name) for name in names]
    made = [family for family in families if script in family.scripts]
    others = [family for family in families if script not in family.scripts]
    spare = [family for family in library.by_script(script) if family not in families]
    style: Style = "italic" if slant == "italic" else "normal"
    return tuple([library.face(f.id, weight=weight, style=style) for f in (*made, *others, *spare)])


def missing(
    text: str, items: Sequence[Item], spans: Sequence[Span], *, library: FontLibrary
) -> tuple[Missing, ...]:
    """The characters that no face has, each once a span."""
    found: dict[tuple[str, int], Missing] = {}
    for item in items:
        if item.face is None:
            span = spans[item.span]
            faces = chain(span, script=item.script, library=library)
            for character in _culprits(text[item.start : item.end], faces):
                found[character, item.span] = Missing(
                    character=character, language=span.language, key=span.key, families=span.families
                )
    return tuple(found.values())


def _culprits(text: str, faces: Sequence[Face]) -> list[str]:
    """The characters of clusters that no face covers; all that are seen, if each is in another face."""
    seen = [character for character in text if not is_ignorable(character)]
    return [character for character in seen if not any(covers(face, character) for face in faces)] or seen


def _next_script(found: Sequence[str], index: int, default: str) -> str:
    return next((script for script in found[index:] if script not in COMMON), default)


def _stretches(
    text: str, owners: Sequence[int], levels: Sequence[int], scripts: Sequence[str]
) -> Iterator[tuple[int, int]]:
    if text and CONTROLS.isdisjoint(text) and _is_even(owners) and _is_even(levels) and _is_even(scripts):
        yield 0, len(text)
        return
    start, previous = 0, None
    keys = zip(owners, levels, scripts, strict=True)
    for index, (character, key) in enumerate(zip(text, keys, strict=True)):
        current = None if character in CONTROLS else key
        if current != previous:
            if previous is not None:
                yield start, index
            start, previous = index, current
    if previous is not None:
        yield start, len(text)


def _is_even(values: Sequence[object]) -> bool:
    """Whether all are the same."""
    return values.count(values[0]) == len(values)


def _faces(text: str, start: int, end: int, faces: Sequence[Face]) -> Iterator[tuple[int, int, Face | None]]:
    """Split where the first face that covers a cluster changes; marks stay with their base."""
    stretch = text[start:end]
    if faces and covers(faces[0], stretch):
        yield start, end, faces[0]
        return
    first, current = start, _face_of(text, start, end, faces)
    for index in range(start + 1, end):
        if _is_attached(text[index]):
            continue
        face = _face_of(text, index, end, faces)
        if face is not current:
            if not all(map(is_ignorable, text[first:index])):  # which take the face of what follows
                yield first, index, current
                first = index
            current = face
    yield first, end, current


def _face_of(text: str, index: int, end: int, faces: Sequence[Face]) -> Face | None:
    last = index + 1
    while last < end and _is_attached(text[last]):
        last += 1
    cluster = text[index:last]
    return next((face for face in faces if covers(face, cluster)), None)


def _is_attached(character: str) -> bool:
    """Whether it takes the face of what is before it: a mark, or what is not seen, such as a joiner."""
    return ucd.is_combining(character) or is_ignorable(character)
