"""Processes that outlive any one photo."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from storyguide.reading.photos.pool import each

from tests.patience import until


def doubled(number):
    """Twice the number; the unlucky one takes its process with it."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def test_a_job_that_kills_its_process_takes_no_other_with_it():
    results = dict(each(doubled, range(8), processes=2))

    assert results == {0: 0, 1: 2, 2: 4, 3: None, 4: 8, 5: 10, 6: 12, 7: 14}


_BUILD = """
import os, sys, time
sys.path[:0] = sys.argv[1:]
from storyguide.reading.photos.pool import each
def work(number):
    print(os.getpid(), flush=True)
    time.sleep(0.2)
if __name__ == "__main__":
    list(each(work, range(999), 2))
"""


def test_none_outlives_a_build_that_was_killed(tmp_path):
    (tmp_path / "build.py").write_text(_BUILD, encoding="utf-8")
    plugins = Path(__file__).parents[3] / "plugins"
    command = [sys.executable, str(tmp_path / "build.py"), str(plugins)]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as build:
        at_work = {int(build.stdout.readline()) for _ in range(4)}
        build.kill()

    until(lambda: not any(map(_runs, at_work)), why=lambda: [number for number in at_work if _runs(number)])


def _runs(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
