"""Who is missing: counts that add up, and gaps named in words."""

import re
from dataclasses import replace

from storyguide.making.pages.missing import make_missing
from storyguide.model.framework import Evidence
from storyguide.model.guide import Guide
from storyguide.model.story import Kind, Story
from storyguide.model.when import Happened

from tests.builders import a_dimension, a_framework, a_guide, a_place, a_story, a_theme, an_area, an_edition
from tests.site_pages import page_of


def page(guide: Guide) -> str:
    return make_missing(guide, section="about/").html


def gaps(guide: Guide) -> list[str]:
    found = re.search(r'<ul class="gaps">(.*?)</ul>', page(guide))
    return re.findall(r"<li>(.*?)</li>", found[1]) if found else []


def row(name: str, html: str) -> list[str]:
    """The cells of a line, without its bar."""
    (cells,) = re.findall(rf'<th scope="row">(?:<a [^>]*>)?{name}(?:</a>)?(?:<svg.*?</svg>)?</th>(.*?)</tr>', html)
    return re.findall(r"<td>(.*?)</td>", cells)


def began(year: int, slug: str = "repair-cafe") -> Story:
    return a_story(slug=slug, happened=Happened(written=str(year), first_year=year, last_year=year, order=(year, 0)))


def gathered(**changes: object) -> Story:
    return a_story(**({"kind": Kind.FACT_FILE, "storyteller": None, "consent": None} | changes))


EDITION = an_edition(
    areas=(
        an_area(places=("millbank", "lark-hill")),
        an_area(slug="hilltop-area", name="Hilltop", places=("button-cross",)),
    ),
    places=(a_place(), a_place(name="Lark Hill"), a_place(name="Button Cross", area="hilltop-area")),
    themes=(a_theme(), a_theme(name="Company"), a_theme(name="BMX")),
)


def test_what_is_told_is_counted_apart_from_what_is_gathered():
    html = page(a_guide(edition=EDITION, stories=(a_story(), gathered(slug="library"), gathered(slug="pump"))))

    assert row("Millbank", html) == ["3", "1"]
    assert row("Lark Hill", html) == ["none yet", "none yet"]
    assert row("The people themselves", html) == ["1"]
    assert row("The editors, from public sources", html) == ["2"]


def test_gaps_are_named_in_plain_words():
    guide = a_guide(edition=EDITION, stories=(a_story(), gathered(slug="library")))

    assert gaps(guide) == [
        "One of 2 is told by the people themselves.",
        "No story yet from anywhere in Hilltop.",
        "No story yet from Lark Hill.",
        "No story yet about company or BMX.",
        "Of “Anytown ways”, no story yet shows confident.",
    ]


def test_a_decade_without_stories_between_two_with_is_a_gap():
    guide = a_guide(stories=(began(1974), began(2006, "soup"), began(1843, "windmill")))

    assert "No story here began in the 1980s or 1990s." in gaps(guide)
    assert row("1980s", page(guide)) == ["none yet", "none yet"]
    assert row("1800s", page(guide)) == ["1", "1"]


def test_a_decade_without_stories_has_no_page_to_lead_to():
    html = page(a_guide(stories=(began(1974), began(2006, "soup"))))

    assert {to for _, to, _ in page_of(html).addresses if "years/" in to} == {
        "../../years/1970s/",
        "../../years/2000s/",
    }


def test_a_language_nobody_has_told_in_is_a_gap():
    guide = a_guide(edition=replace(an_edition(), languages=("en-GB", "cy")))

    assert "No story yet in Cymraeg." in gaps(guide)


def test_bars_are_drawn_to_one_measure_and_begin_at_nothing():
    stories = tuple(a_story(slug=f"story-{n}", themes=("making",) if n else ("making", "company")) for n in range(4))
    html = page(a_guide(edition=EDITION, stories=stories))

    table = re.search(r'id="by-theme".*?</table>', html, re.DOTALL)
    assert re.findall(r'class="all" d="M0 1L(\d+) 0', table[0]) == ["100", "25"]


def test_nothing_on_the_page_needs_a_style_of_its_own():
    assert " style=" not in page(a_guide())


def test_where_nothing_is_missing_that_can_be_counted_it_is_said():
    story = a_story(evidence=(Evidence(dimension="confident", sentence="Three of us run the till."),))
    guide = a_guide(edition=an_edition(frameworks=(a_framework(dimensions=(a_dimension(),)),)), stories=(story,))

    assert gaps(guide) == []
    assert "One is never enough." in page(guide)


def test_a_guide_without_stories_is_missing_everybody():
    html = page(a_guide(stories=()))

    assert "There is no story here yet. The first can be yours." in html
    assert "<table" not in html
