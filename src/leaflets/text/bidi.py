"""The text of one paragraph -> embedding levels -> visual order of a line: UAX #9, the bidi algorithm.

Functions are named for the rules that they implement; read from `resolve_classes` downwards. L3 and L4
(marks, mirrored glyphs) are the shaper's part. Conforms to `ucd.UNICODE_VERSION`: see tests/conformance.
"""

from collections.abc import Iterator, Mapping, Sequence

from leaflets.text import ucd

Bracket = tuple[str, str]
"""Closing bracket of the pair, and `o` or `c`, as `ucd.bracket` gives it."""

Status = tuple[int, str, bool, bool]
"""An entry of the directional status stack (X1): level, override, opened by an isolate?, overflow?

X1 counts overflows; here they are entries too, which change nothing until they are closed.
"""

RunSequence = tuple[Sequence[int], str, str]
"""Indices of the characters of an isolating run sequence (BD13), its sos and eos (X10)."""

MAX_DEPTH = 125  # BD2
MAX_OPEN_BRACKETS = 63  # BD16

OVERRIDES = {"LRE": "", "RLE": "", "LRO": "L", "RLO": "R"}
"""What opens an embedding, and the class which it forces upon the contents (X2-X5)."""

RIGHTWARD = frozenset(("RLE", "RLO", "RLI"))
ISOLATES = frozenset(("LRI", "RLI", "FSI"))
REMOVED = frozenset((*OVERRIDES, "PDF", "BN"))  # X9
CHANGING = (
    frozenset(("R", "AL", "AN", *OVERRIDES, *ISOLATES)),
    frozenset(("L", "EN", "AN", *OVERRIDES, *ISOLATES)),
)
"""By the level of a paragraph, what it takes for any of its characters to have another level."""

INVOLVED = frozenset(("AN", "B", *OVERRIDES, "PDF", "RLI", "FSI"))
"""Without one of these, a paragraph may be so plain that its levels are those of `_nested`."""

AGAINST = (frozenset(("R", "AL")), frozenset(("L", "EN")))
"""By the direction of a level, classes that raise it."""

PARITY = {"L": 0, "R": 1, "AL": 1}  # P3
AS_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # N0, N1: numbers act as R
NEUTRAL = frozenset(("B", "S", "WS", "ON", "PDI", *ISOLATES))  # NI of N1
SPACE = frozenset(("WS", "PDI", *ISOLATES, *REMOVED))  # L1; what X9 removed follows its neighbours (5.2)

DIRECTIONS = ("L", "R")
IMPLICIT = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"L": 1, "R": 0, "AN": 1, "EN": 1})
"""What I1 (even levels) and I2 (odd levels) add to the level."""


def paragraph_level(text: str) -> int:
    """0 or 1, by the first strong character outside of isolates; 0 if there is none (P2, P3)."""
    return first_strong_level([ucd.bidi_class(character) for character in text])


def first_strong_level(classes: Sequence[str]) -> int:
    """As `paragraph_level`, from the Bidi_Class of each character."""
    depth = 0
    for kind in classes:
        if not depth and kind in PARITY:
            return PARITY[kind]
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI" and depth:
            depth -= 1
    return 0


def resolve_levels(text: str, *, base: int | None = None) -> tuple[int, ...]:
    """One embedding level for each character of one paragraph, before L1.

    `base` is the paragraph's level, 0 or 1; None takes it from the text (P2, P3). Characters that X9
    removes have the level of the one before them, or the paragraph's.
    """
    kinds = {character: ucd.bidi_class(character) for character in set(text)}
    if CHANGING[base or 0].isdisjoint(kinds.values()):
        return (base or 0,) * len(text)
    classes = [kinds[character] for character in text]
    if base is not None and INVOLVED.isdisjoint(kinds.values()):
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
    levels, types, sequences = _x1_to_x10(classes, base)
    for indices, sos, eos in sequences:
        level = levels[indices[0]]
        embedding = DIRECTIONS[level % 2]
        resolved = [types[index] for index in indices]
        _w1_to_w7(resolved, sos)
        if brackets:
            pairs = _bd16(resolved, [brackets.get(index) for index in indices])
            marks = [classes[index] == "NSM" for index in indices]
            _n0(resolved, pairs, marks, embedding=embedding, sos=sos)
        _n1_n2(resolved, embedding=embedding, sos=sos, eos=eos)
        steps = IMPLICIT[level % 2]  # I1, I2
        for index, kind in zip(indices, resolved, strict=True):
            levels[index] = level + steps[kind]
    return _with_removed(levels, base)


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


# X1 to X10: explicit levels and isolating run sequences


