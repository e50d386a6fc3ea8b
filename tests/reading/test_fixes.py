"""What is mended without asking: slips and signs, never a word; and never so that anything is lost."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storyguide.model.problem import Change
from storyguide.reading.fixes import Fixed, fixed
from storyguide.reading.metadata import read_metadata
from storyguide.reading.story import read_story
from storyguide.reading.written import Group, Reading, Several, Text

from tests.reading.files import TOLD, WORDS, a_file, photos


def told(data: bytes):
    return read_story(data, path="stories/repair-cafe/story.md", slug="repair-cafe")


def mended(text: str | bytes, present=(), also: tuple[Change, ...] = ()) -> Fixed:
    data = text.encode() if isinstance(text, str) else text
    _, problems = told(data)
    return fixed(data, [*also, *(change for problem in problems for change in problem.changes)], present)


@pytest.mark.parametrize(("written", "better", "done"), [
    ({"title": "Tea: a story"}, {"title": '"Tea: a story"'}, "“title: Tea: a story” is now “title: \"Tea: a story\"”"),
    ({"told_on": "31/01/1953"}, {"told_on": "1953-01-31"}, "“31/01/1953” is now “1953-01-31”"),
    ({"told_on": "2026-3-4"}, {"told_on": "2026-03-04"}, "“2026-3-4” is now “2026-03-04”"),
    ({"told_on": "14 March 2026"}, {"told_on": "2026-03-14"}, "“14 March 2026” is now “2026-03-14”"),
    ({"consent": "\n\tgiven: 2026-03-01"}, {}, "“→given: 2026-03-01” is now “  given: 2026-03-01”"),
    ({"organisation": "@menders"}, {"organisation": '"@menders"'}, "is now “organisation: \"@menders\"”"),
])  # fmt: skip
def test_a_slip_is_mended_and_said(written, better, done):
    after = mended(a_file(**written))

    assert after.data.decode() == a_file(**better)
    assert len(after.done) == 1
    assert done in after.done[0]


@pytest.mark.parametrize(("slip", "meant"), [
    ("tilte", "title"), ("sumary", "summary"), ("Place", "place"), ("theme", "themes"), ("told-on", "told_on"),
])  # fmt: skip
def test_the_name_of_a_fact_with_one_slip_in_it_is_put_right(slip, meant):
    text = a_file().replace(f"\n{meant}:", f"\n{slip}:")

    assert mended(text).data.decode() == a_file()


@pytest.mark.parametrize(("slip", "meant"), [("colaborators", "collaborators"), ("traslator", "translator")])
def test_so_is_that_of_a_fact_that_may_be_left_out(slip, meant):
    assert mended(a_file(**{slip: "Ana"})).data.decode() == a_file(**{meant: "Ana"})


def test_a_mark_before_the_first_line_and_other_line_ends_go():
    after = mended(b"\xef\xbb\xbf" + a_file().replace("\n", "\r\n").encode())

    assert after.data.decode() == a_file()
    assert after.done == (
        "an invisible mark before the first line is gone",
        "each line now ends in the way all computers read",
    )


def test_a_photo_is_named_as_its_file_is():
    after = mended(a_file(photos=photos(file="Boat.JPG")), present=["boat.jpg"])

    assert after.data.decode() == a_file(photos=photos(file="boat.jpg"))
    assert after.done == ("line 13: “Boat.JPG” is now “boat.jpg”",)


def test_a_photo_the_words_show_keeps_the_name_they_show_it_by():
    text = a_file(photos=photos(file="Boat.JPG"), words="![A boat](Boat.JPG)\n")

    assert mended(text, present=["boat.jpg"]).data.decode() == text


@pytest.mark.parametrize("text", [
    a_file(told_on="03/04/2026"),
    a_file(status="redy"),
    a_file(licence="CC BY"),
    a_file(precision="secret", location='"51.4, -1.2"'),
    a_file(organisation="Menders #1 and a private remark"),
    a_file(organisation="@menders # do not print this"),
    a_file(themes="[Making, @growing]"),
    a_file(tilte="Another"),
    a_file(title="Tilte", tilte="Another"),
    a_file(author="Mo"),
    "",
    "no facts\n",
    "---\n\t\n---\n",
])  # fmt: skip
def test_what_only_a_person_can_know_is_left_as_it_is(text):
    assert mended(text) == Fixed(text.encode(), ())


@pytest.mark.parametrize("data", [b"\xff\xfea\x00", "title: café".encode("cp1252"), b"\xef\xbb\xbf\r\n", b"\r" * 9])
def test_a_file_that_cannot_be_made_out_stays_byte_for_byte(data):
    assert mended(data) == Fixed(data, ())


def test_a_change_that_would_bring_a_problem_is_not_made():
    after = mended(a_file(), also=(Change(5, "Millbank", "Mill: bank"), Change(2, "The repair café", "")))

    assert after == Fixed(a_file().encode(), ())


def test_a_change_of_what_stands_on_a_line_twice_is_not_made():
    text = a_file(themes="[Makin, Makin]")

    assert mended(text, also=(Change(6, "Makin", "Making"),)).data.decode() == text


def test_no_change_reaches_the_words():
    text = a_file(words="We are menders.\n")

    assert mended(text, also=(Change(13, "menders", "vandals"),)).data.decode() == text


NAMES = [*TOLD, "tilte", "sumary", "Themes", "colaborators", "traslator", "photos", "status", "author"]
VALUES = [
    *(TOLD[name] for name in TOLD),
    "Tea: a story", "@menders", "31/01/1953", "03/04/2026", "Menders #1", '"Mend it!" they say', "- a", "[a, b", "'x",
    "\n\tgiven: 2026-03-01", "\n  given: 1/13/2026\n  for: [web]", "\n  - Boat.JPG", photos(file="Boat.JPG"),
    "draft", "", "a # b", "*x", "&y z", "{a: b}", "|\n  text", "# only a remark", "tilte: tilte", "yes", "café\u2028x",
    "\x08",
]  # fmt: skip
FACTS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES) | st.text(max_size=12)), max_size=9)


@st.composite
def files(draw) -> bytes:
    """A story's file with some slips in it, or a good many."""
    facts = draw(FACTS)
    gap = draw(st.sampled_from([": ", ":", " : ", ":\t"]))
    header = "".join(f"{name}{gap}{value}\n" for name, value in facts)
    text = draw(st.sampled_from(["", "\ufeff", "\n"])) + "---\n" + header + draw(st.sampled_from(["---\n", "--\n", ""]))
    text += draw(st.sampled_from([WORDS, "", "![A boat](Boat.JPG)\n", "tilte: a\tb\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))).encode("utf-8", "replace")


def values(data: bytes) -> Counter[str]:
    metadata = read_metadata(data, Reading(""))
    found: Counter[str] = Counter()
    left = [metadata.facts] if metadata else []
    while left:
        one = left.pop()
        if isinstance(one, Text):
            found[one.written] += 1
        elif isinstance(one, Group):
            left += one.values.values()
        elif isinstance(one, Several):
            left += one.items
    return found


@settings(max_examples=300)
@given(files())
def test_nothing_is_lost_no_problem_is_added_and_twice_is_once(data):
    story, problems = told(data)

    after = mended(data, present=["boat.jpg"])

    again_story, again_problems = told(after.data)
    changed = sum("” is now “" in each for each in after.done)
    assert (story is None) or again_story is not None
    assert sum((values(data) - values(after.data)).values()) <= changed
    assert Counter(p.code for p in again_problems) <= Counter(p.code for p in problems)
    before, now = (read_metadata(each, Reading("")) for each in (data, after.data))
    assert (before and before.body) == (now and now.body)
    assert (after.data == data) == (after.done == ())
    settled = after
    for _ in range(4):
        settled = mended(settled.data, present=["boat.jpg"])
    assert mended(settled.data, present=["boat.jpg"]) == Fixed(settled.data, ())
