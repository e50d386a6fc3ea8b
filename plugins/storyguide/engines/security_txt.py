"""Whom to tell of a fault, where those look who find one: /.well-known/security.txt (RFC 9116)."""

from collections.abc import Iterator
from datetime import date

from storyguide.engines.cms.keeping import kept_at
from storyguide.making.output import OutputFile
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide

SECURITY = ".well-known/security.txt"


def make_security_txt(guide: Guide, address: str) -> Iterator[OutputFile]:
    """The file; none where there is nobody to tell, or where it would have run out.

    address: the guide's own web address with a closing slash, or "" while it has none.
    """
    edition = guide.edition
    ends = _ends(guide)
    contacts = [f"Contact: {contact}\n" for contact in _contacts(edition)]
    if not contacts or ends is None or (guide.day and ends <= guide.day):
        return
    lines = [*contacts, f"Expires: {ends.isoformat()}T00:00:00Z\n", f"Preferred-Languages: {edition.language}\n"]
    if address:
        lines += [f"Canonical: {address}{SECURITY}\n", f"Policy: {address}about/corrections/\n"]
    yield OutputFile(path=SECURITY, content="".join(lines))


def _contacts(edition: Edition) -> Iterator[str]:
    """The nearest first: those who look after the edition, then those who look after its files."""
    if edition.contact.email:
        yield f"mailto:{edition.contact.email}"
    if kept_at(edition):
        yield f"{edition.repository.removesuffix('/').removesuffix('.git')}/security/advisories/new"
    if edition.contact.phone:
        yield f"tel:{''.join(sign for sign in edition.contact.phone if sign.isdigit() or sign == '+')}"


def _ends(guide: Guide) -> date | None:
    """A year after the month of the newest story: by the guide's own days, so that no clock comes into the site.

    A guide in which nobody has told anything for a year may have nobody left to tell.
    """
    newest = max((story.told_on for story in guide.stories), default=None)
    return newest.replace(year=newest.year + 1, day=1) if newest else None
