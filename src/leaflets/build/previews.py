"""Downloads -> pictures of their pages; those that an earlier site holds are not drawn again."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from leaflets.pictures.thumbnail import png_size, thumbnail, trim_size
from leaflets.site.model import Download, Picture
from leaflets.site.naming import sheet

THUMBNAIL = 88
"""CSS pixels: wide enough to tell a card from a fold-out leaflet."""

MESSAGE = 720
"""Pixels: as wide as messengers show pictures, and light on a bad line."""

DENSITY = 2
"""Pictures have twice the pixels that they take on the page, for sharp screens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Previews:
    """Pictures by path below `files/`. Folders are named after the bytes of files, so none is stale."""

    earlier: Callable[[str], bytes | None]
    """What an earlier site holds under a path, unchanged."""
    made: dict[str, bytes] = field(default_factory=dict)

    def of(self, download: Download) -> Download:
        """With the size of its sheet and a picture of its first page; other files than PDF have neither."""
        if not download.path.endswith(".pdf"):
            return download
        name = f"{download.path.removesuffix('.pdf')}.png"
        pdf = download.source.read_bytes()
        return replace(
            download,
            sheet=sheet(*trim_size(pdf)),
            thumbnail=self._picture(download, name, pdf=pdf, width=THUMBNAIL * DENSITY),
        )

    def for_messages(self, download: Download, *, stem: str) -> tuple[Picture, ...]:
        """All pages of a rendition for screens, one by one."""
        pdf = download.source.read_bytes()
        return tuple(
            self._picture(download, f"{stem}-{page + 1}.png", pdf=pdf, width=MESSAGE, page=page)
            for page in range(download.pages)
        )

    def _picture(self, download: Download, name: str, *, pdf: bytes, width: int, page: int = 0) -> Picture:
        path = f"pictures/{download.sha256[:16]}/{name}"
        data = self.earlier(f"files/{path}") or thumbnail(pdf, width=width, page=page).data
        self.made[path] = data
        pixels = png_size(data)
        return Picture(path=path, width=pixels[0] // DENSITY, height=pixels[1] // DENSITY)
