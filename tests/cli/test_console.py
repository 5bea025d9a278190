"""Tables show what people wrote, letter by letter."""

import sys

import pytest

from leaflets.cli.console import table


def test_what_people_wrote_is_no_markup(capsys):
    """`[/now]` ended the command, `[red]` was lost, and `:warning:` became a picture."""
    cells = ("Ask [/now]", "[red]", r"\[bold]", ":warning:", "[link=x]a[/link]", "[")
    table(("[b]", *"23456"), [cells])
    said = capsys.readouterr().out
    assert [word for word in cells if word not in said] == []
    assert "[b]" in said


@pytest.mark.parametrize("columns", ["20", "40", "80"])
@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_nothing_is_cut_on_a_narrow_terminal(capsys, monkeypatch, columns, term):
    """Of eighty columns, the next step of each language was lost."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERM", term)
    cells = [*(f"cell-number-{number}" for number in range(8)), "mend errors: leaflets check sr, and more"]
    table([f"heading {number}" for number in range(9)], [cells])
    said = capsys.readouterr().out
    assert "…" not in said
    assert all(cell in said for cell in cells[:8])
    assert all(word in said for word in cells[8].split())
