"""The structure is a test: layers, and packages whose root holds a docstring only."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import leaflets

PACKAGE = Path(leaflets.__file__).parent


def test_layers_import_only_downwards(root):
    tool = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([tool], cwd=root, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_every_part_has_its_layer_in_the_contract_and_in_the_table(root):
    parts = {path.stem for path in PACKAGE.glob("[!_]*.py")}
    parts |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    (contract,) = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = {name.removeprefix("leaflets.") for layer in contract["layers"] for name in layer.split(" | ")}
    assert layers == parts
    table = (root / "docs/architecture.md").read_text().partition("| layer |")[2].partition("Decisions")[0]
    named = {name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.partition(" | ")[0])}
    assert named == parts


def test_package_roots_hold_a_docstring_and_nothing_else():
    for file in PACKAGE.rglob("__init__.py"):
        body = ast.parse(file.read_text()).body
        assert len(body) == 1, file
        assert isinstance(body[0], ast.Expr), file


def test_foreign_libraries_live_in_one_place():
    homes = {
        "polib": {"catalog"},
        "reportlab": {"pdf"},
        "icu4py": {"text"},
        "rich": {"cli"},
        "openpyxl": {"exchange"},
        "docx": {"exchange"},
        "tinycss2": {"document"},
    }
    for file in PACKAGE.rglob("*.py"):
        room = file.relative_to(PACKAGE).parts[0]
        for node in ast.walk(ast.parse(file.read_text())):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            for name in names:
                allowed = homes.get(name.split(".")[0])
                assert allowed is None or room in allowed, f"{file}: {name}"
