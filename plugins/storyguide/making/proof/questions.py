"""List what a storyteller should look at in a proof, with a question on each."""

from collections.abc import Iterator

from storyguide.making import pictures
from storyguide.making.proof import Proof
from storyguide.making.render import in_words
from storyguide.model.licence import LICENCES
from storyguide.model.people import Consent
from storyguide.model.place import Precision
from storyguide.model.story import Story

_PRECISION = {
    Precision.EXACT: "The map shows exactly where.",
    Precision.STREET: "The map shows it to about a hundred metres.",
    Precision.AREA: "The map shows it to about a kilometre.",
}
_SURFACES = {"web": "on the web", "book": "in the book", "feeds": "in what is sent to readers and in the open data"}


def questions(proof: Proof) -> Iterator[tuple[str, str]]:
    """Yield (name, question) pairs, in the order in which they are met on the page."""
    story, guide = proof.story, proof.guide
    if proof.told:
        yield (
            "The words",
            "Are they yours, and are they true? Is anything in them that you would rather keep to yourself?",
        )
        yield "The names", _names(story)
    else:
        yield "The words", "Is it right, and is anything important missing?"
        yield "The names", "Is everybody named as they wish, and is anybody named who should not be?"
    if pictures.usable(story):
        yield "The photos", "May everybody in them be seen by anybody? Is the place in them one that may be shown?"
        yield "The captions", "Is what stands under each photo right, and is it said who took it?"
    else:
        yield "The picture", "It is drawn, because there is no photo. You may send one."
    place = f"It is said to be in {guide.where_is(story)}. " if story.places else ""
    yield "The place", place + _map(story)
    if proof.told:
        yield "What was agreed", _agreed(story.consent, story.licence)


def _names(story: Story) -> str:
    teller = story.storyteller
    if teller and teller.slug:
        about = f" Your own page there says of you: “{teller.about}”." if teller.about else ""
        said = f"You are named as “{teller.name}”.{about}"
    else:
        said = f"You are not named: the page says “{teller.name if teller else 'nobody'}”."
    also = [name for name in (story.organisation, *story.collaborators) if name]
    others = f" Named beside you: {', '.join(also)}." if also else ""
    return f"{said}{others} Is everybody in it content to be named as they are?"


def _map(story: Story) -> str:
    if story.location is None or story.precision is Precision.HIDDEN:
        return "The map shows it no nearer than that."
    return _PRECISION[story.precision]


def _agreed(consent: Consent | None, licence: str) -> str:
    if consent is None or consent.given is None:
        said = "Nothing has been written down yet. You will be asked before anything is published."
    else:
        where = [words for name, words in _SURFACES.items() if name in consent.surfaces]
        until = f"until {in_words(consent.until)}" if consent.until else "with no last day"
        said = f"On {in_words(consent.given)} you agreed that it may stand {_listed(where)}, {until}."
    if LICENCES[licence].shares:
        said += f" Others may pass it on as {licence} says."
    else:
        said += " All rights are kept: nobody else may copy it."
    return f"{said} You can take it back at any time, and need not say why."


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
