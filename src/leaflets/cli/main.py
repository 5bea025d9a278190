"""The command `leaflets`: a lazy group, so that help and each command load only what they need."""

import importlib
import io
import signal
import sys
from collections.abc import Mapping
from types import MappingProxyType

import click

COMMANDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "add": ("leaflets.cli.add", "Begin a translation into a new language."),
        "build": ("leaflets.cli.build", "Typeset the leaflets into PDFs."),
        "check": ("leaflets.cli.check", "Find what would hurt in print."),
        "contacts": (
            "leaflets.cli.contacts",
            "Keep the numbers right: whom to call, who called, where it stands.",
        ),
        "explain": ("leaflets.cli.explain", "Tell what a rule of check finds, and why."),
        "export": ("leaflets.cli.export", "Write texts for a spreadsheet or a word processor."),
        "extract": ("leaflets.cli.extract", "Collect the texts of layouts and contacts into the POT."),
        "fonts": ("leaflets.cli.fonts", "List the fonts, and the letters that each language has in them."),
        "fix": ("leaflets.cli.fix", "Mend small faults of catalogs, and show what changed."),
        "import": ("leaflets.cli.imports", "Take back what translators have sent."),
        "inspect": ("leaflets.cli.inspect", "Print the middle forms of one leaflet as text."),
        "new": ("leaflets.cli.new", "Begin a project in an empty folder."),
        "pack": ("leaflets.cli.pack", "Write a zip with what a translator or a print shop needs."),
        "pictures": ("leaflets.cli.pictures", "Draw contact sheets: each format in all languages."),
        "preflight": (
            "leaflets.cli.preflight",
            "Check finished PDFs as a print shop and a screen reader would.",
        ),
        "reword": ("leaflets.cli.reword", "Mend a source text whose meaning stays the same."),
        "review": ("leaflets.cli.review", "Show and record who approved texts and pages."),
        "site": ("leaflets.cli.site", "Write the download site."),
        "status": ("leaflets.cli.status", "Tell how far each language is."),
        "style": ("leaflets.cli.style", "Write the manual of style properties, with examples, as a PDF."),
        "template": ("leaflets.cli.template", "Write templates of a format's sides for designers."),
        "update": ("leaflets.cli.update", "Give catalogs the messages of today's layouts."),
    }
)
"""Name -> module with a click command `command`, and the line in the help."""


class LazyGroup(click.Group):
    """Loads a command when it is called; the help needs only the table above."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.command(cls=LazyGroup)
@click.version_option(package_name="leaflets")
def cli() -> None:
    """Publish an information leaflet in many languages."""


def _write_any_letter() -> None:
    """To files and other programs in UTF-8, as HTML and JSON are, also where Windows would write cp1252.

    A terminal has its own encoding; what that lacks, and what no encoding has, is written as its number.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def main() -> None:
    """Exit codes: 0 good, 1 findings or failed jobs, 2 usage, 130 interrupted, by Ctrl-C or by `kill`."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    _write_any_letter()
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; nothing is half written", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OSError as error:
        name = error.filename or "the output"
        click.echo(f"error: {name} cannot be read or written: {error.strerror}", err=True)
        sys.exit(1)
