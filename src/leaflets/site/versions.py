"""A page of a site -> the same page in other languages: as it names them, and as the sitemap does."""

from leaflets.site.model import Site

FEW = 60
"""Addresses of versions that a page names: 100 bytes each, of 200 languages 20 kB on each page."""


def named_versions(site: Site, path: str) -> list[tuple[str, str]]:
    """Those that the page names itself: all, or of very many none, as the sitemap names them too."""
    found = versions(site, path) if site.base_url else []
    return found if len(found) <= FEW else found[-1:]


def versions(site: Site, path: str) -> list[tuple[str, str]]:
    """Tag and address in every language that has the page; the picker for all others."""
    folder, _, rest = path.rpartition("/")
    tags = [language.tag for language in site.languages]
    if folder not in tags:
        return []
    base = site.base_url
    has = ((tag, f"{base}{tag}/{rest}") for tag in tags if _exists(site, tag, rest))
    return [*has, ("x-default", f"{base}index.html")]


def _exists(site: Site, tag: str, name: str) -> bool:
    if name in ("index.html", "files.html"):
        return True
    return any(
        (name == f"{shelf.name}.html" and shelf.reading(tag))
        or (name == f"{shelf.name}-both.html" and shelf.twin(tag))
        for shelf in site.shelves
    )


def sitemap(site: Site) -> bytes:
    """Every language's page with all its twins (sitemaps.org; hreflang as xhtml:link)."""
    rows = []
    for language in site.languages:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{href}"/>'
            for tag, href in versions(site, f"{language.tag}/index.html")
        )
        rows.append(f"<url><loc>{site.base_url}{language.tag}/index.html</loc>{links}</url>")
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    )
    return f'{head} xmlns:xhtml="http://www.w3.org/1999/xhtml">{"".join(rows)}</urlset>\n'.encode()
