"""Types of one isolating run sequence -> strong types and numbers, changed in place: UAX #9, W1 to N2.

Functions are named for the rules that they implement.
"""

from collections.abc import Sequence

from leaflets.text.bidi_explicit import DIRECTIONS, ISOLATES

Bracket = tuple[str, str]
"""Closing bracket of the pair, and `o` or `c`, as `ucd.bracket` gives it."""

MAX_OPEN_BRACKETS = 63  # BD16

AS_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # N0, N1: numbers act as R
NEUTRAL = frozenset(("B", "S", "WS", "ON", "PDI", *ISOLATES))  # NI of N1


def w1_to_w7(types: list[str], sos: str) -> None:
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


def bd16(types: Sequence[str], brackets: Sequence[Bracket | None]) -> list[tuple[int, int]]:
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


def n0(
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


def n1_n2(types: list[str], *, embedding: str, sos: str, eos: str) -> None:
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
