"""Downloads -> pictures of their pages; those that an earlier site holds are not drawn again."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from leaflets.pictures.thumbnail import Thumbnail, png_size, thumbnail, trim_size
from leaflets.site.model import Download, Picture, content
from leaflets.site.naming import sheet

THUMBNAIL = 88
"""CSS pixels: wide enough to tell a card from a fold-out leaflet."""

MESSAGE = 720
"""Pixels: as wide as messengers show pictures, and light on a bad line."""

DENSITY = 2
"""Pictures have twice the pixels that they take on the page, for sharp screens."""


Earlier = Callable[[str], bytes | None]
"""Path -> what an earlier site holds there, unchanged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Previews:
    """Pictures by path below `files/`. Folders are named after the bytes of files, so none is stale."""

    earlier: Earlier
    made: dict[str, bytes] = field(default_factory=dict)

    def of(self, download: Download) -> Download:
        """With the size of its sheet and a picture of its first page; other files than PDF have neither."""
        if not download.path.endswith(".pdf"):
            return download
        path = _path(download, f"{download.path.removesuffix('.pdf')}.png")
        pdf = content(download)
        known = self.earlier(f"files/{path}")
        shown = (
            Thumbnail(data=known, trim=trim_size(pdf)) if known else thumbnail(pdf, width=THUMBNAIL * DENSITY)
        )
        self.made[path] = shown.data
        width, height = png_size(shown.data)
        picture = Picture(path=path, width=width // DENSITY, height=height // DENSITY)
        return replace(download, sheet=sheet(*shown.trim), thumbnail=picture)

    def for_messages(self, download: Download) -> tuple[Download, ...]:
        """All pages of a rendition for screens, one by one, named as those of the format `phone`."""
        pdf = content(download)
        stem, _part, draft = download.path.removesuffix(".pdf").rpartition(
            f"-{download.format}-{download.profile}"
        )
        return tuple(
            self._sent(download, f"{stem}-phone-{page + 1:02}{draft}.png", pdf=pdf, page=page)
            for page in range(download.pages)
        )

    def _sent(self, download: Download, name: str, *, pdf: bytes, page: int) -> Download:
        path = _path(download, name)
        data = self.earlier(f"files/{path}") or thumbnail(pdf, width=MESSAGE, page=page).data
        return replace(
            download,
            path=path,
            source=data,
            format="phone",
            profile="pictures",
            pages=1,
            bytes=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
        )


def _path(download: Download, name: str) -> str:
    return f"pictures/{download.sha256[:16]}/{name}"
