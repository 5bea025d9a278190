"""The table of commands in README.md is whole: every command, and every option of it."""

import click
import pytest

from leaflets.cli.main import COMMANDS, cli


def options(command, name):
    """The names of each option, those of parts included."""
    if isinstance(command, click.Group):
        for part in command.commands.values():
            yield from options(part, name)
        return
    for option in command.params:
        if isinstance(option, click.Option):
            yield (*option.opts, *option.secondary_opts)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_in_the_table_of_commands(root, name):
    lines = (root / "README.md").read_text(encoding="utf-8").splitlines()
    row = "\n".join(line for line in lines if line.startswith(f"| `leaflets {name} "))
    row += "".join(line for line in lines if line.startswith(f"| `leaflets {name}`"))
    assert row
    command = cli.get_command(click.Context(cli), name)
    missing = [names for names in options(command, name) if not any(one in row for one in names)]
    assert missing == []
