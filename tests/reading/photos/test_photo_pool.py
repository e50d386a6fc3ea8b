"""Processes that outlive any one photo."""

import os
import signal

from storyguide.reading.photos.pool import each


def doubled(number):
    """Twice the number; the unlucky one takes its process with it."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def test_a_job_that_kills_its_process_takes_no_other_with_it():
    results = dict(each(doubled, range(8), processes=2))

    assert results == {0: 0, 1: 2, 2: 4, 3: None, 4: 8, 5: 10, 6: 12, 7: 14}
