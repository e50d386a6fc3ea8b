"""What has changed since a preview last looked, and how far it reaches."""

from dataclasses import dataclass

from storyguide.model.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What reading found to be different."""

    edition: bool = False
    """Its facts, lists, trails, words of the field or frameworks."""
    tins: bool = False
    engine: bool = False
    """Pages written by hand, or the engine's settings."""
    folders: bool = False
    """What lies in a story's folder: more than the words of a story that is there still."""
    rewritten: tuple[Story, ...] = ()
    """Stories of which nothing but the words has changed."""

    @property
    def words_only(self) -> bool:
        """Whether it is only words, and only of stories: no page but theirs can show it."""
        return bool(self.rewritten) and not (self.edition or self.tins or self.engine or self.folders)
