"""Work in several processes: when this one is interrupted, what waits is dropped and none of them stays."""

import signal
from collections.abc import Iterator
from concurrent import futures
from contextlib import contextmanager


@contextmanager
def processes(count: int) -> Iterator[futures.Executor]:
    """Processes for jobs; what they have begun when this one is interrupted comes to its end."""
    # named with its package, which loads it, and multiprocessing with it, when it is first asked for
    with futures.ProcessPoolExecutor(count, initializer=_leave_interrupts) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _leave_interrupts() -> None:
    """Ctrl-C goes to all processes of a terminal: only the first of them answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
