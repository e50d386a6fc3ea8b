"""Clean HTML taken apart: nothing lost, and nothing taken for granted."""

import pytest
from storyguide.making.downloads.paper import Code, Heading, Listing, Para, Quote, Span, Table, plain
from storyguide.making.downloads.words import pieces_of, words_of
from storyguide.model.markup.tree import MarkupError


def nowhere(_: str) -> str:
    return ""


@pytest.mark.parametrize(
    ("html", "piece"),
    [
        ("<p>One\n  line.</p>", Para(("One line.",))),
        ("<p><strong>a</strong> b</p>", Para((Span("strong", ("a",)), " b"))),
        ("<p>a<br />\nb</p>", Para(("a", Span("br"), " b"))),
        ('<h3 id="s-x">Up &amp; on</h3>', Heading(3, ("Up & on",), "s-x")),
        ('<ol start="4"><li>x</li></ol>', Listing(((Para(("x",)),),), 4)),
        ("<ul><li>x<ul><li>y</li></ul></li></ul>", Listing(((Para(("x",)), Listing(((Para(("y",)),),))),))),
        ("<blockquote><p>x</p></blockquote>", Quote((Para(("x",)),))),
        ("<pre><code>a\n  b\n</code></pre>", Code("a\n  b")),
        ('<p><img src="x.jpg" alt="A gate"></p>', Para(("A gate",))),
        ('<div class="footnotes"><p>x <a href="#b" aria-label="Back">↩</a></p></div>', Para(("x",))),
        (
            '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td></td></tr></tbody></table>',
            Table((("a",),), (((),),)),
        ),
    ],
)
def test_each_tag_becomes_its_piece(html, piece):
    assert pieces_of(html, nowhere) == (piece,)


@pytest.mark.parametrize(
    "html", ["<p>a <video>b</video></p>", "<section><p>a</p></section>", "<p>a</em></p>", "<!-- a -->"]
)
def test_what_the_allow_list_does_not_know_is_a_mistake_of_ours(html):
    with pytest.raises(MarkupError):
        pieces_of(html, nowhere)


def test_a_link_that_leads_nowhere_keeps_its_words():
    assert words_of('See <a href="story:soup">the soup</a>.', nowhere) == ("See ", "the soup", ".")


def test_a_link_leads_where_it_is_told_to():
    words = words_of('<a href="story:soup">the soup</a>', {"story:soup": "https://anytown.example/soup/"}.__getitem__)

    assert words == (Span("a", ("the soup",), "https://anytown.example/soup/"),)


def test_marks_within_marks_without_end_keep_their_words():
    html = f"<p>{'<em>a ' * 900}b{'</em>' * 900}</p>"

    (para,) = pieces_of(html, lambda _: "")

    assert isinstance(para, Para)
    assert plain(para.words).split() == ["a"] * 900 + ["b"]
