"""A job runs without the collector of cycles, and leaves it as it was."""

import gc

import pytest

from leaflets.build import run
from leaflets.build.memory import collected_later
from leaflets.errors import BuildError


@pytest.fixture(autouse=True)
def collector():
    yield
    gc.enable()


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_waits_and_is_left_as_it_was(enabled):
    (gc.enable if enabled else gc.disable)()
    with collected_later():
        assert not gc.isenabled()
    assert gc.isenabled() == enabled


def test_a_job_that_fails_leaves_it_on(monkeypatch):
    def fail(job, files):
        assert not gc.isenabled()
        raise BuildError("stopped")

    monkeypatch.setattr(run, "run_job", fail)
    assert run.attempt(Job("en"), files=None).faults[0].message == "en: stopped"
    assert gc.isenabled()


class Job:
    """The name of a job is all that a failure tells."""

    def __init__(self, name):
        self.name = name
