"""Shows a built site in the browser, from this machine to this machine only."""

import os
import signal
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler

from storyguide.cli.environment import Say

HERE = "127.0.0.1"
_FIRST_PORT = 8400
_PORTS = 100
MOST_AT_ONCE = 512
"""Connections held open, each by a thread of its own; as many more may wait at the door."""
IDLE = 20.0
"""Seconds a browser may take over its next request, or over taking in an answer."""
_CUT_AFTER = 5.0
"""Seconds for which each connection is safe; beyond them the oldest makes room when there is none left."""
SAFE = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What every file of a finished site is sent with, as its _headers asks of a host; its pages bring the rest."""


class AtAFreePort(ThreadingHTTPServer):
    """A threaded HTTP server for this machine only, at the first free port.

    At most `MOST_AT_ONCE` connections are open. When one more comes, the one open longest is cut off, so that nobody
    who is slow, or says nothing, keeps others from being answered: a browser that meant to stay comes back by itself.
    """

    # On Windows, "reuse" would let two servers answer at one port.
    allow_reuse_address = os.name != "nt"
    daemon_threads = True
    request_queue_size = MOST_AT_ONCE

    def __init__(self, answering: Callable[..., BaseRequestHandler]) -> None:
        self._open: dict[socket.socket, float] = {}
        self._fewer = threading.Condition()
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

    def process_request(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]
        """Answer in a thread of its own, once there is room for one."""
        with self._fewer:
            while len(self._open) >= MOST_AT_ONCE:
                longest, since = next(iter(self._open.items()))
                if not self._fewer.wait(max(0.0, since + _CUT_AFTER - time.monotonic())):
                    del self._open[longest]
                    with suppress(OSError):
                        longest.shutdown(socket.SHUT_RDWR)  # its thread hears of it, and closes it
            self._open[request] = time.monotonic()
        super().process_request(request, client_address)

    def close_request(self, request: socket.socket) -> None:  # type: ignore[override]
        """Let go of a connection that has ended, and make room for another."""
        super().close_request(request)
        with self._fewer:
            self._open.pop(request, None)
            self._fewer.notify()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went on or was too slow; of any other fault, say what the library says."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
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
    timeout = IDLE

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")  # or the next build would not be seen
        for name, value in SAFE.items():
            self.send_header(name, value)
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
