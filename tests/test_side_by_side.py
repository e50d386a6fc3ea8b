"""Work shared between two processes gives what it gives in one."""

import os
import threading

import pytest
from storyguide.side_by_side import side_by_side

MANY = range(1000)


def test_the_results_come_in_the_order_of_what_they_were_made_from():
    made = side_by_side(lambda numbers: [number * 2 for number in numbers], MANY)

    assert made == [number * 2 for number in MANY]


@pytest.mark.parametrize(("number", "expected"), [(1000, 2), (3, 1)])
def test_long_work_takes_two_processes_and_short_work_one(number, expected):
    assert len(set(side_by_side(lambda numbers: [os.getpid() for _ in numbers], range(number)))) == expected


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


def test_no_process_is_forked_while_other_threads_run():
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        made = side_by_side(lambda numbers: [os.getpid() for _ in numbers], MANY)
    finally:
        stop.set()
        other.join()

    assert set(made) == {os.getpid()}
