"""Tables show what people wrote, letter by letter."""

from leaflets.cli.console import table


def test_what_people_wrote_is_no_markup(capsys):
    """`[/now]` ended the command, `[red]` was lost, and `:warning:` became a picture."""
    cells = ("Ask [/now]", "[red]", r"\[bold]", ":warning:", "[link=x]a[/link]", "[")
    table(("[b]", *"23456"), [cells])
    said = capsys.readouterr().out
    assert [word for word in cells if word not in said] == []
    assert "[b]" in said
