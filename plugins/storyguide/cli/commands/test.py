"""Has ready what the tests need, and runs them: all, some, or those that are quick."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from storyguide.cli.command import Command, Topic
from storyguide.cli.environment import NODE, TESTS, add
from storyguide.cli.process import become
from storyguide.cli.terminal import say, tell

COMMAND = Command(
    topic=Topic.DEVELOPMENT,
    rank=2,
    help="run every test, a real browser’s included",
    description=(
        "What follows is handed to pytest. What the tests need is fetched first: once. “quick” leaves out all that "
        "need a browser or a built site, and takes less than a minute."
    ),
    examples=("test", "test quick", "test -k consent", "test tests/browser -x"),
    takes_edition=False,
    passes_on=True,
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("further", nargs="*", metavar="PYTEST ARGUMENT")


def run(project: Path, asked: Namespace) -> int:
    """Have ready what the tests need, and run them."""
    from storyguide.cli.dependencies import npm
    from storyguide.cli.dependencies.assets import ensure_parts
    from storyguide.cli.dependencies.browser import ensure_browser

    add(project, TESTS, purpose="to test the guide", say=say)
    if not npm.npm():
        add(project, NODE, purpose="to fetch what the tests judge pages with", say=say)
    npm.fetch(project, for_tests=True, say=say)
    ensure_parts(project, say=say)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.chdir(project)
    command = [sys.executable, "-m", "pytest"]
    if asked.further[:1] == [QUICK]:
        return _quick_tests([*command, *asked.further[1:]])
    ensure_browser(say=say)
    return become([*command, *asked.further]) if asked.further else _every_test(command)


_FAULTS, _STRANGERS = "tests/faults", "tests/hostile"
"""What takes longest beside the browser's tests; the second has a site that those look at as well."""
QUICK = "quick"
_ROOMS_APART = ("tests/reading", "tests/intake")
"""Half of the quick tests."""


def _quick_tests(command: list[str]) -> int:
    """Run the tests that need neither a browser nor a built site, in two parts at once: under a minute on two cores."""
    import subprocess

    command = [*command, "-p", "no:cacheprovider", "-m", "not slow"]
    with _aside([*command, *_ROOMS_APART], where="In the rooms that read and take in") as apart:
        elsewhere = (*_ROOMS_APART, "tests/browser", _FAULTS, _STRANGERS)
        rest = subprocess.call([*command, *(f"--ignore={part}" for part in elsewhere)])  # noqa: S603 - our own tests
        return rest or apart()


def _every_test(command: list[str]) -> int:
    """Run all tests in three parts at once, none much longer than another: a browser’s wait as much as they work."""
    import subprocess

    files = sorted(map(str, Path("tests/browser").glob("test_*.py")))
    middle = len(files) // 2
    # None keeps a list of what failed last, since each would overwrite the others'.
    command = [*command, "-p", "no:cacheprovider"]
    with (
        _aside([*command, _FAULTS, *files[:middle]]) as first,
        _aside([*command, _STRANGERS, *files[middle:]]) as second,
    ):
        rest = [f"--ignore={part}" for part in ("tests/browser", _FAULTS, _STRANGERS)]
        others = subprocess.call([*command, *rest])  # noqa: S603 - our own tests
        return next(filter(None, (others, first(), second())), 0)


@contextmanager
def _aside(
    command: list[str], *, where: str = "In the browser, and of faults and strangers"
) -> Iterator[Callable[[], int]]:
    """Run tests beside others, silently. What this gives waits for them, tells how they went, and has their status."""
    import subprocess
    import tempfile

    with tempfile.TemporaryFile() as said:
        run = subprocess.Popen([*command, "--durations=5"], stdout=said, stderr=subprocess.STDOUT)  # noqa: S603 - as above

        def told() -> int:
            status = run.wait()
            said.seek(0)
            tell("", f"{where}:", said.read().decode(errors="replace"))
            return status

        try:
            yield told
        finally:
            run.kill()
            run.wait()
