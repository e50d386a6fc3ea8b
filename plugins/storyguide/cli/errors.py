"""A sentence in place of a traceback wherever the machine, or a fault of ours, keeps a command from its work."""

# ruff: noqa: PLC0415 (needed only when something fails)

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storyguide.cli.command import Run
from storyguide.cli.terminal import say

FAILED, COULD_NOT_RUN = 1, 2


class DoneAlreadyError(Exception):
    """A fault of the machine after a command has done what was asked for, while it looks up what more to say."""


@contextmanager
def done_already(words: str) -> Iterator[None]:
    """Have a fault of the machine in this block told after these words, which say that the command's work is done."""
    try:
        yield
    except OSError as fault:
        raise DoneAlreadyError(words) from fault


def in_a_sentence(name: str, not_done: str, run: Run) -> Run:
    """Return what runs a command, but says in a sentence why it fails and what is not done.

    name: the command's; not_done: what has not been done then, as a sentence; "" for one with its name.

    The machine's faults (OSError) have words of their own. Any other is ours: it is told with the place in our code,
    to be reported. Python's development mode (PYTHONDEVMODE=1) lets it through, with the whole traceback.
    """
    first = not_done or f"“{name}” could not be finished."

    def carry_out(project: Path, asked: Namespace) -> int:
        root = getattr(asked, "root", project)
        try:
            return run(project, asked)
        except OSError as fault:
            return _could_not_run(first, fault, root)
        except DoneAlreadyError as done:
            return _could_not_run(str(done), done.__cause__, root)
        except Exception as fault:
            if sys.flags.dev_mode:
                raise
            say(f"{first} {_our_fault(fault)}")
            return FAILED

    return carry_out


def _our_fault(fault: Exception) -> str:
    """Tell of a fault that belongs to no one file, without its own words: they may repeat what a file says."""
    from storyguide.model.faults import place_of

    return (
        f"The guide’s own program failed (“{type(fault).__name__}” in “{place_of(fault)}”). The fault is ours: "
        "please pass this line on to whoever looks after the guide’s program."
    )


def in_words_of(fault: Exception, root: Path) -> str:
    """Return one sentence on why something failed that goes on all the same: the machine's fault, or ours."""
    from storyguide.site.faults import in_words

    return in_words(fault, root, option="") if isinstance(fault, OSError) else _our_fault(fault)


def _could_not_run(words: str, fault: BaseException | None, root: Path) -> int:
    from storyguide.site.faults import in_words

    say(f"{words} {in_words(fault, root, option='')}" if isinstance(fault, OSError) else words)
    return COULD_NOT_RUN
