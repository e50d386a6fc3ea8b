"""Work shared between processes gives what it gives in one."""

import errno
import os
import threading
import time

import pytest
from storyguide.side_by_side import ahead, side_by_side

MANY = range(1000)


@pytest.fixture(autouse=True)
def no_other_threads(monkeypatch):
    """As in a build: what other tests have left running, a browser's for one, does not count."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_the_results_come_in_the_order_of_what_they_were_made_from():
    made = side_by_side(lambda numbers: [number * 2 for number in numbers], MANY)

    assert made == [number * 2 for number in MANY]


def whose(numbers):
    """Who does each, in no hurry, so that others come to do some as well."""
    time.sleep(0.002)
    return [os.getpid() for _ in numbers]


@pytest.mark.parametrize(
    ("processors", "number", "expected"), [(2, 1000, 2), (3, 1000, 3), (64, 1000, 4), (1, 1000, 1), (2, 3, 1)]
)
def test_long_work_takes_as_many_processes_as_help_and_short_work_one(monkeypatch, processors, number, expected):
    monkeypatch.setattr(os, "cpu_count", lambda: processors)

    made = side_by_side(whose, range(number))

    assert len(made) == number
    assert len(set(made)) == expected


def test_whoever_is_done_sooner_does_more(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    parent = os.getpid()

    def work(numbers):
        time.sleep(0.02 if os.getpid() == parent else 0.001)
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


def test_where_no_more_processes_can_be_had_it_is_done_here(monkeypatch):
    def refused():
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, "fork", refused)

    assert side_by_side(whose, MANY) == [os.getpid()] * len(MANY)


def test_no_process_is_forked_while_other_threads_run(monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 2)

    made = side_by_side(lambda numbers: [os.getpid() for _ in numbers], MANY)

    assert set(made) == {os.getpid()}


def test_something_else_is_done_once_and_here_while_the_child_works():
    done = []

    made = side_by_side(list, MANY, meanwhile=lambda: done.append(os.getpid()))

    assert made == list(MANY)
    assert done == [os.getpid()]


def test_what_is_begun_ahead_is_done_by_another_process_and_heard_when_asked_for():
    begun = ahead(lambda numbers: list(zip(whose(numbers), numbers, strict=True)), MANY)

    made = begun.result()

    assert [number for _, number in made] == list(MANY)
    assert {process for process, _ in made} != {os.getpid()}


def test_without_fork_what_is_begun_ahead_is_done_when_it_is_asked_for(monkeypatch):
    monkeypatch.delattr(os, "fork")

    assert set(ahead(lambda numbers: [os.getpid() for _ in numbers], MANY).result()) == {os.getpid()}
