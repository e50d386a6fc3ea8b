"""A story on paper: whatever its words hold is printed, tagged, in its order and its language."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from storyguide.making.downloads import paper
from storyguide.making.downloads.printing import Press
from storyguide.making.downloads.story_paper import story_pieces
from storyguide.model.guide import Guide
from storyguide.model.photo import Photo, Rendition
from storyguide.model.story import Story
from storyguide.reading.commonmark import read_words

from tests.builders import a_photo, a_story, an_edition
from tests.making.downloads.reading_back import read_pdf
from tests.making.downloads.test_printing import tags
from tests.pictures import jpeg
from tests.reading.hostile import HOSTILE

EVERYTHING = """#### A heading too deep to begin with

A word, *another*, **a third**, ~~gone~~ and `some #code`.[^1] A line\\
and the next.

> - a list in a quotation
>   1. and one in that

- [ ] not done
- [x] done

| a | b |
|---|--:|
| ![Toast](bench.jpg) | [there](../repair-cafe/story.md) |

    #panic("code")

***

![A workbench.](bench.jpg)

A pot ![of tea](pot.jpg) among words.

[^1]: A note with a [link](https://example.org/).
"""


def pieces(story: Story, files: dict[str, str]) -> tuple[paper.Piece, ...]:
    return tuple(story_pieces(story, Guide(edition=an_edition(), stories=(story,)), files, cover="Two hands."))


def printed(story: Story, folder: Path, **files: bytes) -> bytes:
    for name, data in files.items():
        (folder / f"{name}.jpg").write_bytes(data)
    held = pieces(story, {"": "cover.jpg", "bench.jpg": "bench.jpg", "pot.jpg": "pot.jpg"})
    whole = paper.Paper(
        title=story.title,
        belongs_to="",
        edition="Anytown",
        language="en-GB",
        licence=story.licence,
        pieces=held,
        ids=tuple(sorted(set(paper.ids_of(held)))),
    )
    return Press([]).printed(whole, folder).content


def photo(name: str) -> Photo:
    rendition = Rendition(path="", type="image/jpeg", width=400, height=300, file=Path(name))
    return a_photo(file=name, alt=f"Seen: {name}", renditions=(rendition,))


def test_all_that_words_may_hold_is_printed(tmp_path: Path):
    words, problems = read_words(EVERYTHING, path="", first_line=1)
    assert problems == []
    story = a_story(words=words, photos=(photo("bench.jpg"), photo("pot.jpg")))

    content = printed(story, tmp_path, bench=jpeg(), pot=jpeg())

    read = read_pdf(content)
    for said in ("A heading too deep", "not done", "some #code", '#panic("code")', "among words", "A note with a"):
        assert said in read.text, said
    assert tags(read.opened).count("/Figure") == 2


@pytest.mark.parametrize("case", HOSTILE)
def test_words_that_mean_harm_have_a_place_on_paper(case: str):
    words, _ = read_words(HOSTILE[case], path="", first_line=1)

    assert pieces(a_story(words=words), {"": "cover.jpg"})


def test_what_is_in_another_language_is_said_to_be(tmp_path: Path):
    words, _ = read_words("Po sześćdziesięciu trzech schodach.", path="", first_line=1)
    story = a_story(words=words, language="pl", title="Ksylofon")

    opened = read_pdf(printed(story, tmp_path, cover=jpeg())).opened

    assert str(opened.Root.Lang) == "en-GB"
    assert "pl" in languages(opened.Root.StructTreeRoot)


def languages(element: object) -> set[str]:
    if not isinstance(element, pikepdf.Dictionary):
        return set()
    kids = element.get("/K", [])
    below = [languages(kid) for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])]
    return {str(element.Lang)} | set().union(*below) if "/Lang" in element else set().union(*below)


def test_a_photo_that_only_decorates_is_passed_over(tmp_path: Path):
    story = a_story(photos=(replace(photo("bench.jpg"), alt="", decorative=True),))

    assert "/Figure" not in tags(read_pdf(printed(story, tmp_path, bench=jpeg())).opened)
