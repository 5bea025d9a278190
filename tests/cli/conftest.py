"""A copy of this repository's project to work in, and its commands in this process."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from leaflets.catalog.reader import lex
from leaflets.cli.main import cli


@dataclass(frozen=True)
class Told:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Told]


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """leaflets.toml, contacts.toml, layouts and catalogs; fonts come from the toolkit."""
    for name in ("leaflets.toml", "contacts.toml"):
        shutil.copy(root / name, tmp_path / name)
    for name in ("layouts", "locales"):
        shutil.copytree(root / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def run(copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command in the copy; a traceback fails the test."""
    monkeypatch.chdir(copy)

    def command(*arguments: str) -> Told:
        capsys.readouterr()
        try:
            code = cli.main(list(arguments), standalone_mode=False) or 0
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        told = capsys.readouterr()
        return Told(int(code), told.out, told.err)

    return command


@pytest.fixture
def text_of(copy: Path) -> Callable[[str, str], str]:
    """The translation that a catalog of the copy has of a source text: drafts change."""

    def find(name: str, msgid: str) -> str:
        entries = lex((copy / name).read_bytes(), file=name).live
        return next(entry.texts[0].value for entry in entries if entry.key == (None, msgid))

    return find


@pytest.fixture
def rewrite(copy: Path) -> Callable[..., int]:
    """Replace a text in a file of the copy; the line of its first occurrence."""

    def change(name: str, old: str, new: str, *, count: int = 1) -> int:
        path = copy / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, count), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return change
