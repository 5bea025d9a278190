"""A folder -> a look at it in the browser, on this machine only, with the headers of a server."""

import io
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from leaflets.errors import LeafletsError
from leaflets.site.server import HEADERS

LOOPBACK = "127.0.0.1"

OWN_NAMES = frozenset({LOOPBACK, "localhost", ""})
"""Names of this machine: a page elsewhere may let a name of its own lead here, and read drafts by it."""

LEFT_OUT = frozenset({"Strict-Transport-Security"})
"""For HTTPS only."""


class Handler(SimpleHTTPRequestHandler):
    """Static files with the site's headers, and no log of what was read."""

    extensions_map = {  # noqa: RUF012 - the base class's own form
        **SimpleHTTPRequestHandler.extensions_map,
        ".atom": "application/atom+xml",
        ".js": "text/javascript",
        ".txt": "text/plain; charset=utf-8",
        ".woff2": "font/woff2",
    }

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Only for a browser on this machine, and only what is named: folders are not listed."""
        host = self.headers.get("Host", "").partition(":")[0]
        if host not in OWN_NAMES:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        if "%00" in self.path:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def list_directory(self, _path: object) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            if name not in LEFT_OUT:
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there, as servers show it."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *_args: object) -> None:
        return


def server(folder: Path, *, port: int = 0) -> ThreadingHTTPServer:
    """A server bound to loopback; port 0 takes any that is free. The caller runs and closes it.

    LeafletsError if the port is taken.
    """
    try:
        return ThreadingHTTPServer((LOOPBACK, port), partial(Handler, directory=str(folder)))
    except OSError as error:
        raise LeafletsError(
            f"port {port} cannot be used: {error.strerror}; name another with --port, or 0 for a free one"
        ) from None
