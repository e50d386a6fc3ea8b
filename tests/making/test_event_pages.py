"""Events stand in order until they are over, and programs for calendars read what we write for them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from storyguide.making.calendar import calendar_of
from storyguide.making.cards import Cards
from storyguide.making.everything import make
from storyguide.making.moments import when_in_words
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.events import make_events

from tests.builders import a_guide, an_edition, an_event

TODAY = date(2026, 11, 22)
NIGHT = {"starts": datetime(2027, 3, 27, 22), "ends": datetime(2027, 3, 28, 2, 30)}


def made(*events, day: date = TODAY) -> dict[str, OutputPage | OutputFile]:
    guide = a_guide(edition=an_edition(events=events), day=day)
    return {
        one.url if isinstance(one, OutputPage) else one.path: one
        for one in make_events(guide, Cards(guide), address="https://anytown.example/")
    }


def read(*events, **edition):
    """The events of our calendar as a program for calendars has them."""
    guide = a_guide(edition=an_edition(events=events, **edition))
    return Calendar.from_ical(calendar_of(events, guide, "https://anytown.example/")).walk("VEVENT")


def test_what_is_over_moves_to_its_year():
    old, new = an_event(slug="old", starts=date(2025, 6, 1), ends=None), an_event(slug="new")

    before, after = made(old, new), made(old, new, day=date(2026, 12, 6))

    assert "events/new/" in before["events/"].html
    assert "events/old/" not in before["events/"].html
    assert "events/old/" in before["events/2025/"].html
    assert "events/2026/" not in before
    assert "Nothing is in the diary just now" in after["events/"].html
    assert "events/new/" in after["events/2026/"].html


def test_calendars_know_an_event_again_when_its_hour_or_the_guides_name_has_changed():
    (before,) = read(an_event())

    (after,) = read(an_event(starts=date(2026, 12, 9), ends=None), name="Anytown, Told", began_as=an_edition().name)

    assert after["UID"] == before["UID"]


def test_every_event_has_a_file_for_calendars_and_all_have_one_together():
    files = {path: one for path, one in made(an_event(), an_event(slug="other")).items() if path.endswith(".ics")}

    assert set(files) == {"events/all.ics", "events/candlelight.ics", "events/other.ics"}
    assert len(Calendar.from_ical(files["events/all.ics"].content).walk("VEVENT")) == 2


def test_a_guide_without_events_says_so():
    nothing = made()

    assert set(nothing) == {"events/"}
    assert "Nothing is in the diary" in nothing["events/"].html


def test_across_a_change_of_clocks_both_ends_are_right():
    (event,) = read(an_event(**NIGHT))

    assert event.decoded("dtstart") == datetime(2027, 3, 27, 22, tzinfo=ZoneInfo("Europe/London"))
    assert event.decoded("dtend") == datetime(2027, 3, 28, 2, 30, tzinfo=ZoneInfo("Europe/London"))
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=3, minutes=30)


def test_the_same_hour_is_another_in_summer():
    winter, summer = read(
        an_event(starts=datetime(2026, 12, 5, 19), ends=None),
        an_event(slug="b", starts=datetime(2026, 7, 5, 19), ends=None),
    )

    assert winter.decoded("dtstart") == datetime(2026, 12, 5, 19, tzinfo=UTC)
    assert summer.decoded("dtstart") == datetime(2026, 7, 5, 18, tzinfo=UTC)
    assert "dtend" not in winter


def test_another_town_has_other_clocks():
    (event,) = read(an_event(), time_zone="Asia/Kolkata")

    assert event.decoded("dtstart") == datetime(2026, 12, 5, 13, 30, tzinfo=UTC)


def test_whole_days_end_with_their_last():
    (event,) = read(an_event(starts=date(2026, 12, 5), ends=date(2026, 12, 6)))

    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 5), date(2026, 12, 7))


def test_what_is_called_off_says_so_and_asks_to_be_looked_at_again():
    sound, off = read(an_event(slug="a"), an_event(slug="b", cancelled=True))

    assert (sound["status"], sound["sequence"]) == ("CONFIRMED", 0)
    assert (off["status"], off["sequence"]) == ("CANCELLED", 1)


def test_the_same_event_is_known_by_the_same_name_and_the_same_bytes():
    guide = a_guide(edition=an_edition(events=(an_event(),)))
    tomorrow = a_guide(edition=an_edition(events=(an_event(),)), day=date(2030, 1, 1))

    first, second = (calendar_of([an_event()], one, "") for one in (guide, tomorrow))

    assert first == second
    (event,) = read(an_event(title="Another title"))
    assert str(event["uid"]) in first.decode()


@given(text=st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=300))
def test_words_come_back_as_they_were_written(text: str):
    (event,) = read(an_event(title=f"a{text}z", about=f"a\n{text}z", venue=f"a{text}z"))

    assert (str(event["summary"]), str(event["description"]), str(event["location"])) == (
        *(f"a{text}z", f"a\n{text}z", f"a{text}z"),
    )


def test_lines_are_no_longer_than_calendars_take():
    guide = a_guide(edition=an_edition(events=(an_event(about="ਜੀ ਆਇਆਂ ਨੂੰ, " * 40),)))

    written = calendar_of(guide.edition.events, guide, "")

    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert written.decode()


def test_when_it_is_is_said_in_words():
    assert when_in_words(an_event()) == "Saturday 5 December 2026, 19:00 to 21:30"
    assert when_in_words(an_event(**NIGHT)) == "Saturday 27 March 2027, 22:00 to Sunday 28 March 2027, 02:30"
    assert when_in_words(an_event(starts=date(2026, 8, 15), ends=None)) == "Saturday 15 August 2026"


def test_what_was_written_stays_words_and_machines_are_told_the_hour():
    page = made(an_event(title="<b>Soup</b>", about='"><script>', venue="<i>", place="nowhere"))["events/candlelight/"]

    assert "<script" not in page.html
    assert "&lt;b&gt;Soup&lt;/b&gt;" in page.html
    assert '"startDate":"2026-12-05T19:00+00:00"' in page.meta["data"]
    assert "<" not in page.meta["data"]


def test_what_is_still_to_come_stands_on_its_storys_page():
    coming, over = an_event(stories=("repair-cafe",)), an_event(slug="over", starts=date(2025, 1, 1), ends=None)
    guide = a_guide(edition=an_edition(events=(coming, over)), day=TODAY)

    story = next(page for page in make(guide) if page.path == "stories/repair-cafe.md")

    assert "events/candlelight/" in story.html
    assert "events/over/" not in story.html
