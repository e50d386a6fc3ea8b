"""What must hold of whatever bytes are read as a story or pressed as a photo; and what such trying begins with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from storyguide import telling
from storyguide.reading.allowed import clean
from storyguide.reading.photos.outcome import Refusal
from storyguide.reading.photos.press import press
from storyguide.reading.photos.remains import remains
from storyguide.reading.story import read_story

from tests.hostile.cases import all_cases
from tests.hostile.odd_pictures import PICTURES

_ATTRIBUTES = frozenset(("href", "src", "alt", "id", "class", "rel", "scope", "start", "aria-label"))
_LEADS = ("#s-", "http:", "https:", "mailto:", "tel:", "story:")


@dataclass(frozen=True)
class Target:
    """Something to try bytes on."""

    tried: Callable[[bytes], None]
    beginnings: Callable[[], Iterator[bytes]]


def try_story(data: bytes) -> None:
    """The bytes are a story, or there is a problem; what is told of it can be told, and its words are harmless."""
    story, problems = read_story(data, path="stories/a/story.md", slug="a")
    assert story or problems
    assert all(problem.message and problem.mend for problem in problems)
    for told in (telling.as_text(problems), telling.as_json(problems)):
        told.encode()
    if story:
        witness = _Witness()
        witness.feed(story.words.html)
        witness.close()
        assert not witness.open
        assert clean(story.words.html) == story.words.html
        assert "<" not in f"{story.title}{story.summary}{story.organisation}"


def try_picture(data: bytes) -> None:
    """The bytes are a photo, and only its pixels are left; or they are refused."""
    pressed = press(data)
    assert isinstance(pressed, Refusal) or not any(remains(one.content) for one in pressed)


def _stories() -> Iterator[bytes]:
    yield from (data for case in all_cases() if len(data := case.file()) < 3_000)


def _pictures() -> Iterator[bytes]:
    yield from (data for make, _ in PICTURES.values() if len(data := make()) < 20_000)


TARGETS = {"reading": Target(try_story, _stories), "pictures": Target(try_picture, _pictures)}


class _Witness(HTMLParser):
    """Fails at the first thing in a story's words that might harm a reader or the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            assert name in _ATTRIBUTES, name
            assert name != "href" or (value or "").lower().startswith(_LEADS), value
            assert name != "src" or not set(value or "") & set('/\\:?#%"<>'), value
            assert name != "id" or (value or "").startswith("s-"), value
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment
