"""`leaflets preflight`: finished PDFs against their standards, as a table or as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from glob import glob
from pathlib import Path

import click

from leaflets.api import open_files, open_project
from leaflets.build.oracle import Expected, Oracle, expected_files
from leaflets.cli.console import fails_politely, progress, show, table
from leaflets.config.languages import shipped_languages
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import LeafletsError
from leaflets.preflight.catalogue import RULES
from leaflets.preflight.run import Checked, Verdict, compare_plates, preflight

PROJECT_FILE = Path("leaflets.toml")


@click.command("preflight")
@click.argument("names", nargs=-1, metavar="PDF…")
@click.option("--format", "shape", type=click.Choice(("table", "json")), default="table", show_default=True)
@click.option("--rules", is_flag=True, help="Only list all rules with their clauses.")
@click.option("--verbose", is_flag=True, help="List what was checked in each file.")
@fails_politely
def command(*, names: tuple[str, ...], shape: str, rules: bool, verbose: bool) -> int:
    """Check finished PDFs as a print shop and a screen reader would.

    PDF is a file, a folder or a pattern. Files made for print are checked against the PDF/X that they
    name, all others against PDF/UA-1 and PDF/A-2a; where the project they come from is the current
    folder, also against its layouts, ink by ink and word by word. Exit code 1 if anything is wrong.
    """
    if rules:
        _list_rules()
        return 0
    paths = _paths(names)
    if not paths:
        raise click.UsageError("no PDF was named, or none was found; try: leaflets preflight dist")
    verdicts = _verdicts(paths, quiet=shape == "json")
    if shape == "json":
        click.echo(json.dumps(_record(verdicts), ensure_ascii=False, indent=1))
    else:
        show(_diagnostics(verdicts))
        _summary(verdicts)
        if verbose:
            _details(verdicts)
    return int(any(verdict.failed for verdict in verdicts))


def _paths(names: Sequence[str]) -> tuple[Path, ...]:
    """Files named, found in folders, or matched by patterns that the shell left alone."""
    found: dict[Path, None] = {}
    for name in names:
        path = Path(name)
        if path.is_dir():
            found.update(dict.fromkeys(sorted(path.rglob("*.pdf"))))
        elif path.exists() or not set(name) & set("*?["):
            found[path] = None
        else:
            found.update(dict.fromkeys(Path(match) for match in sorted(glob(name, recursive=True))))
    return tuple(found)


def _verdicts(paths: Sequence[Path], *, quiet: bool) -> list[Verdict]:
    expected, oracle = _project()
    verdicts = []
    with progress(len(paths), label="checking", quiet=quiet) as advance:
        for path in paths:
            verdicts.append(_verdict(path, expected.get(path.name), oracle))
            advance(f"{path}: {len(verdicts[-1].failed)} rules broken")
    return list(_compared(verdicts))


def _project() -> tuple[Mapping[str, Expected], Oracle | None]:
    """The renditions of the project in the current folder, if there is one."""
    if not PROJECT_FILE.is_file():
        return {}, None
    files = open_files(Path.cwd())
    return expected_files(open_project(files)), Oracle(files)


def _verdict(path: Path, expected: Expected | None, oracle: Oracle | None) -> Verdict:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LeafletsError(f"{path} cannot be read: {error.strerror}; check the name") from None
    verdict = preflight(data, name=str(path))
    if expected is None or oracle is None or not verdict.standards:
        return verdict
    return replace(verdict, checks=(*verdict.checks, *oracle.check(data, expected)))


def _compared(verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """With the comparison of colour plates between languages of one format and direction."""
    rtl = {language.tag for language in shipped_languages() if language.is_rtl}
    prints = [(_group(verdict, rtl), verdict) for verdict in verdicts if verdict.plates]
    found = {verdict.name: check for verdict, check in compare_plates(prints)}
    for verdict in verdicts:
        extra = (found[verdict.name],) if verdict.name in found else ()
        yield replace(verdict, checks=(*verdict.checks, *extra))


def _group(verdict: Verdict, rtl: set[str]) -> str:
    """Folder and name without the language, and the direction."""
    path = Path(verdict.name)
    name = path.name.replace(f"-{verdict.language}-", "-")
    return f"{path.parent.parent}/{name}/{verdict.language in rtl}"


def _diagnostics(verdicts: Sequence[Verdict]) -> Iterator[Diagnostic]:
    for verdict in verdicts:
        for check in verdict.failed:
            for fault in check.faults:
                page = f"page {fault.page}: " if fault.page else ""
                yield Diagnostic(
                    rule=check.rule,
                    message=page + fault.message,
                    place=Place(file=verdict.name),
                    notes=(check.rationale, f"clause: {check.clause}"),
                    help=check.help,
                )


def _summary(verdicts: Sequence[Verdict]) -> None:
    rows = [
        (
            Path(verdict.name).name,
            " + ".join(verdict.standards) or "-",
            str(len(verdict.checks)),
            "yes" if any(check.clause == "oracle" for check in verdict.checks) else "-",
            str(len(verdict.failed)),
            "failed" if verdict.failed else "passed",
        )
        for verdict in verdicts
    ]
    table(("file", "standard", "checks", "oracle", "failed", "verdict"), rows, numbers=(2, 4))


def _details(verdicts: Sequence[Verdict]) -> None:
    for verdict in verdicts:
        click.echo(verdict.name)
        rows = [(check.rule, _verdict_word(check), check.clause) for check in verdict.checks]
        table(("rule", "verdict", "clause"), rows)


def _verdict_word(check: Checked) -> str:
    return "failed" if check.faults else "passed"


def _list_rules() -> None:
    for found in RULES:
        click.echo(f"{found.id}: {found.summary}")
        for standard, clause in found.clauses.items():
            click.echo(f"    {standard}: {clause}")


def _record(verdicts: Sequence[Verdict]) -> dict[str, object]:
    """The JSON form; `schema` changes when a key does."""
    return {
        "schema": 1,
        "failed": sum(bool(verdict.failed) for verdict in verdicts),
        "files": [
            {
                "file": verdict.name,
                "standards": list(verdict.standards),
                "passed": not verdict.failed,
                "checks": [
                    {
                        "rule": check.rule,
                        "clause": check.clause,
                        "passed": not check.faults,
                        "faults": [asdict(fault) for fault in check.faults],
                    }
                    for check in verdict.checks
                ],
            }
            for verdict in verdicts
        ],
    }
