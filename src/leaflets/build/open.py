"""A folder to a project and its files."""

from pathlib import Path

from leaflets.config.project import read_project
from leaflets.files import Disk
from leaflets.project import Project
from leaflets.resources import shared_root


def open_files(root: Path) -> Disk:
    """The project's files; what it does not have comes from the toolkit (base layouts, fonts)."""
    shared = shared_root()
    return Disk((root,) if root.resolve() == shared.resolve() else (root, shared))


def open_project(files: Disk) -> Project:
    """leaflets.toml and contacts.toml. ConfigError names key and line."""
    return read_project(files)
