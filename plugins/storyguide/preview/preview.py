"""The site as it would be after the last change, each file made when it is asked for."""

import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import NamedTuple

from storyguide import CACHE
from storyguide.desk import desk_of, read_answers
from storyguide.making.everything import Maker
from storyguide.making.on_demand import OnDemand
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.desk import DESK, make_desk
from storyguide.model.desk import Opener
from storyguide.model.faults import BROKEN_MACHINE
from storyguide.model.guide import Guide
from storyguide.model.problem import Problem
from storyguide.preview.searching import LiveSearch
from storyguide.preview.sources import LiveSources
from storyguide.site.assembly import Assembly, Sources, put_together
from storyguide.site.compose import FileGroup, Site
from storyguide.site.engine import Engine, EngineFaultError, Frame
from storyguide.site.last_net import around_faults
from storyguide.site.search_index import FOLDER

Content = bytes | Path
"""What a file holds, or the finished file that holds it."""

LOST = "404.html"
_NOT_SHOWN = ("sitemap.xml", "sitemap.xml.gz")
"""Made by the engine for pages it has not been given."""


class Carried(NamedTuple):
    """What the engine has made of its settings and of docs/, to stand until one of these changes."""

    site: Site
    frame: Frame
    by_hand: tuple[OutputPage, ...]
    """The pages written by hand, as search reads them."""
    files: Mapping[str, Content]
    """What the engine made of them, and the page for lost addresses, by path."""
    news: bool
    """Whether there was any news, to which every page then leads."""


