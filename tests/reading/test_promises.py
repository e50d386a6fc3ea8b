"""The register of promises says who promised what, and leaves it to the day what is late."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from storyguide.checking import check_records, publishable
from storyguide.model.edition import Editor
from storyguide.model.register import PromiseState
from storyguide.reading.registers import read_promises

from tests.builders import an_edition

KEPT = "promises:\n  - who: The town council\n    what: To write the times on the door\n    by: 2026-06-30\n"
PROMISED = KEPT + "    state: promised\n"


def read(root: Path, text: str):
    (root / "stories").mkdir()
    (root / "stories/promises.yml").write_text(text, encoding="utf-8")
    return read_promises(root)


def test_a_promise_says_who_what_and_by_when(tmp_path: Path):
    (promise,), problems = read(tmp_path, PROMISED + "    programme: Ferry Lab\n    asked_at: The kitchen table\n")

    assert problems == ()
    assert (promise.who, promise.by, promise.programme) == ("The town council", date(2026, 6, 30), "Ferry Lab")
    assert promise.slug == "to-write-the-times-on-the-door"


def test_the_day_after_its_day_it_is_late_and_not_before(tmp_path: Path):
    (promise,), _ = read(tmp_path, PROMISED)

    assert not promise.is_late(date(2026, 6, 30))
    assert promise.is_late(date(2026, 7, 1))
    assert replace(promise, state=PromiseState.BEGUN).is_late(date(2026, 7, 1))
    assert not promise.is_late(None)


@pytest.mark.parametrize("state", [PromiseState.DONE, PromiseState.DROPPED])
def test_what_is_done_or_dropped_is_never_late(tmp_path: Path, state: PromiseState):
    (promise,), _ = read(tmp_path, PROMISED)

    assert not replace(promise, state=state).is_late(date(2030, 1, 1))


def test_that_it_is_late_is_not_written(tmp_path: Path):
    (promise,), (problem,) = read(tmp_path, KEPT + "    state: Late\n")

    assert (problem.code, problem.where.line) == ("late-written", 5)
    assert promise.state is PromiseState.PROMISED


def test_what_is_done_says_when_and_what_is_not_does_not(tmp_path: Path):
    others = KEPT.replace("promises:\n", "").replace("the times", "it all")

    _, problems = read(tmp_path, f"{KEPT}    state: done\n{others}    state: begun\n    done_on: 2026-05-01\n")

    assert [(problem.code, problem.where.line) for problem in problems] == [("missing-fact", 5), ("done-in-part", 10)]


def test_nothing_is_done_on_a_day_to_come(tmp_path: Path):
    promises, _ = read(tmp_path, KEPT + "    state: done\n    done_on: 2026-06-12\n")
    edition = an_edition(promises=promises)

    (problem,) = check_records(edition, (), today=date(2026, 6, 11))

    assert (problem.code, problem.where.line) == ("done-to-come", 6)
    assert [*check_records(edition, (), today=date(2026, 6, 12))] == []


def test_nobody_promises_by_name(tmp_path: Path):
    promises, _ = read(tmp_path, PROMISED.replace("The town council", "Jo Inkwell"))
    edition = an_edition(promises=promises, editors=(Editor(name="Jo Inkwell"),))

    (problem,) = check_records(edition, ())

    assert problem.code == "person-in-record"


@pytest.mark.parametrize("state", ["    state: doen\n", ""])
def test_of_whom_it_cannot_be_said_how_they_kept_their_word_nothing_is_said(tmp_path: Path, state: str):
    promises, (problem,) = read(tmp_path, KEPT + state)

    assert problem.blocks
    assert publishable(an_edition(promises=promises), ()).promises == ()
