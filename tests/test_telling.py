"""Problems are told so that a volunteer, an editor's screen or a program can take them."""

import json
import re

import pytest
from storyguide import telling
from storyguide.model.problem import Problem
from storyguide.model.source import Source


def a_problem(path="stories/knit/story.md", line=4, **changes):
    sound = {
        "code": "unknown-theme",
        "where": Source(path, line),
        "message": "The guide has no theme called “makeing”.",
        "mend": "Change it to “making”.",
    }
    return Problem(**(sound | changes))


def test_a_problem_is_told_in_two_lines():
    assert telling.as_text([a_problem()]) == (
        "stories/knit/story.md, line 4: The guide has no theme called “makeing”.\n"
        "  To mend it: Change it to “making”.\n"
        "\n"
        "1 problem in 1 file, to be mended before publishing.\n"
    )


def test_problems_are_told_by_file_and_line():
    problems = [
        a_problem("stories/b/story.md", 9),
        a_problem("stories/a/story.md", 7),
        a_problem("stories/b/story.md", 0),
    ]

    text = telling.as_text(problems)

    assert [line.partition(":")[0] for line in text.splitlines() if not line.startswith("  ")] == [
        "stories/a/story.md, line 7",
        "",
        "stories/b/story.md",
        "stories/b/story.md, line 9",
        "",
        "3 problems in 2 files, to be mended before publishing.",
    ]


@pytest.mark.parametrize(
    ("blocking", "notes", "said"),
    [
        (0, 0, "Nothing to mend."),
        (2, 0, "2 problems in 1 file, to be mended before publishing."),
        (0, 1, "1 problem in 1 file; it keeps nothing from being published."),
        (0, 2, "2 problems in 1 file; none keeps anything from being published."),
        (1, 1, "2 problems in 1 file: 1 to be mended before publishing, 1 that keeps nothing back."),
        (3, 2, "5 problems in 1 file: 3 to be mended before publishing, 2 that keep nothing back."),
    ],
)
def test_the_last_line_counts_them(blocking, notes, said):
    problems = [a_problem()] * blocking + [a_problem(blocks=False)] * notes

    assert telling.as_text(problems).splitlines()[-1] == said


def test_a_mend_of_several_lines_is_set_in():
    text = telling.as_text([a_problem(mend="Write it like this:\nphotos:\n  - file: a.jpg")])

    assert "  To mend it: Write it like this:\n    photos:\n      - file: a.jpg\n" in text


def test_colour_adds_nothing_but_colour():
    coloured = telling.as_text([a_problem(), a_problem(blocks=False)], colour=True)

    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == telling.as_text([a_problem(), a_problem(blocks=False)])


def test_what_was_written_cannot_reach_the_terminal():
    text = telling.as_text([a_problem(message="No theme “\x1b]0;x\x07\r\u202e”.")])

    assert not set(text) & set("\x1b\x07\r\u202e")


def test_a_pull_request_gets_one_command_a_problem():
    problems = [a_problem("stories/a,b:c/story.md"), a_problem(line=0, blocks=False, message="50%\nmore")]

    assert telling.as_annotations(problems) == (
        "::error file=stories/a%2Cb%3Ac/story.md,line=4,title=Unknown theme"
        "::The guide has no theme called “makeing”.%0ATo mend it: Change it to “making”.\n"
        "::warning file=stories/knit/story.md,title=Unknown theme::50%25%0Amore%0ATo mend it: Change it to “making”.\n"
    )


def test_a_program_gets_every_part():
    (told,) = json.loads(telling.as_json([a_problem()]))

    assert told == {
        "code": "unknown-theme",
        "path": "stories/knit/story.md",
        "line": 4,
        "message": "The guide has no theme called “makeing”.",
        "mend": "Change it to “making”.",
        "blocks": True,
    }


def test_a_page_gets_escaped_words():
    html = telling.as_html([a_problem(message="No “<script>”.", mend="Write:\n& co")])

    assert html == (
        '<ul class="problems">\n'
        '<li class="problem"><p><strong>stories/knit/story.md, line 4:</strong> No “&lt;script&gt;”.</p>'
        "<p>To mend it: Write:<br>\n&amp; co</p></li>\n"
        "</ul>\n"
    )


def test_a_page_without_problems_gets_nothing():
    assert telling.as_html([]) == ""