class Preview:
    """The site of the guide at root, kept up with its files. Threads may ask for pages while it is brought up to date.

    engine: makes the pages written by hand and frames all others. assets: folder of the prepared fonts, if there are
    any. marked: whether pages say that this is a preview, and the desk is there; without it they are the very bytes
    that would be published. opener: the program that opens a file at a line, for the desk.
    """

    def __init__(
        self,
        root: Path,
        *,
        engine: Engine,
        assets: Path | None,
        today: Callable[[], date] = date.today,
        marked: bool = True,
        opener: Opener | None = None,
    ) -> None:
        self._root, self._engine, self._assets = root, engine, assets
        self._today, self._marked = today, marked
        self._opener = opener
        self._sources = LiveSources(root)
        self._lock = threading.RLock()
        self._news = threading.Condition(self._lock)
        self._stamp = 0
        self._carried: Carried | None = None
        self._made: OnDemand | None = None
        self._framed: dict[str, bytes] = {}
        self._groups: tuple[FileGroup, ...] = ()
        self._in_groups: dict[FileGroup, Mapping[str, Content]] = {}
        self._problems: tuple[Problem, ...] = ()
        self._engine_fault = ""
        self._day = today()
        self._search = LiveSearch()
        self.settle(engine=True)

    @property
    def stamp(self) -> int:
        """Goes up with each change."""
        return self._stamp

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All there is to mend, as of the last time everything was looked at together."""
        return self._problems

    @property
    def engine_fault(self) -> str:
        """What is wrong with the engine's own settings, in its words; "" when nothing is."""
        return self._engine_fault

    def bring_up_to_date(self, changed: Collection[PurePath]) -> bool:
        """Take in the files at these paths, as seen from root; whether everything is settled by it.

        Where nothing but words of stories has changed, their pages are shown at once, and what only all
        stories together can tell is left to settle().
        """
        with self._lock:
            changes = self._sources.reread(changed)
            if changes.words_only and self._made:
                for story in changes.rewritten:
                    self._made.rewrite(story)
                    self._framed.pop(f"stories/{story.slug}/index.html", None)
                self._tell()
                return False
        self.settle(engine=changes.engine or changes.edition or changes.tins)
        return True

    def settle(self, *, engine: bool = False) -> None:
        """Look at everything together, and show what comes of it; engine: whether its own files are to be read anew."""
        self._day = self._today()
        sources = self._sources.now()
        assembly = put_together(sources, today=self._day, cache=self._root / CACHE, preview=True)
        self._assembly, _ = around_faults(assembly, lambda read: self._show(sources, read, engine=engine))

    def _show(self, sources: Sources, assembly: Assembly, *, engine: bool = False) -> None:
        carried, fault = self._carried, self._engine_fault
        # Posts fall due and are held back with no file of the engine's changing, and every page leads to the first.
        if assembly.guide and (engine or carried is None or carried.news != bool(assembly.guide.posts)):
            try:
                carried, fault = self._carried_by_engine(assembly.guide), ""
            except EngineFaultError as raised:
                fault = raised.words
            except OSError as raised:
                fault = str(raised)
        with self._lock:
            self._problems, self._engine_fault = assembly.problems, fault
            if assembly.guide and carried:
                self._carried = carried
                site = replace(carried.site, guide=assembly.guide, papers=carried.site.downloads)
                learnt = self._made.learnt if self._made else {}
                further = (self._desk(sources, assembly),) if self._marked else ()
                self._made = site.on_demand(further=further, learnt=learnt)
                self._framed = {}
                self._groups, self._in_groups = site.file_groups, {}
            self._tell()

    def _carried_by_engine(self, guide: Guide) -> "Carried":
        """Have the engine read its settings, make the pages written by hand, and be ready to frame all others."""
        opened = self._engine.open(self._root, self._root / "site")
        site = Site(
            root=self._root,
            guide=guide,
            settings=opened.settings,
            assets=self._assets,
            cache=self._root / CACHE,
            preview=self._marked,
            way=("The desk", DESK),
        )
        by_hand = opened.by_hand(site, OnDemand(guide).get)
        files = {path: content for path, content in by_hand.files.items() if path not in _NOT_SHOWN}
        return Carried(site, opened.frame(site), by_hand.pages, files, news=bool(guide.posts))

    def day_has_passed(self) -> bool:
        """Whether the day is another than when everything was last looked at: stories fall due, consent ends."""
        return self._today() != self._day

    def get(self, path: str) -> Content | None:
        """What stands at this path of the site ("stories/index.html"), if anything does.

        A story at which our own code fails while the page is made is left out from then on, and told.
        """
        try:
            return self._get(path)
        except BROKEN_MACHINE:
            raise
        except Exception:
            with self._lock:
                self._assembly, content = around_faults(self._assembly, lambda read: self._got_from(read, path))
                return content

    def _got_from(self, assembly: Assembly, path: str) -> Content | None:
        self._show(self._sources.now(), assembly)
        return self._get(path)

    def _get(self, path: str) -> Content | None:
        if path.startswith(f"{FOLDER}/"):
            return self._search.get(path, self._stamp, self._searched) if self._made else None
        with self._lock:
            if path in self._framed:
                return self._framed[path]
            for group in self._groups:
                if group.may_hold(path) and path in (files := self._files_of(group)):
                    return files[path]
            made = self._made.get(path) if self._made else None
            if isinstance(made, OutputPage) and self._carried:
                self._framed[path] = self._carried.frame(made)
                return self._framed[path]
            if isinstance(made, OutputFile):
                return _content(made)
            return self._carried.files.get(path) if self._carried else None

    def _files_of(self, group: FileGroup) -> Mapping[str, Content]:
        """The files of a group by their paths, made the first time one of them is asked for."""
        if group not in self._in_groups:
            self._in_groups[group] = {made.path: _content(made) for made in group.make()}
        return self._in_groups[group]

    def digest(self, path: str) -> str:
        """Tells whether what stands there has changed."""
        content = self.get(path) or self.get(LOST) or b""
        return blake2b(content if isinstance(content, bytes) else content.read_bytes(), digest_size=8).hexdigest()

    def paths(self) -> Iterator[str]:
        """Every path at which something stands but for the search index; all of it is made for that."""
        with self._lock:
            made = [path for path, _ in self._made.all()] if self._made else []
            in_groups = [path for group in self._groups for path in self._files_of(group)]
            yield from sorted({*made, *in_groups, *(self._carried.files if self._carried else ())})

    def wait(self, stamp: int, seconds: float) -> int:
        """The stamp, once it is another than this one or the time is over."""
        with self._news:
            self._news.wait_for(lambda: self._stamp != stamp, seconds)
            return self._stamp

    def _desk(self, sources: Sources, assembly: Assembly) -> Maker:
        """What makes the editors' desk, if it is ever looked at."""

        def made() -> Iterator[OutputPage | OutputFile]:
            if sources.edition:
                answers = read_answers(self._root)
                problems, stories, tins = assembly.problems, sources.stories, sources.tins
                desk = desk_of(sources.edition, stories, problems, today=self._day, answers=answers, tins=tins)
                yield from make_desk(desk, opener=self._opener)

        return made

    def _tell(self) -> None:
        self._stamp += 1
        self._news.notify_all()

    def _searched(self) -> tuple[Guide, list[OutputPage]]:
        with self._lock:
            made, carried = self._made, self._carried
        if not (made and carried):
            raise RuntimeError("there is nothing to search yet")
        pages = [one for _, one in made.all() if isinstance(one, OutputPage)]
        return made.guide, [*pages, *carried.by_hand]

    def close(self) -> None:
        """Leave nothing behind."""
        self._search.close()


def _content(made: OutputFile) -> Content:
    return made.content.encode() if isinstance(made.content, str) else made.content
