"""Processes that end with the one that began them."""

import os
import subprocess
import sys

import pytest

SCRIPT = """
import os, signal, sys, time
from leaflets.build.workers import processes

def work(number):
    time.sleep(0.02)
    return os.getpid()

for name in (signal.SIGINT, signal.SIGTERM):  # a shell may have begun this with interrupts ignored
    signal.signal(name, signal.default_int_handler)
try:
    with processes(2) as pool:
        found = [pool.submit(work, number) for number in range(500)]
        worker = found[0].result()
        os.kill(worker if sys.argv[1] == "SIGINT" else os.getpid(), getattr(signal, sys.argv[1]))
        if sys.argv[1] == "SIGINT":
            found[20].result()
            os.kill(os.getpid(), signal.SIGINT)
        time.sleep(60)
except KeyboardInterrupt:
    dropped = [one for one in found if one.cancelled()]
    hit = [one for one in found if one not in dropped and one.done() and one.exception()]
    print(worker, len(dropped), len(hit))
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_an_interrupt_ends_all_of_them_without_a_word(name):
    command = [sys.executable, "-c", SCRIPT, name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=50, check=True)
    worker, dropped, hit = map(int, done.stdout.split())
    assert done.stderr == ""
    assert (dropped > 300, hit) == (True, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
