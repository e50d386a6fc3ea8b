"""The texts of each section of a story, in the order in which they are shown."""

from collections.abc import Sequence

from storyguide.model.story import Reference, Story
from storyguide.model.story_sections.section import Text, Texts


def of_storyteller(story: Story) -> Texts:
    if story.storyteller:
        yield Text("storyteller.name", story.storyteller.name)
        yield Text("storyteller.about", story.storyteller.about)


def of_photos(story: Story) -> Texts:
    for photo in story.photos:
        yield Text("photos.alt", photo.alt)
        yield Text("photos.caption", photo.caption)
        yield Text("photos.credit", photo.credit)


def of_difference(story: Story) -> Texts:
    if story.difference:
        yield Text("difference.what", story.difference.what)
        yield Text("difference.whom", story.difference.whom)
        yield Text("difference.how_we_know", story.difference.how_we_know)


def barrier_as_written(story: Story, number: int) -> str:
    """Return the name that story.md gives its barrier of this number, counted from 0; else its slug with spaces."""
    listed = f"barriers[{number}]"
    # One barrier may be written without a dash, and its key has no number then.
    keys = (f"{listed}.barrier", listed, "barriers.barrier", "barriers")
    written = (story.written.get(key) for key in keys)
    return next(filter(None, written), story.barriers[number].barrier.replace("-", " "))


def of_barriers(story: Story) -> Texts:
    for number, one in enumerate(story.barriers):
        yield Text("barriers.barrier", barrier_as_written(story, number))
        yield Text("barriers.eased_by", one.eased_by, one.barrier)


def of_notices(story: Story) -> Texts:
    yield from (Text("offers.text", one.text) for one in story.offers)
    yield from (Text("needs.text", one.text) for one in story.needs)


def of_references(name: str, listed: Sequence[Reference]) -> Texts:
    for one in listed:
        yield Text(f"{name}.title", one.title)
        yield Text(f"{name}.address", one.address)
        yield Text(f"{name}.archived", one.archived)
        yield Text(f"{name}.claim", one.claim)
        yield Text(f"{name}.as_of", one.as_of)
        yield Text(f"{name}.disputed", one.disputed)


def of_recognition(story: Story) -> Texts:
    for one in story.recognition:
        yield Text("recognition.award", one.award)
        yield Text("recognition.year", one.year)
