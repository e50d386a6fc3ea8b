"""A guide as it was read, and as it was put together; each also without a file at which our own code failed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.model.edition import Edition
from storyguide.model.guide import Guide
from storyguide.model.problem import Problem
from storyguide.model.problems.faults import OUR_FAULT
from storyguide.model.source import Source
from storyguide.model.story import Story
from storyguide.reading.commonmark import NOTHING
from storyguide.reading.store import Since, Store

if TYPE_CHECKING:
    from storyguide.model.news import Post
    from storyguide.model.tin import Tin


@dataclass(frozen=True, kw_only=True)
class Assembly:
    """A guide put together, and everything there is to say about it."""

    root: Path
    guide: Guide | None
    """None when the edition itself could not be read: there is then nothing to build."""
    problems: tuple[Problem, ...]
    """Every problem of every file, sorted by file and line."""
    held: tuple[str, ...] = ()
    """Slugs of the stories held back until a problem is mended."""
    waiting: tuple[str, ...] = ()
    """Slugs of the stories not ready, or not yet due."""
    since: Since | None = None
    """The difference between the stories' files and those that were read before; None where that is not known."""
    again: "Callable[[Problem], Assembly | None]" = field(default=lambda _: None, compare=False, repr=False)

    def without(self, fault: Problem) -> "Assembly | None":
        """Return the guide without the file of a fault of ours, then told; None if it held nothing."""
        return self.again(fault)

    @property
    def stories(self) -> tuple[Story, ...]:
        """Those that may be published; none when there is nothing to build."""
        return self.guide.stories if self.guide else ()

    def with_stories(self, count: int) -> "Assembly":
        """Return the same with only so many of its stories, the first."""
        return replace(self, guide=self.guide and replace(self.guide, stories=self.guide.stories[:count]))

    @property
    def faults(self) -> bool:
        """Whether our own code failed at any file."""
        return any(problem.code == OUR_FAULT for problem in self.problems)

    @property
    def blocked(self) -> bool:
        """Whether anything was held back."""
        return self.guide is None or any(problem.blocks for problem in self.problems)


@dataclass(frozen=True, kw_only=True)
class Sources:
    """All that was read of a guide, before anything in it is compared."""

    root: Path
    edition: Edition | None
    """None when nothing says which town."""
    stories: tuple[Story, ...]
    tins: "tuple[Tin, ...]"
    problems: tuple[Problem, ...]
    """Those that reading alone shows."""
    posts: "tuple[Post, ...]" = ()
    """News, the latest first."""
    since: Since | None = None
    """The difference between the stories' files and those that were read before; None where that is not known."""
    store: Store | None = None
    """The store that keeps what was read of each story, so that an unchanged file is not read again."""

    def without(self, fault: Problem) -> "Sources | None":
        """Return the same without the story, reply, tin, post or entry at which our own code failed, which is told.

        A story leaves its address, its consent and its status behind, so that what leads to it and whether it was
        taken down stay known; when the code fails at these too, it leaves nothing. Returns None if nothing came of
        the file.
        """
        again = any(problem.code == OUR_FAULT and problem.where.path == fault.where.path for problem in self.problems)
        path, edition = fault.where.path, self.edition
        stories = [_unanswered(story, path) for story in self.stories if not (again and story.source.path == path)]
        fewer = replace(
            self,
            stories=tuple(_bare(story) if story.source.path == path else story for story in stories),
            tins=tuple(tin for tin in self.tins if not any(page.source.path == path for page in tin.pages)),
            posts=tuple(post for post in self.posts if post.source.path != path),
            edition=edition and _shortened(edition, fault.where),
        )
        if fewer == self:
            return None
        return fewer if again else replace(fewer, problems=(*self.problems, fault))

    def with_stories(self, count: int) -> "Sources":
        """Return the same with only so many of its stories, the first."""
        return replace(self, stories=self.stories[:count])


def _bare(story: Story) -> Story:
    return Story(
        slug=story.slug,
        source=story.source,
        title="",
        summary="",
        told_on=story.told_on,
        licence=story.licence,
        kind=story.kind,
        status=story.status,
        consent=story.consent,
        also_at=story.also_at,
        words=NOTHING,
    )


def _unanswered(story: Story, path: str) -> Story:
    """The story without its reply in this file."""
    if not any(reply.source.path == path for reply in story.replies):
        return story
    return replace(story, replies=tuple(reply for reply in story.replies if reply.source.path != path))


def _shortened(edition: Edition, where: Source) -> Edition:
    """The edition without the trail, barrier, promise or event that stands at this line."""
    return replace(
        edition,
        trails=tuple(one for one in edition.trails if one.source != where),
        barriers=tuple(one for one in edition.barriers if one.source != where),
        promises=tuple(one for one in edition.promises if one.source != where),
        events=tuple(one for one in edition.events if one.source != where),
    )
