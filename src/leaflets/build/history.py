"""A project under version control to the day of the last change of each of its catalogs."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path


def last_changes(root: Path, folder: str = "locales") -> Mapping[str, str]:
    """Path -> `2026-11-27`, as git knows it; nothing where there is no git or no repository."""
    git = shutil.which("git")
    if git is None:
        return {}
    # fixed words only; the folder is the toolkit's own
    command = [git, "-C", str(root), "log", "--format=%x00%cs", "--name-only", "--relative", "--", folder]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout  # noqa: S603
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return {}
    found: dict[str, str] = {}
    for block in told.split("\0"):
        day, *paths = block.split("\n")
        for path in paths:
            if path:
                found.setdefault(path, day)
    return found
