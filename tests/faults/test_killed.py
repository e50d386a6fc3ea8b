"""A build may be ended at any moment, by whatever means: the site is the old one or the new one, whole."""

import os
import random
import signal
import time

import pytest
from storyguide.cli.process import BROKEN_OFF

from tests.faults.failing import chosen
from tests.faults.rig import Rig
from tests.faults.small import AFTER, BEFORE

KILLS = 50


def written_anew(rig: Rig) -> str:
    """Write what does not stand yet; gives what does."""
    before = rig.stands()
    rig.write(AFTER if before == BEFORE else BEFORE)
    return before


def how_long(rig: Rig) -> float:
    """Return the seconds a whole build takes as busy as the machine is now."""
    written_anew(rig)
    started = time.perf_counter()
    assert rig.build().status == 0
    return time.perf_counter() - started


@pytest.mark.parametrize("rig", ["rich"], indirect=True)
def test_killed_fifty_times_at_any_moment(rig: Rig):
    chance = random.Random("kills")  # noqa: S311 - the same moments each time
    length, killed, tries = how_long(rig), 0, 0

    while killed < KILLS:
        written_anew(rig)
        tried = rig.stop(chance.uniform(0, length), signal.SIGKILL)
        tries += 1
        assert tried.status in (0, -signal.SIGKILL), tried
        assert rig.stands(), tried
        if tried.status == 0:  # the machine has become less busy since
            length = how_long(rig)
        killed += tried.status != 0
        assert tries < KILLS * 20
    written_anew(rig)
    assert rig.build().status == 0
    assert rig.stands()
    assert [path.name for path in rig.folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("rig", ["small"], indirect=True)
def test_killed_before_each_kind_of_operation(rig: Rig):
    written_anew(rig)
    every = rig.build(at=-2).met

    for number in chosen(every, every=100):
        written_anew(rig)
        tried = rig.build(at=number, sign=signal.SIGKILL)
        assert tried.status == -signal.SIGKILL
        assert rig.stands(), every[number]

    written_anew(rig)
    assert rig.build().status == 0
    assert rig.stands()


@pytest.mark.parametrize("rig", ["rich"], indirect=True)
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_end_it_says_so_and_leaves_nothing(rig: Rig, sign: signal.Signals):
    written_anew(rig)
    met, asked = rig.build(at=-2).met, 0

    for number in range(3, len(met) * 9 // 10, len(met) // 12):
        written_anew(rig)
        tried = rig.build(at=number, sign=sign)
        assert rig.stands(), (tried.said, met[number])
        if tried.status == 0 and not tried.failed:
            continue  # how much the other processes take off this one's hands is never twice the same
        asked += 1
        assert (tried.status, tried.said) == (
            BROKEN_OFF,
            "Broken off. What stands is whole: the last site, or the new one.\n",
        ), tried.met[number] if tried.met else met[number]
        assert [path.name for path in rig.folder.iterdir() if path.name.startswith(".")] == []
        assert os.listdir(rig.folder / "tmp") == []  # noqa: PTH208
    assert asked > 5
