"""Diagnostics and tables to the terminal: the one form in which errors are shown."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec

import click

from leaflets.diagnostics import Diagnostic, Severity
from leaflets.errors import LeafletsError

COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
P = ParamSpec("P")

WIDE = 10_000
"""Characters of a line in a pipe: more than any table has."""

LEAST = 24
"""Characters of the last column, where it goes on below."""


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """To standard error, as a good compiler does: what, where, why, next step.

    Each once: a fault of a catalog is found in every format that is built from it.
    """
    seen: set[Diagnostic] = set()
    for diagnostic in diagnostics:
        if diagnostic not in seen:
            seen.add(diagnostic)
            click.echo(told(diagnostic), err=True)


def told(diagnostic: Diagnostic) -> str:
    """`error[rule]: message`, then place, notes and help on lines of their own."""
    label = click.style(
        f"{diagnostic.severity}[{diagnostic.rule}]", fg=COLORS[diagnostic.severity], bold=True
    )
    lines = [f"{label}: {visible(diagnostic.message)}"]
    if diagnostic.place:
        lines.append(f"  --> {visible(str(diagnostic.place))}")
    lines += [f"  note: {visible(note)}" for note in diagnostic.notes if note]
    if diagnostic.help:
        lines.append(f"  help: {visible(diagnostic.help)}")
    return "\n".join(lines)


def visible(text: str) -> str:
    """Controls that would reorder or hide text in a terminal are named instead."""
    return "".join(c if c.isprintable() or c in " \n" else f"⟨U+{ord(c):04X}⟩" for c in text)


def fails_politely(function: Callable[P, int]) -> Callable[P, int]:
    """A command whose LeafletsErrors are shown, with exit code 1."""

    @wraps(function)
    def command(*args: P.args, **kwargs: P.kwargs) -> int:
        try:
            return function(*args, **kwargs)
        except LeafletsError as error:
            show(error.diagnostics or (Diagnostic(rule="failed", message=error.message),))
            return 1

    return command


@contextmanager
def progress(total: int, *, label: str, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal, plain lines in a pipe, nothing if quiet."""
    if quiet:
        yield lambda _line: None
    elif sys.stderr.isatty():
        with click.progressbar(length=total, label=label, file=sys.stderr) as bar:
            yield lambda _line: bar.update(1)
    else:
        yield lambda line: click.echo(line, err=True)


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()) -> None:
    """A table on standard output; `numbers` are the columns set flush right.

    Nothing is cut: programs and `less -S` take lines of any width. On a narrow terminal the last column,
    which holds the longest words, goes on below; where that does not suffice, lines run over the edge.
    """
    from rich import box  # noqa: PLC0415 - rich loads slowly, and not every command has a table
    from rich.cells import cell_len  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    found = Table(box=box.SIMPLE, pad_edge=False)
    last = len(headings) - 1
    for index, heading in enumerate(headings):
        longest = max((cell_len(row[index]) for row in rows), default=0)
        found.add_column(
            heading,
            justify="right" if index in numbers else "left",
            no_wrap=index < last,
            min_width=longest if index < last else min(longest, LEAST),
        )
    for row in rows:
        found.add_row(*row)
    # what people wrote is no markup: "[/now]" would end the command, "[red]" would be lost;
    # and with a height the width is kept on terminals that do not tell theirs
    console = Console(width=WIDE, height=1, highlight=False, markup=False, emoji=False)
    if sys.stdout.isatty():
        console.width = max(Console().width, console.measure(found).minimum)
    console.print(found)
