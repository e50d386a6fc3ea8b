"""The shelf, the pages of a tin, and what leads to and from them, through their public makers."""

import re
from datetime import date

from storyguide.making.pages.dimensions import make_dimensions
from storyguide.making.pages.glossary import make_glossary
from storyguide.making.pages.tins import make_tins
from storyguide.making.terms import TermLinks
from storyguide.model.story import TinUse
from storyguide.model.term import Term
from storyguide.model.tin import (
    Activity,
    Checklist,
    Imagine,
    Plan,
    Prose,
    SelfCheck,
    TakeAway,
    Voice,
    Worksheet,
    Write,
)

from tests.builders import a_dimension, a_framework, a_guide, a_step, a_story, a_tin, an_edition
from tests.site_pages import page_of

HERE = "on-the-tin/our-tin/look-back/"
TERM = Term(slug="social-value", word="social value", meaning="Worth beyond the price.", as_of=date(2026, 3, 14))


def pages(guide):
    return {page.url: page for page in make_tins(guide)}


def a_page(*blocks, **changes):
    """The page of a tin's only step, made of these blocks."""
    guide = a_guide(tins=(a_tin(steps=(a_step(blocks=blocks),)),), **changes)
    return pages(guide)[HERE].html


def fields(html):
    return [one for name, one in page_of(html).elements if name in ("textarea", "input")]


def test_an_empty_shelf_says_so():
    made = pages(a_guide())

    assert set(made) == {"on-the-tin/"}
    assert "Nothing stands on the shelf yet." in made["on-the-tin/"].html


def test_a_tin_has_a_page_for_each_part_and_one_for_the_whole():
    sheet = Worksheet(slug="our-page", file="worksheet-our-page.md", source=a_step().source, title="Our page")

    made = pages(a_guide(tins=(a_tin(worksheets=(sheet,)),)))

    assert set(made) == {
        "on-the-tin/", "on-the-tin/our-tin/", HERE, "on-the-tin/our-tin/our-page/", "on-the-tin/our-tin/whole/",
    }  # fmt: skip
    assert 'href="../on-the-tin/our-tin/"' in made["on-the-tin/"].html


def test_a_step_says_where_it_stands_and_leads_back_and_on():
    steps = tuple(a_step(file=f"{n}-{name}.md", title=name) for n, name in enumerate(("one", "two", "three"), 1))

    html = pages(a_guide(tins=(a_tin(steps=steps),)))["on-the-tin/our-tin/two/"].html

    assert "Step 2 of 3" in html
    assert re.findall(r'<a href="([^"]*)" aria-current="step"', html) == ["../../../on-the-tin/our-tin/two/"]
    assert 'href="../../../on-the-tin/our-tin/one/" rel="prev"' in html
    assert 'href="../../../on-the-tin/our-tin/three/" rel="next"' in html


def test_every_answer_has_a_name_of_its_own_a_label_and_a_place_on_paper():
    html = a_page(
        Write(question="What happened?", lines=4),
        Write(question="What happened?"),
        Plan(question="What now?", rows=2),
        Checklist(title="Before", items=("One.", "Two.")),
    )

    names = [one["name"] for one in fields(html)]
    assert len(names) == len(set(names)) == 2 + 2 * 4 + 2
    assert all(name.startswith("our-tin/look-back/") for name in names)
    assert {one["id"] for one in fields(html)} == set(re.findall(r'<label for="([^"]*)"', html))
    assert '<div class="rules" aria-hidden="true"><span></span><span></span><span></span><span></span></div>' in html


def test_an_answer_keeps_its_name_wherever_its_question_is_moved_to():
    first, second = Write(question="What <em>happened</em>?"), Write(question="And then?")

    def name_of(html):
        return re.search(r'name="([^"]*)"[^>]*></textarea>', html.split("happened")[1])[1]

    assert name_of(a_page(first, second)) == name_of(a_page(second, first, Prose(html="<p>More.</p>")))


def test_an_answer_has_the_same_name_on_the_page_of_the_whole_tin():
    guide = a_guide(tins=(a_tin(steps=(a_step(blocks=(Write(question="What happened?"),)),)),))

    made = pages(guide)

    assert fields(made[HERE].html) == fields(made["on-the-tin/our-tin/whole/"].html)


def test_the_page_tells_the_script_where_it_is_and_leaves_it_room():
    html = a_page(Write(question="What happened?"))

    assert '<article data-tin="our-tin" data-page="look-back" data-step="1">' in html
    assert html.count("<div data-answers></div>") == 2


def test_a_voice_is_credited_and_a_prompt_is_said_to_be_nobodys():
    html = a_page(
        Voice(words="<p>Nobody asked.</p>", credit="Mo, volunteer"),
        Imagine(prompt="<p>You chair it.</p>"),
        Imagine(prompt="<p>You come late.</p>"),
    )

    assert "<blockquote><p>Nobody asked.</p></blockquote><figcaption>Mo, volunteer</figcaption>" in html
    assert html.count("Nobody is being quoted.") == 1
    assert html.index("You chair it.") < html.index("You come late.") < html.index("Nobody is being quoted.")


def test_an_activity_shows_its_time_and_what_one_needs():
    html = a_page(Activity(title="Chairs", time="5 minutes", needs="chairs", more="<p>Sit.</p>"))

    assert "<dt>Time</dt><dd>5 minutes</dd>" in html
    assert "<dt>You need</dt><dd>chairs</dd>" in html


