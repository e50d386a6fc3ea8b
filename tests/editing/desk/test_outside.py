"""Where the guide leads out, which of its links are dead, and what may stand for them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from storyguide.checking.outside import check_outside, outward_of
from storyguide.model.link import Answer
from storyguide.model.register import KnownBarrier
from storyguide.model.source import Source
from storyguide.model.story import Reference
from storyguide.model.term import Term
from storyguide.model.tin import Heard, Message, Prose
from storyguide.reading.answers import FILE, read_answers, write_answers

from tests.builders import a_framework, a_step, a_story, a_tin, an_edition, some_words

ASKED = date(2026, 11, 20)


def an_answer(address: str, status: str, since: date | None = None) -> Answer:
    return Answer(address=address, status=status, day=ASKED, since=since or (ASKED if status != "200" else None))


def link(address: str) -> str:
    return f'<p><a href="{address}" rel="noopener noreferrer">there</a></p>'


def test_every_way_out_is_found():
    edition = an_edition(
        introduction=link("https://a.example/?x=1&amp;y=2"),
        frameworks=(a_framework(source_address="https://b.example/"),),
        glossary=(Term(slug="x", word="x", meaning="y", as_of=ASKED, address="https://c.example/"),),
    )
    story = a_story(
        links=(Reference(title="1", address="https://d.example/#part"),),
        sources=(Reference(title="2", address="https://e.example/"),),
        words=some_words(html=link("http://f.example/") + link("mailto:x@y.example") + link("story:soup")),
    )
    tin = a_tin(
        sources=(Reference(title="3", address="https://g.example/"),),
        steps=(a_step(blocks=(Prose(html=link("https://h.example/"), line=7),)),),
    )

    found = {out.address: out for out in outward_of(edition, (story,), (tin,))}

    assert sorted(found) == [
        *("http://f.example/", "https://a.example/?x=1&y=2", "https://b.example/", "https://c.example/"),
        *("https://d.example/", "https://e.example/", "https://g.example/", "https://h.example/"),
    ]
    assert found["https://h.example/"].where.line == 7


def test_a_dead_link_is_told_with_where_a_kept_copy_may_be():
    story = a_story(links=(Reference(title="Echo", address="https://a.example/x", accessed=date(2024, 3, 12)),))
    answers = {"https://a.example/x": an_answer("https://a.example/x", "410")}

    (problem,) = check_outside(outward_of(an_edition(), (story,)), answers)

    assert not problem.blocks
    assert "https://web.archive.org/web/20240312/https://a.example/x" in problem.mend
    assert "and look" in problem.mend


def test_of_a_link_nobody_has_dated_no_copy_is_guessed():
    edition = an_edition(gaps=link("https://a.example/"))
    answers = {"https://a.example/": an_answer("https://a.example/", "no-such-host")}

    (problem,) = check_outside(outward_of(edition, ()), answers)

    assert problem.mend == "Find where the page has gone, or take the link out."


def test_a_page_that_is_only_asleep_is_given_a_week():
    asleep = an_answer("https://a.example/", "503")

    assert not asleep.dead
    assert replace(asleep, since=date(2026, 11, 13)).dead


def test_a_page_that_lets_no_program_in_is_not_called_dead():
    assert not any(an_answer("https://a.example/", status).fails for status in ("200", "401", "403", "429", "451"))


def test_answers_are_kept_one_a_line_in_the_order_of_the_alphabet(tmp_path: Path):
    (tmp_path / "stories").mkdir()
    answers = [an_answer("https://b.example/", "404"), an_answer("https://a.example/", "200")]

    write_answers(tmp_path, answers)

    lines = (tmp_path / FILE).read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == ["https://a.example/ 200 2026-11-20", "https://b.example/ 404 2026-11-20 2026-11-20"]
    assert list(read_answers(tmp_path).values()) == sorted(answers, key=lambda answer: answer.address)


def test_a_line_that_cannot_be_read_counts_as_not_asked(tmp_path: Path):
    (tmp_path / "stories").mkdir()
    (tmp_path / FILE).write_text(
        "<<<<<<< ours\nhttps://a.example/ 200 2026-11-20\n=======\nhttps://b.example/ 200 soon\nhttps://c.example/\n",
        encoding="utf-8",
    )

    assert list(read_answers(tmp_path)) == ["https://a.example/"]


def test_where_nothing_was_ever_asked_there_are_no_answers(tmp_path: Path):
    assert read_answers(tmp_path) == {}


def test_ways_out_of_registers_and_of_what_was_heard_are_found():
    where = Source("stories/barriers.yml", 2)
    sources = (Reference(title="1", address="https://a.example/"),)
    rent = KnownBarrier(slug="rent", name="Rent", what="It costs.", sources=sources, source=where, key="barriers[0]")
    edition = an_edition(barriers=(replace(rent, lines={"barriers[0].sources[0].address": 7}),))
    heard = Heard(session="x", messages=(Message(words="y", since=link("https://b.example/")),), line=9)

    found = {out.address: out.where for out in outward_of(edition, (), (a_tin(steps=(a_step(blocks=(heard,)),)),))}

    assert found["https://a.example/"] == Source("stories/barriers.yml", 7)
    assert found["https://b.example/"].line == 9
