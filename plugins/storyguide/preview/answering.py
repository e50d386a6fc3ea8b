"""Answers a browser on this machine: pages of the preview, and word of their changes."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, quote, unquote, urlsplit

from storyguide.preview.preview import LOST, Content, Preview
from storyguide.preview.telling import news_of, problems_page, starting_page
from storyguide.site.theme_files import THEME

OURS = "_preview/"
"""Where the preview's own files stand, beside those of the site."""
_FILES = {f"{OURS}{name}": THEME / "live" / name for name in ("live.js", "live.css")}
_BEAT = 15.0
"""Seconds after which an open line says that it is still there."""
_IDLE = 20.0
"""Seconds a browser may take over its next request, or over taking in an answer."""
_UNFRAMED = "frame-ancestors 'none'"
_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
    f"font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; {_UNFRAMED}"
)
_EDITOR = "admin/"
"""Where the online editor stands. Its page has a policy of its own, and of two the stricter would hold."""
_TYPES: Mapping[str, str] = {
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".wasm": "application/wasm",
}


class Answering(BaseHTTPRequestHandler):
    """One answer; `preview` is set on a class of its own for each server."""

    preview: ClassVar[Preview]
    server: HTTPServer
    protocol_version = "HTTP/1.1"
    timeout = _IDLE

    def do_GET(self) -> None:
        """Give what was asked for."""
        if not self._from_here():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"The preview answers on this machine only.", "text/plain")
            return
        asked = urlsplit(self.path)
        path = unquote(asked.path).lstrip("/")
        if path == f"{OURS}news":
            self._stay(parse_qs(asked.query))
        elif path in _FILES:
            self._file(path, _FILES[path])
        elif path == f"{OURS}problems/":
            self._page(HTTPStatus.OK, problems_page(self.preview), path)
        else:
            self._of_the_site(path)

    def do_HEAD(self) -> None:
        """The same, without what it holds."""
        self.do_GET()

    def _from_here(self) -> bool:
        """Whether the browser meant this machine: a foreign name that leads here is somebody else's page asking."""
        port = self.server.server_port
        return self.headers.get("Host", "") in (f"127.0.0.1:{port}", f"localhost:{port}")

    def _of_the_site(self, path: str) -> None:
        standing = f"{path}index.html" if not path or path.endswith("/") else path
        content = self.preview.get(standing)
        if content is not None:
            ours = standing.endswith(".html") and not standing.startswith(_EDITOR)
            self._page(HTTPStatus.OK, content, standing) if ours else self._file(standing, content)
        elif not path.endswith("/") and self.preview.get(f"{path}/index.html") is not None:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{quote(path)}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            lost = self.preview.get(LOST)
            self._page(HTTPStatus.NOT_FOUND, starting_page(self.preview) if lost is None else lost, standing)

    def _page(self, status: HTTPStatus, content: Content, path: str) -> None:
        """A page, with what listens for its changes."""
        whole = content if isinstance(content, bytes) else content.read_bytes()
        listening = (
            '<link rel="stylesheet" href="/_preview/live.css">\n'
            f'<script type="module" src="/_preview/live.js" data-path="{quote(path)}" '
            f'data-seen="{self.preview.digest(path)}"></script>\n</head>'
        )
        self._send(status, whole.replace(b"</head>", listening.encode(), 1), "text/html; charset=utf-8")

    def _file(self, path: str, content: Content) -> None:
        kind = _TYPES.get(Path(path).suffix) or guess_type(path)[0] or "application/octet-stream"
        self._send(HTTPStatus.OK, content if isinstance(content, bytes) else content.read_bytes(), kind)

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """End the head of any answer, of one that goes wrong too, with what keeps other pages out."""
        of_editor = getattr(self, "path", "").startswith(f"/{_EDITOR}")
        self.send_header("Content-Security-Policy", _UNFRAMED if of_editor else _POLICY)
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _stay(self, query: Mapping[str, list[str]]) -> None:
        """Keep the line open, and say each time whether the page the browser shows has changed, and what to mend."""
        path, seen = query.get("path", [""])[0], query.get("seen", [""])[0]
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        stamp, said = -1, ""
        try:
            while True:
                now = self.preview.wait(stamp, _BEAT)
                news = json.dumps(
                    {"changed": self.preview.digest(path) != seen, **news_of(self.preview)}, ensure_ascii=False
                )
                self.wfile.write(f"data: {news}\n\n".encode() if news != said else b":\n\n")
                self.wfile.flush()
                stamp, said = now, news
        except OSError:
            return  # the page was left

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what was asked for is of no interest here."""
