"""Whatever operation fails, the site on disk is the old one or the new one, whole, and it is told in a sentence."""

import pytest

from tests.faults.failing import chosen
from tests.faults.rig import Rig, Tried
from tests.faults.small import AFTER, BEFORE


def survived(rig: Rig, **failing: int) -> Tried:
    """Build what does not stand yet with something failing, and look at what then does."""
    before = rig.stands()
    wanted = AFTER if before == BEFORE else BEFORE
    rig.write(wanted)

    tried = rig.build(**failing)

    where = f"{failing}: {tried.met[failing['at']] if failing['at'] < len(tried.met) else ''}\n{tried.said}"
    stands = rig.stands()
    assert stands, where
    assert "Traceback" not in tried.said, where
    assert tried.status in (0, 1), where
    if tried.status == 1:
        assert stands == before, where
        assert len(tried.said.strip().splitlines()) == 1, where
    else:
        assert stands == wanted, where
    assert tried.failed or tried.status == 0, where
    return tried


@pytest.mark.parametrize(("rig", "every"), [("small", 40), ("rich", 100), ("words", 100)], indirect=["rig"])
def test_each_operation_of_a_build_may_fail(rig: Rig, every: int):
    rig.write(AFTER)
    met = rig.build(at=-2).met
    assert {"write", "read", "open", "os.link", "os.rename", "os.mkdir", "os.scandir"} <= {what for what, _ in met}

    for number in chosen(met, every=every):
        survived(rig, at=number)

    assert not survived(rig, at=len(met) * 2).failed
    assert [path.name for path in rig.folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("rig", ["rich"], indirect=True)
def test_a_disk_may_become_full_and_stay_so(rig: Rig):
    rig.write(AFTER)
    met = rig.build(at=-2).met

    for number in range(0, len(met), len(met) // 25):
        tried = survived(rig, at=number, ever_after=True)
        assert tried.status == 0 or "The disk is full" in tried.said, tried

    assert not survived(rig, at=len(met) * 2).failed
