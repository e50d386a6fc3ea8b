"""Render a proof as a web page: the story's own page, between what to look at and how to answer."""

from collections.abc import Iterator

from markupsafe import Markup

from storyguide.making import pictures
from storyguide.making.cards import Cards
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.pages.stories import StoryPages
from storyguide.making.proof import DECORATES, Proof
from storyguide.making.proof.questions import questions


def make_proof(proof: Proof) -> Iterator[OutputPage | OutputFile]:
    """Yield the page of a proof, and the picture files that it shows."""
    guide, story = proof.guide, proof.story
    for made in StoryPages(guide, Cards(guide), "").of(story):
        if isinstance(made, OutputFile):
            yield made
        else:
            yield make_page(
                "proof.html",
                made.path,
                title=f"Proof: {story.title}",
                section=str(made.meta["section"]),
                meta={"robots": "noindex"},
                proof=proof,
                questions=tuple(questions(proof)),
                described=[photo.alt or DECORATES for photo in pictures.usable(story)],
                page=Markup(made.html),  # noqa: S704 - a whole page, ready made
            )
