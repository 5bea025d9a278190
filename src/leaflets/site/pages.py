"""A site as data -> its HTML: each page in its language, those before a choice in two."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from leaflets.document.dates import first_of, written_month
from leaflets.language import Language
from leaflets.site.model import Shelf, Site, Withdrawal
from leaflets.site.naming import named
from leaflets.site.packages import withdrawn_page
from leaflets.site.server import policy
from leaflets.site.templates import filled
from leaflets.site.typefaces import sheet_path
from leaflets.site.versions import named_versions
from leaflets.site.views import Entry, reading_view, shelf_view, side_by_side, stand_in
from leaflets.site.words import Both, Words

DRAFT = "Draft. Not verified. Do not hand out."

Speak = Callable[[Language], Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
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
        offered = [
            (shelf_view(shelf, self.sizes), found and reading_view(shelf, found, self.sizes))
            for shelf, found in readings
        ]
        yield page("files.html", f"{tag}/files.html", readings=offered)
        for shelf, found in readings:
            if found is None:
                continue
            yield page("text.html", f"{tag}/{shelf.name}.html", shelf=shelf, reading=found)
            twin = shelf.twin(tag)
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
        context = {
            "site": self.site,
            "language": language,
            "root": "../" * path.count("/"),
            "policy": policy(self.site),
            "fonts": sheet_path(language) if language in self.site.with_fonts else "",
            "title": self.site.shelves[0].name,
            "canonical": f"{self.site.base_url}{path}" if self.site.base_url else "",
            "alternates": named_versions(self.site, path),
            "host_notice": self._host_notice(language),
            "number": lambda count: language.in_digits(str(count)),
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
        return filled(template, context)

    def _host_notice(self, language: Language) -> list[Markup]:
        """The warning of a draft in the host's language too, for whoever looks over it."""
        host = self.site.host
        if host.tag == language.tag:
            return []
        said = self.speak(host).gettext(DRAFT)
        if said == self.speak(language).gettext(DRAFT):
            return []
        return [Markup('<span lang="{}" dir="{}">{}</span>').format(host.tag, host.direction, said)]
