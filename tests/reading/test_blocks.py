"""Blocks are found in a page's words, each with its line, and what is wrong with one is told."""

import pytest
from storyguide.model.tin import (
    Activity,
    Checklist,
    Imagine,
    Plan,
    Prose,
    SelfCheck,
    TakeAway,
    Voice,
    Write,
)
from storyguide.reading.blocks import read_blocks
from storyguide.reading.commonmark import read_words
from storyguide.reading.written import Reading

FIRST_LINE = 5


def read(text):
    """The blocks of a page of these words, and what is told of them."""
    reading = Reading("docs/on-the-tin/our-tin/1-look-back.md")
    words, problems = read_words(
        text,
        path=reading.path,
        first_line=FIRST_LINE,
        local=lambda address: f"file:on-the-tin/our-tin/{address}" if address.endswith(".md") else "",
    )
    assert problems == []
    blocks = read_blocks(words.html, text, FIRST_LINE, "[Our page](worksheet-our-page.md)", reading)
    return blocks, reading.problems


def only(text):
    """The one block of a page of these words."""
    (block,), problems = read(text)
    assert problems == []
    return block


def test_a_question_has_three_lines_unless_it_says_how_many():
    assert only("> **Write:** What happened?") == Write(line=5, question="What happened?")
    assert only("> **Write:** What *happened*? (6 lines)") == Write(line=5, question="What <em>happened</em>?", lines=6)


def test_what_follows_a_question_goes_with_it():
    block = only("> **Write:** What happened? (2 lines)\n>\n> Only what you saw.")

    assert block == Write(line=5, question="What happened?", lines=2, more="<p>Only what you saw.</p>\n")


def test_a_voice_is_what_stands_before_the_last_dash_and_its_credit_what_stands_after():
    block = only("> **Voice:** Nobody — I mean nobody — asked. — Mo, volunteer,\n> [the Echo](https://example.org/)")

    assert block == Voice(
        line=5,
        words="<p>Nobody — I mean nobody — asked.</p>",
        credit='Mo, volunteer,\n<a href="https://example.org/" rel="noopener noreferrer">the Echo</a>',
    )


def test_a_credit_may_stand_in_a_paragraph_of_its_own():
    block = only("> **Voice:** Nobody asked.\n>\n> They asked later.\n>\n> — Mo")

    assert block == Voice(line=5, words="<p>Nobody asked.</p>\n<p>They asked later.</p>", credit="Mo")


@pytest.mark.parametrize(
    "written", ["Nobody asked.", "Nobody asked. —", "— Mo", "Nobody asked. – Mo", "*Nobody asked. — Mo*"]
)
def test_words_without_a_name_or_a_name_without_words_are_told(written):
    _, (problem,) = read(f"Look back.\n\n> **Voice:** {written}")

    assert problem.code == "uncredited-voice"
    assert problem.where.line == FIRST_LINE + 2
    assert problem.blocks


def test_a_prompt_is_nobodys_words():
    assert only("> **Imagine:** You chair the meeting.") == Imagine(line=5, prompt="<p>You chair the meeting.</p>\n")


@pytest.mark.parametrize("gap", ["\n> ", "\n>\n> ", "  \n> "])
def test_an_activity_says_its_time_and_what_one_needs_however_its_lines_are_set(gap):
    block = only(f"> **Try it:** Empty chairs{gap}Time: 15 minutes{gap}You need: paper,\n> pens\n>\n> 1. Sit.")

    assert block == Activity(
        line=5, title="Empty chairs", time="15 minutes", needs="paper, pens", more="<ol>\n<li>Sit.</li>\n</ol>\n"
    )


def test_a_check_is_a_list_with_boxes_or_without():
    block = only("> **Check:** Before you go on\n> - [ ] I have *slept* on it.\n> - [x] I have asked.\n> - A third.")

    assert block == Checklist(
        line=5, title="Before you go on", items=("I have <em>slept</em> on it.", "I have asked.", "A third.")
    )


def test_a_plan_has_rows():
    assert only("> **Plan:** What now? (4 rows)") == Plan(line=5, question="What now?", rows=4)


def test_a_self_check_names_a_framework():
    assert only("> **Self-check:** anytown-ways") == SelfCheck(line=5, framework="anytown-ways")


def test_a_worksheet_is_offered_by_its_file():
    block = only("> **Take away:** [Our page](worksheet-our-page.md)")

    assert block == TakeAway(line=5, name="Our page", file="on-the-tin/our-tin/worksheet-our-page.md")


@pytest.mark.parametrize("written", ["Our page", "[Next](2-next.md)", "[Ours](https://example.org/)"])
def test_an_offer_that_leads_to_no_worksheet_is_told_with_one_that_would(written):
    _, (problem,) = read(f"> **Take away:** {written}")

    assert problem.code == "nothing-to-take-away"
    assert problem.mend == "Write: > **Take away:** [Our page](worksheet-our-page.md)"


@pytest.mark.parametrize("label", ["**WRITE:**", "**write**:", "**Write :**", "**Write: **", "**Write:**"])
def test_a_label_is_known_however_it_is_set(label):
    if label == "**Write: **":  # Markdown does not take this for bold
        assert isinstance(only(f"> {label} What happened?"), Prose)
        return

    assert only(f"> {label} What happened?").question == "What happened?"


@pytest.mark.parametrize(
    ("written", "near"), [("Wirte", "Write"), ("Imagin", "Imagine"), ("Try", "Try it"), ("Self check", "Self-check")]
)
def test_a_misspelt_label_is_met_with_the_nearest(written, near):
    _, (problem,) = read(f"Look back.\n\n> **{written}:** What happened?")

    assert (problem.code, problem.mend) == ("unknown-label", f"Change it to “{near}”.")
    assert problem.where.line == FIRST_LINE + 2


@pytest.mark.parametrize("written", ["> What a day.", "> **Note:** bring a coat.", "> **Ada Inkwell** said so."])
def test_any_other_quotation_stays_one(written):
    block = only(f"Before.\n\n{written}\n\nAfter.")

    assert isinstance(block, Prose)
    assert block.html.count("<blockquote>") == 1


def test_blocks_keep_their_order_and_their_lines_among_the_words():
    text = "Look back.\n\n```\n> **Write:** not this\n```\n\n> **Write:** One?\n\nGo on.\n\n> **Plan:** Two?\n"

    blocks, problems = read(text)

    assert problems == []
    assert [type(block) for block in blocks] == [Prose, Write, Prose, Plan]
    assert (blocks[1].line, blocks[3].line) == (11, 15)
    assert blocks[2].html.strip() == "<p>Go on.</p>"


@pytest.mark.parametrize(
    "text",
    [
        "> **Write:** One?\n> **Plan:** Two?",
        "> **Write:** One?\n>\n> **Plan:** Two?",
        "- first\n\n  > **Plan:** Two?",
        "> What a day.\n> **Plan:** Two?",
    ],
)
def test_a_block_that_has_run_into_something_else_is_told(text):
    _, (problem,) = read(text)

    assert problem.code == "block-inside"
    assert "“Plan”" in problem.message
