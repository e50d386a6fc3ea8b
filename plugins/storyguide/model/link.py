"""Data class for the answer an outside web address last gave, and the rules for when it counts as dead."""

from dataclasses import dataclass
from datetime import date

PATIENCE = 7
"""Number of days an address may fail, if the fault may be temporary, before the editors are told."""

NO_SUCH_HOST, NO_ANSWER, NOT_SAFE, PRIVATE = "no-such-host", "no-answer", "not-safe", "private"
"""Values used as `Answer.status` where the address gave no HTTP status code."""

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
    """An outside address with the result of the last time it was requested."""

    address: str
    status: str
    """HTTP status code as text, or one of the constants above."""
    day: date
    """Day of the request."""
    since: date | None = None
    """First day of the current run of failures; None if the last request did not fail."""

    @property
    def fails(self) -> bool:
        """Whether nothing can be read at the address; an address that merely refuses programs does not fail."""
        return self.status in _GONE or self.status in _AILING

    @property
    def dead(self) -> bool:
        """Whether the editors should be told: at once if the page is gone, else after `PATIENCE` days of failure."""
        if self.status in _GONE:
            return True
        return self.status in _AILING and self.since is not None and (self.day - self.since).days >= PATIENCE

    @property
    def in_words(self) -> str:
        """The fault in words, as the end of a sentence."""
        return _IN_WORDS.get(self.status, f"it answers with the fault {self.status}")


def archived_near(address: str, day: date) -> str:
    """Return the Internet Archive's address for its copy nearest to a day; nobody checks that a copy exists."""
    return f"https://web.archive.org/web/{day:%Y%m%d}/{address}"
