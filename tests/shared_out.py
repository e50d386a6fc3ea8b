"""Share the tests out among several pytest processes, and build a site that many tests look at once for all of them.

`build.py test` starts the processes, each with `--shared-with` and the same folder. Each collects every test. Which
runs a module is settled by who first makes a file of its name there, the longest first, so that all end at about the
same time. pytest-xdist is not used: it runs each process's tests beside a thread of its own, and a build forks only
where no other thread runs (storyguide/side_by_side.py), so that half of what is to be tested would not be.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from storyguide.site.lock import locked

_FOLDER = "--shared-with"

SECONDS = {
    "test_axe": 62,
    "test_every_page": 47,
    "test_strangers": 46,
}
"""About how long the slowest modules take: these are begun first. Every other is taken to be short.

They are named without their folder. `pytest --durations=0` measures anew; only their order matters.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the option by which several processes find one another."""
    parser.addoption(_FOLDER, type=Path, metavar="FOLDER", help="run only what no other process given this folder does")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Run the modules that no other process has claimed; without the option, leave the loop to pytest."""
    folder = session.config.getoption(_FOLDER)
    if folder is None or session.config.option.collectonly or session.testsfailed:
        return None
    item: pytest.Item | None
    waiting = _claimed(session.items, folder / "claims")
    item = next(waiting, None)
    while item is not None:
        following = next(waiting, None)  # known beforehand, so that what both need is kept between them
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
        if session.shouldstop:
            raise session.Interrupted(session.shouldstop)
        item = following
    return True


def _claimed(items: list[pytest.Item], claims: Path) -> Iterator[pytest.Item]:
    """The tests of one module after another, each module claimed when its first test is asked for."""
    modules: dict[Path, list[pytest.Item]] = {}
    for item in items:
        modules.setdefault(item.path, []).append(item)
    claims.mkdir(parents=True, exist_ok=True)
    for module in sorted(modules, key=lambda module: -SECONDS.get(module.stem, 0)):
        try:
            (claims / "-".join(module.parts[1:])).touch(exist_ok=False)
        except FileExistsError:
            continue
        yield from modules[module]


def made_once(
    config: pytest.Config, tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]
) -> Path:
    """A folder as `make` fills it when it is called with one that is empty; called once for all processes.

    Each process has a copy of its own, so that none meets the locks and records of another.
    """
    own = tmp_path_factory.mktemp(name)
    shared = config.getoption(_FOLDER)
    if shared is None:
        make(own)
        return own
    made = shared / "made" / name
    made.parent.mkdir(parents=True, exist_ok=True)
    done = made.with_suffix(".done")
    with locked(made.with_suffix(".lock"), patience=float("inf")):
        if not done.exists():
            shutil.rmtree(made, ignore_errors=True)  # what another process did not finish
            made.mkdir()
            make(made)
            done.touch()
    shutil.copytree(made, own, symlinks=True, dirs_exist_ok=True)
    return own
