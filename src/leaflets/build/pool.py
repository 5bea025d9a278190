"""A function and items to results, by other processes; one that dies costs its item, and no other."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent import futures
from typing import TypeVar

from leaflets.build.workers import processes
from leaflets.diagnostics import Diagnostic
from leaflets.project import Job

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 2
"""Items begun for each process: one at work, and one so that it never waits."""


def spread(
    function: Callable[[Item], Result], items: Sequence[Item], *, workers: int
) -> Iterator[tuple[int, Result | None]]:
    """The index of each item and its result, as they come; None if the process died over it.

    Which of those that were begun has killed a process cannot be seen: they are done again, each in a process
    of its own.
    """
    waiting = deque(range(len(items)))
    while waiting:
        begun: dict[futures.Future[Result], int] = {}
        try:
            with processes(min(workers, len(waiting))) as pool:
                while waiting or begun:
                    while waiting and len(begun) < AHEAD * workers:
                        begun[pool.submit(function, items[waiting[0]])] = waiting[0]
                        waiting.popleft()
                    yield from _finished(begun)
        except futures.BrokenExecutor:
            for index in begun.values():
                yield index, _alone(function, items[index])


def in_order(
    function: Callable[[Item], Result], items: Sequence[Item], *, workers: int
) -> tuple[Result | None, ...]:
    """The results of all items, in their order; None where the process died."""
    found = dict(spread(function, items, workers=workers))
    return tuple(found[index] for index in range(len(items)))


def crashed(name: str, *, command: str) -> Diagnostic:
    """What is told of an item over which a process died; `command` does it again, in this process."""
    return Diagnostic(
        rule="process-died",
        message=f"{name}: the process that was at it died: a library crashed, or there was not enough memory",
        notes=("nothing was made of it; all else went on",),
        help=f"see what it says when it is alone: {command}",
    )


def crashed_job(job: Job) -> Diagnostic:
    return crashed(job.name, command=f"leaflets build --lang {job.tag} --format {job.format} --jobs 1")


def _finished(begun: dict["futures.Future[Result]", int]) -> Iterator[tuple[int, Result]]:
    """Those that are done, taken out of `begun`; BrokenExecutor if a process died."""
    for future in futures.wait(begun, return_when=futures.FIRST_COMPLETED).done:
        result = future.result()
        yield begun.pop(future), result


def _alone(function: Callable[[Item], Result], item: Item) -> Result | None:
    try:
        with processes(1) as pool:
            return pool.submit(function, item).result()
    except futures.BrokenExecutor:
        return None
