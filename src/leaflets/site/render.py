"""A site as data -> its pages: path -> bytes. Templates are the toolkit's own; all text is escaped."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import jinja2
from markupsafe import Markup

from leaflets.document.dates import first_of, written_month
from leaflets.project import DIGITS, Language
from leaflets.resources import data_path
from leaflets.site.model import Download, Messages, Reading, Shelf, Site, Withdrawal
from leaflets.site.naming import named, purpose, size
from leaflets.site.packages import (
    feed,
    listing,
    sums,
    withdrawn_page,
    zip_size,
    zipped,
)
from leaflets.site.server import base_path, configurations, policy
from leaflets.site.typefaces import sheet_path
from leaflets.site.words import Both, Words

DRAFT = "Draft. Not verified. Do not hand out."

FEW = 60
"""Addresses of versions that a page names: 100 bytes each, of 200 languages 20 kB on each page."""

ASSETS = ("style.css", "page.js", "picker.js", "icon.svg")

Speak = Callable[[Language], Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the language picker."""

    language: Language
    host: str
    """Its name in the host's language; empty where nobody has written it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A zip that a page offers."""

    path: str
    size: str


def render(site: Site, *, speak: Speak) -> Iterator[tuple[str, bytes]]:
    """Every file of the site but the downloads themselves."""
    entries = picker(site)
    archives = dict(_archives(site))
    yield from ((path, zipped(files)) for path, files in archives.items())
    sizes = {path: zip_size(files) for path, files in archives.items()}
    shown = _Shown(site=site, speak=speak, entries=entries, sizes=sizes)
    yield "index.html", shown.first_page("index.html")
    yield "point.html", shown.first_page("point.html")
    yield "404.html", shown.first_page("404.html", root=base_path(site), hidden=True, canonical="")
    for language in site.languages:
        yield from shown.language_pages(language)
    for shelf in site.shelves:
        for old in shelf.withdrawn:
            yield from shown.withdrawn_pages(shelf, old)
        yield f"files/{shelf.name}-SHA256SUMS", sums(shelf.files)
    yield "leaflets.json", listing(site)
    yield "feed.atom", feed(site)
    yield "robots.txt", b"User-agent: *\nDisallow: /\n" if site.drafts else b"User-agent: *\nAllow: /\n"
    if site.base_url:
        yield "sitemap.xml", shown.sitemap()
    yield from configurations(site).items()
    yield from ((name, data_path(f"site/{name}").read_bytes()) for name in ASSETS)


def picker(site: Site) -> tuple[Entry, ...]:
    """Languages by their own names: Latin letters first, then script by script."""
    ordered = sorted(site.languages, key=_order)
    return tuple(Entry(language=one, host=site.names.get(one.tag, "")) for one in ordered)


