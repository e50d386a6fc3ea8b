"""Whom to tell of a fault, where those look who find one: /.well-known/security.txt (RFC 9116)."""

from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta

from storyguide.cms.keeping import kept_at
from storyguide.making.output import OutputFile
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide
from storyguide.model.problem import Problem
from storyguide.model.problems import lists as wording
from storyguide.model.source import Source
from storyguide.reading.edition import EDITION

SECURITY = ".well-known/security.txt"
_BEFOREHAND = timedelta(days=31)
"""How long before it runs out it is told."""


def make_security_txt(guide: Guide, address: str) -> Iterator[OutputFile]:
    """The file; none where there is nobody to tell, or where it would have run out.

    address: the guide's own web address with a closing slash, or "" while it has none.
    """
    edition = guide.edition
    ends = _ends(guide)
    if ends is None or (guide.day and ends <= guide.day):
        return
    lines = [
        *(f"Contact: {contact}\n" for contact in _contacts(edition)),
        f"Expires: {ends.isoformat()}T00:00:00Z\n",
        f"Preferred-Languages: {edition.language}\n",
    ]
    if address:
        lines += [f"Canonical: {address}{SECURITY}\n", f"Policy: {address}about/corrections/\n"]
    yield OutputFile(path=SECURITY, content="".join(lines))


def running_out(guide: Guide | None) -> tuple[Problem, ...]:
    """A note in the last month of the file, and once it is left out."""
    ends = _ends(guide) if guide else None
    if guide is None or ends is None or guide.day is None or guide.day < ends - _BEFOREHAND:
        return ()
    return (wording.contact_runs_out(Source(EDITION), SECURITY, ends, over=ends <= guide.day),)


def _contacts(edition: Edition) -> Iterator[str]:
    """The nearest first: those who look after the edition, then those who look after its files."""
    if edition.contact.email:
        yield f"mailto:{edition.contact.email}"
    if kept_at(edition):
        yield f"{edition.repository.removesuffix('/').removesuffix('.git')}/security/advisories/new"
    if number := "".join(sign for sign in edition.contact.phone if sign.isdecimal() or sign == "+"):
        yield f"tel:{number}"


def _ends(guide: Guide) -> date | None:
    """A year after the month of the newest story: by the guide's own days, so that no clock comes into the site.

    A guide in which nobody has told anything for a year may have nobody left to tell. None where nobody can be told.
    """
    if not any(_contacts(guide.edition)):
        return None
    newest = max((story.told_on for story in guide.stories), default=None)
    return newest.replace(year=min(newest.year + 1, MAXYEAR), day=1) if newest else None
