"""The text of one paragraph -> embedding levels -> visual order of a line: UAX #9, the bidi algorithm.

The rules are in `bidi_explicit` (P2 to X10) and `bidi_types` (W1 to N2); here are levels and lines. L3 and L4
(marks, mirrored glyphs) are the shaper's part. Conforms to `ucd.UNICODE_VERSION`: see tests/conformance.
"""

from collections.abc import Iterator, Mapping, Sequence

from leaflets.text import ucd
from leaflets.text.bidi_explicit import (
    DIRECTIONS,
    ISOLATES,
    MAX_DEPTH,
    OVERRIDES,
    REMOVED,
    first_strong_level,
    x1_to_x10,
)
from leaflets.text.bidi_types import Bracket, bd16, n0, n1_n2, w1_to_w7

CHANGING = (
    frozenset(("R", "AL", "AN", *OVERRIDES, *ISOLATES)),
    frozenset(("L", "EN", "AN", *OVERRIDES, *ISOLATES)),
)
"""By the level of a paragraph, what it takes for any of its characters to have another level."""

INVOLVED = frozenset(("AN", "B", *OVERRIDES, "PDF", "RLI", "FSI"))
"""Without one of these, a paragraph may be so plain that its levels are those of `_nested`."""

AGAINST = (frozenset(("R", "AL")), frozenset(("L", "EN")))
"""By the direction of a level, classes that raise it."""

SPACE = frozenset(("WS", "PDI", *ISOLATES, *REMOVED))  # L1; what X9 removed follows its neighbours (5.2)

IMPLICIT = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"L": 1, "R": 0, "AN": 1, "EN": 1})
"""What I1 (even levels) and I2 (odd levels) add to the level."""


def resolve_levels(text: str, *, base: int | None = None) -> tuple[int, ...]:
    """One embedding level for each character of one paragraph, before L1.

    `base` is the paragraph's level, 0 or 1; None takes it from the text (P2, P3). Characters that X9
    removes have the level of the one before them, or the paragraph's.
    """
    if not ucd.has_bidi_class(text, CHANGING[base or 0]):
        return (base or 0,) * len(text)
    classes = list(map(ucd.bidi_class, text))
    if base is not None and not ucd.has_bidi_class(text, INVOLVED):
        levels = _nested(classes, base)
        if levels is not None:
            return levels
    found = ((index, ucd.bracket(text[index])) for index, kind in enumerate(classes) if kind == "ON")
    brackets = {index: bracket for index, bracket in found if bracket}
    return resolve_classes(classes, base=base, brackets=brackets)


def _nested(classes: Sequence[str], base: int) -> tuple[int, ...] | None:
    """Levels of a paragraph of one direction, but for left-to-right isolates; None if it is not that plain.

    Numbers and neutrals have the level of what they stand in (W7, N1, N2, I1, I2), an isolate the next even
    one (X5b), and what X9 removes that of the character before it.
    """
    if classes.count("LRI") > MAX_DEPTH // 2:
        return None
    levels, level, previous = [], base, base
    stack: list[int] = []
    for kind in classes:
        if kind in AGAINST[level % 2]:
            return None
        if kind == "PDI" and stack:
            level = stack.pop()
        previous = previous if kind == "BN" else level
        levels.append(previous)
        if kind == "LRI":
            stack.append(level)
            level += 2 - level % 2
    return tuple(levels)


def resolve_classes(
    classes: Sequence[str], *, base: int | None = None, brackets: Mapping[int, Bracket] | None = None
) -> tuple[int, ...]:
    """As `resolve_levels`, from the Bidi_Class of each character and the paired brackets by index."""
    if base is None:
        base = first_strong_level(classes)
    levels, types, sequences = x1_to_x10(classes, base)
    for indices, sos, eos in sequences:
        level = levels[indices[0]]
        embedding = DIRECTIONS[level % 2]
        resolved = [types[index] for index in indices]
        w1_to_w7(resolved, sos)
        if brackets:
            pairs = bd16(resolved, [brackets.get(index) for index in indices])
            marks = [classes[index] == "NSM" for index in indices]
            n0(resolved, pairs, marks, embedding=embedding, sos=sos)
        n1_n2(resolved, embedding=embedding, sos=sos, eos=eos)
        steps = IMPLICIT[level % 2]  # I1, I2
        for index, kind in zip(indices, resolved, strict=True):
            levels[index] = level + steps[kind]
    return _with_removed(levels, base)


def _with_removed(levels: list[int], base: int) -> tuple[int, ...]:
    """Gives what X9 removed the level of the character before it (5.2)."""
    if -1 in levels:
        last = base
        for index, level in enumerate(levels):
            if level < 0:
                levels[index] = last
            else:
                last = level
    return tuple(levels)


def line_levels(text: str, levels: Sequence[int], *, start: int, end: int, base: int) -> tuple[int, ...]:
    """Levels of the characters start:end, which stand on one line (L1); `levels` are the paragraph's."""
    classes = [ucd.bidi_class(character) for character in text[start:end]]
    return reset_levels(classes, levels[start:end], base=base)


def reset_levels(classes: Sequence[str], levels: Sequence[int], *, base: int) -> tuple[int, ...]:
    """L1: separators, and white space before them or at the end of the line, get the paragraph's level."""
    result = list(levels)
    trailing = True
    for index in range(len(classes) - 1, -1, -1):
        kind = classes[index]
        if kind in ("S", "B"):
            trailing = True
        elif kind not in SPACE:
            trailing = False
        if trailing:
            result[index] = base
    return tuple(result)


def visual_order(levels: Sequence[int]) -> tuple[int, ...]:
    """Indices of the characters of a line from left to right, by their levels (L2)."""
    order = list(range(len(levels)))
    highest = max(levels, default=0)
    lowest_odd = min((level for level in levels if level % 2), default=highest + 1)
    for level in range(highest, lowest_odd - 1, -1):
        for start, end in _stretches(levels, level):
            order[start:end] = order[start:end][::-1]
    return tuple(order)


def _stretches(levels: Sequence[int], least: int) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch in which `levels` stays at `least` or above.

    Reversals happen inside of such a stretch, so that those of lower levels are still where they were.
    """
    start = -1
    for index, level in enumerate((*levels, -1)):
        if level >= least:
            start = index if start < 0 else start
        elif start >= 0:
            yield start, index
            start = -1