def _x1_to_x10(classes: Sequence[str], base: int) -> tuple[list[int], list[str], list[RunSequence]]:
    """Levels, with -1 for what X9 removes; classes after overrides; isolating run sequences."""
    if REMOVED.isdisjoint(classes) and ISOLATES.isdisjoint(classes):
        side = DIRECTIONS[base % 2]
        sequences: list[RunSequence] = [(range(len(classes)), side, side)] if classes else []
        return [base] * len(classes), list(classes), sequences
    pairs = _bd9(classes)
    levels, types = _x1_to_x9(classes, base, pairs)
    return levels, types, _x10(classes, levels, base, pairs)


def _bd9(classes: Sequence[str]) -> dict[int, int]:
    """Index of each isolate initiator that has a matching PDI -> index of that PDI."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for index, kind in enumerate(classes):
        if kind in ISOLATES:
            waiting.append(index)
        elif kind == "PDI" and waiting:
            pairs[waiting.pop()] = index
    return pairs


def _x1_to_x9(classes: Sequence[str], base: int, pairs: Mapping[int, int]) -> tuple[list[int], list[str]]:
    levels: list[int] = []
    types = list(classes)
    closing = set(pairs.values())
    stack: list[Status] = [(base, "", False, False)]  # X1
    for index, kind in enumerate(classes):
        if kind in REMOVED:
            _x2_to_x5_x7(stack, kind)
            levels.append(-1)  # X9
            continue
        if index in closing:
            _x6a(stack)
        level, override, _, _ = stack[0] if kind == "B" else stack[-1]  # X8
        levels.append(level)
        if override:
            types[index] = override  # X6; X5a, X5b and X6a say the same of isolates
        if kind in ISOLATES:
            stack.append(_x5a_to_x5c(stack[-1], kind, classes[index + 1 : pairs.get(index)]))
    return levels, types


def _x2_to_x5_x7(stack: list[Status], kind: str) -> None:
    """Opens an embedding or override (X2-X5), or closes the last one, if it is in the same isolate (X7)."""
    if kind in OVERRIDES:
        stack.append(_entry(stack[-1], rtl=kind in RIGHTWARD, override=OVERRIDES[kind], isolate=False))
    elif kind == "PDF" and len(stack) > 1 and not stack[-1][2]:
        stack.pop()


def _x5a_to_x5c(top: Status, kind: str, contents: Sequence[str]) -> Status:
    """The entry of an isolate; the direction of an FSI is that of its contents (X5c)."""
    rtl = first_strong_level(contents) == 1 if kind == "FSI" else kind in RIGHTWARD
    return _entry(top, rtl=rtl, override="", isolate=True)


def _entry(top: Status, *, rtl: bool, override: str, isolate: bool) -> Status:
    """The next odd level, or the next even one; an overflow if that, or `top` already, is too deep."""
    level, inherited, _, overflow = top
    deeper = level + 1 + (level % 2 == rtl)
    if overflow or deeper > MAX_DEPTH:
        return level, inherited, isolate, True
    return deeper, override, isolate, False


def _x6a(stack: list[Status]) -> None:
    """A matching PDI closes its isolate and all that is still open inside of it."""
    while not stack.pop()[2]:
        pass


def _x10(
    classes: Sequence[str], levels: Sequence[int], base: int, pairs: Mapping[int, int]
) -> list[RunSequence]:
    """Level runs joined across isolates, each sequence with the directions at its ends."""
    runs = _bd7(levels)
    around = [base, *(levels[run[0]] for run in runs), base]  # run n: before it at n, after it at n + 2
    sequences: list[RunSequence] = []
    for numbers in _bd13(runs, pairs):
        indices = [index for number in numbers for index in runs[number]]
        level = levels[indices[0]]
        before = around[numbers[0]]
        after = base if classes[indices[-1]] in ISOLATES else around[numbers[-1] + 2]
        sequences.append((indices, DIRECTIONS[max(level, before) % 2], DIRECTIONS[max(level, after) % 2]))
    return sequences


def _bd7(levels: Sequence[int]) -> list[list[int]]:
    """Level runs: indices of neighbours of one level, without those that X9 removed."""
    runs: list[list[int]] = []
    last = -1
    for index, level in enumerate(levels):
        if level == last:
            if level >= 0:
                runs[-1].append(index)
        elif level >= 0:
            runs.append([index])
            last = level
    return runs


def _bd13(runs: Sequence[Sequence[int]], pairs: Mapping[int, int]) -> list[list[int]]:
    """Numbers of the runs of each sequence: after one that ends in an initiator, that of its PDI."""
    sequences: list[list[int]] = []
    waiting: dict[int, list[int]] = {}
    for number, run in enumerate(runs):
        sequence = waiting.pop(run[0], None)
        if sequence is None:
            sequence = []
            sequences.append(sequence)
        sequence.append(number)
        if run[-1] in pairs:
            waiting[pairs[run[-1]]] = sequence
    return sequences


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


# W1 to W7: weak types of one sequence, changed in place


def _w1_to_w7(types: list[str], sos: str) -> None:
    """Each rule, where there is something for it to do."""
    present = {sos, *types}  # W1 may spread sos; no other rule brings in what a later one asks for here
    if "NSM" in present:
        _w1(types, sos)
    if "AL" in present:
        _w2_w3(types)
    if "CS" in present or "ES" in present:
        _w4(types)
    if "ET" in present:
        _w5(types)
    if "CS" in present or "ES" in present or "ET" in present:
        _w6(types)
    if "EN" in present:
        _w7(types, sos)


def _w1(types: list[str], sos: str) -> None:
    """A nonspacing mark is as what it stands on.

    After an isolate W1 says ON, but there the isolate's own class is just as neutral.
    """
    last = sos
    for index, kind in enumerate(types):
        if kind == "NSM":
            types[index] = last
        last = types[index]


def _w2_w3(types: list[str]) -> None:
    """European digits after an Arabic letter are Arabic (W2); then Arabic letters are R (W3)."""
    arabic = False
    for index, kind in enumerate(types):
        if kind == "AL":
            arabic = True
            types[index] = "R"
        elif kind in DIRECTIONS:
            arabic = False
        elif arabic and kind == "EN":
            types[index] = "AN"


def _w4(types: list[str]) -> None:
    """One separator between two numbers of a type becomes a part of them."""
    for index in range(1, len(types) - 1):
        kind, before = types[index], types[index - 1]
        if before == types[index + 1] and (
            (before == "EN" and kind in ("ES", "CS")) or (before == "AN" and kind == "CS")
        ):
            types[index] = before


def _w5(types: list[str]) -> None:
    """Terminators in a row beside a European number become a part of it: after it, then before it."""
    for order in (range(1, len(types)), range(len(types) - 2, -1, -1)):
        step = -order.step
        for index in order:
            if types[index] == "ET" and types[index + step] == "EN":
                types[index] = "EN"


def _w6(types: list[str]) -> None:
    """Separators and terminators that are left over are neutral."""
    for index, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):
            types[index] = "ON"


def _w7(types: list[str], sos: str) -> None:
    """European digits after a Latin letter are as the letter."""
    last = sos
    for index, kind in enumerate(types):
        if kind in DIRECTIONS:
            last = kind
        elif kind == "EN" and last == "L":
            types[index] = "L"


# N0 to N2: brackets and neutrals of one sequence, changed in place


def _bd16(types: Sequence[str], brackets: Sequence[Bracket | None]) -> list[tuple[int, int]]:
    """Positions of paired brackets in the sequence, in the order of the opening ones."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for position, bracket in enumerate(brackets):
        if bracket is None or types[position] != "ON":
            continue
        closing, side = bracket
        if side == "c":
            _close(pairs, waiting, closing, position)
        elif len(waiting) == MAX_OPEN_BRACKETS:
            break
        else:
            waiting.append((closing, position))
    return sorted(pairs)


