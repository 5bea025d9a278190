"""`leaflets reword`: a source text is mended without a change of its meaning, in all files at once."""

from datetime import date
from pathlib import Path

import click

from leaflets.build.open import open_files, open_project
from leaflets.build.reword import reword
from leaflets.cli.console import fails_politely, visible
from leaflets.cli.vouching import by, on
from leaflets.store import replace


@click.command("reword")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--meaning-unchanged", "unchanged", is_flag=True, help="Required: the translations stay true.")
@by("Who says so: a name, a role or a pseudonym.")
@on()
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@fails_politely
def command(*, old: str, new: str, unchanged: bool, who: str, day: date, dry_run: bool) -> int:
    """Put NEW in the place of OLD in layouts, contacts.toml and all catalogs.

    Translations keep their state and approvals of texts go on, which is recorded. A text that is marked
    L10N-CRITICAL is refused. Pages of the source language have to be looked at again.
    """
    if not unchanged:
        raise click.UsageError(
            "say --meaning-unchanged; if it changes, write NEW into the layout and run: leaflets update"
        )
    files = open_files(Path.cwd())
    found = reword(open_project(files), files, old=old, new=new, by=who, on=day)
    for path, (before, after) in sorted(found.files.items()):
        if not dry_run:
            replace(Path(path), after, old=before)
        click.echo(f"{path}: {'would be changed' if dry_run else 'changed'}")
    if found.carried:
        click.echo(visible(f"approvals of the text go on in: {', '.join(found.carried)}"))
    return 0
