"""A fault of our own code at one story, made on purpose in every room, costs that story and nothing else."""

import shutil
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS

from tests.conftest import PROJECT
from tests.site_pages import files_in

pytestmark = pytest.mark.slow

SLUG = "bus-shelter-library"
WORDS = "nobody returns the Agatha Christies"


class OurFaultError(Exception):
    """What our own code would never raise by itself."""


def run(*typed: str) -> int:
    asked = read_arguments(PROJECT, typed)
    return COMMANDS[asked.command](PROJECT, asked)


def _is_ours(value: Any) -> bool:
    if isinstance(value, (bytes, str)):
        return value in (SLUG, f"stories/{SLUG}/story.md")
    return getattr(value, "slug", "") == SLUG


def break_at(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """Have the function at this place raise when it has to do with the story."""
    module, _, name = place.rpartition(":")
    holder: Any = import_module(module)
    *classes, name = name.split(".")
    for each in classes:
        holder = getattr(holder, each)
    sound: Callable[..., Any] = getattr(holder, name)

    def broken(*values: Any, **named: Any) -> Any:
        for value in (*values, *named.values()):
            several = value if isinstance(value, (list, tuple)) else (value,)
            if any(_is_ours(each) for each in several):
                raise OurFaultError(WORDS)
        return sound(*values, **named)

    monkeypatch.setattr(holder, name, broken)


READING = (
    "storyguide.reading.stories:read_story",
    "storyguide.reading.stories:_of_photos",
)
CHECKING = (
    "storyguide.checking:has_gone",
    "storyguide.checking.plausible:_to_come",
    "storyguide.site.assembly:agreed",
    "storyguide.site.assembly:_latest_first",
)
MAKING = (
    "storyguide.making.pages.stories:StoryPages.of",
    "storyguide.making.pages.stories:StoryPages._page",
    "storyguide.making.pages.stories:compose",
    "storyguide.making.cards:Cards.of",
    "storyguide.making.feeds:entry_of",
    "storyguide.making.share_cards:compose",
    "storyguide.making.pictures:scenes_of",
    "storyguide.making.structured_data:of_story",
    "storyguide.making.related:Related.to",
    "storyguide.making.search:_About.story",
)


@pytest.mark.parametrize("place", (*READING, *CHECKING, *MAKING))
def test_a_fault_at_one_story_leaves_the_others_published_and_says_so(place, anytown, tmp_path, monkeypatch, capsys):
    (anytown / "stories/published-addresses.txt").unlink(missing_ok=True)
    shutil.rmtree(anytown / ".cache")
    break_at(monkeypatch, place)

    status = run("site", "--root", str(anytown), "--site", str(tmp_path / "site"), "--no-open", "--fresh")

    printed = "".join(capsys.readouterr())
    site = files_in(tmp_path / "site")
    assert status == 1
    assert "stories/repair-cafe/index.html" in site
    assert printed.count("The guide’s own program failed at this file") == 1
    assert f"stories/{SLUG}/story.md" in printed
    assert "OurFaultError" in printed
    assert WORDS not in printed
    assert [path for path in site if SLUG in path] == []
    assert [path for path, data in site.items() if f"stories/{SLUG}".encode() in data] == []


@pytest.mark.parametrize("place", (*READING, *CHECKING))
def test_a_check_goes_on_past_a_fault_at_one_story(place, anytown, monkeypatch, capsys):
    shutil.rmtree(anytown / ".cache")
    break_at(monkeypatch, place)

    status = run("check", "--root", str(anytown))

    printed = "".join(capsys.readouterr())
    assert status == 1
    assert printed.count("The guide’s own program failed at this file") == 1
    assert WORDS not in printed
