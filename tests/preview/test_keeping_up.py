"""A preview goes on watching whatever happens at one change."""

import threading
from collections.abc import Collection
from pathlib import Path, PurePath

import pytest
from storyguide.preview.keeping_up import keep_up

from tests.patience import until


class Fragile:
    """A preview that fails as often as it is told to."""

    def __init__(self, faults: list[Exception]) -> None:
        self.faults, self.shown = faults, list[set[PurePath]]()

    def bring_up_to_date(self, changed: Collection[PurePath]) -> bool:
        if self.faults:
            raise self.faults.pop()
        self.shown.append(set(changed))
        return True

    def day_has_passed(self) -> bool:
        return False

    def settle(self) -> None: ...


@pytest.mark.parametrize("fault", [RuntimeError("ours"), OSError(28, "No space left on device")])
def test_a_change_at_which_the_program_fails_is_told_and_taken_up_with_the_next(tmp_path: Path, fault: Exception):
    (tmp_path / "stories").mkdir()
    preview, stop, met = Fragile([fault]), threading.Event(), list[Exception]()
    watching = threading.Thread(
        target=keep_up, args=(preview, tmp_path, stop), kwargs={"failed": met.append}, daemon=True
    )
    watching.start()
    first, second = tmp_path / "stories/first.md", tmp_path / "stories/second.md"

    def after(file: Path, has: object) -> bool:
        file.write_text(str(len(met)), encoding="utf-8")
        return bool(has)

    until(lambda: after(first, met))
    until(lambda: after(second, preview.shown))
    stop.set()
    watching.join()

    assert met == [fault]
    assert {PurePath("stories/first.md"), PurePath("stories/second.md")} <= set().union(*preview.shown)