def _close(pairs: list[tuple[int, int]], waiting: list[tuple[str, int]], closing: str, position: int) -> None:
    """Pairs a closing bracket with the last opening one that it matches, and forgets those in between."""
    for depth in range(len(waiting) - 1, -1, -1):
        if waiting[depth][0] == closing:
            pairs.append((waiting[depth][1], position))
            del waiting[depth:]
            return


def _n0(
    types: list[str], pairs: Sequence[tuple[int, int]], marks: Sequence[bool], *, embedding: str, sos: str
) -> None:
    """Brackets take a direction, and with them the nonspacing marks (before W1) that stand on them."""
    for pair in pairs:
        direction = _n0_direction(types, *pair, embedding=embedding, sos=sos)
        if direction is None:
            continue
        for position in pair:
            types[position] = direction
            while (position := position + 1) < len(marks) and marks[position]:
                types[position] = direction


def _n0_direction(
    types: Sequence[str], opening: int, closing: int, *, embedding: str, sos: str
) -> str | None:
    inside = {AS_STRONG.get(kind) for kind in types[opening + 1 : closing]}
    if embedding in inside:
        return embedding  # N0 b
    if "L" not in inside and "R" not in inside:
        return None  # N0 d
    # N0 c: only the opposite direction is inside. Is it before the brackets as well, they take it (c1), else
    # the embedding's (c2). So either way they take the direction of what is before them.
    return next((AS_STRONG[kind] for kind in reversed(types[:opening]) if kind in AS_STRONG), sos)


def _n1_n2(types: list[str], *, embedding: str, sos: str, eos: str) -> None:
    """Neutrals between equal directions take that direction (N1), all others the embedding's (N2)."""
    before = sos
    start = 0
    for index, kind in enumerate((*types, eos)):
        if kind in NEUTRAL:
            continue
        after = AS_STRONG[kind]
        if start < index:
            types[start:index] = [before if before == after else embedding] * (index - start)
        before = after
        start = index + 1
