"""A month's newsletter has what is new in it, may be sent round as it is, and calls for nothing but pictures."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from storyguide.cli.arguments import read_arguments
from storyguide.cli.commands.newsletter import run as newsletter
from storyguide.cli.commands.withdraw import run as withdraw
from storyguide.making.newsletter import as_html, newsletter_of
from storyguide.making.newsletter_text import as_text
from storyguide.model.people import Consent

from tests.builders import a_guide, a_post, a_story, a_tin, an_edition, an_event

PROJECT = Path(__file__).parents[1]
ADDRESS = "https://anytown.example/"


def letter(month: tuple[int, int] = (2026, 11), **changes):
    return newsletter_of(a_guide(**({"day": date(2026, 11, 22)} | changes)), *month)


def november(slug: str, **changes):
    return a_story(slug=slug, title=slug, **({"told_on": date(2026, 11, 5)} | changes))


class _Addresses(HTMLParser):
    """What a page calls for, and where it leads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.led: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.fetched += [value for name, value in attrs if name in ("src", "srcset", "background", "poster", "data")]
        if tag == "a":
            self.led.append(given["href"])
        elif "href" in given:
            self.fetched.append(given["href"])


def test_it_has_what_is_new_in_the_month_and_nothing_else():
    found = letter(
        stories=(november("new"), a_story(slug="old", told_on=date(2026, 10, 31))),
        posts=(a_post(slug="now"), a_post(slug="then", on=date(2026, 10, 3))),
        tins=(a_tin(slug="read", reviewed=date(2026, 11, 1)), a_tin(slug="unread", reviewed=date(2025, 11, 1))),
        edition=an_edition(
            events=(
                an_event(slug="over", starts=date(2026, 11, 21), ends=None),
                an_event(slug="coming"),
                an_event(slug="far", starts=date(2027, 4, 1), ends=None),
            )
        ),
    )

    assert [story.slug for story in found.stories] == ["new"]
    assert [post.slug for post in found.posts] == ["now"]
    assert [event.slug for event, *_ in found.events] == ["coming"]
    assert [tin.slug for tin in found.tins] == ["read"]


def test_a_story_held_until_a_day_is_new_on_that_day():
    found = letter(stories=(a_story(told_on=date(2026, 3, 1), publish_on=date(2026, 11, 2)),))

    assert len(found.stories) == 1


def test_no_word_is_sent_round_that_its_teller_keeps_or_nobody_may_pass_on():
    found = letter(
        stories=(
            november("for-the-web", consent=Consent(given=date(2026, 3, 1), surfaces=("web", "book"))),
            november("all-mine", licence="all rights kept"),
        )
    )

    assert [story.slug for story in found.left_out] == ["for-the-web", "all-mine"]
    assert found.is_empty
    for written in (as_html(found, address=ADDRESS, pictures=True), as_text(found, address=ADDRESS)):
        assert "for-the-web" not in written
        assert "all-mine" not in written


def test_nothing_is_fetched_but_the_guides_own_pictures():
    found = letter(stories=tuple(november(f"story-{n}") for n in range(6)), posts=(a_post(),))

    page = _Addresses(as_html(found, address=ADDRESS, pictures=True))

    assert page.fetched == [f"{ADDRESS}stories/story-{n}/card.png" for n in range(4)]
    assert all(address.startswith(ADDRESS) for address in page.led)
    assert "url(" not in as_html(found, address=ADDRESS, pictures=True)
    assert _Addresses(as_html(found, address=ADDRESS, pictures=False)).fetched == []


def test_every_style_that_light_needs_is_within_the_line_it_is_for():
    html = as_html(letter(stories=(november("new"),)), address=ADDRESS, pictures=True)

    assert 'content="light dark"' in html
    assert all("style=" in tag for tag in re.findall(r"<(?:p|h1|h2|h3|a|img)\b[^>]*>", html))
    assert "max-width:600px" in html


def test_without_an_address_nothing_leads_anywhere():
    page = _Addresses(as_html(letter(stories=(november("new"),)), address="", pictures=True))

    assert page.fetched == page.led == []


