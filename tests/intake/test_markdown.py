"""Whatever signs stand in the words that came, the Markdown reads as the same words."""

import re
from html import unescape

from hypothesis import example, given, settings
from hypothesis import strategies as st
from storyguide.intake.manuscript import Block, Break, Grid, Heading, KeptPhoto, Listed, Paragraph, Quoted, Run, Shown
from storyguide.intake.markdown import UNSEEN, to_markdown
from storyguide.reading.commonmark import read_words

_MARKUP = re.compile(r"<[^>]*>")

NASTY = st.text(
    st.sampled_from([*list("*_`~[]()<>#!&|\\-+=.:/\"'^$@{}1a b\t\n"), "é", "“", "\xa0", "🙂", "ا"]), max_size=40
)
AWKWARD = st.sampled_from(
    [
        "http://example.org/a_b*c",
        "https://example.org/?a=1&copy;=2",
        "www.example.org/_x_",
        "jo_b@example.org",
        "&lt;b&gt;",
        "<b>",
        "<!-- no -->",
        "[x](javascript:alert(1))",
        "![x](y.jpg)",
        "- [ ] done",
        "1) one",
        "---",
        "===",
        "```",
        "~~~",
        "# no",
        "> no",
        "| a | b |",
        "[^1]",
        "[^1]: note",
        "\\",
        "a\\\\",
        "ftp://example.org",
        ":-",
        "HTTP://EXAMPLE.ORG",
        "WWW.example.org",
        ":--",
        "mailto:jo@example.org",
        "snake_case_word",
        "<https://example.org>",
    ]
)
WORDS = st.one_of(NASTY, AWKWARD, st.text(max_size=30), st.lists(st.one_of(AWKWARD, NASTY), max_size=4).map(" ".join))
RUNS = st.builds(
    Run,
    WORDS,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from(
        ["", "", "https://example.org/a(b)_c", "javascript:alert(1)", "mailto:jo@example.org", "https://a.b/ >"]
    ),
)
LINES = st.lists(st.one_of(RUNS, st.just(Break())), min_size=1, max_size=5).map(tuple)


def as_read(blocks: list[Block], photos: dict[str, KeptPhoto] | None = None) -> str:
    """What a reader sees of these blocks, once they are Markdown and back."""
    words, _ = read_words(to_markdown(blocks, photos or {}), path="", first_line=1)
    return words.html


def said(html: str) -> list[str]:
    return unescape(_MARKUP.sub(" " if "<td" in html or "<li" in html else "", html)).split()


def meant(*lines: tuple[Run | Break, ...]) -> list[str]:
    text = " ".join("".join(each.words if isinstance(each, Run) else " " for each in line) for line in lines)
    return UNSEEN.sub("", text).split()


@settings(max_examples=400)
@given(LINES)
@example((Run("1"), Break(), Run(":-")))
@example((Run("!"), Run("x", link="https://example.org/")))
@example((Run("a", strong=True), Run("b", leaning=True), Run("“c”", strong=True), Run("d")))
@example((Run("x"), Break(), Run("---")))
@example((Run("a | b"), Break(), Run("--- | ---")))
def test_a_paragraph_reads_as_it_was_typed(line):
    assert said(as_read([Paragraph(line)])) == meant(line)


@settings(max_examples=150)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_heading_reads_as_it_was_typed(words):
    blocks = [Heading((Run(each),), 1) for each in words]

    assert said(as_read(blocks)) == meant(*((Run(each),) for each in words))


@settings(max_examples=150)
@given(st.lists(LINES, min_size=1, max_size=4), st.lists(LINES, min_size=1, max_size=3), st.sampled_from([0, 1, 7]))
def test_lists_and_quotations_read_as_they_were_typed(outer, inner, first):
    nested = Listed(tuple((Paragraph(line),) for line in inner), first)
    blocks = [
        Listed(tuple((Paragraph(line), nested) for line in outer), first),
        Listed(((Paragraph((Run("apart"),)),),), first),
        Quoted((nested, Paragraph((Run("so it was said"),)))),
    ]

    html = as_read(blocks)

    each = [part for line in outer for part in (meant(line), *map(meant, inner))]
    wanted = [word for part in [*each, ["apart"], *map(meant, inner), ["so", "it", "was", "said"]] for word in part]
    assert "".join(said(html)) == "".join(wanted)


@settings(max_examples=100)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=4))
def test_a_table_reads_as_it_was_typed(rows):
    html = as_read([Grid(tuple(tuple((Run(cell),) for cell in row) for row in rows))])

    assert "".join(said(html)) == "".join(meant(*((Run(cell),) for row in rows for cell in row)))


@settings(max_examples=150)
@given(LINES)
def test_no_link_leads_where_a_story_may_not_lead(line):
    _, problems = read_words(to_markdown([Paragraph(line)], {}), path="", first_line=1)

    codes = {problem.code for problem in problems}
    assert codes <= {"no-words", "mark-of-another-program"}


def test_looks_and_links_are_kept_where_markdown_has_them():
    line = (
        Run("We "),
        Run("really ", strong=True),
        Run("did", strong=True, leaning=True),
        Run(" "),
        Run("not", struck=True),
        Run(" "),
        Run("read it", link="https://example.org/a b"),
    )

    assert (
        to_markdown([Paragraph(line)], {}) == "We **really** ***did*** ~~not~~ [read it](https://example.org/a%20b)\n"
    )


def test_marks_that_would_be_read_as_stars_are_given_up_and_the_words_are_not():
    line = (Run("in"), Run("“cred”", strong=True), Run("ible"))

    assert to_markdown([Paragraph(line)], {}) == "in“cred”ible\n"


def test_a_photo_stands_by_itself_with_what_is_said_of_it():
    photo = KeptPhoto("photo-1.jpg", b"", "A [spade] in earth")

    text = to_markdown([Paragraph((Run("Before"), Shown("p"), Shown("lost"), Run(" and after")))], {"p": photo})

    assert text == "Before and after\n\n![A \\[spade\\] in earth](photo-1.jpg)\n"
