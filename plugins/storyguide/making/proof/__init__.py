"""Prepare a proof: one story as it will look, sent to its storyteller for approval, with a mark of its wording."""

from dataclasses import dataclass, replace
from urllib.parse import quote

from storyguide.model.edition import Contact
from storyguide.model.guide import Guide
from storyguide.model.photo import Photo, Rendition
from storyguide.model.story import Kind, Story

WIDTHS = (720, 400)
"""Widths in pixels of a proof's photos, tried in this order until all photos together are small enough for e-mail."""
MAILED = 3_200_000
"""Most bytes of a proof's photos; in base64, as a page holds them, they are a third more."""
DECORATES = "This one only decorates, and is passed over."
"""Text shown in place of a photo's description when it has none."""


@dataclass(frozen=True, kw_only=True)
class Proof:
    """A story prepared to be sent for approval."""

    guide: Guide
    """Guide with this story and no other, so that nothing of other storytellers is sent along."""
    story: Story
    wording: str
    """Mark of the story's wording, which a yes is bound to."""

    @property
    def told(self) -> bool:
        """Whether the story has a storyteller, who is to say yes; otherwise it is a fact-file."""
        return self.story.kind is Kind.TOLD

    @property
    def heading(self) -> str:
        """Heading of the proof, which says that it is one."""
        return f"A proof for {'the storyteller' if self.told else 'the people it is about'}: not published"

    @property
    def opening(self) -> str:
        """Opening sentences: what this is, and what depends on the answer."""
        yes = "Nothing of it is published until you say yes." if self.told else "Tell us what is not right in it."
        name = self.guide.edition.name
        return f"This is how “{self.story.title}” will look in {name}. Links to other pages lead nowhere yet. {yes}"

    @property
    def closing(self) -> str:
        """Closing sentences: the mark of this wording, and what it is for."""
        if not self.told:
            return f"This is wording {self.wording}."
        return (
            f"This is wording {self.wording}. If a word of it is changed after you have said yes, your yes no longer "
            "counts, and you are asked again."
        )

    @property
    def contact(self) -> Contact:
        """Contact details of the editors, as far as the edition gives them."""
        return self.guide.edition.contact

    def mailto(self, answer: str) -> str:
        """Return a mailto address to the editors with this answer in its subject; "" if they have no e-mail address."""
        subject = quote(f"{answer}: {self.story.title} ({self.wording})", safe="")
        return f"mailto:{self.contact.email}?subject={subject}" if self.contact.email else ""


def proof_of(story: Story, guide: Guide, wording: str) -> Proof:
    """Return the proof of a story in the guide, published or not. wording: the mark of its present words."""
    alone = replace(story, photos=mailable(story.photos))
    edition = replace(guide.edition, repository="")  # a proof has no link to edit the page
    return Proof(guide=Guide(edition=edition, stories=(alone,), tins=guide.tins), story=alone, wording=wording)


def mailable(photos: tuple[Photo, ...]) -> tuple[Photo, ...]:
    """Return photos with one size each, small enough to be e-mailed together, or in the smallest width there is."""
    for width in WIDTHS:
        small = tuple(replace(photo, renditions=_one_of(photo.renditions, width)) for photo in photos)
        if sum(one.file.stat().st_size for photo in small for one in photo.renditions) <= MAILED:
            break
    return small


def _one_of(renditions: tuple[Rendition, ...], width: int) -> tuple[Rendition, ...]:
    """Return the widest JPEG (which every program shows) no wider than this, or else the narrowest."""
    plain = [one for one in renditions if one.type == "image/jpeg"]
    return tuple([one for one in plain if one.width <= width][-1:] or plain[:1])
