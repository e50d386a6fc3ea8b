"""The page with three doors."""

import re
from pathlib import Path

import pytest
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.tell import make_tell
from storyguide.model.edition import Contact
from storyguide.model.guide import Guide
from storyguide.reading.edition import read_edition
from storyguide.reading.questions import form_of

from tests.builders import a_guide, an_edition

PROJECT = Path(__file__).parents[2]
EDITIONS = (PROJECT, PROJECT / "tests" / "guides" / "anytown")
_OF_THE_THIRD_WAY = re.compile(
    r"\b(git|github|repositor(y|ies)|repos?|pull requests?|markdown|yaml|commits?|files?|folders?|fork|zip)\b", re.I
)


def page_of(guide: Guide) -> str:
    (page,) = [made for made in make_tell(guide) if isinstance(made, OutputPage)]
    return page.html


def said_in(html: str) -> str:
    """What is read or read out, in the order of the page; addresses apart."""
    aloud = re.sub(r'<[^>]*?\b(?:alt|title|aria-label)="([^"]*)"[^>]*>', r" \1 ", html)
    return re.sub(r"<[^>]*>", " ", aloud)


@pytest.mark.parametrize("root", EDITIONS, ids=lambda root: root.name)
def test_the_third_way_is_the_first_to_speak_of_files(root: Path):
    edition, _ = read_edition(root)
    assert edition
    before, third = page_of(Guide(edition=edition)).split('<section class="by-file"')

    assert not _OF_THE_THIRD_WAY.search(said_in(before))
    assert {"github", "file", "pull request"} <= {
        word.group().lower() for word in _OF_THE_THIRD_WAY.finditer(said_in(third))
    }


def test_three_doors_stand_in_one_street_each_leading_to_its_own_way():
    made = list(make_tell(a_guide()))

    html = page_of(a_guide())
    leads = [re.findall(f'(?:href="#|id=")door-{nth}"', html) for nth in (1, 2, 3)]

    assert leads == [[f'href="#door-{nth}"', f'id="door-{nth}"'] for nth in (1, 2, 3)]
    assert [one.path for one in made if isinstance(one, OutputFile)] == [f"pictures/door-{n}.svg" for n in (1, 2, 3)]
    assert html.index('href="../tell-your-story/form/"') < html.index('id="door-2"')


@pytest.mark.parametrize("root", EDITIONS, ids=lambda root: root.name)
def test_the_form_asks_as_many_questions_as_the_page_says(root: Path):
    edition, _ = read_edition(root)
    assert edition

    assert "Eight questions" in page_of(Guide(edition=edition))
    assert len(form_of(edition).questions) == 8


def test_an_edition_without_a_contact_says_so_and_offers_none():
    html = page_of(a_guide())

    assert "no shared phone number or e-mail address yet" in html
    assert not re.search("mailto:|tel:|Ring |send to us|post them", html)


def test_ways_to_reach_the_editors_are_only_those_they_have():
    html = page_of(a_guide(edition=an_edition(contact=Contact(phone="01632 960 001"))))

    assert 'href="tel:01632960001"' in html
    assert "no shared phone number" not in html
    assert not re.search("mailto:|E-mail|Post or drop in", html)
