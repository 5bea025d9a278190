"""Files of a shelf -> zips, checksums and a list for programs: same input, same bytes."""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from leaflets.language import SEVERAL
from leaflets.project import State
from leaflets.site.model import Download, Shelf, Site, content
from leaflets.zips import member

SUMS, LISTING = "SHA256SUMS", "leaflets.json"

Offer = tuple[str, str, str]
"""Public name of a leaflet, tag, and format; or TEXT, which is read on the pages."""

TEXT = "text"

AROUND, AT_END = 30 + 46, 22
"""Bytes of a zip around each file, besides its name twice, and at the end (APPNOTE 4.3.7, 4.3.12, 4.3.16)."""


def zipped(downloads: Iterable[Download]) -> bytes:
    """PDFs are compressed already, so they are only stored; in the order of their names, checksums last."""
    chosen = _by_name(downloads)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for download in chosen:
            archive.writestr(member(download.name), content(download))
        archive.writestr(member(SUMS), _sums((file.sha256, file.name) for file in chosen))
    return buffer.getvalue()


def zip_size(downloads: Iterable[Download]) -> int:
    """Bytes of what `zipped` would give, without reading a file."""
    chosen = _by_name(downloads)
    told = _sums((file.sha256, file.name) for file in chosen)
    sizes = [(len(one.name.encode()), one.bytes) for one in chosen] + [(len(SUMS), len(told))]
    return sum(AROUND + 2 * name + size for name, size in sizes) + AT_END


def _by_name(downloads: Iterable[Download]) -> list[Download]:
    return sorted(downloads, key=lambda one: one.name)


def sums(downloads: Iterable[Download]) -> bytes:
    """For `sha256sum -c`, run in the folder `files`."""
    return _sums((file.sha256, file.path) for file in downloads)


def _sums(rows: Iterable[tuple[str, str]]) -> bytes:
    """Digest and name, in the order of names."""
    return "".join(f"{digest}  {name}\n" for digest, name in sorted(rows, key=lambda row: row[1])).encode()


def listing(site: Site) -> bytes:
    """leaflets.json: what there is, for programs; the schema is versioned."""
    told = {
        "schema": 1,
        "drafts": site.drafts,
        "leaflets": [
            {
                "name": shelf.name,
                "edition": shelf.edition,
                "withdrawn": [old.edition for old in shelf.withdrawn],
                "languages": [reading.language.tag for reading in shelf.readings],
                "files": [_row(file, tag) for tag, file in _tagged(shelf)],
            }
            for shelf in site.shelves
        ],
    }
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()


def listed_offers(data: bytes | None) -> frozenset[Offer]:
    """What the leaflets.json of an earlier site offers as released; nothing if it cannot be read."""
    try:
        told: Any = json.loads(data or b"{}")  # Any: a file that anybody may have edited
        return frozenset() if told["drafts"] else frozenset(_offers(told["leaflets"]))
    except (ValueError, LookupError, TypeError, RecursionError):
        return frozenset()


def _offers(shelves: Any) -> Iterator[Offer]:  # Any: as above
    for shelf in shelves:
        yield from ((str(shelf["name"]), str(tag), TEXT) for tag in shelf["languages"])
        rows = (row for row in shelf["files"] if row["state"] == State.RELEASED)
        yield from ((str(shelf["name"]), str(row["language"]), str(row["format"])) for row in rows)


def withdrawn_page(name: str, edition: str, tag: str = "") -> str:
    """Path of the page that says that an edition is withdrawn: in a language, or in those of the country."""
    return f"withdrawn/{name}-{edition}{'-' if tag else ''}{tag}.html"


def _tagged(shelf: Shelf) -> list[tuple[str, Download]]:
    own = [(reading.language.tag, file) for reading in shelf.readings for file in reading.files]
    return [*own, *((SEVERAL, file) for file in shelf.many)]


def _row(file: Download, tag: str) -> dict[str, object]:
    return {
        "path": f"files/{file.path}",
        "language": tag,
        "format": file.format,
        "profile": file.profile,
        "state": State.RELEASED if file.released else State.DRAFT,
        "pages": file.pages,
        "bytes": file.bytes,
        "sha256": file.sha256,
    }
