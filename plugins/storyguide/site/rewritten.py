"""Whether nothing but the words of a story has changed, so that only what shows them need be made again."""

from dataclasses import replace

from storyguide.model.story import Story
from storyguide.reading.stories import ReadFolder


def rewritten(was: ReadFolder | None, now: ReadFolder | None) -> Story | None:
    """The story as it is now, if only its words differ from what it was, and nothing new is wrong with them."""
    if not (was and now and was.story and now.story and was.problems == now.problems):
        return None
    same_words = replace(now.story, words=was.story.words)
    return now.story if same_words == was.story and now.story.words != was.story.words else None