def test_a_self_check_takes_whatever_dimensions_and_statements_a_framework_has():
    seven = a_framework(
        slug="seven",
        dimensions=(
            a_dimension(name="Brave", statements=("We begin.",)),
            a_dimension(name="Kind", statements=("We ask.", "We wait.", "We go.")),
        ),
    )

    html = a_page(SelfCheck(framework="seven"), edition=an_edition(frameworks=(a_framework(), seven)))

    found = page_of(html)
    radios = [one["name"] for name, one in found.elements if one.get("type") == "radio"]
    assert len(radios) == 4 * 3
    assert len(set(radios)) == 4
    assert [one["value"] for name, one in found.elements if one.get("type") == "radio"][:3] == [
        "Not yet", "Sometimes", "Yes, usually",
    ]  # fmt: skip
    assert html.count("What does it mean for us?") == html.count("By when?") == 4
    assert 'data-self-check="seven"' in html


def test_a_link_to_what_is_not_published_keeps_its_words_only():
    links = ("story:repair-cafe", "one"), ("story:gone", "two"), ("file:on-the-tin/x.md", "three")
    words = " ".join(f'<a href="{to}">{name}</a>' for to, name in links)

    html = a_page(Prose(html=words))

    assert '<a href="../../../stories/repair-cafe/">one</a> two three' in html


def test_an_empty_cell_of_a_table_is_room_to_write():
    table = (
        '<table>\n<thead>\n<tr>\n<th scope="col">Who</th>\n<th scope="col">Where</th>\n</tr>\n</thead>\n<tbody>\n'
        "<tr>\n<td>Mo</td>\n<td></td>\n</tr>\n</tbody>\n</table>\n"
    )

    html = a_page(Prose(html=table))

    (cell,) = fields(html)
    assert f'<label for="{cell["id"]}">Where<span class="vh">, Mo</span></label>' in html


def test_the_whole_tin_skips_no_heading_and_uses_no_id_twice():
    words = Prose(html='<h2 id="s-why">Why</h2>\n<p><a href="#s-why">why</a></p>\n')
    steps = tuple(a_step(file=f"{n}-{name}.md", blocks=(words,)) for n, name in enumerate(("one", "two"), 1))

    whole = page_of(pages(a_guide(tins=(a_tin(steps=steps, blocks=(words,)),)))["on-the-tin/our-tin/whole/"].html)

    assert len(whole.ids) == len(set(whole.ids))
    assert whole.headings.count("h3") == 3
    assert {address[1:] for _, address, _ in whole.addresses if address.startswith("#")} <= set(whole.ids)


def test_a_worksheet_is_offered_by_a_link_to_its_page():
    sheet = Worksheet(
        slug="our-page", file="worksheet-our-page.md", title="Our page", pages=1,
        source=a_step(file="worksheet-our-page.md").source,
    )  # fmt: skip
    offer = TakeAway(name="Our page", file="on-the-tin/our-tin/worksheet-our-page.md")

    html = pages(a_guide(tins=(a_tin(steps=(a_step(blocks=(offer,)),), worksheets=(sheet,)),)))[HERE].html

    assert 'href="../../../on-the-tin/our-tin/our-page/">Our page</a>' in html
    assert "1 side of A4" in html


def test_a_story_that_used_a_tin_is_named_on_its_page_with_its_own_sentence():
    story = a_story(tins=(TinUse(tin="our-tin", how="We looked back in March."),))

    html = pages(a_guide(stories=(story,), tins=(a_tin(),)))["on-the-tin/our-tin/"].html

    assert "Stories that used it" in html
    assert "We looked back in March." in html
    assert 'href="../../stories/repair-cafe/"' in html


def test_a_dimension_names_the_tins_that_help_with_it():
    made = {page.url: page.html for page in make_dimensions(a_guide(tins=(a_tin(dimensions=("confident",)),)))}

    assert 'href="../../on-the-tin/our-tin/">Our tin</a>' in made["dimensions/confident/"]


def test_a_word_is_explained_once_a_page_and_not_in_a_heading_or_a_link():
    links = TermLinks([TERM], "../")
    html = "<h2>Social value</h2>\n<p><a href='x'>social value</a> Social value, social values, antisocial values.</p>"

    linked = links.linked(html) + links.linked("<p>social value</p>")

    assert linked.count('href="../about/glossary/#social-value"') == 1
    assert '<a class="term" href="../about/glossary/#social-value">Social value</a>, social values' in linked


def test_of_two_words_the_longer_is_explained():
    longer = Term(slug="social-value-act", word="social value act", meaning="A law.", as_of=date(2026, 3, 14))

    assert "#social-value-act" in TermLinks([TERM, longer], "").linked("<p>The social value act.</p>")


def test_the_glossary_says_when_a_meaning_was_so_and_what_has_ended():
    ended = Term(slug="ferry", word="ferry", meaning="A boat.", as_of=date(2019, 6, 30), ended="It no longer runs.")

    (page,) = make_glossary(a_guide(edition=an_edition(glossary=(ended, TERM))))

    assert page.url == "about/glossary/"
    assert page_of(page.html).ids[:2] == ["ferry", "social-value"]
    assert "As of 30 June 2019." in page.html
    assert page.html.count("Ended or changed") == 1


def test_an_edition_without_a_glossary_has_no_page_for_it():
    assert list(make_glossary(a_guide())) == []
