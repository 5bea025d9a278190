"""SOURCE_DATE_EPOCH: the date of files where somebody sets it."""

from datetime import UTC, datetime

import pytest

from leaflets.cli.dates import source_date
from leaflets.errors import LeafletsError


def test_nobody_set_it(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert source_date() is None


def test_seconds_since_1970(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert source_date() == datetime(2027, 1, 15, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("written", ["today", "1e99", "9" * 40])
def test_no_date(monkeypatch, written):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    with pytest.raises(LeafletsError, match="not a number of seconds"):
        source_date()
