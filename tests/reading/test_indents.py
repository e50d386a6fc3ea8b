"""Parts of a fact that are not pushed in, or stand in a list without its dashes, are read where they belong."""

from datetime import date

import pytest
from storyguide.model.story import Status
from storyguide.reading.fixes import fixed

from tests.reading.files import a_file, read

A = ("alt: A", "credit: Mo", "licence: CC BY 4.0")
TWO = "photos:\n  - file: a.jpg\n    alt: A\n    credit: Mo\n    licence: CC BY 4.0\n  - file: b.jpg\n    alt: B\n"
TWO += "    credit: Mo\n    licence: CC BY 4.0\n"


def with_facts(lines: str) -> str:
    return a_file().replace("licence:", lines + "licence:")


def without_consent() -> str:
    return a_file(consent=None)


FLAT = TWO.replace("  - ", "").replace("    ", "")
PHOTOS = {
    "nothing pushed in": FLAT,
    "no dashes": TWO.replace("  - ", "  ").replace("    ", "  "),
    "one dash for two": TWO.replace("  - file: b", "  file: b").replace("    alt: B\n    credit: Mo\n    licence",
                                                                       "  alt: B\n  credit: Mo\n  licence"),
    "a dash before every line": TWO.replace("    ", "  - "),
    "the rest below the dash": TWO.replace("    ", "  "),
    "dashes with nothing pushed in": TWO.replace("  - ", "- ").replace("    ", ""),
}  # fmt: skip


@pytest.mark.parametrize("how", PHOTOS)
def test_a_list_of_photos_laid_out_in_another_way_is_read_and_told_once(how):
    text = with_facts(PHOTOS[how])
    story, (problem,) = read(text)

    assert [(photo.file, photo.alt) for photo in story.photos] == [("a.jpg", "A"), ("b.jpg", "B")]
    assert (problem.code, problem.blocks) == ("not-pushed-in", True)
    assert TWO.rstrip() in problem.mend
    assert read(with_facts(problem.mend.partition("\n")[2] + "\n"))[1] == ()
    assert read(fixed(text.encode(), problem.changes).data)[1] == ()


@pytest.mark.parametrize("lines", [
    "sources:\ntitle: T\naddress: https://example.org/\naccessed: 2026-01-01\n",
    "sources:\n  title: T\n  address: https://example.org/\n  title: U\n  address: https://example.org/u\n",
    "links:\ntitle: T\naddress: https://example.org/\n",
    "offers:\ntext: A lathe\nuntil: 2027-01-01\n",
    "needs:\n  text: A shed\n  text: A lathe\n",
    "barriers:\nbarrier: rent\neased_by: the library\n",
    "difference:\nwhat: Fewer toasters\nwhom: forty households\n",
])  # fmt: skip
def test_other_facts_that_are_made_of_others_likewise(lines):
    text = with_facts(lines)
    _, (problem,) = read(text)

    assert problem.code == "not-pushed-in"
    assert read(with_facts(problem.mend.partition("\n")[2] + "\n"))[1] == ()
    assert read(fixed(text.encode(), problem.changes).data)[1] == ()


def test_a_storyteller_whose_name_is_not_pushed_in():
    story, (problem,) = read(a_file(storyteller="\nname: Mo\nabout: mends bicycles"))

    assert (story.storyteller.name, story.storyteller.about) == ("Mo", "mends bicycles")
    assert problem.code == "not-pushed-in"


@pytest.mark.parametrize("consent", [
    "\ngiven: 2026-03-01\nuntil: 2029-03-01\nfor: [web]", "\n  given: 2026-03-01\nuntil: 2029-03-01\nfor: [web]",
])  # fmt: skip
def test_how_far_a_consent_goes_is_read_though_it_is_not_pushed_in(consent):
    story, (problem,) = read(a_file(consent=consent))

    assert (story.consent.given, story.consent.until) == (date(2026, 3, 1), date(2029, 3, 1))
    assert story.consent.surfaces == ("web",)
    assert problem.code == "not-pushed-in"


def test_a_consent_withdrawn_below_its_own_lines_takes_the_story_down():
    story, _ = read(a_file(consent="\n  given: 2026-03-01\nwithdrawn: 2026-04-01"))

    assert (story.status, story.title) == (Status.WITHDRAWN, "")


def test_a_withdrawal_anywhere_else_holds_the_story_back():
    _, (problem,) = read(with_facts("withdrawn: 2026-04-01\n"))

    assert (problem.code, problem.blocks) == ("belongs-under", True)
    assert "“consent:”" in problem.mend


def test_a_part_that_stands_alone_is_told_with_the_lines_to_write():
    _, (problem,) = read(a_file(storyteller="Mo\nabout: mends bicycles"))

    assert problem.code == "belongs-under"
    lines = problem.mend.partition("\n")[2]
    assert read(a_file(storyteller=None).replace("place:", f"{lines}\nplace:"))[1] == ()


@pytest.mark.parametrize("lines", [
    "photos:\n- file: a.jpg\n  alt: A\n  credit: Mo\n  licence: CC BY 4.0\n",
    "photos:\n  file: a.jpg\n  alt: A\n  credit: Mo\n  licence: CC BY 4.0\n",
    "photos:\n    - alt: A\n      file: a.jpg\n      credit: Mo\n      licence: CC BY 4.0\n",
    "photos:\n  # one\n  - file: a.jpg\n    alt: A long\n      line\n    credit: Mo\n    licence: CC BY 4.0\n",
    "photos:\nlinks:\n",
])  # fmt: skip
def test_what_can_be_read_as_it_stands_is_left_alone(lines):
    assert read(with_facts(lines))[1] == ()
