"""A story's words become clean HTML, and what may not stand in them is told at its line."""

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storyguide.reading.allowed import clean
from storyguide.reading.commonmark import read_prose, read_words

from tests.reading.hostile import HOSTILE

PATH = "stories/repair-cafe/story.md"
VOID = {"br", "hr", "img"}
MAY_STAND = {
    *("a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "hr", "img", "li", "ol", "p", "pre", "div"),
    *("strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
MAY_BE_SAID = {"href", "src", "alt", "id", "class", "rel", "scope", "start", "aria-label"}


def read(text, **more):
    return read_words(text, path=PATH, first_line=10, **more)


def html_of(text, **more):
    return read(text, **more)[0].html


class Witness(HTMLParser):
    """Fails at the first thing in a story's HTML that might harm a reader or the page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []

    def handle_starttag(self, tag, attrs):
        assert tag in MAY_STAND
        for name, value in attrs:
            assert name in MAY_BE_SAID
            if name == "href":
                assert value.startswith("#s-") or urlsplit(value).scheme in {"http", "https", "mailto", "tel", "story"}
            if name == "src":
                assert not set(value) & set('/\\:?#%"<>')
                assert not value.startswith(".")
            if name == "id":
                assert value.startswith("s-")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_comment(self, data):
        pytest.fail(f"a comment was published: {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def assert_harmless(html):
    witness = Witness()
    witness.feed(html)
    witness.close()
    assert witness.open == []
    assert clean(html) == html


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_that_means_harm_survives(text):
    assert_harmless(html_of(text))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_harm_hides_nowhere_in_a_story(text):
    around = f"## Before\n\n> - {text}\n\n**bold** {text} *more*\n\n| a | b |\n|---|---|\n| x | {text} |\n\n## After\n"

    html = html_of(around)

    assert_harmless(html)


@settings(max_examples=300)
@given(st.text(max_size=400))
def test_whatever_is_written_the_page_is_sound(text):
    words, problems = read(text)

    assert_harmless(words.html)
    assert all(problem.where.path == PATH for problem in problems)


PIECES = st.sampled_from(
    [
        *("<", ">", '"', "&", "[", "]", "(", ")", "!", "#", "*", "_", "`", "~", "|", "^", ":", "\\", "/", "-", "+"),
        *(
            "](",
            "](javascript:",
            "<img ",
            "onerror=",
            "[^1]",
            "[^1]: ",
            "```\n",
            "&#x6A;",
            "<!--",
            "-->",
            "=",
            "a",
            "é",
        ),
        *("\n\n", "\n- ", "\n> ", "\n| a |\n|---|\n", "1. ", "# ", "\n---\n", " ", "\n", "\t", "\u202e", "\xa0"),
        *("boat.jpg", "../knit/", "https://a.example", "story:", "%2e%2e%2f"),
    ]
)


@settings(max_examples=500)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_however_signs_are_put_together_the_page_is_sound(text):
    words, problems = read(text)

    assert_harmless(words.html)
    assert all(10 <= problem.where.line <= 11 + text.count("\n") for problem in problems)


def test_markdown_is_read_as_github_reads_it():
    text = "One ~~two~~ **three**\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n\nSee www.example.org\n"

    assert html_of(text) == (
        "<p>One <del>two</del> <strong>three</strong></p>\n"
        "<table>\n<thead>\n<tr>\n"
        '<th class="align-center" scope="col">a</th>\n<th class="align-right" scope="col">b</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td class="align-center">1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n</table>\n'
        '<p>See <a href="http://www.example.org" rel="noopener noreferrer">www.example.org</a></p>\n'
    )


def test_ticks_are_shown_as_signs():
    assert html_of("- [ ] glue\n- [x] screws\n") == "<ul>\n<li>☐ glue</li>\n<li>☑ screws</li>\n</ul>\n"


def test_notes_lead_to_the_foot_and_back():
    html = html_of("Founded in 1974.[^a]\n\n[^a]: By the minute book.\n")

    assert '<a href="#s-fn-a" id="s-fnref-a">1</a>' in html
    assert '<li id="s-fn-a">' in html
    assert '<a href="#s-fnref-a" class="footnote-backref" aria-label="Back to reference 1">↩</a>' in html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("# a\n## b\n### c\n", "223"),
        ("### a\n# b\n##### c\n", "223"),
        ("## a\n#### b\n### c\n###### d\n##### e\n", "23344"),
        ("#### a\n##### b\n###### c\n## d\n", "2342"),
    ],
)
def test_headings_never_skip_a_step(written, shown):
    html = html_of(written)

    assert "".join(html[i + 2] for i in range(len(html)) if html.startswith("<h", i)) == shown


def test_headings_have_addresses_of_their_own():
    html = html_of("## Our café\n\n## Our café\n\n## 茶\n\n[up](#our-café) [up](#our-cafe-2)\n")

    assert [f'<h2 id="{name}">' in html for name in ("s-our-cafe", "s-our-cafe-2", "s-part")] == [True] * 3
    assert '<a href="#s-our-cafe-2">up</a>' in html


def test_a_first_heading_that_says_the_title_is_left_out():
    html = html_of("# The *repair*  café\n\nWe mend.\n", title="The repair café")

    assert html == "<p>We mend.</p>\n"


def test_another_first_heading_stays():
    assert html_of("# How it began\n\nWe mend.\n", title="The repair café").startswith("<h2 ")


@pytest.mark.parametrize("address", ["story:knit", "../knit", "../knit/", "../knit/story.md", "/stories/knit/#how"])
def test_other_stories_are_linked_by_their_folder(address):
    words, problems = read(f"First.\n\nSee [the knitters]({address}).\n")

    assert words.html == '<p>First.</p>\n<p>See <a href="story:knit">the knitters</a>.</p>\n'
    assert (words.stories, words.lines, problems) == (("knit",), {"story:knit": 12}, [])


@pytest.mark.parametrize(
    ("address", "published"),
    [
        (
            "https://example.org/a?b=1&c=2",
            '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer">x</a>',
        ),
        ("mailto:mo@example.org", '<a href="mailto:mo@example.org">x</a>'),
        ("tel:+441632960000", '<a href="tel:+441632960000">x</a>'),
    ],
)
def test_links_lead_to_the_web_and_to_people(address, published):
    assert html_of(f"[x]({address})") == f"<p>{published}</p>\n"


def test_a_link_that_cannot_be_followed_keeps_its_words_and_is_told_at_its_line():
    words, (problem,) = read("One\ntwo\n[three](ftp://old.example/x) four\n")

    assert words.html == "<p>One\ntwo\nthree four</p>\n"
    assert (problem.code, problem.where.line, problem.blocks) == ("link-not-allowed", 12, True)
    assert problem.message == "The guide cannot follow the link to “ftp://old.example/x”."


def test_a_link_without_an_address_is_told():
    _, (problem,) = read("[the club]()\n")

    assert problem.code == "link-to-nowhere"


def test_a_link_to_a_missing_heading_is_met_with_the_nearest_and_holds_nothing_back():
    words, (problem,) = read("## Our shed\n\n[see](#our-shde)\n")

    assert words.html.endswith("<p>see</p>\n")
    assert (problem.code, problem.mend, problem.blocks) == ("no-such-heading", "Change it to “#our-shed”.", False)


def test_photos_are_known_by_their_files():
    words, problems = read('First.\n\n![A “boat”](<my boat & co.jpg> "title")\n\n![](./b.jpg)\n')

    assert words.html == (
        '<p>First.</p>\n<p><img src="my boat &amp; co.jpg" alt="A “boat”"></p>\n<p><img src="b.jpg" alt=""></p>\n'
    )
    assert words.photos == ("my boat & co.jpg", "b.jpg")
    assert words.lines["b.jpg"] == 14
    assert problems == []


@pytest.mark.parametrize("address", ["https://other.example/a.jpg", "../knit/a.jpg", "/a.jpg", "photos/a.jpg"])
def test_a_photo_from_elsewhere_is_refused(address):
    words, (problem,) = read(f"Words.\n\n![A boat]({address})\n")

    assert words.html == "<p>Words.</p>\n<p>A boat</p>\n"
    assert (problem.code, problem.where.line) == ("photo-from-elsewhere", 12)
    assert f"“{address}”" in problem.message


def test_html_is_told_at_its_line_and_its_words_stay():
    words, (problem,) = read("One\n\nTwo `<b>` <https://a.example>\n\nThree <b>four</b>\n")

    assert "Three four" in words.html
    assert (problem.code, problem.where.line) == ("html-in-words", 14)
    assert problem.message == "“<b>” is HTML, and HTML is not used in stories."


def test_comments_are_removed_without_a_word():
    words, problems = read("One\n\n<!-- her real\n\nname --> \n\nTwo\n")

    assert "real" not in words.html
    assert problems == []


def test_words_that_a_comment_takes_along_are_not_lost_unnoticed():
    words, (problem,) = read("One.\n\n<!-- for the editors --> Two.\n\nThree.\n")

    assert "Two" not in words.html
    assert (problem.code, problem.where.line) == ("html-in-words", 12)


def test_a_tag_behind_what_only_looks_like_code_is_told():
    _, (problem,) = read("One.\n\n```<b>two``\n")

    assert (problem.code, problem.where.line) == ("html-in-words", 12)
    assert "“<b>”" in problem.message


def test_a_comment_never_closed_is_told_at_its_line():
    _, (problem,) = read("One <!-- two --> three.\n\n<!-- four\n\nFive.\n")

    assert (problem.code, problem.where.line) == ("html-in-words", 12)


def test_headings_alike_are_told_apart_in_their_order():
    html = html_of("# a\n\n# a-2\n\n# a\n\n# a\n")

    assert re.findall(r'id="([^"]+)"', html) == ["s-a", "s-a-2", "s-a-3", "s-a-4"]


def test_words_are_counted_without_their_marks():
    words, _ = read("## Two words\n\n- **one**\n- see [three more words](https://a.example)\n")

    assert words.count == 7


def test_a_story_without_words_is_told():
    words, (problem,) = read("  \n\n")

    assert (words.count, problem.code) == (0, "no-words")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("word " * 20_001, "words-too-long"),
        ("short\n" + "a" * 20_001, "line-too-long"),
        ("short\n" + "> " * 13 + "deep", "words-too-deep"),
        ("short\n\n" + "\n".join("  " * depth + "- deep" for depth in range(14)), "words-too-deep"),
        ("short\n" + "[" * 201, "too-tangled"),
        ("short\n" + "*a" * 201, "too-tangled"),
        ("short\n" + "![" * 201, "too-tangled"),
        ("short\n\n" + "|a" * 40 + "|\n" + "|-" * 40 + "|\n", "table-too-wide"),
        ("[^1]: x\n\n" + "word [^1] [^1]\n" * 5000, "too-much-page"),
    ],
)
def test_what_would_keep_a_computer_busy_is_refused(text, code):
    words, (problem,) = read(text)

    assert (words.html, problem.code, problem.blocks) == ("", code, True)


@pytest.mark.parametrize(
    "text",
    [
        "- - - - - - - - - - - - - - - - -",
        "*" * 60,
        "\n".join(f"- item {number}" for number in range(60)),
        "\n\n".join(f"> - {number}" for number in range(30)),
        "|a|b|\n|-|-|\n" + "|1|2|\n" * 100,
        "[one](https://a.example) *two* " * 150,
    ],
)
def test_what_is_merely_long_is_read(text):
    _, problems = read("words\n\n" + text)

    assert problems == []


def test_the_editors_own_texts_are_cleaned_too():
    assert (
        read_prose("# Welcome\n\n<b>Hello</b> *you*\n")
        == '<h2 id="s-welcome">Welcome</h2>\n<p>Hello <em>you</em></p>\n'
    )


def test_what_is_read_twice_reads_the_same():
    text = "## a\n\n![x](b.jpg) [^1] [k](../knit/)\n\n[^1]: note\n"

    assert read(text) == read(text)
    assert unescape(html_of(text)) == html_of(text)
