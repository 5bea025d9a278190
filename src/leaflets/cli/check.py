"""`leaflets check`: what is wrong in catalogs, contacts and pages, as text, lines, JSON or one HTML file."""

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from leaflets.build.checking import check_project
from leaflets.build.open import open_files, open_project
from leaflets.checks.html import html
from leaflets.checks.naming import shown
from leaflets.checks.record import record
from leaflets.checks.report import Report, Reported
from leaflets.checks.told import told_details, told_short
from leaflets.cli.console import COLORS, fails_politely, table
from leaflets.diagnostics import Severity
from leaflets.files import Disk
from leaflets.project import Project

SHAPES = ("text", "short", "json", "html")


@click.command("check")
@click.argument("languages", nargs=-1, metavar="[LANG…]")
@click.option("--format", "shape", type=click.Choice(SHAPES), default="text", show_default=True)
@click.option("--release", is_flag=True, help="Judge as before a release: nothing may be missing.")
@click.option("--pages/--no-pages", default=True, help="Lay out the pages too.  [default: pages]")
@click.option("--notes/--no-notes", default=False, help="Tell notes too.  [default: no-notes]")
@click.option("--jobs", "workers", type=click.IntRange(1), help="Processes; by default one a core.")
@fails_politely
def command(
    *, languages: tuple[str, ...], shape: str, release: bool, pages: bool, notes: bool, workers: int | None
) -> int:
    """Find what would hurt in print, and say in which line and what to do.

    LANG is a language tag; without one all languages are checked. Exit code 1 if there is an error.
    """
    files = open_files(Path.cwd())
    project = open_project(files)
    reports = check_project(
        project,
        files,
        languages=languages,
        release=release,
        pages=pages,
        today=date.today(),
        workers=workers or os.cpu_count() or 1,
    )
    told = reports if notes or shape == "json" else _without_notes(reports)
    if shape == "json":
        click.echo(json.dumps(record(told), ensure_ascii=False, indent=1))
    elif shape == "short":
        for report in told:
            for found in report.findings:
                click.echo(told_short(found))
    elif shape == "html":
        _write_html(told, project, files, with_pictures=pages)
    else:
        _tell(told, reports)
    return int(any(report.failed for report in reports))


def _without_notes(reports: Sequence[Report]) -> tuple[Report, ...]:
    return tuple(
        replace(
            report,
            findings=tuple(found for found in report.findings if found.severity is not Severity.NOTE),
        )
        for report in reports
    )


def _write_html(reports: Sequence[Report], project: Project, files: Disk, *, with_pictures: bool) -> None:
    """To standard output: one file, to be redirected and mailed."""
    from leaflets.build.snapshots import snapshots  # noqa: PLC0415 - loads slowly, and only html has pictures

    known = {language.tag: language for language in project.languages}
    wanted = [report.tag for report in reports if report.tag in known and with_pictures]
    names = ", ".join(leaflet.public_name for leaflet in project.leaflets)
    editions = ", ".join(dict.fromkeys(leaflet.release.edition for leaflet in project.leaflets))
    text = html(
        reports,
        title="What to mend",
        subtitle=f"{names}, edition {editions}",
        pictures={tag: tuple(snapshots(project, known[tag], files)) for tag in wanted},
    )
    click.echo(text, nl=False)


def _tell(told: Sequence[Report], whole: Sequence[Report]) -> None:
    for report in told:
        if report.findings:
            title = f"{report.tag}  {report.name}" if report.tag else report.name
            click.echo(click.style(title, bold=True) + "\n")
        for found in report.worst_first:
            _tell_finding(found)
    _summary(whole)


def _tell_finding(found: Reported) -> None:
    label = click.style(f"{found.severity}[{found.rule}]", fg=COLORS[found.severity], bold=True)
    click.echo(f"{label}: {shown(found.message)}")
    for line in told_details(found):
        click.echo(line)
    click.echo("")


def _summary(reports: Sequence[Report]) -> None:
    rows = [
        (
            f"{report.tag}  {report.name}".strip(),
            *(str(report.count(severity)) for severity in Severity),
            ", ".join(f"{rule} {count}" for rule, count in report.by_rule.most_common(4)),
        )
        for report in reports
        if report.tag or report.findings
    ]
    table(("language", "errors", "warnings", "notes", "most frequent"), rows, numbers=(1, 2, 3))
    if any(report.findings for report in reports):
        click.echo("More of a rule, and how to ignore it: leaflets explain RULE")