def _order(language: Language) -> tuple[bool, str, str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", language.autonym) if not unicodedata.combining(c))
    return language.script != "Latn", language.script, plain.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """Pages of one site, made one after the other."""

    site: Site
    speak: Speak
    entries: Sequence[Entry]
    sizes: Mapping[str, int]

    def language_pages(self, language: Language) -> Iterator[tuple[str, bytes]]:
        tag = language.tag
        readings = [(shelf, shelf.reading(tag)) for shelf in self.site.shelves]
        title = " · ".join((self.site.shelves[0].name, language.autonym))
        page = self._page_of(language, title=title)
        yield page("reader.html", f"{tag}/index.html", readings=readings)
        offered = [(shelf_view(shelf, self.sizes), self._reading(shelf, found)) for shelf, found in readings]
        yield page("files.html", f"{tag}/files.html", readings=offered)
        for shelf, found in readings:
            if found is None:
                continue
            yield page("text.html", f"{tag}/{shelf.name}.html", shelf=shelf, reading=found)
            twin = shelf.reading(self._twin(shelf, language).tag)
            if twin is not None:
                rows = list(side_by_side(found, twin))
                path = f"{tag}/{shelf.name}-both.html"
                yield page("both.html", path, rows=rows, twin=twin.language)

    def first_page(self, template: str, *, path: str = "", **values: object) -> bytes:
        """In the languages of source and host, as nobody has chosen one yet; editions are dated in digits."""
        both = Both(first=self.speak(self.site.source), second=self.speak(self.site.host))
        given = {"entries": self.entries, "month": str, "host_notice": (), **values}
        return self._rendered(template, self.site.source, both, path=path or template, values=given)

    def withdrawn_pages(self, shelf: Shelf, old: Withdrawal) -> Iterator[tuple[str, bytes]]:
        """One for all and one a language; and below each name of a file, for servers that know no rules."""
        wanted = {tag for tag, _ in old.names}
        below = {}
        for language in (None, *self.site.languages):
            tag = language.tag if language else ""
            path = withdrawn_page(shelf.name, old.edition, tag)
            yield path, self._withdrawn(language, shelf, old, path=path)
            if tag in wanted or not tag:
                below[tag] = self._withdrawn(language, shelf, old, path=path, root="../../", canonical="")
        yield from ((f"files/{name}/index.html", below.get(tag, below[""])) for tag, name in old.names)

    def _withdrawn(
        self, language: Language | None, shelf: Shelf, old: Withdrawal, *, path: str, **values: object
    ) -> bytes:
        home = f"{language.tag}/index.html" if language else "index.html"
        given = {"shelf": shelf, "old": old, "home": home, "hidden": True, **values}
        if language is None:
            return self.first_page("withdrawn.html", path=path, **given)
        return self.page("withdrawn.html", language, path=path, **given)

    def _twin(self, shelf: Shelf, language: Language) -> Language:
        return shelf.source if language.tag == shelf.host.tag else shelf.host

    def _page_of(self, language: Language, *, title: str) -> Callable[..., tuple[str, bytes]]:
        def page(template: str, path: str, **values: object) -> tuple[str, bytes]:
            made = self.page(template, language, path=path, title=title, **values)
            return path, made

        return page

    def page(self, template: str, language: Language, *, path: str, **values: object) -> bytes:
        return self._rendered(template, language, self.speak(language), path=path, values=values)

    def _rendered(
        self,
        template: str,
        language: Language,
        words: Words | Both,
        *,
        path: str,
        values: Mapping[str, object],
    ) -> bytes:
        environment = _environment()
        context = {
            "site": self.site,
            "language": language,
            "root": "../" * path.count("/"),
            "policy": policy(self.site),
            "fonts": sheet_path(language) if language in self.site.with_fonts else "",
            "title": self.site.shelves[0].name,
            "canonical": f"{self.site.base_url}{path}" if self.site.base_url else "",
            "alternates": self._named_alternates(path),
            "host_notice": self._host_notice(language),
            "number": lambda count: str(count).translate(
                str.maketrans(DIGITS["latn"], DIGITS[language.digits])
            ),
            "month": lambda edition: written_month(first_of(edition), language),
            "stand_in": stand_in,
            "withdrawn_page": withdrawn_page,
            "phone": named("phone"),
            "hidden": False,
            "words": words,
            "plain": words.plain,
            "tag": words.tag,
            "say": words.gettext,
            "speak": self.speak,
            **values,
        }
        return environment.get_template(template).render(context).encode()

    def _host_notice(self, language: Language) -> list[Markup]:
        """The warning of a draft in the host's language too, for whoever looks over it."""
        host = self.site.host
        if host.tag == language.tag:
            return []
        said = self.speak(host).gettext(DRAFT)
        if said == self.speak(language).gettext(DRAFT):
            return []
        return [Markup('<span lang="{}" dir="{}">{}</span>').format(host.tag, host.direction, said)]

    def _named_alternates(self, path: str) -> list[tuple[str, str]]:
        """Those that the page names itself: all, or of very many none, as the sitemap names them too."""
        found = self._alternates(path) if self.site.base_url else []
        return found if len(found) <= FEW else found[-1:]

    def _alternates(self, path: str) -> list[tuple[str, str]]:
        """The same page in every language that has it; the picker for all others."""
        folder, _, rest = path.rpartition("/")
        if folder not in {language.tag for language in self.site.languages}:
            return []
        has = [tag for tag in (entry.language.tag for entry in self.entries) if self._exists(tag, rest)]
        base = self.site.base_url
        return [*((tag, f"{base}{tag}/{rest}") for tag in has), ("x-default", f"{base}index.html")]

    def _exists(self, tag: str, name: str) -> bool:
        if name in ("index.html", "files.html"):
            return True
        return any(shelf.reading(tag) for shelf in self.site.shelves if name.startswith(shelf.name))

    def _reading(self, shelf: Shelf, found: Reading | None) -> dict[str, object] | None:
        if found is None:
            return None
        archive = archive_of(shelf, found.language.tag)
        return {
            "downloads": [download_view(file) for file in found.downloads],
            "missing": found.missing,
            "missing_names": [(named(one), purpose(other)) for one, other in found.missing],
            "zip": _archive(archive, self.sizes),
            "messages": found.messages and messages_view(found.messages),
        }

    def sitemap(self) -> bytes:
        """Every language's page with all its twins (sitemaps.org; hreflang as xhtml:link)."""
        rows = []
        for language in self.site.languages:
            links = "".join(
                f'<xhtml:link rel="alternate" hreflang="{tag}" href="{href}"/>'
                for tag, href in self._alternates(f"{language.tag}/index.html")
            )
            rows.append(f"<url><loc>{self.site.base_url}{language.tag}/index.html</loc>{links}</url>")
        head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        return f'{head} xmlns:xhtml="http://www.w3.org/1999/xhtml">{"".join(rows)}</urlset>\n'.encode()


def numeral(count: int, *, language: Language) -> str:
    """A number in a text: `6`, in Persian `۶`."""
    return str(count).translate(str.maketrans(DIGITS["latn"], DIGITS[language.digits]))


def stand_in(shelf: Shelf) -> Reading | None:
    """Whose help line is told where a language has no text yet."""
    wanted = (shelf.reading(shelf.source.tag), shelf.reading(shelf.host.tag), *shelf.readings)
    return next((reading for reading in wanted if reading is not None), None)


def shelf_view(shelf: Shelf, sizes: Mapping[str, int]) -> dict[str, object]:
    """A shelf as the page for organisations shows it."""
    return {
        "name": shelf.name,
        "edition": shelf.edition,
        "source": shelf.source,
        "withdrawn": shelf.withdrawn,
        "is_withdrawn": shelf.is_withdrawn,
        "changes": shelf.changes,
        "many": [download_view(file) for file in shelf.many],
        "zip": _archive(archive_of(shelf), sizes),
    }


def download_view(file: Download) -> dict[str, object]:
    """A file in words."""
    return {
        "path": file.path,
        "name": named(file.format),
        "purpose": purpose(file.profile),
        "kind": kind_of(file),
        "sheet": file.sheet,
        "size": size(file.bytes),
        "pages": file.pages,
        "released": file.released,
        "sha256": file.sha256,
        "thumbnail": file.thumbnail,
    }


def messages_view(sent: Messages) -> dict[str, object]:
    """What is sent in messages, in words: the size is that of all pictures."""
    return {
        "pictures": [picture.path for picture in sent.pictures],
        "kind": kind_of(sent.pictures[0]),
        "size": size(sent.size),
        "text": sent.text and download_view(sent.text),
    }


def kind_of(file: Download) -> str:
    """PDF, JPG, TXT."""
    return file.path.rpartition(".")[2].upper()


def side_by_side(own: Reading, other: Reading) -> Iterator[tuple[Markup, Markup]]:
    """Parts of a text beside those of its twin; what only one of them has stands alone."""
    left, right = own.blocks, other.blocks
    matcher = SequenceMatcher(a=[b.key for b in left], b=[b.key for b in right], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from ((one.text, two.text) for one, two in zip(left[a:b], right[c:d], strict=True))
        else:
            yield from ((one.text, Markup("")) for one in left[a:b])
            yield from ((Markup(""), two.text) for two in right[c:d])


def archive_of(shelf: Shelf, tag: str = "all") -> str:
    """Path of a zip; neutral, as all names are."""
    return f"files/{shelf.name}-{tag}-{shelf.edition}.zip"


def _archive(path: str, sizes: Mapping[str, int]) -> Archive | None:
    return Archive(path=path.removeprefix("files/"), size=size(sizes[path])) if path in sizes else None


def _archives(site: Site) -> Iterable[tuple[str, tuple[Download, ...]]]:
    for shelf in site.shelves:
        for reading in shelf.readings:
            if reading.files:
                yield archive_of(shelf, reading.language.tag), reading.files
        if shelf.files:
            yield archive_of(shelf), shelf.files


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    """One for all pages: templates are compiled once a process; words come with each page."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(data_path("site")),
        autoescape=True,
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.filters["led"] = led
    environment.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]  # set by the extension
    return environment


def led(text: str) -> Markup:
    """Words that lead on to others, and the blank after them, unless their last mark is as wide as two."""
    plain = Markup(text).striptags()  # noqa: S704 - a block of a template, which was escaped
    wide = plain and unicodedata.east_asian_width(plain[-1]) in ("F", "W")
    return Markup(text) + ("" if wide else " ")  # noqa: S704 - as above


@jinja2.pass_context
def _gettext(context: jinja2.runtime.Context, msgid: str) -> Markup:
    words: Words | Both = context["words"]
    return words.gettext(msgid)


def _ngettext(one: str, _many: str, _count: int) -> str:
    """Numbers stand after a colon on the site, so that no language needs plural forms: `Pages: 2`."""
    return one
