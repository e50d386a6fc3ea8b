"""Check that each trail leads through published stories."""

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from storyguide.model.guide import FEWEST_STOPS
from storyguide.model.problem import Problem
from storyguide.model.problems import checks
from storyguide.model.problems import trails as wording
from storyguide.model.source import Source
from storyguide.model.story import Story, Words
from storyguide.model.trail import Trail


def check_trails(
    trails: Sequence[Trail], stories: Sequence[Story], *, held: Collection[str], published: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for each stop that is left out, and for each trail with fewer than FEWEST_STOPS stops left.

    stories: all that could be read. held: slugs of stories that could not be read or wait to be mended; what is wrong
    with them is reported elsewhere. published: slugs of stories that have a page.
    """
    if not trails:
        return
    known = {story.slug for story in stories} | set(held)
    moved = {old: story.slug for story in stories for old in story.also_at}
    for trail in trails:
        for words, where in ((trail.intro, trail.source), *((stop.words, stop.source) for stop in trail.stops)):
            yield from _leading(words, where, known | moved.keys())
        for stop in trail.stops:
            if stop.story not in known:
                near = moved.get(stop.story) or next(iter(get_close_matches(stop.story, sorted(known), n=1)), "")
                yield wording.unknown_stop(stop.source, stop.story, near)
            elif stop.story not in published:
                yield wording.stop_not_published(stop.source, stop.story, trail.title)
        left = [stop.story for stop in trail.stops if stop.story in published]
        if len(left) < FEWEST_STOPS:
            yield wording.trail_too_short(trail.source, trail.title, left)


def _leading(words: Words, begins: Source, known: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each photo in a trail's words, and each link in them to an unknown story."""
    for file in words.photos:
        yield wording.picture_on_trail(Source(begins.path, words.lines.get(file, begins.line)), file)
    for slug in words.stories:
        if slug not in known:
            where = Source(begins.path, words.lines.get(f"story:{slug}", begins.line))
            yield checks.no_such_story(where, slug, sorted(known))
