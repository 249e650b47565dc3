"""The explorer's files in; out, a server that gives them to browsers of this computer, and nothing else.

It listens on the loopback address only. A request that names another host is refused: by a name that leads here, a page
of somebody else could read what is served. No path is ever looked up: a name is one of these files or it is not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

LOOPBACK = "127.0.0.1"
_TYPES = {".html": "text/html; charset=utf-8", ".json": "application/json"}
_FIRST = "index.html"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Server(ThreadingHTTPServer):
    """Serves some files, the page among them, once it is told which; OSError where it cannot listen on a port."""

    daemon_threads = True

    def __init__(self, port: int = 0, files: Iterable[Path] = ()) -> None:
        self.serve(files)
        super().__init__((LOOPBACK, port), _Handler)
        self.hosts = {f"{name}:{self.server_port}" for name in (LOOPBACK, "localhost")}

    def serve(self, files: Iterable[Path]) -> None:
        """Serve these files from now on, each under its name."""
        self.files = {path.name: path for path in files}

    @property
    def address(self) -> str:
        """Return where the page is."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that broke off; of all else what the library says."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version = "readouts"
    sys_version = ""

    def do_GET(self) -> None:
        self._answer(with_content=True)

    def do_HEAD(self) -> None:
        self._answer(with_content=False)

    def _answer(self, *, with_content: bool) -> None:
        if self.headers.get("Host") not in self.server.hosts:
            self.send_error(HTTPStatus.FORBIDDEN, "This server is for this computer alone")
            return
        file = self.server.files.get(self.path.split("?")[0].removeprefix("/") or _FIRST)
        if file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        try:
            content = file.read_bytes()
        except OSError:
            self.send_error(HTTPStatus.GONE, "This file has been taken away")
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", _TYPES[file.suffix])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if with_content:
            self.wfile.write(content)

    def end_headers(self) -> None:
        """Send with every answer what keeps it from being taken for something else, kept or read from elsewhere."""
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002  the library's name
        """Say nothing of what is asked for."""
