"""What a preview for strangers never holds: a word or a photo of a story that its teller has not agreed to."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS
from storyguide.reading.photos.likeness import likenesses, looks_like
from storyguide.tending.leaks import everything_said

from tests import pictures
from tests.conftest import TODAY
from tests.previewed import committed

pytestmark = pytest.mark.usefixtures("settled_day")

PROJECT = Path(__file__).parents[1]
BEFORE, TOMORROW = TODAY - timedelta(days=100), TODAY + timedelta(days=1)

STORY = """---
title: The {word} of Millbank
summary: Everything about the {word}.
storyteller: Mo
place: Millbank
themes: [Company]
told_on: {before}
licence: CC BY-SA 4.0
consent:
  given: {before}
approved_on: {before}
status: draft
photos:
  - file: photo.jpg
    alt: A {word} seen from above.
    credit: Mo
    licence: CC BY-SA 4.0
---
The {word} came on a Tuesday.
"""
OF_THE_PHOTO = "    licence: CC BY-SA 4.0\n---"
GIVEN = f"consent:\n  given: {BEFORE}\n"

HIDDEN = {
    "adults in a photo": (OF_THE_PHOTO, "    licence: CC BY-SA 4.0\n    people: adults\n---"),
    "children and nobody's parent": (
        OF_THE_PHOTO,
        "    licence: CC BY-SA 4.0\n    people: children\n    permission: everybody agreed\n---",
    ),
    "a permission misspelt": (
        OF_THE_PHOTO,
        "    licence: CC BY-SA 4.0\n    people: adults\n    permision: all agreed\n---",
    ),
    "people misspelt": (OF_THE_PHOTO, "    licence: CC BY-SA 4.0\n    poeple: children\n---"),
    "people in a word nobody foresaw": (OF_THE_PHOTO, "    licence: CC BY-SA 4.0\n    people: toddlers\n---"),
    "a telephone number": ("on a Tuesday.", "on a Tuesday. Ring 07700 900123."),
    "an e-mail address": ("on a Tuesday.", "on a Tuesday. Write to mo@example.org."),
    "consent misspelt": ("consent:", "consnet:"),
    "consent in one word": (GIVEN, "consent: yes\n"),
    "consent as a list": (GIVEN, f"consent:\n  - given: {BEFORE}\n"),
    "consent left open": (GIVEN, f"{GIVEN}  withdrawn:\n"),
    "a day of consent that is none": (f"  given: {BEFORE}", "  given: when we met"),
    "consent from tomorrow": (f"  given: {BEFORE}", f"  given: {TOMORROW}"),
    "consent for the book": (GIVEN, f"{GIVEN}  for: [book]\n"),
    "consent for somewhere else": (GIVEN, f"{GIVEN}  for: [web, telly]\n"),
    "withdrawn by itself": ("status: draft", f"withdrawn: {BEFORE}\nstatus: draft"),
    "withdrawn in capitals": ("status: draft", f"WITHDRAWN: {BEFORE}\nstatus: draft"),
    "withdrawn in a sentence": ("status: draft", "withdrawn by telephone on the second of February\nstatus: draft"),
    "withdrawn with another sign": ("status: draft", f"withdrawn = {BEFORE}\nstatus: draft"),
    "another word for it": ("status: draft", f"taken_back: {BEFORE}\nstatus: draft"),
    "withdrawn below the closing dashes": ("---\nThe {word}", f"---\nwithdrawn: {BEFORE}\n---\nThe {{word}}"),
    "until by itself": ("status: draft", f"until: {BEFORE}\nstatus: draft"),
    "approval misspelt": ("approved_on:", "aproved_on:"),
    "approval from tomorrow": (f"approved_on: {BEFORE}", f"approved_on: {TOMORROW}"),
    "approval on no day": (f"approved_on: {BEFORE}", "approved_on: soon"),
    "words changed since": ("status: draft", "approved_words: 0000-0000\nstatus: draft"),
    "a status nobody knows": ("status: draft", "status: hidden"),
    "status twice": ("status: draft", "status: draft\nstatus: withdrawn"),
    "no consent, and an offer that is quoted": (
        f"{GIVEN}approved_on: {BEFORE}\nstatus: draft",
        "offers:\n  - {word} for the asking",
    ),
    "no consent, and a place that is quoted": (
        f"place: Millbank\n{'themes: [Company]'}",
        "place: {word} Lane\nthemes: [{word}]",
    ),
    "facts that cannot be read": ("title: The {word}", 'title: "The {word}'),
}
"""What is written otherwise in a draft that its teller agreed to."""
NO_CONSENT = {"no consent, and a place that is quoted"}


def _word(number: int) -> str:
    return "qzxv" + "".join("abcdefghij"[int(figure)] for figure in f"{number:03}") + "vxzq"


def _text(number: int, before: str = "", after: str = "", *, without_consent: bool = False) -> str:
    assert before in STORY.replace("{before}", str(BEFORE))
    text = STORY.replace("{before}", str(BEFORE)).replace(before, after, 1) if before else STORY
    if without_consent:
        text = text.replace(f"{GIVEN}approved_on: {BEFORE}\n", "")
    return text.replace("{word}", _word(number)).replace("{before}", str(BEFORE))


@pytest.fixture(scope="module")
def strangers(drawn_anytown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A preview for strangers of a guide with each of these stories, and of one that may be seen."""
    root = tmp_path_factory.mktemp("strangers") / "anytown"
    shutil.copytree(drawn_anytown, root)
    committed(root)
    stories = [
        _text(0),
        *(_text(n, *HIDDEN[name], without_consent=name in NO_CONSENT) for n, name in enumerate(HIDDEN, 1)),
    ]
    for number, text in enumerate(stories):
        folder = root / f"stories/odd-{number}"
        folder.mkdir()
        (folder / "story.md").write_text(text, "utf-8")
        (folder / "photo.jpg").write_bytes(pictures.patterned(number))
    out = root.parent / "seen"
    words = ["preview", "--root", str(root), "--since", "HEAD", "--agreed-only", "--out", str(out)]
    assert COMMANDS["preview"](PROJECT, read_arguments(PROJECT, words)) == 0
    return out


@pytest.fixture(scope="module")
def said(strangers: Path) -> str:
    return everything_said(strangers)


@pytest.fixture(scope="module")
def shown(strangers: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted(strangers.rglob("photos/*.jpg"))]


def test_a_draft_that_its_teller_agreed_to_is_there_with_its_photo(said: str, shown: list[bytes]):
    likeness = likenesses(pictures.patterned(0))

    assert _word(0) in said
    assert any(looks_like(data, likeness) for data in shown)


@pytest.mark.parametrize("name", HIDDEN)
def test_of_any_other_there_is_no_word_and_no_photo(said: str, shown: list[bytes], name: str):
    number = list(HIDDEN).index(name) + 1
    likeness = likenesses(pictures.patterned(number))

    assert f"odd-{number}" in said  # that it is there is said, and what for a stranger may be mended
    assert _word(number) not in said
    assert not any(looks_like(data, likeness) for data in shown)
