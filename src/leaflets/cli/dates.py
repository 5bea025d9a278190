"""SOURCE_DATE_EPOCH of the environment -> the date that files are given, for builds that can be repeated."""

import os
from datetime import UTC, datetime

from leaflets.errors import LeafletsError

VARIABLE = "SOURCE_DATE_EPOCH"


def source_date() -> datetime | None:
    """None if nobody set it: then files have the date of their edition. LeafletsError if it is no date."""
    written = os.environ.get(VARIABLE, "")
    if not written:
        return None
    try:
        return datetime.fromtimestamp(int(written), UTC)
    except (ValueError, OverflowError, OSError):
        raise LeafletsError(
            f"{VARIABLE} is {written!r}, which is not a number of seconds since 1970; correct or unset it"
        ) from None
