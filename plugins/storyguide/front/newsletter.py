"""The command that makes a month's newsletter: a page to be sent by e-mail, and the same as plain text."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.front.door import say
from storyguide.front.outcome import near, progress
from storyguide.front.terminal import tell

if TYPE_CHECKING:
    from storyguide.making.newsletter import Newsletter

DONE, REFUSED = 0, 1
FOLDER = "newsletter"


def newsletter(project: Path, asked: Namespace) -> int:
    """Write the letter of the month that was asked for, in both forms."""
    from storyguide.assembly import assemble
    from storyguide.engines.mkdocs.building import configured, plugin_of
    from storyguide.making.newsletter import as_html, newsletter_of
    from storyguide.making.newsletter_text import as_text

    root: Path = asked.root
    out = (asked.to or root / FOLDER).resolve()
    if out.exists() and not out.is_dir():
        say(f"{near(out)} is a file. Name a folder with --to.")
        return REFUSED
    assembly = assemble(root, today=date.today(), progress=progress())
    if assembly.guide is None:
        say("The edition itself cannot be read; to see why, type: python3 build.py check")
        return REFUSED
    year, month = asked.month
    letter = newsletter_of(assembly.guide, year, month)
    if letter.is_empty:
        say(f"Nothing is new in {letter.name}, and nothing is to come. No newsletter was made.")
        tell(*_left_out(letter))
        return REFUSED
    config = configured(root, root / "site")
    address, pictures = config.site_url or "", bool(plugin_of(config).config.share_cards)
    out.mkdir(parents=True, exist_ok=True)
    name = f"newsletter-{year}-{month:02}"
    html, text = out / f"{name}.html", out / f"{name}.txt"
    html.write_text(as_html(letter, address=address, pictures=pictures), encoding="utf-8", newline="\n")
    text.write_text(as_text(letter, address=address), encoding="utf-8", newline="\n")
    tell(
        f"The newsletter of {letter.name}: {', '.join(_counts(letter))}.",
        f"  {near(html)}, to send as a page",
        f"  {near(text)}, to send as plain text, beside it or alone",
        *_left_out(letter),
        *_without_address(address),
    )
    return DONE


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
