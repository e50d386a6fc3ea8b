"""Shows a built site in the browser, from this machine to this machine only."""

import os
import signal
import sys
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler

from storyguide.front.setting_up import Say

HERE = "127.0.0.1"
_FIRST_PORT = 8400
_PORTS = 100


class AtAFreePort(ThreadingHTTPServer):
    """A server for this machine only, at the first port that is free."""

    # On Windows, "reuse" would let two servers answer at one port.
    allow_reuse_address = os.name != "nt"
    daemon_threads = True

    def __init__(self, answering: Callable[..., BaseRequestHandler]) -> None:
        for port in (*range(_FIRST_PORT, _FIRST_PORT + _PORTS), 0):
            try:
                super().__init__((HERE, port), answering)
            except OSError:
                if port:
                    continue
                raise
            return

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HERE}:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went on before it had its answer; of anything else, what the library says."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Shown(AtAFreePort):
    """A server for one folder."""

    def __init__(self, site: Path) -> None:
        super().__init__(partial(_Quiet, directory=str(site)))


def until_stopped(server: AtAFreePort) -> None:
    """Answer until Ctrl+C, or until the machine asks for an end."""
    signal.signal(signal.SIGTERM, _stop)
    with suppress(KeyboardInterrupt):
        server.serve_forever()


def _stop(number: int, frame: object) -> None:
    raise KeyboardInterrupt


class _Quiet(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")  # or the next build would not be seen
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what was asked for is of no interest here."""


def show(site: Path, *, say: Say) -> None:
    """Serve a site and open it in the browser, until Ctrl+C."""
    with Shown(site) as server:
        say(f"It is shown at {server.address} until you press Ctrl+C.")
        webbrowser.open(server.address)
        until_stopped(server)
