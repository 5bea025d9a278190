"""The repository's own catalogs, in every folder: no error, and hardly a warning; the figure is told."""

from dataclasses import replace

from leaflets.api import check_project, open_files, open_project
from leaflets.config.languages import find_language, shipped_languages
from leaflets.diagnostics import Severity

UNFINISHED = frozenset({"untranslated", "fuzzy", "stale", "missing-catalog", "stand-in"})
"""What tells how far a translation is, and not that something in it is wrong."""


def test_no_errors_and_hardly_a_warning(root, record_property):
    files = open_files(root)
    project = open_project(files)
    leaflet = project.leaflets[0]
    folders = sorted(
        path.parent.parent.name for path in root.glob(f"locales/*/LC_MESSAGES/{leaflet.name}.po")
    )
    languages = tuple(find_language(name, shipped_languages()) for name in folders)
    whole = replace(project, leaflets=(replace(leaflet, languages=(leaflet.source, *languages)),))
    reports = check_project(whole, files, pages=False)
    found = [one for report in reports if report.tag for one in report.findings if one.rule not in UNFINISHED]
    errors = [(one.place, one.rule, one.message) for one in found if one.severity is Severity.ERROR]
    warnings = [(one.place, one.rule, one.message) for one in found if one.severity is Severity.WARNING]
    assert errors == []
    texts = len(languages) * leaflet_texts(root, leaflet.name)
    record_property(
        "verdict",
        f"own catalogs: 0 errors and {len(warnings)} warnings on about {texts} texts"
        f" in {len(languages)} languages",
    )
    assert len(warnings) <= texts // 200, warnings


def leaflet_texts(root, name):
    return (root / f"locales/{name}.pot").read_text(encoding="utf-8").count("\nmsgid ") - 1