def test_what_was_written_stays_words():
    story = november("new", summary="<script>", content_note='"><b>', language="ur")

    html = as_html(letter(stories=(story,), posts=(a_post(title="<i>"),)), address=ADDRESS, pictures=True)

    assert "<script>" not in html
    assert "<b>&" not in html
    assert 'lang="ur" dir="rtl"' in html


def test_before_a_story_of_which_to_beware_stands_the_note_and_not_its_summary():
    found = letter(stories=(november("new", content_note="Speaks of a death.", summary="He died."),))

    for written in (as_html(found, address=ADDRESS, pictures=True), as_text(found, address=ADDRESS)):
        assert "Speaks of a death." in written
        assert "He died." not in written


def test_as_text_it_is_narrow_and_addresses_stand_alone():
    found = letter(stories=(november("new", summary="word " * 38),), posts=(a_post(),))

    lines = as_text(found, address=ADDRESS).split("\n")

    assert all(len(line) <= 72 for line in lines)
    assert f"  {ADDRESS}stories/new/" in lines
    assert f"  {ADDRESS}news/the-ferry-bell/" in lines
    assert "NEWS" in lines


@pytest.fixture
def typed(anytown: Path, tmp_path: Path):
    """Called with a month, types the command for Anytown; gives its status and the folder."""

    def type_it(month: str) -> tuple[int, Path]:
        words = ["newsletter", month, "--root", str(anytown), "--to", str(tmp_path / "to")]
        return newsletter(PROJECT, read_arguments(PROJECT, words)), tmp_path / "to"

    return type_it


def test_the_command_writes_both_and_says_what_it_left_out(typed, capsys):
    status, out = typed("2026-05")

    assert status == 0
    assert sorted(file.name for file in out.iterdir()) == ["newsletter-2026-05.html", "newsletter-2026-05.txt"]
    assert "night-choir" in capsys.readouterr().out
    assert "night-choir" not in "".join(file.read_text(encoding="utf-8") for file in out.iterdir())


def test_a_letter_that_names_a_story_is_named_when_the_story_goes(anytown: Path, capsys):
    words = ["newsletter", "2026-03", "--root", str(anytown)]
    newsletter(PROJECT, read_arguments(PROJECT, words))
    capsys.readouterr()

    withdraw(PROJECT, read_arguments(PROJECT, ["withdraw", "repair-cafe", "--yes", "--root", str(anytown)]))

    told = capsys.readouterr().out
    assert "newsletter/newsletter-2026-03.html" in told
    assert "newsletter/newsletter-2026-03.txt" in told


def test_where_nothing_is_new_nothing_is_written(typed, capsys):
    status, out = typed("2019-01")

    assert status == 1
    assert not out.exists()
    told = capsys.readouterr().err
    assert "Nothing is new in January 2019" in told
    assert "The nearest month with something new is 2025-11: python3 build.py newsletter 2025-11" in told


def test_a_month_that_is_none_is_told(capsys):
    with pytest.raises(SystemExit):
        read_arguments(PROJECT, ["newsletter", "2026-13"])

    assert "is not a year and a month" in capsys.readouterr().err


@pytest.mark.parametrize("month", ["9999-12", "0001-01"])
def test_in_the_first_and_the_last_month_of_all_nothing_is_new(typed, month: str, capsys):
    status, _ = typed(month)

    assert status == 1
    assert "Nothing is new in" in capsys.readouterr().err


def test_what_cannot_be_written_is_told_with_the_option_that_helps(typed, tmp_path: Path, capsys):
    (tmp_path / "to/newsletter-2026-11.html").mkdir(parents=True)

    status, _ = typed("2026-11")

    assert status == 1
    assert "Name another folder with --to." in capsys.readouterr().err


def test_settings_that_cannot_be_read_are_told(anytown: Path, typed, capsys):
    (anytown / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")

    status, out = typed("2026-11")

    assert status == 1
    assert not out.exists()
    assert "mkdocs.yml cannot be used" in capsys.readouterr().err
