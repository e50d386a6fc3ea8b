"""Serves folders to the browser as a good host would: compressed, not twice within minutes, with a 404 page."""

import gzip
import threading
from dataclasses import dataclass, field
from functools import lru_cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from storyguide.site.headers import HEADERS

from tests.hosting import Rules, rules_of, said_with

_COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".webmanifest")
_NEVER_CHANGES = ("/assets/fonts/", "/photos/")
_PAGES = (".html", ".json", ".xml")


@dataclass(frozen=True)
class Sent:
    """One answer: for which path, with which status, and how many bytes its body took on the way."""

    path: str
    status: int
    size: int


@dataclass
class Sites:
    """Call it with a folder to get the address it is served at, ending in "/"; `sent` lists what went out."""

    sent: list[Sent] = field(default_factory=list)
    hosted: bool = False
    """Whether each answer says what the site's _headers asks of its host, and no more."""
    _servers: dict[Path, ThreadingHTTPServer] = field(default_factory=dict)

    def __call__(self, folder: Path) -> str:
        folder = Path(folder).resolve()
        if folder not in self._servers:
            self._servers[folder] = self._started(folder)
        return f"http://127.0.0.1:{self._servers[folder].server_address[1]}/"

    def forget(self) -> None:
        """Count from here."""
        self.sent.clear()

    @property
    def bytes_sent(self) -> int:
        """Bodies of all answers since forget(), as compressed."""
        return sum(answer.size for answer in self.sent)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._servers.values():
            server.shutdown()
            server.server_close()

    def _started(self, folder: Path) -> ThreadingHTTPServer:
        sent = self.sent
        told = rules_of((folder / HEADERS).read_text(encoding="utf-8")) if self.hosted else None

        class Handler(_Handler):
            def __init__(self, *rest: object) -> None:
                self.sent, self.rules = sent, told
                super().__init__(*rest, directory=str(folder))

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return server


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    sent: list[Sent]
    rules: Rules | None

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            if not self.path.split("?")[0].endswith("/"):
                self.send_response(301)
                self.send_header("Location", self.path + "/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            file /= "index.html"
        status = 200 if file.is_file() else 404
        if status == 404:
            file = Path(self.directory) / "404.html"
        body = file.read_bytes() if file.is_file() else b"Not found"
        self.send_response(status)
        if file.suffix in _COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = _compressed(body)
            self.send_header("Content-Encoding", "gzip")
        kind = self.guess_type(str(file))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if self.rules is not None:
            for name, values in said_with(self.rules, urlsplit(self.path).path).items():
                self.send_header(name, ", ".join(values))
        elif any(part in self.path for part in _NEVER_CHANGES):
            self.send_header("Cache-Control", "max-age=31536000, immutable")
        elif status == 200 and file.suffix not in _PAGES:
            self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.sent.append(Sent(self.path, status, len(body)))
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@lru_cache(maxsize=512)
def _compressed(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)
