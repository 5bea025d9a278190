"""Templates for designers: both directions, from the tables by which sheets are imposed."""

from itertools import pairwise

import pytest
from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"


def read(path):
    root = etree.fromstring(path.read_bytes())
    layers = {g.get("id"): g for g in root.iter(f"{SVG}g")}
    folds = [float(line.get("x1")) for line in layers["folds"]]
    names = [text.text for text in layers["names"]][::2]
    return root, layers, folds, names


@pytest.mark.parametrize(
    ("options", "end", "side", "folds", "names"),
    [
        ((), "", "outside", [97, 197], ["flap", "back", "cover"]),
        ((), "", "inside", [100, 200], ["inside-1", "inside-2", "inside-3"]),
        (("--rtl",), "-rtl", "outside", [100, 200], ["cover", "back", "flap"]),
        (("--rtl",), "-rtl", "inside", [97, 197], ["inside-3", "inside-2", "inside-1"]),
    ],
)
def test_trifold(run, copy, options, end, side, folds, names):
    assert run("template", "trifold", "--svg", *options, "--output", "out").code == 0
    root, layers, found, said = read(copy / f"out/guide-trifold-{side}{end}.svg")
    assert root.get("viewBox") == "-3 -3 303 216"
    assert (root.get("width"), root.get("height")) == ("303mm", "216mm")
    assert (found, said) == (folds, names)
    (trim,) = layers["trim"]
    assert [trim.get(key) for key in ("x", "y", "width", "height")] == ["0", "0", "297", "210"]
    edges = [0, *folds, 297]
    safe = [(float(r.get("x")), float(r.get("x")) + float(r.get("width"))) for r in layers["safe-area"]]
    assert safe == [(left + 5, right - 5) for left, right in pairwise(edges)]


@pytest.mark.parametrize("name", ["booklet", "card", "poster", "many-languages"])
def test_every_format_has_one(run, copy, name):
    told = run("template", name, "--svg", "--output", "out")
    assert told.code == 0, told.err
    assert all(read(path)[3] for path in (copy / "out").iterdir())


def test_unknown_format(run):
    told = run("template", "trifol", "--svg")
    assert told.code == 1
    assert "did you mean trifold" in told.err


def test_the_manual_of_style_is_written(run, copy):
    assert run("style", "--output", "out/style.pdf").code == 0
    assert (copy / "out/style.pdf").read_bytes().startswith(b"%PDF")
