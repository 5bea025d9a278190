"""`leaflets status --fit`: the type scale that copyfit chose for every rendition, and which are tight."""

import tempfile
from dataclasses import replace
from pathlib import Path

import click

from leaflets.build.plan import plan
from leaflets.build.run import Result, run_jobs
from leaflets.cli.console import table
from leaflets.cli.results import format_of
from leaflets.files import Disk
from leaflets.project import Project

TIGHT = 0.15
"""Of a type range: a translation that leaves less than that over its smallest type is tight."""


def show_fit(project: Project, files: Disk, *, workers: int) -> int:
    """One row a job, the tightest of each format first; 1 if something does not fit."""
    jobs = [replace(job, profiles=()) for job in plan(project)]
    with tempfile.TemporaryDirectory() as folder:
        results = list(run_jobs(jobs, files, folder=Path(folder), workers=workers))
    order = {job.name: number for number, job in enumerate(plan(project))}
    formats = {format_of(job): number for number, job in reversed(list(enumerate(jobs)))}
    results.sort(key=lambda r: (formats[format_of(r.job)], slack(r) or 0.0, order[r.job.name]))
    headings = ("format", "language", "type", "from", "to", "room", "pages", "")
    table(headings, [_row(result) for result in results], numbers=(2, 3, 4, 5, 6))
    tight = sum(verdict(result) == "tight" for result in results)
    over = sum(verdict(result) in ("overset", "failed") for result in results)
    click.echo(f"{len(results)} renditions: {over} do not fit, {tight} are tight")
    return int(over > 0)


def slack(result: Result) -> float | None:
    """What the chosen type is above the smallest, as a part of the range; None where there is none."""
    if result.outputs is None:
        return -1.0
    least, most = result.outputs.limits
    return None if most <= least else (result.outputs.scale - least) / (most - least)


def verdict(result: Result) -> str:
    if result.outputs is None:
        return "failed"
    if any(finding.rule == "overset" for finding in result.findings):
        return "overset"
    room = slack(result)
    return "tight" if room is not None and room < TIGHT else ""


def _row(result: Result) -> tuple[str, ...]:
    job, outputs = result.job, result.outputs
    if outputs is None:
        return (format_of(job), job.tag, "-", "-", "-", "-", "-", verdict(result))
    room = slack(result)
    sizes = (outputs.scale, *outputs.limits)
    return (
        format_of(job),
        job.tag,
        *(f"{size:.2f}" for size in sizes),
        "-" if room is None else f"{room:.0%}",
        str(outputs.pages),
        verdict(result),
    )
