"""Shows a built site in the browser, from this machine to this machine only."""

import os
import webbrowser
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from storyguide.front.setting_up import Say

HERE = "127.0.0.1"
_FIRST_PORT = 8400
_PORTS = 100


class Shown(ThreadingHTTPServer):
    """A server for one folder, at the first port that is free."""

    # On Windows, "reuse" would let two servers answer at one port.
    allow_reuse_address = os.name != "nt"
    daemon_threads = True

    def __init__(self, site: Path) -> None:
        for port in range(_FIRST_PORT, _FIRST_PORT + _PORTS):
            try:
                super().__init__((HERE, port), partial(_Quiet, directory=str(site)))
            except OSError:
                continue
            return
        super().__init__((HERE, 0), partial(_Quiet, directory=str(site)))

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HERE}:{self.server_address[1]}/"


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
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("")


def free_port() -> int:
    """A port nobody answers at yet."""
    with Shown(Path()) as server:
        return server.server_address[1]
