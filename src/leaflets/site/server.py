"""A site's rules -> configuration of common web servers: no traces at the server, none on the way."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from leaflets.site.model import Site
from leaflets.site.packages import withdrawn_page

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; "
    "form-action 'none'; base-uri 'none'"
)
"""Nothing inline and nothing from elsewhere (Content Security Policy Level 3)."""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY + "; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=(), interest-cohort=()",
}


def configurations(site: Site) -> dict[str, bytes]:
    """Path -> content. They stand beside the pages, to be copied to where the server reads them."""
    return {"server/nginx.conf": _nginx(site), "server/apache.conf": _apache(site), "_headers": _headers()}


TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
"""A language, as it stands in names of files; `mul` and `all` too."""


def _gone(site: Site) -> list[tuple[str, str]]:
    """Pattern of the addresses of withdrawn files, and the page that says so."""
    base = urlsplit(site.base_url).path or "/"
    return [
        (
            f"^{re.escape(base)}files/{re.escape(shelf.name)}-{TAG}-{re.escape(old.edition)}[-.]",
            base + withdrawn_page(shelf.name, old.edition),
        )
        for shelf in site.shelves
        for old in shelf.withdrawn
    ]


def _nginx(site: Site) -> bytes:
    lines = [
        "# nginx: put this into the server block that serves this folder over HTTPS.",
        "# On port 80 answer only: return 301 https://$host$request_uri;",
        "access_log off;",
        "server_tokens off;",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        f"location = {urlsplit(site.base_url).path or '/'}feed.atom {{ default_type application/atom+xml; }}",
    ]
    for pattern, page in _gone(site):
        lines += [f'location ~ "{pattern}" {{', f"    error_page 410 {page};", "    return 410;", "}"]
    return ("\n".join(lines) + "\n").encode()


def _apache(site: Site) -> bytes:
    lines = [
        "# Apache: put this into the <VirtualHost *:443> of this folder; needs mod_headers and mod_alias.",
        "# On port 80 answer only: Redirect permanent / https://your.host/",
        '# No CustomLog: requests are not written down. If the server has one: CustomLog "/dev/null" common',
        *(f'Header always set {name} "{value}"' for name, value in HEADERS.items()),
        "AddType application/atom+xml .atom",
    ]
    lines += [f'RedirectMatch 302 "{pattern}" "{page}"' for pattern, page in _gone(site)]
    return ("\n".join(lines) + "\n").encode()


def _headers() -> bytes:
    """The form that several hosts of static pages read."""
    return ("/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())).encode()
