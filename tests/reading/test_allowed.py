"""The shorter allow-list lets nothing pass that the cleaner would change."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from storyguide.model.markup.at_speed import is_plain
from storyguide.reading import allowed
from storyguide.reading.allowed import clean

_PIECES = (
    *(
        "<p>",
        "</p>",
        "<code>",
        "</code>",
        "<em>",
        "</em>",
        "<h2>",
        "</h2>",
        "<ul>",
        "<li>",
        "</li>",
        "</ul>",
        "<br />",
        "<hr />",
    ),
    *('<a href="https://example.org/a?b=c&amp;d">', '<a href="../other-story/story.md">', "</a>", "&quot;", "&amp;"),
    *("words", " ", "\n", '"', "’", "é", "\u202e", "\x00", "&", "&lt;", "&nbsp;", "&#39;", "<", ">", "'"),
    *("<script>", "<p onclick=x>", '<a href="javascript:x">', '<a href="https://x"onclick="y">', "<svg>", "<!-- -->"),
    *(
        '<a href="https://x.example\t/">',
        '<a href="https://é.example/">',
        '<a href="..//x">',
        "<P>",
        "<br>",
        "<h1 id=x>",
    ),
    *('<a href="https://a.example%3E">', '<a href="https://1.2.3.999/">', '<a href="https://a.example?q=[%3">'),
    *('<a href="https://xn--a.example/">', '<a href="https://a..example/">', '<a href="http://a.example:99999/">'),
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
@example('<p>"words" <a href="https://example.org/%22">a</a></p>')
@example('<p><a href="https://example.org/a[1]">a</a> &quot;<br />b&quot; <em>c</em></p>')
def test_what_passes_the_shorter_list_is_what_the_cleaner_makes_of_it(html: str):
    if _is_closed(html):
        assert clean(html) == allowed._CLEANER.clean(html)


def _is_closed(html: str) -> bool:
    """Whether each element is closed in turn, as the parser of Markdown sees to; browsers mend all else at will."""
    open_tags: list[str] = []
    for closing, name, alone in re.findall(r"<(/?)([a-z][a-z0-9]*)[^>]*?( /)?>", html):
        if alone or name in ("br", "hr"):
            continue
        if not closing:
            if open_tags and ("a" in (name, open_tags[-1]) and name == open_tags[-1]):
                return False
            if name in ("p", "h2", "ul", "li") and any(each in ("p", "h2", "em", "a") for each in open_tags):
                return False
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return False
    return not open_tags


def test_most_stories_words_pass_the_shorter_list():
    html = '<h2>Tea</h2>\n<p>We said: &quot;Tea.&quot; <a href="https://example.org/tea">More</a></p>\n<ul>\n<li>Cups</li>\n</ul>\n'

    assert is_plain(html)
    assert clean(html) == html.replace("&quot;", '"')
