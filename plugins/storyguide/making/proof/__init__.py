"""What a storyteller is sent to say yes to: their story as it will look, and what it is called until then."""

from dataclasses import dataclass, replace
from urllib.parse import quote

from storyguide.model.edition import Contact
from storyguide.model.guide import Guide
from storyguide.model.photo import Photo, Rendition
from storyguide.model.story import Kind, Story

WIDTHS = (720, 400)
"""Of the photos in a proof: the first that lets all of them together be mailed."""
MAILED = 3_200_000
"""Bytes of photos; written as text, as a page holds them, they are a third more."""
DECORATES = "This one only decorates, and is passed over."
"""Said of a photo instead of a description."""


@dataclass(frozen=True, kw_only=True)
class Proof:
    """One story made ready to be sent."""

    guide: Guide
    """With this story and no other, so that nothing of theirs is sent along."""
    story: Story
    wording: str
    """The mark of its wording."""

    @property
    def told(self) -> bool:
        """Whether somebody tells it, who is to say yes."""
        return self.story.kind is Kind.TOLD

    @property
    def heading(self) -> str:
        """What it is, in a few words."""
        return f"A proof for {'the storyteller' if self.told else 'the people it is about'}: not published"

    @property
    def opening(self) -> str:
        """What it is, and what depends on it."""
        yes = "Nothing of it is published until you say yes." if self.told else "Tell us what is not right in it."
        name = self.guide.edition.name
        return f"This is how “{self.story.title}” will look in {name}. Links to other pages lead nowhere yet. {yes}"

    @property
    def closing(self) -> str:
        """What this wording is called, and what that is for."""
        if not self.told:
            return f"This is wording {self.wording}."
        return (
            f"This is wording {self.wording}. If a word of it is changed after you have said yes, your yes no longer "
            "counts, and you are asked again."
        )

    @property
    def contact(self) -> Contact:
        """How to reach the editors, as far as the edition says."""
        return self.guide.edition.contact

    def mailto(self, answer: str) -> str:
        """The address of an e-mail to the editors with this answer as its subject; "" where they have no box."""
        subject = quote(f"{answer}: {self.story.title} ({self.wording})", safe="")
        return f"mailto:{self.contact.email}?subject={subject}" if self.contact.email else ""


def proof_of(story: Story, guide: Guide, wording: str) -> Proof:
    """The proof of a story that the guide holds, published or not."""
    alone = replace(story, photos=mailable(story.photos))
    edition = replace(guide.edition, repository="")  # to correct a page by changing its file comes later
    return Proof(guide=Guide(edition=edition, stories=(alone,), tins=guide.tins), story=alone, wording=wording)


def mailable(photos: tuple[Photo, ...]) -> tuple[Photo, ...]:
    """The photos in one size each, small enough to be sent together."""
    for width in WIDTHS:
        small = tuple(replace(photo, renditions=_one_of(photo.renditions, width)) for photo in photos)
        if sum(one.file.stat().st_size for photo in small for one in photo.renditions) <= MAILED:
            break
    return small


def _one_of(renditions: tuple[Rendition, ...], width: int) -> tuple[Rendition, ...]:
    """The widest JPEG, which every program shows, that is no wider than this; else the narrowest."""
    plain = [one for one in renditions if one.type == "image/jpeg"]
    return tuple([one for one in plain if one.width <= width][-1:] or plain[:1])
