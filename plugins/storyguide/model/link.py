"""What an outside address answered when somebody last looked."""

from dataclasses import dataclass
from datetime import date

PATIENCE = 7
"""Days for which an address may fail before it is told of, if it may be only asleep."""

NO_SUCH_HOST, NO_ANSWER, NOT_SAFE, PRIVATE = "no-such-host", "no-answer", "not-safe", "private"
"""What stands for the number an address answers with, where it gives none."""

_GONE = ("404", "410", NO_SUCH_HOST)
_AILING = ("500", "502", "503", "504", "520", "521", "522", "523", "525", "526", "530", NO_ANSWER, NOT_SAFE)
_IN_WORDS = {
    "404": "the page is not there any more",
    "410": "the page has been taken away",
    NO_SUCH_HOST: "nobody is at home under that name",
    NO_ANSWER: "nothing answers",
    NOT_SAFE: "it cannot prove whose it is",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An address, and what came of asking it."""

    address: str
    status: str
    """The number it answered with, or one of the words above."""
    day: date
    """When it was asked."""
    since: date | None = None
    """The first day of those on which it has failed; None when it has not."""

    @property
    def fails(self) -> bool:
        """Whether nothing can be read there: not when it only lets no program in."""
        return self.status in _GONE or self.status in _AILING

    @property
    def dead(self) -> bool:
        """Whether it is time to tell the editors: at once of a page that is gone, else after some days."""
        if self.status in _GONE:
            return True
        return self.status in _AILING and self.since is not None and (self.day - self.since).days >= PATIENCE

    @property
    def in_words(self) -> str:
        """What is wrong with it."""
        return _IN_WORDS.get(self.status, f"it answers with the fault {self.status}")


def archived_near(address: str, day: date) -> str:
    """Where the Internet Archive would keep the copy it made nearest to a day, if it made one."""
    return f"https://web.archive.org/web/{day:%Y%m%d}/{address}"
