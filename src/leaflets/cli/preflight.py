"""`leaflets preflight`: finished PDFs against their standards, as a table or as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from glob import glob
from pathlib import Path

import click

from leaflets.build.open import open_files, open_project
from leaflets.build.oracle import Expected, Oracle, expected_files
from leaflets.cli.console import fails_politely, progress, show, table
from leaflets.cli.dates import source_date
from leaflets.cli.known import list_known
from leaflets.config.languages import shipped_languages
from leaflets.config.printing import presets
from leaflets.config.project import PROJECT_FILE
from leaflets.diagnostics import Diagnostic, Place, Severity
from leaflets.errors import LeafletsError
from leaflets.preflight.run import Checked, Verdict, compare_plates, preflight
from leaflets.preflight.shop import check_for_shop
from leaflets.printing import Preset

SHOWN = 12
"""Files that are named one by one."""


@click.command("preflight")
@click.argument("names", nargs=-1, metavar="PDF…")
@click.option("--format", "shape", type=click.Choice(("table", "json")), default="table", show_default=True)
@click.option("--preset", metavar="SHOP", help="Also check print files for this shop; see --presets.")
@click.option("--presets", "shops", is_flag=True, help="Only list the shops that are known.")
@click.option("--rules", is_flag=True, help="Only list all rules with their clauses.")
@click.option("--verbose", is_flag=True, help="List what was checked in each file.")
@fails_politely
def command(
    *, names: tuple[str, ...], shape: str, preset: str | None, shops: bool, rules: bool, verbose: bool
) -> int:
    """Check finished PDFs as a print shop and a screen reader would.

    PDF is a file, a folder or a pattern. Files made for print are checked against the PDF/X that they
    name, all others against PDF/UA-1 and PDF/A-2a; where the project they come from is the current
    folder, also against its layouts, ink by ink and word by word, and against the shop that its
    leaflets.toml names. Exit code 1 if anything is wrong.
    """
    if rules or shops:
        list_known(rules=rules, as_json=shape == "json")
        return 0
    shop = _shop(preset)
    paths = _paths(names)
    if not paths:
        raise click.UsageError("no PDF was named, or none was found; try: leaflets preflight dist")
    verdicts = _verdicts(paths, shop=shop, quiet=shape == "json")
    if shape == "json":
        click.echo(json.dumps(_record(verdicts), ensure_ascii=False, indent=1))
    else:
        show(_diagnostics(verdicts))
        _summary(verdicts)
    if Path(PROJECT_FILE).is_file():
        show(_not_compared(verdicts))
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


def _shop(name: str | None) -> Preset | None:
    found = next((preset for preset in presets() if preset.id == name), None)
    if name is not None and found is None:
        known = ", ".join(preset.id for preset in presets())
        raise click.BadParameter(
            f"{name} is not a known print shop; known are: {known}", param_hint="--preset"
        )
    return found


def _verdicts(paths: Sequence[Path], *, shop: Preset | None, quiet: bool) -> list[Verdict]:
    expected, oracle = _project()
    verdicts = []
    with progress(len(paths), label="checking", quiet=quiet) as advance:
        for path in paths:
            verdicts.append(_verdict(path, expected.get(path.name), oracle, shop=shop))
            advance(f"{path}: {len(verdicts[-1].failed)} rules broken")
    return list(_compared(verdicts))


def _project() -> tuple[Mapping[str, Expected], Oracle | None]:
    """The renditions of the project in the current folder, if there is one."""
    if not Path(PROJECT_FILE).is_file():
        return {}, None
    files = open_files(Path.cwd())
    return expected_files(open_project(files), date=source_date()), Oracle(files)


def _verdict(path: Path, expected: Expected | None, oracle: Oracle | None, *, shop: Preset | None) -> Verdict:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LeafletsError(f"{path} cannot be read: {error.strerror}; check the name") from None
    verdict = preflight(data, name=str(path))
    if not verdict.standards:
        return verdict
    checks = list(verdict.checks)
    shop = shop or (expected.job.project.print.preset if expected else None)
    if shop is not None and verdict.for_print:
        checks += check_for_shop(data, shop)
    if expected is not None and oracle is not None:
        checks += oracle.check(data, expected)
    return replace(verdict, checks=tuple(checks), shop=shop.name if shop and verdict.for_print else "")


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


def _not_compared(verdicts: Sequence[Verdict]) -> Iterator[Diagnostic]:
    """In a project's folder a file that only kept its standards is not what its reader takes it for."""
    names = [verdict.name for verdict in verdicts if verdict.standards and not _is_compared(verdict)]
    if names:
        more = len(names) - SHOWN
        count = f"{len(names)} files were" if len(names) > 1 else "a file was"
        yield Diagnostic(
            rule="not-compared",
            severity=Severity.WARNING,
            message=f"{count} not compared with the layouts: no build of today gives such a name",
            notes=(
                *names[:SHOWN],
                *((f"and {more} more",) if more > 0 else ()),
                "a wrong number or a lost letter would not be found",
            ),
            help="give a renamed file its name back; what is of another edition can only be compared with the"
            " project of that edition",
        )


def _is_compared(verdict: Verdict) -> bool:
    return any(check.clause == "oracle" for check in verdict.checks)


def _summary(verdicts: Sequence[Verdict]) -> None:
    rows = [
        (
            Path(verdict.name).name,
            " + ".join(verdict.standards) + (f", {verdict.shop}" if verdict.shop else "") or "-",
            str(len(verdict.checks)),
            "yes" if _is_compared(verdict) else "no",
            str(len(verdict.failed)),
            "failed" if verdict.failed else "passed",
        )
        for verdict in verdicts
    ]
    table(("file", "standard", "checks", "compared", "failed", "verdict"), rows, numbers=(2, 4))


def _details(verdicts: Sequence[Verdict]) -> None:
    for verdict in verdicts:
        click.echo(verdict.name)
        rows = [(check.rule, _verdict_word(check), check.clause) for check in verdict.checks]
        table(("rule", "verdict", "clause"), rows)


def _verdict_word(check: Checked) -> str:
    return "failed" if check.faults else "passed"


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
                "compared": _is_compared(verdict),
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
