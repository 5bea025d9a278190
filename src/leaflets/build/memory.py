"""The collector of cycles waits while a job runs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected_later() -> Iterator[None]:
    """A job makes a hundred thousand small objects and hardly a cycle: to look for those again and again,

    among all that fonts and catalogs hold, takes a tenth of its time. What there are goes after it.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
