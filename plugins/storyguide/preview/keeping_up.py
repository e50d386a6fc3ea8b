"""Watches the files of a guide, and keeps its preview up with them."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from watchfiles import watch

from storyguide.preview.preview import Preview

_FOLDERS = ("stories", "docs")
_SETTINGS = "mkdocs.yml"
_TOGETHER, _STEP = 60, 10
"""Milliseconds: for how long changes that come together are gathered, and how long a pause ends them."""
_QUIET = 1000
"""Milliseconds without a change after which everything is looked at together, and after which settings are."""


def keep_up(
    preview: Preview, root: Path, stop: threading.Event, *, failed: Callable[[Exception], None] = lambda fault: None
) -> None:
    """Bring the preview up to date with every change under root, until stopped.

    A fault that belongs to no file is handed to `failed`, once until something changes again; all stays as it was then
    shown, and the changes met so far are taken up with the next.
    """
    settled, missed = True, set[PurePath]()
    for changed in _changes(root, stop):
        try:
            if changed:
                missed |= changed
                settled = preview.bring_up_to_date(missed) and settled
                missed = set()
            elif not missed and (not settled or preview.day_has_passed()):
                preview.settle()
                settled = True
        except Exception as fault:  # whoever edits goes on editing
            settled = True
            missed |= changed
            failed(fault)


def _changes(root: Path, stop: threading.Event) -> Iterator[set[PurePath]]:
    """What has changed, as seen from root, each time something has; nothing, about once a second, when nothing has."""
    settings = root / _SETTINGS
    seen = _state(settings)
    folders = [root / name for name in _FOLDERS if (root / name).is_dir()]
    for batch in watch(
        *folders,
        watch_filter=None,
        debounce=_TOGETHER,
        step=_STEP,
        rust_timeout=_QUIET,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
    ):
        changed = {PurePath(path).relative_to(root) for _, path in batch}
        # Editing programs put a new file in a file's place, which whoever watches the file alone never hears of.
        if (now := _state(settings)) != seen:
            seen = now
            changed.add(PurePath(_SETTINGS))
        yield changed


def _state(file: Path) -> tuple[int, int]:
    try:
        stat = file.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size
