"""Create a draft story's folder from what was sent in: written whole, photos without metadata, nothing overwritten."""

import os
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from storyguide import CACHE
from storyguide.intake.agreement import agreement_claimed
from storyguide.intake.manuscript import (
    Cut,
    KeptPhoto,
    Manuscript,
    Packet,
    Picture,
    Refused,
    Shown,
    inlines_of,
    private_cut,
)
from storyguide.intake.markdown import UNSEEN, to_markdown
from storyguide.intake.photo_names import matched
from storyguide.intake.repacking import photos_listed, pictures_shown, repacked, title_of
from storyguide.intake.story_file import story_file
from storyguide.intake.titling import likely_headings, titled
from storyguide.model.slug import slug_of
from storyguide.model.source import Source
from storyguide.reading.addresses import LONGEST_SLUG, folder_name_for
from storyguide.reading.contacts import holds_contact
from storyguide.reading.photos.outcome import Refusal
from storyguide.reading.photos.refusals import problem_of
from storyguide.reading.stories import FILE, FOLDER
from storyguide.transaction import Transaction

Progress = Callable[[int, int], None]
"""A function that is told how many photos are processed, out of how many."""

MOST_PHOTOS = 50
"""Most pictures that a story may come with."""
_MOST_TRIES = 1000
_MADE_UP = re.compile(
    r"^(?:image|picture|photo|graphic|bild|img|dsc|screenshot)?[\s_#-]*\d*$|\.(?:jpe?g|png|gif|hei[cf]|webp|tiff?)$"
    r"|automatically generated|AI-generated|description automatically",
    re.IGNORECASE,
)
"""Names and descriptions that Word and phones write where a person would describe a photo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft story ready to be written: its file, its photos, and what to tell the editor who takes it in."""

    title: str
    story: str
    """Text of the story file."""
    photos: tuple[KeptPhoto, ...]
    remarks: tuple[str, ...]
    """Sentences to the editor: what was changed, and what to look at."""
    cuts: tuple[Cut, ...] = ()


def made_of(came: Manuscript | Packet, file: str, progress: Progress | None = None) -> Draft | Refused:
    """Return the draft of a story that came in a file of this name, or a refusal. Writes nothing yet."""
    if len(came.pictures) > MOST_PHOTOS:
        return Refused(
            f"“{file}” holds {len(came.pictures):,} pictures, and a story may have {MOST_PHOTOS}",
            "choose the best with whoever sent them",
        )
    tell = progress or (lambda done, of: None)
    return _of_packet(came, file, tell) if isinstance(came, Packet) else _of_manuscript(came, file, tell)


def write(draft: Draft, root: Path) -> Path:
    """Write a draft into a new folder under root/stories, and return the path of its story file.

    The folder is filled elsewhere and moved into place at once, so that nobody ever finds half of it. Raises
    FileExistsError when all names for the folder are taken.
    """
    cache = root / CACHE
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="intake-", dir=cache, ignore_cleanup_errors=True) as aside:
        filled = Path(aside) / "story"
        filled.mkdir()
        (filled / FILE).write_text(draft.story, encoding="utf-8", newline="\n")
        for photo in draft.photos:
            (filled / photo.file).write_bytes(photo.data)
        return _put(filled, root / FOLDER, draft.title) / FILE


def _put(filled: Path, stories: Path, title: str) -> Path:
    """Move a filled folder to a free name made from the title; raises FileExistsError if none is free."""
    name = folder_name_for(slug_of(title)[: LONGEST_SLUG - 5]) or "story"
    for number in range(1, _MOST_TRIES):
        place = stories / (name if number == 1 else f"{name}-{number}")
        if os.path.lexists(place):
            continue
        try:
            with Transaction() as changes:
                changes.move(filled, place)
        except OSError:
            if os.path.lexists(place):  # another process took the name in the meantime
                continue
            raise
        return place
    raise FileExistsError(f"There are {_MOST_TRIES} stories called “{name}” already.")


