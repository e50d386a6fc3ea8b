"""Write a month's newsletter as plain text, for those whose programs show nothing else, or who like it best."""

from collections.abc import Iterator
from textwrap import fill

from storyguide.making import addresses
from storyguide.making.newsletter import Newsletter
from storyguide.making.render import in_words
from storyguide.model.story import Story

_WIDTH = 72


def as_text(letter: Newsletter, *, address: str) -> str:
    """Return the whole text; addresses stand on lines of their own, so that programs make links of them."""
    return "\n".join(_lines(letter, address)).rstrip() + "\n"


def _lines(letter: Newsletter, address: str) -> Iterator[str]:
    edition = letter.guide.edition
    yield from (edition.name, letter.name, "=" * max(len(edition.name), len(letter.name)), "")
    if letter.stories:
        yield from _heading("New stories" if len(letter.stories) > 1 else "A new story")
        for story in letter.stories:
            yield from _item(story.title, letter.guide.where_is(story), _says(story))
            yield from _leading(address, addresses.of_story(story.slug))
    if letter.posts:
        yield from _heading("News")
        for post in letter.posts:
            soon = f"coming soon, expected {post.expected.written}" if post.expected else in_words(post.on)
            yield from _item(post.title, soon, post.summary)
            yield from _leading(address, addresses.of_news(post.slug))
    if letter.events:
        yield from _heading("Come along")
        for event, url, when, where in letter.events:
            title = f"{event.title}, called off" if event.cancelled else event.title
            yield from _item(title, when, *([where] if where else ()), event.about)
            yield from _leading(address, url)
    if letter.tins:
        yield from _heading("On the Tin")
        for tin in letter.tins:
            yield from _item(tin.title, tin.summary)
            yield from _leading(address, addresses.of_tin(tin.slug))
    yield from ("-- ", fill(f"From the editors of {edition.name}.", _WIDTH))
    if edition.contact.email:
        yield fill(f"To answer, or to get no more of these letters, write to {edition.contact.email}.", _WIDTH)


def _says(story: Story) -> str:
    return f"Before you read: {story.content_note}" if story.content_note else story.summary


def _heading(name: str) -> Iterator[str]:
    yield from (name.upper(), "-" * len(name), "")


def _item(title: str, *paragraphs: str) -> Iterator[str]:
    yield fill(f"* {title}", _WIDTH, subsequent_indent="  ")
    for text in paragraphs:
        yield fill(" ".join(text.split()), _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _leading(address: str, url: str) -> Iterator[str]:
    if address:
        yield f"  {address}{url}"
    yield ""
