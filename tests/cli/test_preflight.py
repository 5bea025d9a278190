"""`leaflets preflight` and `leaflets inspect --stage tags`: tables, JSON, exit codes, shops."""

import json
import shutil

import click
import pytest

from leaflets.cli.main import cli
from leaflets.config.printing import presets
from leaflets.preflight.catalogue import RULES


@pytest.fixture
def run(root, tmp_path, monkeypatch, capsys):
    """A command in a copy of the small project, built once in English for print and screens."""
    shutil.copytree(root / "tests/golden/project", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)

    def command(*arguments):
        capsys.readouterr()
        try:
            code = cli.main(list(arguments), standalone_mode=False) or 0
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        told = capsys.readouterr()
        return code, told.out, told.err

    assert command("build", "--lang", "en", "--profile", "print", "--profile", "screen", "--quiet")[0] == 0
    return command


def test_all_that_was_built_passes_and_the_oracle_was_asked(run):
    code, out, _err = run("preflight", "dist/**/*.pdf", "--format", "json")
    record = json.loads(out)
    assert (code, record["schema"], record["failed"], len(record["files"])) == (0, 1, 0, 2)
    for file in record["files"]:
        rules = {check["rule"] for check in file["checks"]}
        assert file["passed"]
        assert {"wrong-ink", "wrong-color"} <= rules
        assert ("lost-text" in rules) == ("screen" in file["file"])
        assert ("number-near-fold" in rules) == ("print" in file["file"])
        assert all(check["clause"] for check in file["checks"])


def test_a_table_with_a_line_a_file(run):
    code, out, _err = run("preflight", "dist")
    assert code == 0
    assert sum("passed" in line for line in out.splitlines()) == 2


def test_a_file_that_changed_fails_with_its_next_step(run, tmp_path):
    (path,) = (tmp_path / "dist").rglob("*screen*.pdf")
    path.write_bytes(path.read_bytes().replace(b"/Tabs /S", b"/Tabs /R"))
    code, _out, err = run("preflight", str(path))
    assert code == 1
    assert "error[bad-tab-order]" in err
    assert "clause: ISO 14289-1, 7.18.3-1" in err
    assert "help: " in err


def test_what_is_no_pdf_fails(run, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    code, _out, err = run("preflight", "a.pdf")
    assert code == 1
    assert "error[unreadable]" in err


@pytest.mark.parametrize("arguments", [(), ("none.pdf",), ("dist", "--preset", "politica")])
def test_wrong_arguments_are_told(run, arguments):
    assert run("preflight", *arguments)[0] in (1, 2)


def test_a_shop_that_wants_something_else(run):
    code, _out, err = run("preflight", "dist", "--preset", "politika")
    assert code == 1
    assert "error[wrong-standard]" in err
    assert "error[bleed-of-shop]" in err
    assert 'set standard = "x-1a" under [print] of leaflets.toml, or ask the shop' in " ".join(err.split())


def test_shops_and_rules_are_listed(run):
    code, out, _err = run("preflight", "--presets")
    assert code == 0
    assert all(name in out for name in ("colorprint", "politika", "printlab"))
    code, out, _err = run("preflight", "--rules")
    assert code == 0
    assert "bad-tab-order: The Tab key" in out


def test_no_word_of_a_table_is_cut_in_a_pipe(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    _code, out, _err = run("preflight", "--presets")
    assert "…" not in out
    for shop in presets():
        (line,) = [line for line in out.splitlines() if line.strip().startswith(f"{shop.id} ")]
        assert shop.standard in line
        assert f"{shop.note} ({shop.source}, seen {shop.seen})" in line


def test_shops_and_rules_for_programs(run):
    told = json.loads(run("preflight", "--rules", "--format", "json")[1])["rules"]
    assert [row["rule"] for row in told] == [one.id for one in RULES]
    assert all(row["clauses"] for row in told)
    told = json.loads(run("preflight", "--presets", "--format", "json")[1])["presets"]
    assert [row["preset"] for row in told] == [one.id for one in presets()]


def test_what_a_screen_reader_says(run):
    code, out, _err = run("inspect", "--stage", "tags", "--lang", "en")
    assert code == 0
    assert '<tel:0117850000 "0 1 1, 7 8 5, 0 0, 0 0">' in out
