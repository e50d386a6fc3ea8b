"""The commands for the code: have ready what it is built, tested and measured with, and start that."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import os
import shutil
import subprocess
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storyguide.front.door import say
from storyguide.front.running import become
from storyguide.front.safety_net import Command, in_a_sentence
from storyguide.front.setting_up import AUDIT, BENCH, NODE, TESTS, SetUpFailedError, add
from storyguide.front.terminal import tell
from storyguide.transaction import write_whole


def parts(project: Path, asked: Namespace) -> int:
    """Fetch and prepare the fonts, npm itself too where it is missing."""
    from storyguide.front.npm import npm
    from storyguide.front.outcome import near
    from storyguide.front.parts import ensure_parts

    if not npm():
        add(project, NODE, purpose="to fetch the fonts", say=say)
    made = ensure_parts(project, say=say)
    if made:
        tell(f"The fonts are in {near(made)}.")
    return 0 if made else 1


def test(project: Path, asked: Namespace) -> int:
    """Have ready what the tests need, and run them."""
    from storyguide.front import npm
    from storyguide.front.browser import ensure_browser
    from storyguide.front.parts import ensure_parts

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
    """Run the tests that need neither a browser nor a built site, in two parts at once."""
    command = [*command, "-p", "no:cacheprovider", "-m", "not slow"]
    with _aside([*command, *_ROOMS_APART], where="In the rooms that read and take in") as apart:
        elsewhere = (*_ROOMS_APART, "tests/browser", _FAULTS, _STRANGERS)
        rest = subprocess.call([*command, *(f"--ignore={part}" for part in elsewhere)])  # noqa: S603 - our own tests
        return rest or apart()


def _every_test(command: list[str]) -> int:
    """Run all tests in three parts at once, none much longer than another: a browser’s wait as much as they work."""
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


def bench(project: Path, asked: Namespace) -> int:
    """Measure how fast the guide is built; a peer that cannot be had is named, and the others are measured."""
    from storyguide.front.browser import ensure_browser
    from storyguide.front.npm import npm

    add(project, TESTS, purpose="to read the guide as its readers do", say=say)
    try:
        add(project, BENCH, purpose="to measure against", say=say)
    except SetUpFailedError as failure:
        say(f"{failure}\nThose that are missing are named in the table.")
    if not npm():
        with suppress(SetUpFailedError):
            add(project, NODE, purpose="to fetch what comes from npm", say=say)
    ensure_browser(say=say)
    os.chdir(project)
    return become([sys.executable, "-m", "bench", *asked.further])


def lock(project: Path, asked: Namespace) -> int:
    """Remake the lists of exact versions."""
    from storyguide.front.locks import relock

    if not shutil.which("uv"):
        add(project, TESTS, purpose="to make the lists", say=say)
    tell(*(f"Made {name}." for name in relock(project)))
    return 0


def sbom(project: Path, asked: Namespace) -> int:
    """Write the list of every part, for programs."""
    from storyguide.engines.sbom import make_sbom
    from storyguide.front.outcome import near

    made = make_sbom(project, everything=asked.everything)
    if asked.out is None:
        sys.stdout.write(made)
        return 0
    out = asked.out.resolve()
    try:
        write_whole(out, made.encode())
    except OSError as fault:
        say(f"{near(out)} could not be written: {fault.strerror}.")
        return 1
    tell(f"Wrote {near(out)}.")
    return 0


def audit(project: Path, asked: Namespace) -> int:
    """Ask PyPI and npm what faults are known of what is locked."""
    from storyguide.front import audit as auditing
    from storyguide.front.npm import npm

    try:
        add(project, AUDIT, purpose="to ask for known faults", say=say)
        if not npm():
            add(project, NODE, purpose="to ask npm", say=say)
    except SetUpFailedError as failure:
        say(f"{failure}\nSo nobody could be asked, and this says nothing about whether the parts are sound.")
        return auditing.NOT_KNOWN
    status, told = auditing.audit(project)
    tell(*told)
    return status


UPKEEP: dict[str, Command] = {
    command.__name__: in_a_sentence(command.__name__, command) for command in (parts, test, bench, lock, sbom, audit)
}
