"""The command that makes a month's newsletter: a page to be sent by e-mail, and the same as plain text."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from storyguide.front.door import say
from storyguide.front.given import assembled, folder_of
from storyguide.front.outcome import near
from storyguide.front.terminal import tell
from storyguide.transaction import Transaction

if TYPE_CHECKING:
    from storyguide.making.newsletter import Newsletter
    from storyguide.model.guide import Guide

DONE, REFUSED = 0, 1
"""What the command returns; the latter too when a fault of ours kept a story out."""
FOLDER = "newsletter"


def newsletter(project: Path, asked: Namespace) -> int:
    """Write the letter of the month that was asked for, in both forms."""
    from storyguide.front.around_faults import made_around_faults
    from storyguide.site.faults import MachineError, in_words

    out = folder_of(asked, FOLDER)
    assembly = assembled(asked.root, "No newsletter was made.") if out else None
    if out is None or assembly is None:
        return REFUSED
    try:
        assembly, made = made_around_faults(assembly, lambda guide: _made(guide, asked.root, *asked.month))
        letter = made.letter
        if letter.is_empty:
            say(f"Nothing is new in {letter.name}, and nothing is to come. No newsletter was made.{_nearest(letter)}")
            tell(*_left_out(letter))
            return REFUSED
        _write(made, out)
    except MachineError as fault:
        say(str(fault))
        return REFUSED
    except OSError as fault:
        say(in_words(fault, out, option="--to"))
        return REFUSED
    return REFUSED if assembly.faults else DONE


class _Made(NamedTuple):
    """A newsletter in both forms, not yet written anywhere."""

    letter: "Newsletter"
    html: str
    text: str
    address: str
    """The site's; "" while it has none."""


def _made(guide: "Guide", root: Path, year: int, month: int) -> _Made:
    from storyguide.front.chosen_engine import chosen_engine
    from storyguide.making.newsletter import as_html, newsletter_of
    from storyguide.making.newsletter_text import as_text

    letter = newsletter_of(guide, year, month)
    if letter.is_empty:
        return _Made(letter, "", "", "")
    settings = chosen_engine().settings(root)
    address, pictures = settings.address, settings.share_cards
    return _Made(letter, as_html(letter, address=address, pictures=pictures), as_text(letter, address=address), address)


def _nearest(letter: "Newsletter") -> str:
    """Of which month a newsletter could be made, as near to this one as there is."""
    from storyguide.making.newsletter import months_with_news

    asked = letter.year * 12 + letter.month
    near_by = sorted(months_with_news(letter.guide), key=lambda month: abs(month[0] * 12 + month[1] - asked))
    if not near_by:
        return ""
    year, month = near_by[0]
    return f" The nearest month with something new is {year}-{month:02}: python3 build.py newsletter {year}-{month:02}"


def _write(made: _Made, out: Path) -> None:
    """Write both forms, and say what stands in them and what does not."""
    letter = made.letter
    name = f"newsletter-{letter.year}-{letter.month:02}"
    html, text = out / f"{name}.html", out / f"{name}.txt"
    with Transaction() as changes:
        changes.make_folder(out)
        changes.write(html, made.html.encode())
        changes.write(text, made.text.encode())
    tell(
        f"The newsletter of {letter.name}: {', '.join(_counts(letter))}.",
        f"  {near(html)}, to send as a page",
        f"  {near(text)}, to send as plain text, beside it or alone",
        *_left_out(letter),
        *_without_address(made.address),
    )


def _counts(letter: "Newsletter") -> Iterator[str]:
    for found, one, many in (
        (letter.stories, "story", "stories"),
        (letter.posts, "post", "posts"),
        (letter.events, "event", "events"),
        (letter.tins, "tin", "tins"),
    ):
        if found:
            yield f"{len(found)} {one if len(found) == 1 else many}"


def _left_out(letter: "Newsletter") -> Iterator[str]:
    """What is new and may not be sent round."""
    if letter.left_out:
        slugs = ", ".join(story.slug for story in letter.left_out)
        yield f"Left out, by their tellers’ wish or their licence: {slugs}."


def _without_address(address: str) -> Iterator[str]:
    if not address:
        yield "The guide has no web address yet, so the letter has no pictures, and nothing in it leads anywhere."
        yield "Once it has one, put it into SITE_ADDRESS and make the letter again."
