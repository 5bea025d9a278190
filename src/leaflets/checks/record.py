"""Reports to plain values for programs: the JSON form of `leaflets check`."""

from collections.abc import Sequence

from leaflets.checks.report import Report, Reported
from leaflets.diagnostics import Severity

SCHEMA = 1
"""Changes when a key does."""

PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}


def record(reports: Sequence[Report]) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        **{name: sum(report.count(severity) for report in reports) for severity, name in PLURALS.items()},
        "reports": [_report(report) for report in reports],
    }


def _report(report: Report) -> dict[str, object]:
    counts = {name: report.count(severity) for severity, name in PLURALS.items()}
    return {
        "language": report.tag,
        "name": report.name,
        **counts,
        "findings": list(map(_finding, report.findings)),
    }


def _finding(found: Reported) -> dict[str, object]:
    quotation = found.quotation
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "certainty": found.certainty.value,
        "message": found.message,
        "file": found.place.file if found.place else None,
        "line": found.place.line if found.place else None,
        "language": found.language,
        "leaflet": found.leaflet,
        "context": found.context,
        "msgid": found.msgid,
        "text": quotation.text if quotation else None,
        "span": [quotation.start, quotation.end] if quotation and quotation.end else None,
        "expected": found.expected or None,
        "places": list(found.where),
        "notes": list(found.notes),
        "help": found.help,
        "fixable": found.fixable,
    }
