"""The walker takes HTML apart, and what is put together again is the HTML that was given."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some
from storyguide.model.markup.at_speed import INLINE_TAG, is_plain, with_stops
from storyguide.model.markup.elements import (
    after_line,
    change_elements,
    change_levels,
    change_links,
    change_pictures,
    depth_of,
    element_at,
    elements,
    first_element,
    without_lines,
)
from storyguide.model.markup.others import bare, begins_page, declared_charset, kind_of_markup, title_of_page, typed_tag
from storyguide.model.markup.tags import (
    change_tags,
    line_of,
    pieces,
    prefix_ids,
    tag_in,
    tags,
    text_of,
    without_tags,
    words_of,
)
from storyguide.model.markup.tree import MarkupError, Node, tree

PHOTO = '<img src="a.jpg" alt="Two &gt; one, said > twice">'


def test_a_tag_says_its_name_its_values_and_where_it_stands():
    opening, closing = tags('See <a href="/a?b=1&amp;c=2" id="x">tea</a>.')

    assert (opening.name, opening.closes, opening.start, opening.end) == ("a", False, 4, 36)
    assert (opening.raw("href"), opening.value("href"), opening.value("rel")) == ("/a?b=1&amp;c=2", "/a?b=1&c=2", "")
    assert opening.all() == {"href": "/a?b=1&c=2", "id": "x"}
    assert (closing.name, closing.closes, closing.written) == ("a", True, "</a>")


def test_an_attribute_is_not_sought_in_the_value_of_another():
    (tag,) = tags("""<img title="alt='none' src=x" alt="tea">""")

    assert (tag.raw("alt"), tag.has("src")) == ("tea", False)


def test_a_bracket_in_a_value_ends_no_tag():
    assert [tag.raw("alt") for tag in tags(PHOTO, "img")] == ["Two &gt; one, said > twice"]
    assert without_tags(f"<p>{PHOTO}tea</p>") == "tea"
    assert words_of(f"<p>{PHOTO}tea</p>") == "  tea "


def test_a_name_is_not_found_at_the_beginning_of_a_longer_one():
    assert [tag.name for tag in tags("<a><abbr></abbr></a><p><pre></pre></p>", "a", "p")] == ["a", "a", "p", "p"]


def test_a_tag_is_changed_in_one_value_and_nothing_else():
    (tag,) = tags('<img src="a.jpg" alt="A" loading="lazy">')

    assert tag.with_value("src", "b.jpg").written == '<img src="b.jpg" alt="A" loading="lazy">'
    assert tag.with_value("width", "9") == tag
    assert tag.without("src", "loading").written == '<img alt="A">'
    assert tag.only("alt", "class").written == '<img alt="A">'


@given(
    some.lists(
        some.sampled_from(["<p>", "</p>", "<br />", PHOTO, "<!-- a > b -->", "<!doctype html>", "tea & ", "&lt;", "\n"])
    )
)
def test_the_pieces_of_html_are_the_html(parts):
    html = "".join(parts)

    assert "".join(pieces(html)) == html
    assert change_tags(html, lambda tag: tag.written) == html
    assert [piece for number, piece in enumerate(pieces(html)) if number % 2] == [
        part for part in parts if part.startswith("<")
    ]


def test_a_comment_is_no_tag():
    assert tag_in("<!-- a -->") is None
    assert text_of("a<!-- > -->b") == "ab"


def test_text_is_what_its_reader_sees():
    html = "<p>Tea &amp;\n  <em>cake</em>.</p>\n<p>Now</p>"

    assert line_of(html) == "Tea & cake. Now"
    assert text_of(html, " ") == " Tea &\n   cake . \n Now "
    assert words_of(html) == " Tea &\n  cake. \n Now "


def test_elements_are_the_outermost_of_their_names():
    html = "<ul><li>a<ul><li>b</li></ul></li></ul><blockquote>c</blockquote>"

    assert [element.written for element in elements(html, "ul", "blockquote")] == [
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
        "<blockquote>c</blockquote>",
    ]
    assert [element.inner for element in elements(html, "li")] == ["a<ul><li>b</li></ul>"]
    assert depth_of(html, "ul", "li") == 4


def test_what_is_never_closed_is_no_element():
    assert list(elements("<p>a <p>b", "p")) == []
    assert [element.inner for element in elements("</p><p>a</p>", "p")] == ["a"]


def test_a_picture_is_an_element_that_holds_nothing():
    assert [element.written for element in elements(f"<p>{PHOTO}</p>", "img")] == [PHOTO]


def test_an_element_is_found_where_it_begins_and_nowhere_else():
    html = "<p>a</p>\n<p>b</p>"

    second = element_at(html, "p", 9)
    assert second
    assert (second.inner, element_at(html, "p", 8), element_at("<pre>a</pre>", "p")) == ("b", None, None)
    first = first_element(html, "p")
    assert first
    assert html[after_line(html, first) :] == "<p>b</p>"


def test_elements_are_changed_and_dropped_by_what_they_are():
    html = '<p>a</p>\n<link rel="preload">\n<link rel="icon">\n'

    assert change_elements(html, lambda element: element.inner.upper(), "p") == html.replace("<p>a</p>", "A")
    assert without_lines(html, lambda link: link.tag.raw("rel") == "preload", "link") == html.replace(
        '<link rel="preload">\n', ""
    )


def test_a_link_leads_elsewhere_or_keeps_its_words_alone():
    html = '<a href="a">one</a> and <a href="b">two</a>'

    changed = change_links(html, lambda tag: tag.with_value("href", "c").written if tag.raw("href") == "a" else "")
    assert changed == '<a href="c">one</a> and two'


def test_a_picture_alone_in_its_paragraph_is_told_from_one_among_words():
    html = f"<p>{PHOTO}</p><p>a {PHOTO}</p>"

    assert change_pictures(html, lambda _, alone: "ALONE" if alone else "AMONG") == "ALONE<p>a AMONG</p>"


def test_headings_move_with_their_closing_tags():
    assert change_levels('<h2 id="a">A</h2><hr>', lambda level: level + 1) == '<h3 id="a">A</h3><hr>'


def test_ids_and_the_links_to_them_move_together():
    html = '<p id="s-a"><a href="#s-a" id="b">x</a><a href="/#s-a">y</a></p>'

    assert prefix_ids(html, "r-") == '<p id="r-s-a"><a href="#r-s-a" id="r-b">x</a><a href="/#s-a">y</a></p>'
    assert prefix_ids(html, "s-r-", instead="s-") == (
        '<p id="s-r-a"><a href="#s-r-a" id="b">x</a><a href="/#s-a">y</a></p>'
    )


def test_a_tree_holds_texts_and_elements_in_order():
    assert tree('a<p>b &amp; <img src="x"></p>').held == ["a", Node("p", held=["b & ", Node("img", {"src": "x"})])]


@pytest.mark.parametrize("html", ["<p>a</em>", "</p>", "<!-- a -->"])
def test_no_tree_is_made_of_what_is_not_clean(html):
    with pytest.raises(MarkupError):
        tree(html)


def test_plain_words_are_known_at_a_glance():
    assert is_plain('<p>Tea &amp; <a href="../soup/story.md">soup</a></p>')
    assert not is_plain('<p onclick="x">Tea</p>')
    assert not is_plain('<p><a href="javascript:x">Tea</a></p>')
    assert not is_plain(PHOTO)


def test_a_block_ends_a_sentence():
    assert with_stops("<ul><li>One</li><li>Two</li></ul><table><td>3</td></table><p>Four <em>five</em></p>") == (
        "One. Two. Four five. "
    )


def test_the_pattern_of_a_tag_within_a_line_knows_each_of_them():

    inline = re.compile(INLINE_TAG)
    assert all(map(inline.fullmatch, (b"<em>", b"</em>", b'<a href="x">', b"<br>")))
    assert not any(map(inline.fullmatch, (b"<p>", b"<embed>", b"em")))


def test_html_typed_in_markdown_is_found_where_it_stands():
    assert typed_tag("Tea < 3, <b>cake</b>") == (9, "<b>")
    assert typed_tag("Tea <b and\ncake") == (4, "<b and")
    assert typed_tag("Tea < 3 > 2") is None


def test_what_is_longer_than_any_tag_stays_when_tags_go():
    assert bare("a<b c>d") == "ad"
    assert bare(long := f"<{'a' * 2001}>") == long


def test_what_others_wrote_is_known_by_its_beginning():
    page = '<?xml version="1.0"?>\n<!-- a --><HTML><head><title>\n Tea &amp; cake</title><meta charset="cp1252">'

    assert begins_page(page)
    assert not begins_page("Tea <p>")
    assert (declared_charset(page.encode()), title_of_page(page)) == ("cp1252", "Tea & cake")
    assert (declared_charset(b"<p>"), title_of_page("<p>")) == ("", "")
    assert [kind_of_markup(start) for start in (b"<svg ", b"<html><svg>", b"<x>", b"a <svg>")] == [
        "drawing",
        "page",
        "",
        "",
    ]
