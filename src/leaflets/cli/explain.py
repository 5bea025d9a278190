"""`leaflets explain RULE`: why a rule is there, with examples, and how to ignore it."""

from difflib import get_close_matches

import click

from leaflets.checks.catalogue import RULES
from leaflets.checks.manual import page, weight
from leaflets.checks.run import find_rule
from leaflets.cli.console import fails_politely


@click.command("explain")
@click.argument("names", nargs=-1, metavar="[RULE…]")
@fails_politely
def command(*, names: tuple[str, ...]) -> int:
    """Tell what a rule finds, why it matters, and how to ignore it; without RULE list all rules."""
    if not names:
        for known in RULES:
            click.echo(f"{known.id:<20} {known.summary} ({weight(known)})")
        return 0
    for name in names:
        rule = find_rule(name)
        if rule is None:
            ids = [one for known in RULES for one in (known.id, *known.aliases)]
            near = get_close_matches(name, ids, n=3)
            hint = f"; did you mean {' or '.join(near)}?" if near else "; leaflets explain lists all rules"
            raise click.UsageError(f'there is no rule "{name}"{hint}')
        click.echo("\n\n".join(page(rule)) + "\n")
    return 0
