"""A site in which nothing but the words of some stories has changed, brought up to date without being made anew."""

import pickle
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from storyguide.making.addresses import BOOK
from storyguide.making.on_demand import site_path
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.search import SearchDocument
from storyguide.model.guide import Guide
from storyguide.model.problem import Problem
from storyguide.model.story import Story
from storyguide.reading.store import Read
from storyguide.reading.stories import ReadFolder
from storyguide.site.assembly import Assembly
from storyguide.site.compose import Site
from storyguide.site.digests import LIST, digests_of, list_of
from storyguide.site.engine import Engine
from storyguide.site.laying import written
from storyguide.site.rewritten import rewritten
from storyguide.site.search_index import FOLDER
from storyguide.site.searching import Searching
from storyguide.site.unchanged import Last
from storyguide.site.workplace import Workplace

_NAME = "searched-{}.pickle"


class Rewritten(NamedTuple):
    """Result of a build in which nothing but the words of some stories had changed."""

    digests: Mapping[str, str]
    """Of every file of the site, by its path; those that differ from the last site's lie in the new one, no others."""
    problems: tuple[Problem, ...]
    """Those that only making the site can show."""
    searched: tuple[SearchDocument, ...]
    """What search reads besides the stories."""


def bring_up_to_date(
    assembly: Assembly,
    place: Workplace,
    last: Last,
    standing: Mapping[str, str],
    *,
    engine: Engine,
    assets: Path | None,
) -> Rewritten | None:
    """Write what has changed into the new site, as a whole build would; None where more than words may have changed.

    None as well where others than the engine have a say in its pages.
    last: what is known of the site that stands, made from the same but for the stories' own files.
    standing: the digests of its files. assets: folder of the prepared fonts, if there are any.
    """
    stories, guide = () if _is_bound(standing) else _stories(assembly, last), assembly.guide
    opened = engine.open(assembly.root, place.new) if stories else None
    if not opened or not opened.alone or guide is None:
        return None
    settings = opened.settings
    searched = _kept(place, last) if settings.search else ()
    if searched is None:
        return None
    site = Site(root=assembly.root, guide=guide, settings=settings, assets=assets, cache=place.cache)
    frame = opened.frame(site)
    place.new.mkdir()
    with Searching() as searching:
        if settings.search:
            searching.begin(guide, searched, aside=place.new)
        digests = dict(standing)
        for one in site.on_demand().showing(stories):
            path = site_path(one)
            data = frame(one) if isinstance(one, OutputPage) else _bytes(one)
            if data is not None and digests.get(path) != sha256(data).hexdigest():
                digests[path] = written(path, data, str(place.new)).digest
        searching.finish(place.new)
    if (place.new / FOLDER).is_dir():
        digests = {path: digest for path, digest in digests.items() if not path.startswith(f"{FOLDER}/")}
        digests |= {f"{FOLDER}/{path}": digest for path, digest in digests_of(place.new / FOLDER).items()}
    digests[LIST] = written(LIST, list_of(digests), str(place.new)).digest
    return Rewritten(digests, site.downloads.problems, searched)


def keep(place: Workplace, made_from: str, searched: Sequence[SearchDocument]) -> None:
    """Keep what search reads besides the stories, for when only words will have changed.

    What was kept for other sites goes: lists in it may name what has been taken down since.
    """
    with suppress(OSError):
        for other in place.cache.glob(_NAME.format("*")):
            other.unlink(missing_ok=True)
        if searched:
            _file(place).write_bytes(pickle.dumps((made_from, tuple(searched)), pickle.HIGHEST_PROTOCOL))


def _kept(place: Workplace, last: Last) -> tuple[SearchDocument, ...] | None:
    try:
        made_from, searched = pickle.loads(_file(place).read_bytes())  # noqa: S301 - our own file, in our own folder
    except Exception:  # whatever is wrong with it, it is made again
        return None
    return tuple(searched) if made_from == last.made_from.whole else None


def _file(place: Workplace) -> Path:
    return place.cache / _NAME.format(place.site.name)


def _stories(assembly: Assembly, last: Last) -> tuple[Story, ...]:
    """The stories that have other words, if that is all; else none."""
    since, guide = assembly.since, assembly.guide
    if not since or since.before != last.read or not since.changed or not guide:
        return ()
    if any(tuple(last.figures[name]) != now for name, now in _set_apart(assembly, guide)):
        return ()
    found = [rewritten(_as_folder(was), _as_folder(now)) for was, now in since.changed]
    stories = [story and guide.by_slug.get(story.slug) for story in found]
    return tuple(story for story in stories if story) if all(stories) else ()


def _as_folder(read: Read) -> ReadFolder:
    """What was read of a story's file, as if nothing else lay beside it."""
    story, problems = read
    return ReadFolder(story if isinstance(story, Story) else None, problems)


def _is_bound(standing: Mapping[str, str]) -> bool:
    """Whether the site offers its book, which then says something else than the stories."""
    return any(path.startswith(BOOK) and not path.endswith(".html") for path in standing)


def _set_apart(assembly: Assembly, guide: Guide) -> Iterable[tuple[str, tuple[str, ...]]]:
    return ("held", assembly.held), ("waiting", assembly.waiting), ("gone", guide.gone)


def _bytes(file: OutputFile) -> bytes | None:
    """None for a finished file, which no word is in."""
    if isinstance(file.content, Path):
        return None
    return file.content.encode() if isinstance(file.content, str) else file.content
