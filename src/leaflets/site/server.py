"""A site's rules -> configuration of common web servers: no traces at the server, none on the way."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from leaflets.site.model import Site
from leaflets.site.packages import withdrawn_page

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; "
    "form-action 'none'; base-uri 'none'"
)
"""Nothing inline and nothing from elsewhere (Content Security Policy Level 3)."""

FONTS = "; font-src 'self'"
"""Only where a site has fonts."""

FRAMES = "; frame-ancestors 'none'"
"""Only in headers: in a page it has no effect (Content Security Policy Level 3, 4.2.2)."""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY + FONTS + FRAMES,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=(), interest-cohort=()",
}


def policy(site: Site) -> str:
    """What its pages say of themselves."""
    return POLICY + FONTS if site.with_fonts else POLICY


def headers(site: Site) -> dict[str, str]:
    """What a server says with each of its files."""
    return {**HEADERS, "Content-Security-Policy": policy(site) + FRAMES}


def configurations(site: Site) -> dict[str, bytes]:
    """Path -> content. They stand beside the pages, to be copied to where the server reads them."""
    return {
        "server/nginx.conf": _nginx(site),
        "server/apache.conf": _apache(site),
        "_headers": _headers(site),
    }


PACKED = (
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/atom+xml",
    "image/svg+xml",
)
"""Besides HTML: a third of the bytes. Nothing on these pages is secret, so that packing betrays nothing."""

TAG = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
"""A language, as it stands in names of files; `mul` and `all` too."""


def base_path(site: Site) -> str:
    """Where the site begins on its server: `/` or `/guide/`."""
    return urlsplit(site.base_url).path or "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Addresses of files of a withdrawn edition, and the page that says so."""

    pattern: str
    page: str


def gone(site: Site) -> Iterator[Gone]:
    """In the language of the file, where the site has it; else in those of the country."""
    base = base_path(site)
    for shelf in site.shelves:
        for old in shelf.withdrawn:
            found = "|".join(re.escape(language.tag) for language in site.languages)
            start = f"^{re.escape(base)}files/(?:pictures/[0-9a-f]+/)?{re.escape(shelf.name)}"
            end = f"{re.escape(old.edition)}[-.]"
            for tag in (language.tag for language in site.languages):
                page = withdrawn_page(shelf.name, old.edition, tag)
                yield Gone(pattern=f"{start}-{re.escape(tag)}-{end}", page=base + page)
            others = f"(?!(?:{found})-{end}){TAG}" if found else TAG
            page = withdrawn_page(shelf.name, old.edition)
            yield Gone(pattern=f"{start}-{others}-{end}", page=base + page)


def _nginx(site: Site) -> bytes:
    """Errors are not written down either, as each line of them would name the visitor's address."""
    lines = [
        "# nginx: put this into the server block that serves this folder over HTTPS.",
        "# On port 80 answer only: return 301 https://$host$request_uri;",
        "access_log off;",
        "log_not_found off;",
        "error_log /dev/null crit;",
        "server_tokens off;",
        "charset utf-8;",
        f"gzip on; gzip_vary on; gzip_types {' '.join(PACKED)};",
        *(f'add_header {name} "{value}" always;' for name, value in headers(site).items()),
        f"error_page 404 {base_path(site)}404.html;",
        f"location = {base_path(site)}feed.atom {{ types {{ }} default_type application/atom+xml; }}",
    ]
    for one in gone(site):
        lines += [f'location ~ "{one.pattern}" {{', f"    error_page 410 {one.page};", "    return 410;", "}"]
    return ("\n".join(lines) + "\n").encode()


def _apache(site: Site) -> bytes:
    lines = [
        "# Apache 2.4: put this into the <VirtualHost *:443> of the folder; needs mod_headers and mod_alias.",
        "# On port 80 answer only: Redirect permanent / https://your.host/",
        "# Requests are not written down, and of errors only those that stop the server (on Windows: NUL).",
        'CustomLog "/dev/null" common',
        "LogLevel crit",
        "AddDefaultCharset utf-8",
        "<IfModule mod_deflate.c>",
        f"    AddOutputFilterByType DEFLATE text/html {' '.join(PACKED)}",
        "</IfModule>",
        *(f'Header always set {name} "{value}"' for name, value in headers(site).items()),
        f"ErrorDocument 404 {base_path(site)}404.html",
        "AddType application/atom+xml .atom",
        "AddType font/woff2 .woff2",
    ]
    for one in gone(site):
        lines += [
            f'<LocationMatch "{one.pattern}">',
            f"    ErrorDocument 410 {one.page}",
            "    Redirect 410",
            "</LocationMatch>",
        ]
    return ("\n".join(lines) + "\n").encode()


def _headers(site: Site) -> bytes:
    """The form that several hosts of static pages read."""
    rows = "".join(f"  {name}: {value}\n" for name, value in headers(site).items())
    return f"/*\n{rows}/*.txt\n  Content-Type: text/plain; charset=utf-8\n".encode()
