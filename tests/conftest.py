"""Settings for all tests, and the repository's own leaflet laid out once."""

from pathlib import Path

import pytest
from hypothesis import settings

from leaflets.api import lay_out, open_files, open_project, plan

settings.register_profile("leaflets", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("leaflets")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def laid_out():
    """Tag and format -> (job, what it was laid out to), of this repository."""
    made = {}

    def lay(tag, name="trifold"):
        if (tag, name) not in made:
            files = open_files(ROOT)
            (job,) = plan(open_project(files), languages=(tag,), formats=(name,))
            made[tag, name] = (job, lay_out(job, files))
        return made[tag, name]

    return lay


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="rewrite the golden dumps")


def pytest_terminal_summary(terminalreporter):
    """What validators said, in the log of a run that passed too."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    found = [getattr(report, "user_properties", ()) for report in reports]
    for verdict in sorted({value for pairs in found for name, value in pairs if name == "verdict"}):
        terminalreporter.write_line(verdict)
