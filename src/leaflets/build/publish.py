"""A project and what its build wrote -> the download site, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leaflets.build.offers import released_before
from leaflets.build.previews import Earlier
from leaflets.build.shelves import Stock, shelf_of
from leaflets.build.speaker import host_names, speaker
from leaflets.build.typefaces import Typefaces, check_licences
from leaflets.config.project import PROJECT_FILE
from leaflets.diagnostics import Diagnostic, Place, Severity
from leaflets.files import Files
from leaflets.project import Project
from leaflets.site.model import Site, content
from leaflets.site.packages import LISTING, listed_offers, listing
from leaflets.site.render import render
from leaflets.site.typefaces import is_lacking


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A site, and the files that it offers."""

    site: Site
    stock: Stock
    input: Files

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Path -> bytes of all pages, downloads, pictures and recordings."""
        for shelf in self.site.shelves:
            yield from ((f"files/{file.path}", content(file)) for file in shelf.files)
        yield from ((f"files/{path}", data) for path, data in self.stock.items())
        typefaces = Typefaces(languages=self.site.with_fonts, files=self.input)
        for path, data in render(self.site, speak=speaker(self.input)):
            typefaces.see(path, data)
            yield path, data
        yield from typefaces.made()


def taken_away(
    published: Published, project: Project, *, folder: Path, earlier: Earlier
) -> Iterator[Diagnostic]:
    """What was published or released, and is not on this site: a reader who looks for it finds nothing."""
    now = listed_offers(listing(published.site))
    built = (released_before(leaflet, folder) for leaflet in project.leaflets)
    before = listed_offers(earlier(LISTING)).union(*built)
    gone = sorted(before - now)
    if gone:
        rows: dict[tuple[str, str], list[str]] = {}
        for name, tag, offer in gone:
            rows.setdefault((name, tag), []).append(offer)
        yield Diagnostic(
            rule="taken-away",
            severity=Severity.WARNING,
            message="the site does not offer what was published or released before",
            notes=tuple(f"{name}, {tag}: {', '.join(offers)}" for (name, tag), offers in rows.items()),
            help="leaflets review LANG tells why; then: leaflets build --release, and leaflets site again",
        )


def undated(project: Project) -> Iterator[Diagnostic]:
    """Withdrawn editions whose entry in the feed would look as old as the edition itself."""
    for leaflet in project.leaflets:
        for old in leaflet.withdrawn:
            if old.on is None and old.replaced_by <= old.edition:
                yield Diagnostic(
                    rule="undated-withdrawal",
                    severity=Severity.WARNING,
                    message=f"{leaflet.name}: it is not said when edition {old.edition} was withdrawn",
                    place=Place(file=PROJECT_FILE),
                    notes=("readers of feeds show what is new by its day: they would not see it",),
                    help="write the day into its [[withdrawn]], such as: on = 2026-11-27",
                )


def nothing_earlier(_path: str) -> None:
    """No earlier site: every picture is drawn."""


def publish(
    project: Project,
    files: Files,
    *,
    folder: Path,
    drafts: bool = False,
    base_url: str = "",
    web_fonts: bool = False,
    earlier: Earlier = nothing_earlier,
) -> Published:
    """The site of all leaflets; `folder` is where the build wrote. Without `drafts`, released ones only."""
    stock: Stock = {}
    shelves = tuple(
        shelf_of(project, leaflet, files, folder=folder, drafts=drafts, earlier=earlier, stock=stock)
        for leaflet in project.leaflets
    )
    languages = project.languages
    with_fonts = tuple(one for one in languages if is_lacking(one)) if web_fonts else ()
    check_licences(with_fonts, files=files)
    site = Site(
        shelves=shelves,
        languages=languages,
        names=host_names(languages, project.leaflets[0].host),
        base_url=base_url or project.site.base_url,
        leave=project.site.leave,
        drafts=drafts,
        with_fonts=with_fonts,
    )
    return Published(site=site, stock=stock, input=files)
