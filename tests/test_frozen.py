"""Small data: compared and hashed by its fields, picklable, and frozen where the type checker looks."""

import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from leaflets.diagnostics import Origin
from leaflets.geometry import Rect

ROOT = Path(__file__).resolve().parents[1]
CHANGE = "from leaflets.geometry import Rect\nrect = Rect(0.0, 0.0, 1.0, 1.0)\nrect.x = 2.0\n"


def test_equal_fields_are_equal_data_of_one_hash():
    one, other = Rect(0, 0, 1, 2), Rect(0, 0, 1, 2)
    assert one == other
    assert hash(one) == hash(other)
    assert one != replace(one, height=3)


def test_it_travels_between_processes():
    rect = Rect(0, 0, 1, 2)
    assert pickle.loads(pickle.dumps(rect)) == rect
    assert not hasattr(rect, "__dict__")
    assert Origin.__hash__ is not object.__hash__


def test_the_type_checker_refuses_a_change(tmp_path):
    (tmp_path / "change.py").write_text(CHANGE)
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--cache-dir",
        str(tmp_path / "cache"),
        str(tmp_path / "change.py"),
    ]
    told = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert told.returncode == 1
    assert 'Property "x" defined in "Rect" is read-only' in told.stdout
