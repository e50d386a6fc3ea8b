"""What the guide's site consists of, each part made when it is first asked for: a preview looks at few of them."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from storyguide.making.book.bound import NOT_BOUND, Bound
from storyguide.making.cards import Cards
from storyguide.making.downloads import NOTHING, Downloads
from storyguide.making.everything import Maker, makers, showing_words
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.stories import StoryPages
from storyguide.making.shipped import Shipped
from storyguide.model.guide import Guide
from storyguide.model.story import Story

_STORIES = "stories/"


@dataclass(slots=True)
class _Begun:
    """What one maker gives, as far as it has been gone through."""

    rest: Iterator[OutputPage | OutputFile]
    done: bool = False


class OnDemand:
    """All that is made of one guide, by its address in the site.

    Which maker gives an address is learnt as they are gone through, and handed on to the next guide's,
    so that a page asked for again after a change costs no more than the pages its maker gives before it.
    Several threads may ask. further: what else there is to be made.
    """

    def __init__(
        self,
        guide: Guide,
        *,
        address: str = "",
        downloads: Downloads = NOTHING,
        shipped: Sequence[Shipped] = (),
        book: Bound = NOT_BOUND,
        further: Sequence[Maker] = (),
        learnt: Mapping[str, int] | None = None,
    ) -> None:
        cards = Cards(guide)
        self.guide = guide
        made_by = (
            *makers(guide, cards, address=address, downloads=downloads, shipped=shipped, book=book),
            *further,
        )
        self._begun = [_Begun(iter(maker())) for maker in made_by]
        self._stories = StoryPages(guide, cards, address)
        self._showing_words = showing_words(guide, address=address)
        self._made: dict[str, OutputPage | OutputFile] = {}
        self._learnt = dict(learnt or {})
        self._rewritten: dict[str, Story] = {}
        self._photos: dict[str, OutputFile] | None = None
        self._lock = threading.RLock()

    @property
    def learnt(self) -> Mapping[str, int]:
        """Which maker gave each address met so far."""
        return self._learnt

    def rewrite(self, story: Story) -> None:
        """Take this in place of the story of its slug, from which it may differ in its words only."""
        with self._lock:
            self._rewritten[story.slug] = story
            self._made.pop(f"{_STORIES}{story.slug}/index.html", None)

    def showing(self, stories: Iterable[Story]) -> Iterator[OutputPage | OutputFile]:
        """Whatever can show the words of these stories, made anew."""
        for story in stories:
            yield from self._stories.of(story)
        for maker in self._showing_words:
            yield from maker()

    def get(self, path: str) -> OutputPage | OutputFile | None:
        """What stands at this path of the site ("stories/index.html"), if anything does."""
        with self._lock:
            self._make_story(path)
            first = self._learnt.get(path)
            order = range(len(self._begun)) if first is None else (first, *range(len(self._begun)))
            for number in order:
                if path in self._made:
                    break
                self._go_through(number, path)
            return self._made.get(path) or self._of_photos().get(path)

    def all(self) -> Iterator[tuple[str, OutputPage | OutputFile]]:
        """Everything, with its path; what has not been asked for yet is made."""
        for number in range(len(self._begun)):
            with self._lock:
                self._go_through(number, None)
        for story in self.guide.stories:
            with self._lock:
                self._make_story(f"{_STORIES}{story.slug}/index.html")
        with self._lock:
            everything = {**self._of_photos(), **self._made}
        yield from everything.items()

    def _go_through(self, number: int, wanted: str | None) -> None:
        begun = self._begun[number]
        if begun.done:
            return
        for made in begun.rest:
            path = site_path(made)
            self._made[path] = made
            self._learnt[path] = number
            if path == wanted:
                return
        begun.done = True

    def _make_story(self, path: str) -> None:
        """The story's page and cover, if the path is a story's and it is not made yet."""
        slug = path.removeprefix(_STORIES).split("/")[0] if path.startswith(_STORIES) else ""
        story = self._rewritten.get(slug) or self.guide.by_slug.get(slug)
        if story and f"{_STORIES}{slug}/index.html" not in self._made:
            self._made.update((site_path(made), made) for made in self._stories.of(story))

    def _of_photos(self) -> dict[str, OutputFile]:
        if self._photos is None:
            renditions = [one for story in self.guide.stories for photo in story.photos for one in photo.renditions]
            self._photos = {one.path: OutputFile(path=one.path, content=one.file) for one in renditions}
        return self._photos


def site_path(made: OutputPage | OutputFile) -> str:
    """Where in the site it stands."""
    return f"{made.url}index.html" if isinstance(made, OutputPage) else made.path
