"""Posts are read from docs/news, and every fault in them is told."""

from datetime import date
from pathlib import Path

import pytest
from storyguide.model.source import Source
from storyguide.reading.handwritten import pages_by_hand
from storyguide.reading.news import read_news

SOUND = """\
---
title: The ferry bell
summary: It is looking for a home.
date: 2026-11-03
category: Round here
by: Sam Ferryman
stories: [repair-cafe]
happened_next: night-choir
---
# The ferry bell

It hung by [the café](../../stories/repair-cafe/story.md), and [they sang](../night-choir/story.md).
"""


@pytest.fixture
def told(tmp_path: Path):
    """Called with the text of files by their names, gives what was read and what was told."""

    def read(**files: str):
        (tmp_path / "docs/news").mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (tmp_path / f"docs/news/{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
        return read_news(tmp_path)

    return read


def test_a_post_is_read_whole(told):
    (post,), problems = told(bell=SOUND)

    assert problems == ()
    assert (post.slug, post.title, post.on, post.by, post.by_slug) == (
        *("bell", "The ferry bell", date(2026, 11, 3)),
        *("Sam Ferryman", "sam-ferryman"),
    )
    assert (post.category, post.stories, post.happened_next) == ("round-here", ("repair-cafe",), "night-choir")
    assert post.words.stories == ("night-choir", "repair-cafe")
    assert 'href="story:repair-cafe"' in post.words.html
    assert "<h2" not in post.words.html
    assert post.words.lines["story:repair-cafe"] == 12


def test_the_latest_comes_first_and_those_of_a_day_by_name(told):
    posts, _ = told(
        b=SOUND, a=SOUND, new=SOUND.replace("2026-11-03", "2026-11-20"), old=SOUND.replace("2026-11-03", "2025-01-02")
    )

    assert [post.slug for post in posts] == ["new", "a", "b", "old"]


def test_what_is_announced_needs_a_month_and_no_words(told):
    announced = SOUND.partition("---\n# ")[0].replace("by: Sam Ferryman", "coming_soon: true\nexpected: February 2027")
    posts, problems = told(soon=announced + "---\n", never=announced.replace("expected: February 2027\n", "") + "---\n")

    assert [(problem.code, problem.where.path) for problem in problems] == [("missing-fact", "docs/news/never.md")]
    soon = next(post for post in posts if post.slug == "soon")
    assert soon.is_awaited(date(2027, 2, 28))
    assert not soon.is_awaited(date(2027, 3, 1))
    assert not next(post for post in posts if post.slug == "never").is_awaited(date(2026, 12, 1))


def test_other_posts_need_words(told):
    _, problems = told(bell=SOUND.partition("# The")[0])

    assert [problem.code for problem in problems] == ["no-words"]


@pytest.mark.parametrize("name", ["2026", "by", "category", "page", "index"])
def test_names_of_the_lists_are_no_names_for_posts(told, name: str):
    _, (problem,) = told(**{name: SOUND})

    assert problem.code == "news-file-name"
    assert f"“{name}-news.md”" in problem.mend


def test_strangers_are_told_nobodys_address_and_shown_no_picture(told):
    private = SOUND + "\nWrite to ana@example.org, or see ![the bell](bell.jpg) <script>alert(1)</script>\n"
    (post,), problems = told(bell=private)

    assert sorted(problem.code for problem in problems) == ["html-in-words", "picture-not-here", "private-here"]
    assert {problem.where for problem in problems} == {Source("docs/news/bell.md", 14)}
    assert "<script" not in post.words.html


def test_nothing_is_followed_and_what_is_no_post_is_told(tmp_path: Path, told):
    (tmp_path / "elsewhere.md").write_text(SOUND, encoding="utf-8")
    (tmp_path / "docs/news/2026").mkdir(parents=True)
    (tmp_path / "docs/news/bell.md").symlink_to(tmp_path / "elsewhere.md")

    posts, problems = told()

    assert posts == ()
    assert [problem.code for problem in problems] == ["not-a-page", "leads-elsewhere"]


def test_news_is_no_page_by_hand(tmp_path: Path, told):
    told(bell=SOUND)

    assert pages_by_hand(tmp_path) == (frozenset(), ())


def test_no_folder_is_no_news(tmp_path: Path):
    assert read_news(tmp_path) == ((), ())


def test_a_month_without_an_announcement_is_told_and_breaks_nothing(told):
    _, (problem,) = told(bell=SOUND.replace("category:", "expected: March 2027\ncategory:"))

    assert (problem.code, problem.where.line) == ("missing-fact", 5)
    assert problem.mend == "Add a line, for example: coming_soon: true"
