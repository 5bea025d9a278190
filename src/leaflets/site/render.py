"""A site as data -> every file of it but those that it offers: path -> bytes."""

from collections.abc import Iterable, Iterator

from leaflets.resources import data_path
from leaflets.site.feed import feed
from leaflets.site.model import Download, Site
from leaflets.site.packages import LISTING, listing, sums, zip_size, zipped
from leaflets.site.pages import Pages, Speak
from leaflets.site.server import base_path, configurations
from leaflets.site.versions import sitemap
from leaflets.site.views import archive_of, picker

ASSETS = ("style.css", "page.js", "picker.js", "icon.svg")


def render(site: Site, *, speak: Speak) -> Iterator[tuple[str, bytes]]:
    """Every file of the site but the downloads themselves."""
    entries = picker(site)
    archives = dict(_archives(site))
    yield from ((path, zipped(files)) for path, files in archives.items())
    sizes = {path: zip_size(files) for path, files in archives.items()}
    shown = Pages(site=site, speak=speak, entries=entries, sizes=sizes)
    yield "index.html", shown.first_page("index.html")
    yield "point.html", shown.first_page("point.html")
    yield "404.html", shown.first_page("404.html", root=base_path(site), hidden=True, canonical="")
    for language in site.languages:
        yield from shown.language_pages(language)
    for shelf in site.shelves:
        for old in shelf.withdrawn:
            yield from shown.withdrawn_pages(shelf, old)
        yield f"files/{shelf.name}-SHA256SUMS", sums(shelf.files)
    yield LISTING, listing(site)
    yield "feed.atom", feed(site)
    yield "robots.txt", b"User-agent: *\nDisallow: /\n" if site.drafts else b"User-agent: *\nAllow: /\n"
    if site.base_url:
        yield "sitemap.xml", sitemap(site)
    yield from configurations(site).items()
    yield from ((name, data_path(f"site/{name}").read_bytes()) for name in ASSETS)


def _archives(site: Site) -> Iterable[tuple[str, tuple[Download, ...]]]:
    for shelf in site.shelves:
        for reading in shelf.readings:
            if reading.files:
                yield archive_of(shelf, reading.language.tag), reading.files
        if shelf.files:
            yield archive_of(shelf), shelf.files
