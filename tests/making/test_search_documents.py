"""What search reads of the guide."""

import re

from storyguide.making.output import OutputPage
from storyguide.making.search import as_html, make_search_documents
from storyguide.making.search_words import MOST_WORDS, most_used
from storyguide.model.story import Words

from tests.builders import a_guide, a_story


def documents(*stories, pages=()):
    return list(make_search_documents(a_guide(stories=stories), pages))


def test_a_story_is_read_by_its_title_its_summary_its_place_and_its_words():
    (document,) = documents(a_story(title="Tea & tales", words=Words(html="<p>Kettles.</p>", count=1)))

    html = as_html(document)

    assert '<p data-pagefind-meta="title">Tea &amp; tales</p>' in html
    assert {"title", "summary", "where", "about", "kind"} <= {name for name, text in document.fields if text}
    assert "<p>Kettles.</p>" in html


def test_a_story_can_be_narrowed_down_to_by_its_area_as_by_its_place():
    guide = a_guide(stories=(a_story(),))
    (document,) = make_search_documents(guide, [])
    story = guide.stories[0]

    places = [slug for group, slug in document.terms if group == "place"]

    assert places == [guide.places[story.places[0]].area, *story.places]


def test_only_pages_that_say_how_they_are_found_are_read():
    found = OutputPage(path="about/index.md", title="About", html="<p>Us.</p>", search="page")
    unfound = OutputPage(path="stories/index.md", title="Stories", html="<p>All.</p>")

    assert [document.url for document in documents(pages=[found, unfound])] == ["about/"]


def test_a_term_and_what_is_said_of_it_are_not_read_as_one_word():
    html = (
        "<dl><dt>Who it is for</dt><dd>Anyone</dd><dt>Hard?</dt><dd>No</dd></dl><table><td>Tea</td><td>1</td></table>"
    )

    (page,) = documents(pages=[OutputPage(path="tin/index.md", title="Tin", html=html, search="page")])

    assert " ".join(re.sub("<[^>]+>", "", page.html).split()) == "Who it is for: Anyone Hard? No Tea 1"


def test_what_is_said_beside_the_stories_weighs_less_than_they_do():
    page = OutputPage(path="about/index.md", title="About", html="<p>Us.</p>", search="page")

    story, about = documents(a_story(), pages=[page])

    assert "data-pagefind-weight" not in as_html(story)
    assert 'data-pagefind-weight="0.5"' in as_html(about)


def test_words_are_kept_in_small_letters_without_accents_or_apostrophes_the_most_used_first():
    stories = [
        a_story(slug="one", title="Tea", summary="Tea", words=Words(html="<p>Café O’Neill Café</p>", count=3)),
        a_story(slug="two", title="Tea", summary="Tea", words=Words(html="<p>caf&eacute;</p>", count=1)),
    ]

    words = most_used(documents(*stories))

    assert words.index("cafe") < words.index("oneill")
    assert "café" not in words


def test_vowel_signs_of_other_scripts_are_letters_of_their_own():
    words = most_used(documents(a_story(words=Words(html="<p>ਰਸੋਈ شوربہ</p>", count=2))))

    assert {"ਰਸੋਈ", "شوربہ"} <= set(words)


def test_the_list_of_words_stays_small_however_large_the_guide():
    letters = "abcdefghijklmnopqrst"
    many = " ".join(f"{a}{b}{c}{d}" for a in letters for b in letters for c in letters for d in letters[:2])

    assert len(most_used(documents(a_story(words=Words(html=many, count=16_000))))) == MOST_WORDS


def test_a_photo_is_read_by_what_it_shows_and_not_by_its_files_name():
    words = Words(html='<p><img src="IMG_2041.jpg" alt="Six &amp; a half kettles"></p>', count=0)

    html = as_html(documents(a_story(words=words))[0])

    assert "Six &amp; a half kettles" in html
    assert "IMG_2041" not in html
