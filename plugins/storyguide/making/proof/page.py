"""The page of a proof: the story's own, between what to look at and how to answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from storyguide.making import pictures
from storyguide.making.cards import Cards
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.pages.stories import StoryPages
from storyguide.making.proof import DECORATES, Proof
from storyguide.making.proof.questions import questions
from storyguide.making.render import Context


@dataclass(frozen=True, kw_only=True)
class ProofPage(Context, template="proof.html"):
    """A story's page as its storyteller is sent it."""

    proof: Proof
    questions: Sequence[tuple[str, str]]
    """What to look at, by name."""
    described: Sequence[str]
    """How each photo is described."""
    page: Markup
    """The story's own."""


def make_proof(proof: Proof) -> Iterator[OutputPage | OutputFile]:
    """The page, and the pictures it shows."""
    guide, story = proof.guide, proof.story
    for made in StoryPages(guide, Cards(guide), "").of(story):
        if isinstance(made, OutputFile):
            yield made
        else:
            yield make_page(
                made.path,
                ProofPage(
                    proof=proof,
                    questions=tuple(questions(proof)),
                    described=[photo.alt or DECORATES for photo in pictures.usable(story)],
                    page=Markup(made.html),  # noqa: S704 - a whole page, ready made
                ),
                title=f"Proof: {story.title}",
                section=str(made.meta["section"]),
                meta={"robots": "noindex"},
            )
