"""Signs among the facts that only look like ordinary ones: read as what was meant, told by name, mended by --fix."""

from datetime import date

import pytest
from storyguide.reading.fixes import fixed

from tests.reading.files import a_file, photos, read

SOUND = a_file()


def written(before: str, after: str) -> str:
    assert before in SOUND
    return SOUND.replace(before, after)


LAID_OUT = {
    "no-break space": ("  given", "\u00a0 given"),
    "narrow no-break space": ("  given", "\u202f\u202fgiven"),
    "thin space": ("  given", "\u2009 given"),
    "ideographic space": ("  given", "\u3000given"),
    "zero-width space": ("told_on", "told\u200b_on"),
    "non-breaking hyphen": ("told_on", "told\u2011on"),
    "full-width colon": ("title: ", "title："),
    "full-width letter": ("title", "ｔｉｔｌｅ"),
    "Cyrillic letter": ("title", "tіtle"),
    "long dash": ("[Making, Growing]", "\n  – Making\n  – Growing"),
    "bullet": ("[Making, Growing]", "\n• Making\n• Growing"),
    "star": ("[Making, Growing]", "\n  * Making\n  * Growing"),
    "full-width comma": ("[Making, Growing]", "[Making，Growing]"),
    "full-width left square bracket": ("[Making, Growing]", "［Making, Growing］"),
    "stars round a name": ("title:", "**title:**"),
    "low lines round a name": ("place:", "__place__:"),
}


@pytest.mark.parametrize("sign", LAID_OUT)
def test_a_look_alike_is_told_by_its_name_and_nothing_else_is_told(sign):
    story, (problem,) = read(written(*LAID_OUT[sign]))

    assert (problem.code, problem.blocks) == ("look-alike-signs", True)
    assert sign in problem.message
    assert (story.title, story.themes) == ("The repair café", ("making", "growing"))
    assert (story.told_on, story.consent.given) == (date(2026, 3, 14), date(2026, 3, 1))


@pytest.mark.parametrize("sign", LAID_OUT)
def test_what_is_said_of_a_look_alike_mends_it_when_it_is_typed_or_fixed(sign):
    text = written(*LAID_OUT[sign])
    _, (problem,) = read(text)

    better = fixed(text.encode(), problem.changes)

    assert read(better.data) == read(better.data.decode())
    assert read(better.data)[1] == ()


@pytest.mark.parametrize("value", [
    "“The repair café”", "‘The repair café’", "„The repair café“", "«The repair café»", "“The repair café\"",
    "\"The repair café”", "”The repair café”", "“The repair café”  # as she calls it",
])  # fmt: skip
def test_curly_quotation_marks_round_a_whole_value_are_no_part_of_it(value):
    story, (problem,) = read(written("title: The repair café", f"title: {value}"))

    assert story.title == "The repair café"
    assert (problem.code, problem.blocks, problem.where.line) == ("curly-quotation-marks", False, 2)
    assert 'title: "The repair café"' in problem.mend


@pytest.mark.parametrize(("before", "after"), [
    ("[Making, Growing]", "[“Making”, ‘Growing’]"),
    ("[Making, Growing]", "\n  - “Making”\n  - Growing"),
    ("given: 2026-03-01", "given: “2026-03-01”"),
    ("summary: Neighbours mend what others would throw away.",
     "summary: “Neighbours mend\n  what others would throw away.”"),
])  # fmt: skip
def test_they_are_taken_off_in_lists_days_and_over_several_lines(before, after):
    text = written(before, after)
    story, told = read(text)

    assert {problem.code for problem in told} == {"curly-quotation-marks"}
    assert (story.themes, story.consent.given) == (("making", "growing"), date(2026, 3, 1))
    assert story.summary == "Neighbours mend what others would throw away."
    better = fixed(text.encode(), [change for problem in told for change in problem.changes])
    assert read(better.data)[1] == ()


@pytest.mark.parametrize("title", [
    "“Mend it” and “keep it”", "The “best” morning", "‘Twas a wet night", "A pipe of 12”", "The boys’",
])  # fmt: skip
def test_a_quotation_within_a_value_is_left_as_it_is(title):
    story, told = read(written("title: The repair café", f"title: {title}"))

    assert (story.title, told) == (title, ())


def test_a_title_that_is_a_quotation_keeps_its_marks_between_straight_ones():
    story, told = read(written("title: The repair café", "title: '“The best morning”'"))

    assert (story.title, told) == ("“The best morning”", ())


@pytest.mark.parametrize("title", ["“The repair café", "The repair café”", "«The repair café"])
def test_half_a_pair_is_told(title):
    _, (problem,) = read(written("title: The repair café", f"title: {title}"))

    assert (problem.code, problem.blocks) == ("half-a-quotation", False)


def test_words_below_a_name_with_a_bar_keep_every_sign():
    block = "join_in: |\n  Wann： 10\n  “Come”\n  * all\n  – of you\nlicence:"
    story, told = read(written("licence:", block))

    assert told == ()
    assert story.join_in == "Wann： 10\n“Come”\n* all\n– of you"


def test_a_name_of_a_photo_keeps_its_look_alikes():
    story, _ = read(a_file(photos=photos(file="bench\u00a02.jpg")))

    assert story.photos[0].file == "bench\u00a02.jpg"


@pytest.mark.parametrize("day", ["2026–03–14", "2026—03—14", "2026\u201103\u201114", "14–03–2026", "２０２６/03/14"])
def test_a_day_with_long_dashes_is_given_back_with_plain_ones(day):
    _, (problem,) = read(written("2026-03-14", day))

    assert (problem.code, problem.mend) == ("not-a-day", "Write: told_on: 2026-03-14")
