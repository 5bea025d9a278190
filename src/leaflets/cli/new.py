"""`leaflets new`: a small project that can be built at once, in an empty folder."""

import shlex
from datetime import date
from pathlib import Path

import click

from leaflets.build.beginning import new_project
from leaflets.cli.console import fails_politely
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import OutputError
from leaflets.store import unwritable, write


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@fails_politely
def command(*, folder: Path) -> int:
    """Begin a project in DIR: a flyer with one contact, to be built, changed and translated.

    DIR is made; one that is there has to be empty.
    """
    _refuse_used(folder)
    for name, data in new_project(date.today()).items():
        write(folder / name, data)
        click.echo(folder / name)
    click.echo("\nNext:")
    click.echo(f"  cd {shlex.quote(str(folder))}")
    click.echo("  leaflets build      # the PDFs of a draft, in dist/")
    click.echo("  leaflets add TAG    # begins a translation; `leaflets fonts` lists the tags")
    return 0


def _refuse_used(folder: Path) -> None:
    """Nothing of somebody else's is written over or mixed with it; `git init` may have been first."""
    try:
        there = sorted(path.name for path in folder.iterdir() if path.name != ".git")
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise _used(folder, "it is a file") from None
    except OSError as error:
        raise unwritable(folder, error) from None
    if there:
        more = f" and {len(there) - 3} more" if len(there) > 3 else ""
        raise _used(folder, f"in it are {', '.join(there[:3])}{more}")


def _used(folder: Path, why: str) -> OutputError:
    message = f"{folder} is not an empty folder"
    fault = Diagnostic(
        rule="folder-not-empty",
        message=message,
        place=Place(file=str(folder)),
        notes=(why, "nothing was written"),
        help="name a folder that is not there yet: leaflets new DIR",
    )
    return OutputError(message, fault)
