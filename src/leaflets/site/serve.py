"""A folder -> a look at it in the browser, on this machine only, with the headers of a server."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from leaflets.site.server import HEADERS

LOOPBACK = "127.0.0.1"

LEFT_OUT = frozenset({"Strict-Transport-Security"})
"""For HTTPS only."""


class Handler(SimpleHTTPRequestHandler):
    """Static files with the site's headers, and no log of what was read."""

    extensions_map = {  # noqa: RUF012 - the base class's own form
        **SimpleHTTPRequestHandler.extensions_map,
        ".atom": "application/atom+xml",
        ".js": "text/javascript",
    }

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            if name not in LEFT_OUT:
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        return


def server(folder: Path, *, port: int = 0) -> ThreadingHTTPServer:
    """A server bound to loopback; port 0 takes any that is free. The caller runs and closes it."""
    return ThreadingHTTPServer((LOOPBACK, port), partial(Handler, directory=str(folder)))
