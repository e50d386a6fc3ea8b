"""Replies stand beneath their story, apart from its words, and say how one is sent."""

import re

from storyguide.making.cards import Cards
from storyguide.making.output import OutputPage
from storyguide.making.pages.stories import StoryPages
from storyguide.model.edition import Contact

from tests.builders import a_guide, a_reply, a_story, an_edition, some_words


def page(*replies, email: str = "", **changes) -> str:
    story = a_story(replies=replies, **changes)
    guide = a_guide(stories=(story,), edition=an_edition(contact=Contact(email=email)))
    made = StoryPages(guide, Cards(guide), "").of(story)
    return next(one.html for one in made if isinstance(one, OutputPage))


def test_a_reply_stands_beneath_the_story_with_its_day_and_name():
    html = page(a_reply(words=some_words(html="<p>I had the other half.</p>")))

    assert html.index("Somebody always brings a toaster") < html.index(">Replies</h2>") < html.index("the other half")
    assert "Ana</h3>" in html
    assert "1 June 2026" in html


def test_without_replies_there_is_no_heading_for_them():
    html = page()

    assert "Replies" not in html
    assert "Send a reply" in html


def test_no_id_in_a_reply_is_one_of_the_storys_and_its_headings_stand_below():
    words = some_words(html='<h2 id="s-toast">Toast</h2>\n<p><a href="#s-toast">up</a></p>')

    html = page(a_reply(name="ana", words=words), a_reply(name="bo", words=words), words=words)

    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert '<h4 id="ana-s-toast">' in html
    assert 'href="#bo-s-toast"' in html


def test_a_reply_is_sent_to_the_editors_or_by_the_form():
    assert 'href="mailto:us@example.org?subject=Reply%20to%3A%20A%20%26%20B"' in page(
        email="us@example.org", title="A & B"
    )
    assert 'href="../../tell-your-story/form/"' in page()


def test_who_wrote_it_stays_words():
    assert "<script" not in page(a_reply(by="<script>"))
