"""The search index: Pagefind run beside the build on plain documents, and what our own layer over it needs."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from storyguide.making.search import GROUPS, SearchDocument, as_html, kinds_found
from storyguide.making.search_words import most_used
from storyguide.model.guide import Guide

FOLDER = "pagefind"
"""Where the index stands in the site."""
WORDS = f"{FOLDER}/words.txt"
"""The guide's words, the most used first, one a line: what a slip of the keyboard is corrected by."""
TERMS = f"{FOLDER}/terms.json"
"""What each document can be narrowed by: fetched only when a reader narrows a search."""

_ASIDE = ".storyguide-search-"
_UNREAD = "nav, svg, figure, form, noscript, .cards, .tags, .ways, .listed, .listmap, .evidence, [aria-labelledby=ways]"
"""What of a page is no part of what it says: the ways on from it, and what is said of stories found by themselves."""
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""Pagefind's own faces, which the guide does not use: about 420 kB."""
_START = re.compile(rb'"url":"/([^"]*)"')


def find_pagefind() -> Path | None:
    """The program itself, from its package: started by itself it needs no Python of its own."""
    try:
        listed = files("pagefind_bin") or []
    except PackageNotFoundError:
        return None
    found = (Path(str(file.locate())) for file in listed if file.name in ("pagefind", "pagefind.exe"))
    return next((file for file in found if file.is_file()), None)


class SearchIndex:
    """The index of one build: begun when the documents are known, put into the site when that is whole."""

    def __init__(
        self, guide: Guide, documents: Sequence[SearchDocument], pagefind: Path, *, aside: Path | None = None
    ) -> None:
        """Write the documents aside and start Pagefind on them.

        aside: a folder for what is needed meanwhile; best on the disk of the site, where what was made need not
        be copied.
        """
        self._guide, self._documents = guide, documents
        self._folder = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=aside))
        try:
            self._running = self._begun(self._folder / "pages", pagefind)
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    def _begun(self, pages: Path, pagefind: Path) -> subprocess.Popen[bytes]:
        for document in self._documents:
            folder = f"{pages}/{document.url}"
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - there are thousands
            with open(f"{folder}/index.html", "wb", buffering=0) as page:  # noqa: PTH123
                page.write(as_html(document).encode())
        pages.mkdir(exist_ok=True)
        # One language for all: Pagefind would else search only what has the language of the page one searches from.
        command = [str(pagefind), "--site", str(pages), "--output-path", str(self._folder / FOLDER)]
        command += ["--force-language", "en", "--exclude-selectors", _UNREAD, "--silent"]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)  # noqa: S603

    def put_into(self, site: Path) -> None:
        """Wait for the index and have it stand in the site, in place of the last."""
        made = self._folder / FOLDER
        try:
            words = "\n".join(most_used(self._documents))
            _, said = self._running.communicate()
            if self._running.returncode:
                told = " ".join(said.decode(errors="replace").split())
                raise ChildProcessError(f"Pagefind could not make the search index. It said: {told}")
            for pattern in _UNUSED:
                for file in made.glob(pattern):
                    file.unlink()
            (self._folder / WORDS).write_text(words, encoding="utf-8", newline="\n")
            (self._folder / TERMS).write_text(self._terms(made), encoding="utf-8", newline="\n")
            shutil.rmtree(site / FOLDER, ignore_errors=True)
            try:
                site.mkdir(parents=True, exist_ok=True)
                made.rename(site / FOLDER)
            except OSError:  # they lie on two disks
                shutil.copytree(made, site / FOLDER, copy_function=shutil.copyfile)
            shutil.rmtree(self._folder)  # all of it: it may lie in the site
            for left in site.glob(f"{_ASIDE}*"):  # what a killed build's Pagefind wrote on there
                shutil.rmtree(left)
        finally:
            self.close()

    def close(self) -> None:
        """Let it go, finished or not."""
        if self._running.poll() is None:
            self._running.kill()
            self._running.wait()
        if self._running.stderr:
            self._running.stderr.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _terms(self, made: Path) -> str:
        """The terms of each document by the name Pagefind gives it; its own filters differ from run to run."""
        numbers = {document.url: number for number, document in enumerate(self._documents)}
        terms = _named_terms(self._guide, self._documents)
        place = {(term["group"], term["slug"]): number for number, term in enumerate(terms)}
        pages = {}
        for fragment in sorted((made / "fragment").iterdir()):
            url = _START.search(zlib.decompressobj(wbits=47).decompress(fragment.read_bytes(), 400))
            if url:
                document = self._documents[numbers[url[1].decode()]]
                pages[fragment.stem] = [place[term] for term in document.terms if term in place]
        return json.dumps({"terms": terms, "pages": pages}, ensure_ascii=False, separators=(",", ":"))


def _named_terms(guide: Guide, documents: Iterable[SearchDocument]) -> list[dict[str, str]]:
    """Every term that any document has, with its name, in the edition's order; a place says which area it lies in."""
    used = {term for document in documents for term in document.terms}
    languages = sorted(slug for group, slug in used if group == "language")
    named = [
        *(
            ("place", slug, name, parent)
            for area in guide.edition.areas
            for slug, name, parent in (
                (area.slug, f"The {area.name} area", ""),
                *((place, guide.places[place].name, area.slug) for place in area.places),
            )
        ),
        *(("theme", theme.slug, theme.name, "") for theme in guide.edition.themes),
        *(("dimension", dimension.slug, dimension.name, "") for dimension in guide.dimensions.values()),
        *(("kind", slug, name, "") for slug, name in kinds_found().items()),
        *(("language", slug, slug, "") for slug in languages),
    ]
    terms = [{"group": g, "slug": s, "name": n, "in": p} for g, s, n, p in named if (g, s) in used]
    return sorted(terms, key=lambda term: GROUPS.index(term["group"]))
