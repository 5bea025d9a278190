"""A site's rules -> configuration of common web servers: no traces at the server, none on the way."""

from collections.abc import Mapping

from leaflets.site.model import Site

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


def _gone(site: Site) -> list[tuple[str, str]]:
    """Start of the names of withdrawn files, and the page that says so."""
    return [
        (f"{shelf.name}-", f"{old.edition}")
        for shelf in site.shelves
        for old in shelf.withdrawn
        if old.edition != shelf.edition
    ]


def _nginx(site: Site) -> bytes:
    lines = [
        "# nginx: put this into the server block that serves this folder over HTTPS.",
        "# On port 80 answer only: return 301 https://$host$request_uri;",
        "access_log off;",
        "server_tokens off;",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        "location = /feed.atom { default_type application/atom+xml; }",
    ]
    for name, edition in _gone(site):
        lines += [
            f"location ~ ^/files/{name}[A-Za-z-]+-{edition}- {{",
            "    error_page 410 /withdrawn/" + f"{name}{edition}.html;",
            "    return 410;",
            "}",
        ]
    return ("\n".join(lines) + "\n").encode()


def _apache(site: Site) -> bytes:
    lines = [
        "# Apache: put this into the <VirtualHost *:443> of this folder; needs mod_headers and mod_alias.",
        "# On port 80 answer only: Redirect permanent / https://your.host/",
        '# No CustomLog: requests are not written down. If the server has one: CustomLog "/dev/null" common',
        *(f'Header always set {name} "{value}"' for name, value in HEADERS.items()),
        "AddType application/atom+xml .atom",
    ]
    for name, edition in _gone(site):
        page = f"/withdrawn/{name}{edition}.html"
        lines.append(f'RedirectMatch 302 "^/files/{name}[A-Za-z-]+-{edition}-.*" "{page}"')
    return ("\n".join(lines) + "\n").encode()


def _headers() -> bytes:
    """The form that several hosts of static pages read."""
    return ("/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())).encode()
