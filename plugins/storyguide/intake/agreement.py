"""Find what a sent-in story file claims about consent and approval, which an editor must confirm before it counts."""

from collections.abc import Iterator
from datetime import date

from storyguide.reading.metadata import read_metadata
from storyguide.reading.written import Group, Reading, Several, Text

AGREEMENT = ("consent", "approved_on", "approved_words")
"""Facts of a story that only an editor may write down, who holds the signed form or the storyteller's yes."""
_OF_PHOTO = ("people", "permission")


def agreement_claimed(story: bytes) -> Iterator[str]:
    """Yield a question to the editor about each agreement claimed in a story file: consent, approval, people in photos.

    Days are spelt out, so that none of these sentences can be pasted into a story as it stands.
    """
    metadata = read_metadata(story, Reading(""))
    facts = metadata.facts.values if metadata else {}
    if "consent" in facts:
        yield (
            f"The sender writes that consent was given{_detail(facts['consent'])}. Have you the signed form? "
            "It was left out of the draft: write it down yourself once you hold it."
        )
    if not facts.keys().isdisjoint(AGREEMENT[1:]):
        yield (
            f"The sender writes that the words were approved{_detail(facts.get('approved_on'))}. Have you their yes to "
            "these very words? It was left out of the draft: send them a proof, and then use approve."
        )
    listed = facts.get("photos")
    for photo in listed.items if isinstance(listed, Several) else (listed,):
        if isinstance(photo, Group) and (said := [photo.values[key] for key in _OF_PHOTO if key in photo.values]):
            words = "; ".join(each for one in said for each in _words_in(one))
            yield (
                f"The sender writes who is in a photo, or how they agreed ({words or 'with no words'}). It stands in "
                "the draft as the sender’s word: ask to see it before the photo is published."
            )


def _detail(value: object) -> str:
    said = "; ".join(_words_in(value))
    return f" ({said})" if said else ""


def _words_in(value: object, name: str = "") -> Iterator[str]:
    """Yield the name and the value of each text in a value read from a story's facts, days spelt out."""
    if isinstance(value, Group):
        for key, each in value.values.items():
            yield from _words_in(each, key)
    elif isinstance(value, Several):
        for each in value.items:
            yield from _words_in(each, name)
    elif isinstance(value, Text) and value.written.strip():
        yield f"{name.replace('_', ' ')} {_spelt(value.written.strip())}".strip()


def _spelt(written: str) -> str:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return f"“{written}”"
    return f"{day.day} {day:%B %Y}"
