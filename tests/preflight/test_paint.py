"""Colours and places of shapes: what is written is found, what is changed is told."""

from dataclasses import replace

import pytest

from leaflets.color import Color
from leaflets.pages.page import Fill, Glyphs
from leaflets.preflight.paint import paint_faults
from leaflets.preflight.reader import read_pdf

RED = Color(name="red", screen=(0.8, 0.1, 0.1), print=(0.1, 0.9, 0.8, 0.0))


@pytest.fixture(params=["print", "screen"])
def told(request, samples):
    """Pages that are asked for -> faults of the sample file."""
    inks = request.param == "print"
    sheets = samples.print_sheets(samples.pages) if inks else samples.screen_sheets(samples.pages)
    leaves = read_pdf(samples.print if inks else samples.screen).leaves

    def faults(pages):
        return [fault.message for fault in paint_faults(leaves, pages, sheets, inks=inks)]

    return faults


def changed(pages, number, **changes):
    return replace(
        pages, pages=tuple(replace(p, **changes) if i == number else p for i, p in enumerate(pages.pages))
    )


def test_the_file_as_it_is(told, samples):
    faults = told(samples.pages)
    assert [fault for fault in faults if "stroke" not in fault] == []  # the sample's marks are plain black


def test_another_color_of_a_shape(told, samples):
    (fill,) = samples.pages.pages[0].background
    faults = told(changed(samples.pages, 0, background=(replace(fill, color=RED),)))
    assert any(fault.startswith("a fill in") and fault.endswith("missing or moved") for fault in faults)
    assert any(fault.startswith("a fill in") and fault.endswith("not asked for") for fault in faults)


def test_a_moved_shape(told, samples):
    (fill,) = samples.pages.pages[0].background
    path = tuple((kind, tuple(value + 0.2 for value in values)) for kind, values in fill.path)
    faults = told(changed(samples.pages, 0, background=(Fill(path=path, color=fill.color),)))
    assert sum("fill" in fault for fault in faults) == 2


def test_another_color_of_text(told, samples):
    items = samples.pages.pages[0].items
    (first, *rest) = items
    assert isinstance(first, Glyphs)
    recolored = replace(first, run=replace(first.run, color=RED))
    faults = told(changed(samples.pages, 0, items=(recolored, *rest)))
    assert any(fault.startswith("text in") and fault.endswith("is missing") for fault in faults)
