"""The toolkit's own files are found in a checkout and in an installed wheel."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from leaflets import resources
from leaflets.errors import LeafletsError

ROOT = Path(__file__).parents[1]

ASK = """
from datetime import date
from leaflets.build.beginning import new_project
from leaflets.config.languages import shipped_languages
from leaflets.resources import data_path, shared_root
print(shared_root())
print(data_path("languages.toml"))
print(len(new_project(date(2026, 11, 1))))
print(len(shipped_languages()), (shared_root() / "layouts" / "_base").is_dir())
"""


def test_a_checkout_has_its_own_files() -> None:
    assert resources.shared_root() == ROOT
    assert resources.data_path("icc/sRGB.icc").is_file()


def test_what_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LeafletsError, match="no-such-file"):
        resources.data_path("no-such-file")
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "src" / "leaflets")
    with pytest.raises(LeafletsError, match="fonts"):
        resources.shared_root()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from a copy of the repository and unpacked as an installer does."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "copy"
    for name in ("src", "fonts", "layouts"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    for name in ("README.md", "LICENSE"):
        (copy / name).write_text("text for the wheel\n", encoding="utf-8")
    (copy / "layouts" / "_base").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=copy, check=True, capture_output=True, timeout=300)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    shutil.rmtree(copy)
    return folder / "site"


def test_an_installed_wheel_has_its_own_files(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    package = installed / "leaflets"
    root, languages, new, rest = done.stdout.splitlines()
    assert Path(root) == package / "shared"
    assert Path(languages) == package / "data" / "languages.toml"
    assert int(new) == 6
    assert int(rest.split()[0]) > 60
