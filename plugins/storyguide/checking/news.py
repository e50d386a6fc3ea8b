"""Check that the stories, places and categories named by news posts, events and replies are there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from storyguide.model.edition import Edition
from storyguide.model.event import Event
from storyguide.model.news import Post
from storyguide.model.problem import Problem
from storyguide.model.problems import checks
from storyguide.model.problems import news as wording
from storyguide.model.source import Source
from storyguide.model.story import Story, Words


def check_news(edition: Edition, posts: Sequence[Post], stories: Sequence[Story]) -> Iterator[Problem]:
    """Yield a problem for each category and story that a post names and the guide does not have.

    Older addresses of stories count as well.
    """
    categories = {category.slug: category.name for category in edition.news_categories}
    known = _known(stories) if posts else {}
    for post in posts:
        if post.category and post.category not in categories:
            yield wording.unknown_category(post.where("category"), post.written["category"], categories)
        for number, slug in enumerate(post.stories):
            if slug not in known:
                key = f"stories[{number}]"
                yield wording.names_no_story(post.where(key if key in post.lines else "stories"), slug, list(known))
        if post.happened_next and post.happened_next not in known:
            yield wording.names_no_story(post.where("happened_next"), post.happened_next, list(known))
        yield from _leading(post.words, post.source, known)


def check_events(edition: Edition, events: Sequence[Event], stories: Sequence[Story]) -> Iterator[Problem]:
    """Yield a problem for each place and story that an event names and the guide does not have."""
    places = {place.slug: place.name for place in edition.places}
    known = _known(stories) if events else {}
    for event in events:
        if event.place_written and event.place not in places:
            yield checks.unknown_place(event.where("place"), event.place_written, places)
        for slug in event.stories:
            if slug not in known:
                yield wording.names_no_story(event.where("stories"), slug, list(known))


def check_replies(stories: Sequence[Story]) -> Iterator[Problem]:
    """Yield a problem for each link in a reply to a story that the guide does not have."""
    with_replies = [story for story in stories if story.replies]
    known = _known(stories) if with_replies else {}
    for story in with_replies:
        for reply in story.replies:
            yield from _leading(reply.words, reply.source, known)


def _known(stories: Iterable[Story]) -> Mapping[str, None]:
    """Return the slugs of these stories, then the older slugs they had before, as the keys of a mapping."""
    listed = list(stories)
    return {story.slug: None for story in listed} | {old: None for story in listed for old in story.also_at}


def _leading(words: Words, file: Source, known: Mapping[str, None]) -> Iterator[Problem]:
    for slug in words.stories:
        if slug not in known:
            where = Source(file.path, words.lines.get(f"story:{slug}", 0))
            yield checks.no_such_story(where, slug, list(known))
