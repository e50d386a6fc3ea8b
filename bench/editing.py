"""How long it takes from saving a story to its page being served anew: our preview beside Hugo's server and MkDocs'."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from typing import NamedTuple

from bench.running import hugo

PROJECT = Path(__file__).resolve().parent.parent
EDITS = 20
FEW = 3
"""Edits for whom each takes many seconds."""
_ASKS = 0.004
"""Seconds between asking for a page and asking again."""
_REST = 0.15
"""Seconds between an edit being seen and the next: nobody types faster."""
_PATIENCE = 300.0

Write = Callable[[str, str], str]
"""Given a story's file as it was and a word, the file with the word in it."""


class Editing(NamedTuple):
    """What a server took, in the median: milliseconds for words and for facts, and the megabytes it held."""

    words: float
    facts: float
    megabytes: float


class _Peer(NamedTuple):
    command: Sequence[str]
    folder: Path
    file: Callable[[Path], Path]
    facts: bool = True
    edits: int = EDITS


def editing(corpora: Mapping[str, Path], slug: str, *, material: bool) -> dict[str, Editing]:
    """Each server in turn, on its corpus: the same story edited again and again."""
    port = _free_port()
    at = f"127.0.0.1:{port}"
    peers = {
        "ours": _Peer(
            [sys.executable, str(PROJECT / "build.py"), "serve", "--no-open", "--root", str(corpora["ours"])],
            PROJECT,
            lambda root: root / "stories" / slug / "story.md",
        ),
        "hugo": _Peer(
            [hugo(), "server", "--bind", "127.0.0.1", "--port", str(port), "--disableBrowserError", "--noHTTPCache"],
            corpora["hugo"],
            lambda root: root / "content" / "stories" / slug / "index.md",
        ),
    }
    if material:
        peers["material"] = _Peer(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", at],
            corpora["material"],
            lambda root: root / "docs" / "stories" / f"{slug}.md",
            edits=FEW,
        )
    return {name: _served(peer, peer.file(corpora[name]), port, slug) for name, peer in peers.items()}


def _served(peer: _Peer, file: Path, port: int, slug: str) -> Editing:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with TemporaryFile() as said:
        server = subprocess.Popen(  # noqa: S603 - our own, and its peers
            peer.command,
            cwd=peer.folder,
            env={**environment, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            page = _Page(lambda: _told_port(said.fileno()) or port, f"/stories/{slug}/")
            page.until(bool)
            words = _median(page, file, peer.edits, lambda text, word: f"{text}\n{word}\n")
            facts = _median(page, file, peer.edits, _titled)
            return Editing(words, facts, _megabytes(server.pid))
        finally:
            server.terminate()
            server.wait()


class _Page:
    """One page of a server that may not answer yet."""

    def __init__(self, port: Callable[[], int], path: str) -> None:
        self._port, self._path = port, path

    def until(self, wanted: Callable[[str], bool]) -> None:
        """Ask for it until it is as wanted."""
        given_up = time.perf_counter() + _PATIENCE
        while not wanted(self._text()):
            if time.perf_counter() > given_up:
                sys.exit(f"{self._path} never came as it should, so nothing can be compared.")
            time.sleep(_ASKS)

    def _text(self) -> str:
        with suppress(OSError, HTTPException):
            line = HTTPConnection("127.0.0.1", self._port(), timeout=_PATIENCE)
            line.request("GET", self._path)
            answer = line.getresponse()
            text = answer.read().decode()
            line.close()
            return text if answer.status == 200 else ""
        return ""


def _median(page: _Page, file: Path, edits: int, write: Write) -> float:
    sound = file.read_text(encoding="utf-8")
    took = []
    for number in range(edits):
        word = f"Zebra{number}{'abcdefghij'[number % 10]}"
        time.sleep(_REST)
        started = time.perf_counter()
        file.write_text(write(sound, word), encoding="utf-8")
        page.until(lambda text, word=word: word in text)  # type: ignore[misc]
        took.append(time.perf_counter() - started)
    file.write_text(sound, encoding="utf-8")
    page.until(lambda text: bool(text) and "Zebra" not in text)
    return median(took) * 1000


def _titled(text: str, word: str) -> str:
    return re.sub(r'^title: "', f'title: "{word} ', text, count=1, flags=re.M)


def _told_port(said: int) -> int:
    """The port that a server says it has chosen, if it says one."""
    found = re.search(rb"The preview is at http://127\.0\.0\.1:(\d+)/", os.pread(said, 65536, 0))
    return int(found[1]) if found else 0


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _megabytes(process: int) -> float:
    """The most memory it has held."""
    status = Path(f"/proc/{process}/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.is_file() else None
    return int(found[1]) / 1024 if found else 0.0
