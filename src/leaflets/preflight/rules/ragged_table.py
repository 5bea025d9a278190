"""A PDF -> faults: the rows of a table have different numbers of cells, or cells overlap."""

from collections.abc import Iterator

from leaflets.preflight.nodes import Node
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

MOST = 1000
"""Rows or columns of a cell that are looked at: each is kept in memory."""


@rule(ua="7.2-41 to 7.2-43")
def ragged_table(file: OpenPdf) -> Iterator[Fault]:
    """The rows of a table have different numbers of cells, or cells overlap.

    A screen reader names the wrong column for a number.
    """
    for node in file.nodes:
        if node.role == "Table":
            rows = [kid for kid in _rows(node) if kid.kids]
            widths, overlaps = _widths(rows)
            if overlaps:
                yield Fault("cells of a table overlap", page=node.where)
            elif len(set(widths)) > 1:
                yield Fault(f"the rows of a table have {min(widths)} to {max(widths)} cells", page=node.where)


def _rows(table: Node) -> Iterator[Node]:
    for kid in table.kids:
        if kid.role == "TR":
            yield kid
        elif kid.role in ("THead", "TBody", "TFoot"):
            yield from (row for row in kid.kids if row.role == "TR")


def _widths(rows: list[Node]) -> tuple[list[int], bool]:
    """Columns that each row fills, with spans; whether two cells claim one place."""
    taken: set[tuple[int, int]] = set()
    overlaps = False
    for number, row in enumerate(rows):
        column = 0
        for cell in row.kids:
            while (number, column) in taken:
                column += 1
            wide, tall = _span(cell, "/ColSpan"), _span(cell, "/RowSpan")
            claimed = {(number + y, column + x) for y in range(tall) for x in range(wide)}
            overlaps = overlaps or bool(claimed & taken)
            taken |= claimed
            column += wide
    return [sum(y == number for y, _x in taken) for number in range(len(rows))], overlaps


def _span(cell: Node, key: str) -> int:
    return min(int(next(iter(cell.attributes(key)), 1)), MOST)
