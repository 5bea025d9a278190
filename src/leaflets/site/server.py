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
        *(f'add_header {name} "{value}" always;' for name, value in headers(site).items()),
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
        *(f'Header always set {name} "{value}"' for name, value in headers(site).items()),
        "AddType application/atom+xml .atom",
    ]
    lines += [f'RedirectMatch 302 "{pattern}" "{page}"' for pattern, page in _gone(site)]
    return ("\n".join(lines) + "\n").encode()


def _headers(site: Site) -> bytes:
    """The form that several hosts of static pages read."""
    return ("/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers(site).items())).encode()