def _of_manuscript(came: Manuscript, file: str, progress: Progress) -> Draft | Refused:
    title, manuscript = titled(came, file)
    alts = _alts(came)
    private = [alt for alt in dict.fromkeys(alts.values()) if holds_contact(alt)]
    alts = {key: alt for key, alt in alts.items() if alt not in private}
    photos, by_key, photo_remarks = _processed(came.pictures, alts, progress)
    words = to_markdown(manuscript.blocks, by_key)
    if not words.strip() and not photos:
        found = " ".join(_visible((*manuscript.remarks, *photo_remarks))).removesuffix(".")
        return Refused(f"“{file}” has no words in it" + f". {found}" * bool(found), "ask for it to be sent again")
    title = " ".join(UNSEEN.sub("", title).split())
    asked = [
        f"“{heading}” is in bold on a line of its own. If it is a heading, write ## before it and take away its stars."
        for heading in likely_headings(manuscript.blocks)
    ]
    return Draft(
        title=title,
        story=story_file({"title": title, **_tidied(came.facts)}, photos, words),
        photos=photos,
        remarks=_visible((*manuscript.remarks, *asked, *photo_remarks)),
        cuts=(*manuscript.cuts, *(private_cut("what is said of a photo", alt) for alt in private)),
    )


def _of_packet(came: Packet, file: str, progress: Progress) -> Draft | Refused:
    title = title_of(came.story)
    if not came.story.strip():
        return Refused(f"the story in “{file}” is empty or damaged", "ask for it to be sent again")
    listed = matched(photos_listed(came.story), came.pictures)
    shown = matched(pictures_shown(came.story), came.pictures)
    wanted = {key: came.pictures[key] for key in listed.values()}
    photos, by_key, photo_remarks = _processed({**wanted, **came.pictures}, {}, progress)
    by_name = {name: by_key[key].file for name, key in (*shown.items(), *listed.items()) if key in by_key}
    names = {key: photo.file for key, photo in by_key.items()}
    remarks = [*came.remarks, *agreement_claimed(came.story)]
    if spare := [names[name] for name in came.pictures if name in names and name not in listed.values()]:
        remarks.append(f"No entry under “photos” describes {', '.join(spare)}: add one, or delete the file.")
    return Draft(
        title=title,
        story=repacked(came.story, {**names, **by_name}),
        photos=photos,
        remarks=_visible((*remarks, *photo_remarks)),
        cuts=came.cuts,
    )


def _processed(
    pictures: Mapping[str, Picture], alts: Mapping[str, str], progress: Progress
) -> tuple[tuple[KeptPhoto, ...], dict[str, KeptPhoto], list[str]]:
    """Return the processed photos, the photo that each picture became by its key, and remarks on each picture."""
    from storyguide.reading.photos.press import keep  # noqa: PLC0415 - it loads Pillow

    photos: list[KeptPhoto] = []
    by_key: dict[str, KeptPhoto] = {}
    remarks: list[str] = []
    seen: dict[bytes, KeptPhoto] = {}
    for number, (key, picture) in enumerate(pictures.items(), 1):
        if picture.data in seen:
            by_key[key] = seen[picture.data]
            continue
        processed = keep(picture.data)
        progress(number, len(pictures))
        if isinstance(processed, Refusal):
            remarks.append(problem_of(processed, Source(""), picture.name, Path()).message)
            continue
        photo = KeptPhoto(f"photo-{len(photos) + 1}.jpg", processed.content, alts.get(key, ""))
        by_key[key] = seen[picture.data] = photo
        photos.append(photo)
        remarks.append(f"{photo.file} was “{picture.name}”.")
    return tuple(photos), by_key, remarks


def _alts(came: Manuscript) -> dict[str, str]:
    """Return the description of each picture by its key, where a person wrote one."""
    shown = [each for line in inlines_of(came.blocks) for each in line if isinstance(each, Shown)]
    return {each.picture: alt for each in reversed(shown) if (alt := _by_a_person(each.alt))}


def _by_a_person(alt: str) -> str:
    """Return the alt text, or "" when a program made it up or it is a file's name."""
    words = " ".join(UNSEEN.sub("", alt).split())
    return "" if _MADE_UP.search(words) else words


def _tidied(facts: Mapping[str, str | tuple[str, ...]]) -> dict[str, str | tuple[str, ...]]:
    return {
        name: UNSEEN.sub("", value) if isinstance(value, str) else tuple(UNSEEN.sub("", each) for each in value)
        for name, value in facts.items()
    }


def _visible(remarks: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(UNSEEN.sub("", remark) for remark in dict.fromkeys(remarks))
