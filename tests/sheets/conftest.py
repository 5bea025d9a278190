"""Sides of sheets as letters: one for every 10 mm across and every 20 mm upwards."""

import pytest

from leaflets.geometry import MM
from leaflets.pages.page import Page, Pages, Tag


def _pages(*sizes):
    """(name, width, height in mm) of each page, in reading order."""
    made = [
        Page(name=name, width=width * MM, height=height * MM, background=(), items=())
        for name, width, height in sizes
    ]
    return Pages(
        pages=tuple(made), tags=(Tag(role="Document", parent=None, language="en"),), sources=(), scale=10
    )


def _drawn(sheet, pages, *, across=10, up=20):
    """The side, from the top: the letter of the page that is there; small where it stands on its head."""
    columns, rows = round(sheet.width / MM / across), round(sheet.height / MM / up)
    grid = [[" "] * columns for _ in range(rows)]
    for placement in sheet.placements:
        page = pages.pages[placement.page]
        sign = -1 if placement.turned else 1
        xs = sorted((placement.x, placement.x + sign * page.width))
        ys = sorted((placement.y, placement.y + sign * page.height))
        for row in range(rows):
            for column in range(columns):
                x, y = (column + 0.5) * across * MM, sheet.height - (row + 0.5) * up * MM
                if xs[0] < x < xs[1] and ys[0] < y < ys[1]:
                    grid[row][column] = page.name.lower() if placement.turned else page.name
    return ["".join(line).rstrip() for line in grid]


@pytest.fixture
def pages():
    return _pages


@pytest.fixture
def drawn():
    return _drawn
