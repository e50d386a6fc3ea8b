"""What the book looks like before it is pressed: sizes, bleed, and what only some pages have."""

from storyguide.making.book.contents import contents
from storyguide.making.book.pdf import SIZES, as_typst

from tests.builders import a_guide, a_story


def test_a4_is_a5_made_larger_and_names_of_faces_stay_as_they_are():
    book = contents(a_guide())

    a5, a4 = (as_typst(book, SIZES[size]) for size in ("a5", "a4"))

    assert "size: 9.700pt" in a5
    assert "size: 13.764pt" in a4
    assert '"Bricolage Grotesque 96pt"' in a5
    assert '"Bricolage Grotesque 96pt"' in a4


def test_bleed_is_asked_for_on_every_page_and_drawings_reach_into_it():
    typed = as_typst(contents(a_guide()), SIZES["a5"], bleed=True)

    assert "bleed: off-page" in typed
    assert "#let off-page = 3mm" in typed


def test_no_text_of_a_story_can_mean_anything_to_the_press():
    hostile = '"); #panic("x") #let a = 1 \\'

    typed = as_typst(contents(a_guide(stories=(a_story(title=hostile),))), SIZES["a5"])

    assert '"\\"); #panic(\\"x\\") #let a = 1 \\\\"' in typed
