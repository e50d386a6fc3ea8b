"""Work shared between processes gives what it gives in one."""

import errno
import os
import threading
from pathlib import Path

import pytest
from storyguide.side_by_side import ahead, side_by_side

from tests.patience import until

MANY = range(1000)


@pytest.fixture(autouse=True)
def no_other_threads(monkeypatch):
    """As in a build: what other tests have left running, a browser's for one, does not count."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_the_results_come_in_the_order_of_what_they_were_made_from():
    made = side_by_side(lambda numbers: [number * 2 for number in numbers], MANY)

    assert made == [number * 2 for number in MANY]


class Workers:
    """Those who do some work: each signs for every portion in a file of its own, which all of them can read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sign(self) -> None:
        with (self._folder / str(os.getpid())).open("a", encoding="ascii") as book:
            book.write(".")

    def portions(self) -> dict[int, int]:
        """How many portions each of them has taken, by their numbers."""
        return {int(book.name): book.stat().st_size for book in self._folder.iterdir()}

    def whose(self, count):
        """Give work that says who did each thing, and of which nobody does any more before so many have come."""

        def work(numbers):
            self.sign()
            until(lambda: len(self.portions()) >= count, why=self.portions)
            return [os.getpid() for _ in numbers]

        return work


@pytest.fixture
def workers(tmp_path):
    return Workers(tmp_path)


@pytest.mark.parametrize(
    ("processors", "number", "expected"), [(2, 1000, 2), (3, 1000, 3), (64, 1000, 4), (1, 1000, 1), (2, 3, 1)]
)
def test_long_work_takes_as_many_processes_as_help_and_short_work_one(
    monkeypatch, workers, processors, number, expected
):
    monkeypatch.setattr(os, "cpu_count", lambda: processors)

    made = side_by_side(workers.whose(expected), range(number))

    assert len(made) == number
    assert len(set(made)) == expected


def test_whoever_is_done_sooner_does_more(monkeypatch, workers):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    parent = os.getpid()

    def work(numbers):
        workers.sign()
        if os.getpid() == parent:  # does not come to an end before the other has done most
            until(lambda: sum(workers.portions().values()) > 50, why=workers.portions)
        return [os.getpid() for _ in numbers]

    assert side_by_side(work, MANY).count(parent) < len(MANY) / 4


def test_what_the_child_could_not_do_is_done_by_the_parent():
    parent = os.getpid()

    def work(numbers):
        if os.getpid() != parent:
            raise MemoryError
        return list(numbers)

    assert side_by_side(work, MANY) == list(MANY)


def test_a_fault_of_the_work_itself_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda numbers: [1 // 0 for _ in numbers], MANY)


def test_a_fault_here_does_not_leave_the_child_waiting_to_be_heard():
    parent = os.getpid()

    def work(numbers):
        if os.getpid() == parent:
            raise ZeroDivisionError
        return ["much to say" * 1000 for _ in numbers]

    with pytest.raises(ZeroDivisionError):
        side_by_side(work, MANY)


def test_a_child_that_cannot_say_anything_ends_and_the_work_is_done_here(monkeypatch):
    parent, fdopen = os.getpid(), os.fdopen

    def refused(*given):
        if os.getpid() != parent:
            raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
        return fdopen(*given)

    monkeypatch.setattr(os, "fdopen", refused)

    assert side_by_side(list, MANY) == list(MANY)
    assert os.getpid() == parent


def test_where_no_more_processes_can_be_had_it_is_done_here(monkeypatch, workers):
    def refused():
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, "fork", refused)

    assert side_by_side(workers.whose(1), MANY) == [os.getpid()] * len(MANY)


def test_no_process_is_forked_while_other_threads_run(monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 2)

    made = side_by_side(lambda numbers: [os.getpid() for _ in numbers], MANY)

    assert set(made) == {os.getpid()}


def test_something_else_is_done_once_and_here_while_the_child_works():
    done = []

    made = side_by_side(list, MANY, meanwhile=lambda: done.append(os.getpid()))

    assert made == list(MANY)
    assert done == [os.getpid()]


def test_what_is_begun_ahead_is_done_by_another_process_and_heard_when_asked_for(monkeypatch, workers):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    work = workers.whose(1)
    begun = ahead(lambda numbers: list(zip(work(numbers), numbers, strict=True)), MANY)
    until(workers.portions)

    made = begun.result()

    assert [number for _, number in made] == list(MANY)
    assert {process for process, _ in made} != {os.getpid()}


def test_without_fork_what_is_begun_ahead_is_done_when_it_is_asked_for(monkeypatch):
    monkeypatch.delattr(os, "fork")

    assert set(ahead(lambda numbers: [os.getpid() for _ in numbers], MANY).result()) == {os.getpid()}
