"""A month -> the files of a small project to begin with: settings, one contact, one layout, a template."""

from collections.abc import Mapping
from datetime import date

from leaflets.build.catalogs import template
from leaflets.build.open import open_files, open_project
from leaflets.resources import data_path

EDITION = b'edition = "2026-11"'
FILES = ("leaflets.toml", "contacts.toml", "layouts/guide/flyer.xml", "layouts/guide/flyer.css")
"""Of data/new, which is a project itself; `gitignore` has its dot only where git shall heed it."""


def new_project(today: date) -> Mapping[str, bytes]:
    """Path -> bytes, with the month of today as edition."""
    folder = data_path("new")
    files = open_files(folder)
    project = open_project(files)
    found = {name: (folder / name).read_bytes() for name in FILES}
    found["leaflets.toml"] = found["leaflets.toml"].replace(EDITION, f'edition = "{today:%Y-%m}"'.encode())
    found[".gitignore"] = (folder / "gitignore").read_bytes()
    for leaflet in project.leaflets:
        found[f"locales/{leaflet.name}.pot"] = template(leaflet, project, files=files)
    return found
