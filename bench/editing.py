"""How long it takes from saving a story to its page being served anew: our preview beside the servers of its peers."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from bench.building import Ground, set_search
from bench.contenders import ELEVENTY, HUGO, MATERIAL, ZENSICAL, eleventy, hugo
from bench.figures import Figures
from bench.running import FailedError, surroundings

PROJECT = Path(__file__).resolve().parent.parent
FEW = 3
"""Edits for whom each may take many seconds."""
_ASKS = 0.004
"""Seconds between asking for a page and asking again."""
_REST = 0.15
"""Seconds between an edit being seen and the next: nobody types faster."""
_PATIENCE = 180.0
_MANNERS = 10.0
"""Seconds in which a server may end by itself when it is asked to."""

Write = Callable[[str, str], str]
"""Given a story's file as it was and a word, the file with the word in it."""


class _Peer(NamedTuple):
    command: Sequence[str]
    folder: Path
    file: Path
    edits: int
    missing: str = ""


def editing(ground: Ground, figures: Figures, slug: str, edits: int, *, all_peers: bool) -> None:
    """Each server in turn, on its corpus: the same story edited again and again; the slow ones only where asked."""
    port = _free_port()
    size = ground.stories
    set_search(ground, on=False)  # Hugo makes none
    for name, peer in _peers(ground, slug, port, edits, all_peers=all_peers).items():
        try:
            if peer.missing:
                raise FailedError(peer.missing)
            words, facts, held = _served(peer, port, slug)
        except (FailedError, OSError) as fault:
            if name == "ours":
                raise
            figures.missing[f"{name} edit {size}"] = str(fault)
        else:
            figures.number(f"{name} words {size}", *words)
            figures.number(f"{name} facts {size}", *facts)
            figures.number(f"{name} held {size}", held)


def _peers(ground: Ground, slug: str, port: int, edits: int, *, all_peers: bool) -> dict[str, _Peer]:
    at = f"127.0.0.1:{port}"
    root, in_hugo, in_eleventy, in_material = map(ground.of, ("ours", "hugo", "eleventy", "material"))
    peers = {
        "ours": _Peer(
            [sys.executable, str(PROJECT / "build.py"), "serve", "--no-open", "--root", str(root)],
            PROJECT,
            root / "stories" / slug / "story.md",
            edits,
        ),
        "hugo": _Peer(
            [hugo(), "server", "--bind", "127.0.0.1", "--port", str(port), "--disableBrowserError", "--noHTTPCache"],
            in_hugo,
            in_hugo / "content" / "stories" / slug / "index.md",
            edits,
            HUGO.missing(),
        ),
    }
    of_material = in_material / "docs" / "stories" / f"{slug}.md"
    slow = {
        "eleventy": _Peer(
            [*eleventy(), "--serve", "--incremental", "--quiet", f"--port={port}"],
            in_eleventy,
            in_eleventy / "stories" / f"{slug}.md",
            FEW,
            ELEVENTY.missing(),
        ),
        "zensical": _Peer(
            [sys.executable, "-m", "zensical", "serve", "-f", "zensical.yml", "-a", at],
            in_material,
            of_material,
            FEW,
            ZENSICAL.missing(),
        ),
        "material": _Peer(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", at],
            in_material,
            of_material,
            FEW,
            MATERIAL.missing(),
        ),
    }
    return peers | slow if all_peers else peers


def _served(peer: _Peer, port: int, slug: str) -> tuple[list[float], list[float], float]:
    """Milliseconds for each edit of words and of facts, and the megabytes it held."""
    with TemporaryFile() as said:
        server = subprocess.Popen(  # noqa: S603 - our own, and its peers
            peer.command,
            cwd=peer.folder,
            env=surroundings() | {"PYTHONUNBUFFERED": "1"},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            page = _Page(lambda: _told_port(said.fileno()) or port, f"/stories/{slug}/", server)
            page.until(bool)
            words = _edited(page, peer, lambda text, word: f"{text}\n{word}\n")
            facts = _edited(page, peer, _titled)
            return words, facts, _megabytes(server.pid)
        finally:
            server.terminate()
            try:
                server.wait(_MANNERS)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


class _Page:
    """One page of a server that may not answer yet."""

    def __init__(self, port: Callable[[], int], path: str, server: subprocess.Popen[bytes]) -> None:
        self._port, self._path, self._server = port, path, server

    def until(self, wanted: Callable[[str], bool]) -> None:
        """Ask for it until it is as wanted."""
        given_up = time.perf_counter() + _PATIENCE
        while not wanted(self._text()):
            if self._server.poll() is not None:
                raise FailedError(f"its server ended with {self._server.returncode}")
            if time.perf_counter() > given_up:
                raise FailedError("its page never came as it should")
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


def _edited(page: _Page, peer: _Peer, write: Write) -> list[float]:
    file = peer.file
    sound = file.read_text(encoding="utf-8")
    took = []
    for number in range(peer.edits):
        word = f"Zebra{number}{'abcdefghij'[number % 10]}"
        time.sleep(_REST)
        started = time.perf_counter()
        file.write_text(write(sound, word), encoding="utf-8")
        page.until(lambda text, word=word: word in text)  # type: ignore[misc]
        took.append((time.perf_counter() - started) * 1000)
    file.write_text(sound, encoding="utf-8")
    page.until(lambda text: bool(text) and "Zebra" not in text)
    return took


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
