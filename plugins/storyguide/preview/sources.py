"""All that a preview has read, each part read again alone when its files have changed."""

from collections.abc import Iterable
from pathlib import Path, PurePath

from storyguide import CACHE
from storyguide.model.story import Story
from storyguide.preview.changes import Changes
from storyguide.reading.edition import read_edition
from storyguide.reading.store import Store
from storyguide.reading.stories import FILE, read_folder, read_folders
from storyguide.site.assembly import Sources, read_the_news, read_the_tins
from storyguide.site.rewritten import rewritten

_STORIES = "stories"
_TINS = ("docs", "on-the-tin")
_NEWS = ("docs", "news")
_ENGINES = ("docs", "mkdocs.yml")
_LISTS = ("frameworks",)


class LiveSources:
    """The files of the guide at root as they were last read."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._edition = read_edition(root)
        self._tins = read_the_tins(root)
        self._news = read_the_news(root)
        self._folders = read_folders(root, Store(root / CACHE))

    def now(self) -> Sources:
        """All that is read, as for a build."""
        edition, of_edition = self._edition
        tins, of_tins = self._tins
        posts, of_news = self._news
        folders = [self._folders[name] for name in sorted(self._folders)]
        return Sources(
            root=self._root,
            edition=edition,
            stories=tuple(each.story for each in folders if each.story),
            tins=tins,
            posts=posts,
            problems=(*of_edition, *(told for each in folders for told in each.problems), *of_tins, *of_news),
        )

    def reread(self, changed: Iterable[PurePath]) -> Changes:
        """Read again what these paths, as seen from root, bear on; gives what has changed by it."""
        names: set[str] = set()
        edition = tins = news = engine = folders = False
        for path in changed:
            head, *rest = path.parts or (".",)
            engine |= head in _ENGINES
            tins |= path.parts[:2] == _TINS[: len(path.parts)]
            news |= path.parts[:2] == _NEWS[: len(path.parts)]
            if head == _STORIES:
                # A folder's name alone may stand for anything in it, on some systems.
                edition |= len(rest) < 2 or rest[0] in _LISTS
                folders |= rest[1:] != [FILE]
                names.update(rest[:1] or (*self._folders, *self._names()))
        if edition:
            self._edition = read_edition(self._root)
        if tins:
            self._tins = read_the_tins(self._root)
        if news:
            self._news = read_the_news(self._root)
        words: list[Story] = []
        for name in sorted(names):
            was, now = self._folders.pop(name, None), read_folder(self._root, name)
            if now:
                self._folders[name] = now
            if story := rewritten(was, now):
                words.append(story)
            else:
                folders |= was != now
        return Changes(edition=edition, tins=tins, engine=engine, folders=folders, rewritten=tuple(words))

    def _names(self) -> list[str]:
        folder = self._root / _STORIES
        return [each.name for each in folder.iterdir()] if folder.is_dir() else []
