"""Files of a shelf -> zips, checksums, a list for programs and a feed: same input, same bytes."""

import io
import json
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from leaflets.site.model import Download, Shelf, Site

STAMP = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can hold: times of files say nothing about a leaflet."""


def zipped(downloads: Iterable[Download]) -> bytes:
    """PDFs are compressed already, so they are only stored; in the order of their paths."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for download in sorted(downloads, key=lambda one: one.path):
            entry = zipfile.ZipInfo(download.path, date_time=STAMP)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, download.source.read_bytes())
    return buffer.getvalue()


def sums(downloads: Iterable[Download]) -> bytes:
    """For `sha256sum -c`, run in the folder `files`."""
    rows = sorted((download.path, download.sha256) for download in downloads)
    return "".join(f"{digest}  {path}\n" for path, digest in rows).encode()


def all_downloads(shelf: Shelf) -> tuple[Download, ...]:
    """Every file of a leaflet, once."""
    found = {file.path: file for reading in shelf.readings for file in reading.downloads}
    return (*found.values(), *shelf.many)


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


def feed(site: Site) -> bytes:
    """Atom (RFC 4287): one entry an edition, the newest first; dates are those of the editions."""
    entries = sorted(
        ((edition, shelf, text) for shelf in site.shelves for edition, text in _editions(shelf)),
        key=lambda found: (found[0], found[1].name),
        reverse=True,
    )
    updated = _moment(entries[0][0]) if entries else _moment("1970-01")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{escape(', '.join(shelf.name for shelf in site.shelves))}</title>",
        f"<id>{escape(site.base_url or 'urn:leaflets:feed')}</id>",
        f"<updated>{updated}</updated>",
        "<author><name>leaflets</name></author>",
    ]
    if site.base_url:
        lines.append(f'<link rel="self" href="{escape(site.base_url)}feed.atom"/>')
    for edition, shelf, text in entries:
        lines += _entry(site, edition, shelf.name, text)
    return "\n".join([*lines, "</feed>", ""]).encode()


def _entry(site: Site, edition: str, name: str, text: str) -> list[str]:
    link = f'<link href="{escape(site.base_url)}index.html"/>' if site.base_url else ""
    return [
        "<entry>",
        f"<title>{escape(name)} {edition}</title>",
        f"<id>urn:leaflets:{escape(name)}:{edition}</id>",
        f"<updated>{_moment(edition)}</updated>",
        f"{link}<summary>{escape(text)}</summary>",
        "</entry>",
    ]


def _editions(shelf: Shelf) -> list[tuple[str, str]]:
    told = {change.edition: change.text for change in shelf.changes}
    told |= {old.edition: f"Withdrawn: {old.reason}" for old in shelf.withdrawn}
    return list(({shelf.edition: f"Edition {shelf.edition}"} | told).items())


def _moment(edition: str) -> str:
    return f"{edition}-01T00:00:00Z"


def _tagged(shelf: Shelf) -> list[tuple[str, Download]]:
    own = [(reading.language.tag, file) for reading in shelf.readings for file in reading.downloads]
    return [*own, *(("mul", file) for file in shelf.many)]


def _row(file: Download, tag: str) -> dict[str, object]:
    return {
        "path": f"files/{file.path}",
        "language": tag,
        "format": file.format,
        "profile": file.profile,
        "state": "released" if file.released else "draft",
        "pages": file.pages,
        "bytes": file.bytes,
        "sha256": file.sha256,
    }
