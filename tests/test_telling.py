"""Problems are told so that a volunteer, an editor's screen or a program can take them."""

import json
import re

import comrak
import pytest
from storyguide import telling
from storyguide.model.problem import Problem
from storyguide.model.source import Source
from storyguide.telling.from_check import titles_in

from tests.conftest import PROJECT
from tests.test_catalogue import CODES


def a_problem(path="stories/knit/story.md", line=4, **changes):
    sound = {
        "code": "unknown-theme",
        "where": Source(path, line),
        "message": "The guide has no theme called “makeing”.",
        "mend": "Change it to “making”.",
    }
    return Problem(**(sound | changes))


def lines_of(*lines):
    """A file of these lines, whatever its name."""
    return lambda _: lines


def test_a_problem_is_told_with_what_to_do_and_where_to_read_more():
    assert telling.as_text([a_problem()]) == (
        "stories/knit/story.md, line 4: The guide has no theme called “makeing”.\n"
        "  To mend it: Change it to “making”.\n"
        "  More: docs/help/problems.md#unknown-theme\n"
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


@pytest.mark.parametrize(("line", "shown"), [
    ("themes: [a, makeing]", ["      themes: [a, makeing]", "                  ^^^^^^^"]),
    ("makeing: makeing", ["      makeing: makeing", "      ^^^^^^^"]),
    ("\tmakeing", ["      →makeing", "       ^^^^^^^"]),
    ("ਪੰ日 makeing", ["      ਪੰ日 makeing", "           ^^^^^^^"]),
    ("MAKEING", ["      MAKEING", "      ^^^^^^^"]),
    ("mak\x1bing", []),
    ("", []),
])  # fmt: skip
def test_the_place_is_pointed_at(line, shown):
    text = telling.as_text([a_problem()], lines=lines_of("---", "title: x", "", line))

    assert text.splitlines()[1:-4] == shown


def test_of_a_long_line_the_part_around_the_place_is_shown():
    text = telling.as_text([a_problem()], lines=lines_of("", "", "", "word " * 100 + "makeing" + " word" * 100))

    shown, under = text.splitlines()[1:3]
    assert len(shown) < 100
    assert shown[under.index("^") :].startswith("makeing")


def test_a_line_the_file_no_longer_has_is_not_shown():
    assert telling.as_text([a_problem()], lines=lines_of("one line")) == telling.as_text([a_problem()])


def test_an_invisible_sign_is_pointed_at_by_its_letter():
    problem = a_problem(message="There is an invisible sign at letter 3 of this line.")

    text = telling.as_text([problem], lines=lines_of("", "", "", "ab\x08cd"))

    assert text.splitlines()[1:3] == ["      ab\ufffdcd", "        ^"]


def test_of_many_problems_of_one_sort_the_first_are_told_and_the_others_counted():
    many = [a_problem(f"stories/s{number:02}/story.md") for number in range(47)]

    text = telling.as_text([*many, a_problem("stories/z/story.md", code="tab")])

    assert text.count("To mend it") == 10 + 1
    assert "\nUnknown theme: and 37 more like this, in 37 files.\n  stories/s10/story.md, line 4\n" in text
    assert "  and 27 more files\n" in text
    assert text.endswith("\n48 problems in 48 files, to be mended before publishing.\n")


def test_those_of_one_file_are_counted_by_line():
    text = telling.as_text([a_problem(line=number) for number in range(1, 14)])

    assert "Unknown theme: and 3 more like this, in 1 file.\n  stories/knit/story.md, lines 11, 12, 13\n" in text


@pytest.mark.parametrize(
    ("elsewhere", "said"),
    [(1, "Elsewhere in the guide there is 1 more problem."), (2, "Elsewhere in the guide there are 2 more problems.")],
)
def test_problems_that_were_not_asked_about_are_counted(elsewhere, said):
    assert telling.as_text([], elsewhere=elsewhere).endswith(f"Nothing to mend. {said}\n")
    assert said in telling.as_summary([], elsewhere=elsewhere)
    assert json.loads(telling.as_json([], elsewhere=elsewhere))["counts"]["elsewhere"] == elsewhere


def test_a_pull_request_gets_one_command_a_problem():
    problems = [a_problem("stories/a,b:c/story.md"), a_problem(line=0, blocks=False, message="50%\nmore")]

    assert telling.as_annotations(problems) == (
        "::error file=stories/a%2Cb%3Ac/story.md,line=4,title=Unknown theme"
        "::The guide has no theme called “makeing”.%0ATo mend it: Change it to “making”.\n"
        "::warning file=stories/knit/story.md,title=Unknown theme::50%25%0Amore%0ATo mend it: Change it to “making”.\n"
    )


def test_a_pull_request_gets_the_worst_ten_and_how_many_more():
    reminders = [a_problem("stories/a/story.md", line, blocks=False) for line in range(12)]

    lines = telling.as_annotations([*reminders, a_problem("stories/z/story.md")]).splitlines()

    assert [line.split()[0] for line in lines] == ["::error", *["::warning"] * 9, "::notice"]
    assert lines[-1].startswith("::notice title=And 3 more problems::")


def test_nothing_a_story_says_ends_a_command_or_begins_another():
    hostile = "x\n::set-output name=a::b\r\n::error::%0A,:"

    told = telling.as_annotations([a_problem(f"stories/{hostile}/story.md", message=hostile, mend=hostile)])

    assert told.count("\n") == 1
    assert "\r" not in told
    assert "::set-output" in told.split("::", 2)[2]
    assert "file=stories/x%0A%3A%3Aset-output name=a%3A%3Ab%0D%0A%3A%3Aerror%3A%3A%250A%2C%3A/story.md," in told


HOSTILE = [
    "<script>alert(1)</script>", "<img src=https://evil.example/x.png>", "@everyone", "see @octo/team", "a@b.example",
    "[click](https://evil.example)", "![x](https://evil.example/x.png)", "https://evil.example/x", "www.evil.example",
    "`code` and ``more``", "```\nfence", "|a|b|\n|-|-|", "# heading", "#1 and GH-2 and o/r#3", "**bold** _it_ ~~no~~",
    "<!-- story-check -->", "]: https://evil.example", "\\[x](y)", "&lt;b&gt; &amp;", "$x$", "”@everyone“ [a](b)",
    "1. list\n- list\n> quote", "<details><summary>x", "- [ ] task", "\u202egnirts",
]  # fmt: skip


@pytest.mark.parametrize("how", [telling.as_summary, telling.as_comment])
@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("quoted", [True, False])
def test_hostile_words_stay_words(how, words, quoted):
    said = f"No theme “{words}”." if quoted else f"No theme {words}."
    problem = a_problem(f"stories/{words}/story.md", message=said, mend=f"Write: {words}\n{words}")
    harmless = a_problem("stories/x/story.md", message="No “x”." if quoted else "No x.", mend="Write: x\nx")

    page = render(how([problem], help_at="https://guide.example/help/problems/"))

    expected = render(how([harmless], help_at="https://guide.example/help/problems/"))
    assert tags(page) == tags(expected)
    bare = re.sub(r"<(code|pre).*?</\1>", "", page, flags=re.DOTALL)
    assert not re.search(r"@\w|#\d|GH-\d|[a-z]://", re.sub(r"<[^>]*>", "", bare))


def render(markdown):
    """As GitHub would: tables, bare addresses, sums and all, with any HTML let through."""
    extensions = comrak.ExtensionOptions()
    for name in ("autolink", "table", "strikethrough", "tasklist", "footnotes", "alerts", "math_dollars", "shortcodes"):
        setattr(extensions, name, True)
    options = comrak.RenderOptions()
    options.unsafe_ = True
    return comrak.render_markdown(markdown, extensions, None, options)


def tags(page):
    """What there is on the page besides text, with every address."""
    return re.findall(r"</?[a-z][^>]*>|<!--.*?-->", page)


def test_a_summary_tells_every_problem_by_file():
    problems = [a_problem("stories/b/story.md", 9), a_problem("stories/a/story.md", 0, mend="Write it so:\na: b")]

    assert telling.as_summary(problems, help_at="https://guide.example/help/problems/") == (
        "# What there is to mend\n\n"
        "2 problems in 2 files, to be mended before publishing.\n\n"
        "## `stories/a/story.md`\n\n"
        "- The guide has no theme called `makeing`.<br>\n"
        "  *To mend it:* Write it so: [More](https://guide.example/help/problems/#unknown-theme)\n\n"
        "  ```\n  a: b\n  ```\n\n"
        "## `stories/b/story.md`\n\n"
        "- **Line 9:** The guide has no theme called `makeing`.<br>\n"
        "  *To mend it:* Change it to `making`. [More](https://guide.example/help/problems/#unknown-theme)\n"
    )


def test_a_summary_stays_below_what_github_takes():
    told = telling.as_summary([a_problem(line=line, mend="long " * 200) for line in range(2000)])

    assert len(told.encode()) < 1_000_000
    assert re.search(r"\nAnd [\d,]+ more problems\.\n$", told)


def test_what_is_to_be_typed_can_be_copied_from_a_comment():
    told = telling.as_comment([a_problem(mend='Put quotation marks round the words: title: "a @b #1 `c`"')])

    assert 'round the words: ``title: "a @b #1 `c`" ``' in told or '``title: "a @b #1 `c`"``' in told


@pytest.mark.parametrize(("problems", "greeting"), [
    ([], "**All good.** Thank you: the check found nothing to mend."),
    ([a_problem()], "**Thank you.** Before this can be published, one thing needs mending:"),
    ([a_problem(), a_problem(line=5)], "**Thank you.** Before this can be published, 2 things need mending:"),
    ([a_problem(blocks=False)], "**Thank you.** Nothing is in the way. There is one thing you may want to look at:"),
])  # fmt: skip
def test_a_comment_begins_with_its_marker_and_thanks(problems, greeting):
    told = telling.as_comment(problems).splitlines()

    assert told[:2] == [telling.MARKER, greeting]


def test_a_comment_tells_the_worst_ten():
    reminders = [a_problem("stories/a/story.md", line, blocks=False) for line in range(12)]

    told = telling.as_comment([*reminders, a_problem("stories/z/story.md")])

    assert told.count("*To mend it:*") == 10
    assert told.index("stories/z") < told.index("stories/a")
    assert "And 3 more problems: the summary of this check tells all of them." in told


def test_a_program_is_told_which_version_it_reads_and_how_many_there_are():
    told = json.loads(telling.as_json([a_problem(), a_problem(blocks=False)], elsewhere=3))

    assert told["version"] == 1
    assert told["counts"] == {"problems": 2, "blocking": 1, "files": 1, "elsewhere": 3}


def test_a_program_gets_every_part():
    (told,) = json.loads(telling.as_json([a_problem()]))["problems"]

    assert told == {
        "code": "unknown-theme",
        "path": "stories/knit/story.md",
        "line": 4,
        "message": "The guide has no theme called “makeing”.",
        "mend": "Change it to “making”.",
        "blocks": True,
        "help": "docs/help/problems.md#unknown-theme",
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


def test_every_problem_has_its_title_for_the_comment_on_a_pull_request():
    titles = titles_in((PROJECT / "docs/help/problems.md").read_text(encoding="utf-8"))

    assert set(CODES) <= set(titles)
