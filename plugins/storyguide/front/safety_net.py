"""A sentence in place of a traceback wherever the machine, or a fault of ours, keeps a command from its work."""

# ruff: noqa: PLC0415 (needed only when something fails)

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from storyguide.front.door import say

Command = Callable[[Path, Namespace], int]
"""Given the project and what was asked for; returns the exit status."""

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


_NOT_DONE: Mapping[str, str] = {
    "withdraw": "The story is NOT taken down, or not put back: all is as it was.",
    "approve": "The storyteller’s yes is NOT written down.",
    "rename": "The story was not moved: all is as it was.",
    "new": "No story was begun.",
    "proof": "No proof was made.",
    "poster": "No poster was made.",
    "book": "No book was made.",
    "newsletter": "No newsletter was made.",
    "preview": "No preview was made; an earlier one stands whole.",
    "folder": "The folder was not written; an earlier one stands whole.",
    "links": "The answers were not kept.",
    "lock": "Not every list was made anew.",
}
"""What each command has not done when the machine stops it; each of them does all or nothing."""


def in_a_sentence(name: str, command: Command) -> Command:
    """Return a command that does the same, but says in a sentence why it fails and what is not done.

    The machine's faults (OSError) have words of their own. Any other is ours: it is told with the place in our code,
    to be reported. Python's development mode (PYTHONDEVMODE=1) lets it through, with the whole traceback.
    """

    def carry_out(project: Path, asked: Namespace) -> int:
        try:
            return command(project, asked)
        except OSError as fault:
            return _said(_NOT_DONE.get(name, _not_done(name)), fault, asked.root)
        except DoneAlreadyError as done:
            return _said(str(done), done.__cause__, asked.root)
        except Exception as fault:
            if words := _of_the_machine(fault):
                say(f"{_NOT_DONE.get(name, _not_done(name))} {words}")
                return COULD_NOT_RUN
            if sys.flags.dev_mode:
                raise
            say(f"{_NOT_DONE.get(name, _not_done(name))} {_our_fault(fault)}")
            return FAILED

    return carry_out


def _not_done(name: str) -> str:
    return f"“{name}” could not be finished."


def _of_the_machine(fault: Exception) -> str:
    """Return the words of a fault that the engines have put into a sentence already, or "" for any other."""
    from storyguide.engines.faults import MachineError

    return str(fault) if isinstance(fault, MachineError) else ""


def _our_fault(fault: Exception) -> str:
    """Tell of a fault that belongs to no one file, without its own words: they may repeat what a file says."""
    from storyguide.model.faults import place_of

    return (
        f"The guide’s own program failed (“{type(fault).__name__}” in “{place_of(fault)}”). The fault is ours: "
        "please pass this line on to whoever looks after the guide’s program."
    )


def in_words_of(fault: Exception, root: Path) -> str:
    """Return one sentence on why something failed that goes on all the same: the machine's fault, or ours."""
    from storyguide.engines.faults import in_words

    return in_words(fault, root, option="") if isinstance(fault, OSError) else _our_fault(fault)


def _said(words: str, fault: BaseException | None, root: Path) -> int:
    from storyguide.engines.faults import in_words

    say(f"{words} {in_words(fault, root, option='')}" if isinstance(fault, OSError) else words)
    return COULD_NOT_RUN
