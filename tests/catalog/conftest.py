"""gettext's own programs, where they are installed; where CI is set they have to be."""

import os
import shutil
import subprocess
from collections.abc import Callable

import pytest


@pytest.fixture(scope="session")
def gettext() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """A program of gettext's with its arguments."""
    if shutil.which("msgmerge") is None and not os.environ.get("CI"):
        pytest.skip("gettext is not installed here")

    def call(*arguments: object) -> subprocess.CompletedProcess[bytes]:
        words = [str(argument) for argument in arguments]
        return subprocess.run(words, capture_output=True, check=False)

    return call
