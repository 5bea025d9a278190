"""Bidi classes of a paragraph -> explicit levels and isolating run sequences: UAX #9, P2 to X10.

Functions are named for the rules that they implement; read from `x1_to_x10` downwards.
"""

from collections.abc import Iterable, Mapping, Sequence

Status = tuple[int, str, bool, bool]
"""An entry of the directional status stack (X1): level, override, opened by an isolate?, overflow?

X1 counts overflows; here they are entries too, which change nothing until they are closed.
"""

RunSequence = tuple[Sequence[int], str, str]
"""Indices of the characters of an isolating run sequence (BD13), its sos and eos (X10)."""

MAX_DEPTH = 125  # BD2

OVERRIDES = {"LRE": "", "RLE": "", "LRO": "L", "RLO": "R"}
"""What opens an embedding, and the class which it forces upon the contents (X2-X5)."""

RIGHTWARD = frozenset(("RLE", "RLO", "RLI"))
ISOLATES = frozenset(("LRI", "RLI", "FSI"))
REMOVED = frozenset((*OVERRIDES, "PDF", "BN"))  # X9

PARITY = {"L": 0, "R": 1, "AL": 1}  # P3
DIRECTIONS = ("L", "R")


def first_strong_level(classes: Iterable[str]) -> int:
    """0 or 1, by the first strong character outside of isolates; 0 if there is none (P2, P3)."""
    depth = 0
    for kind in classes:
        if not depth and kind in PARITY:
            return PARITY[kind]
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI" and depth:
            depth -= 1
    return 0


def x1_to_x10(classes: Sequence[str], base: int) -> tuple[list[int], list[str], list[RunSequence]]:
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
