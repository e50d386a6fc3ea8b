"""Writes GitHub's form for telling a story: its questions from the table of facts, its labels as intake reads them."""

from collections.abc import Iterator

import yaml

from storyguide.intake.issue import PHOTOS_LABEL, STORY_LABEL, label_of
from storyguide.model.licence import LICENCES
from storyguide.reading.groups import Field
from storyguide.reading.story_fields import STORY_FIELDS

FIRST = "Before you start"
SENT_IN = "sent-in"
"""The label a form gives by itself. It starts nothing: an editor looks first, and then adds “story”."""

_BEFORE_THE_STORY = ("title", "storyteller", "place", "themes")
_AFTER_THE_STORY = ("licence",)
_FROM_A_LIST = ("place", "themes")
_UNSURE = " Not sure? Write it as you would say it."
_HEAD = (
    "# Made from the table of a story’s facts. To write it anew: python3 build.py test tests/test_github.py --accept\n"
)
_PROMISES = (
    "This is my own story, or the person whose story it is has said yes to sending it here.",
    "Everybody who can be recognised in a photo has said yes; for a child, a parent or guardian has.",
    "I have left out home addresses, e-mail addresses and telephone numbers, mine and other people’s.",
    "I know that everybody can read this as soon as I send it, and that a copy stays even if it is taken down later.",
)


def issue_form() -> str:
    """The file GitHub makes the form of."""
    form = {
        "name": "Tell a story",
        "description": "Something people do where you live, in your own words. Eight questions.",
        "title": "A story",
        "labels": [SENT_IN],
        "body": list(_questions()),
    }
    return _HEAD + yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=120)


def _questions() -> Iterator[dict[str, object]]:
    yield {
        "type": "markdown",
        "attributes": {
            "value": "Thank you for telling a story. An editor reads it first, and nothing is published before you "
            "have seen how it will look and said yes.\n\n"
            "**You need not use this form.** Anybody can read what is sent here, at once, and it takes an account. The "
            "guide’s page *Tell your story* has ways that are private and take none: a form of its own, talking or "
            "writing to the editors, and paper.\n",
        },
    }
    yield {
        "type": "checkboxes",
        "id": "consent",
        "attributes": {
            "label": FIRST,
            "description": "Please tick each line that is so. If one is not, wait: the story will keep.",
            "options": [{"label": promise, "required": True} for promise in _PROMISES],
        },
    }
    yield from (_line(STORY_FIELDS[name]) for name in _BEFORE_THE_STORY)
    yield {
        "type": "textarea",
        "id": "story",
        "attributes": {
            "label": STORY_LABEL,
            "description": "As you would tell it to a friend: what you do, how it began, what was hard, what changed. "
            "As long or as short as you like.",
        },
        "validations": {"required": True},
    }
    yield {
        "type": "textarea",
        "id": "photos",
        "attributes": {
            "label": PHOTOS_LABEL,
            "description": "If you have some, drag them in here. Under each, say what it shows, for people who cannot "
            "see it, and who took it. Photos from a phone often say where they were taken: send such a photo to the "
            "editors another way if that is somebody’s home.",
        },
    }
    yield from (_choice(STORY_FIELDS[name], list(LICENCES)) for name in _AFTER_THE_STORY)


def _line(row: Field) -> dict[str, object]:
    description = row.help + (_UNSURE if row.name in _FROM_A_LIST else "")
    return {
        "type": "input",
        "id": row.name,
        "attributes": {"label": label_of(row.name), "description": description, "placeholder": _example(row)},
        "validations": {"required": bool(row.needed)},
    }


def _choice(row: Field, names: list[str]) -> dict[str, object]:
    more = "BY: they must name you. NC: no selling. ND: no changing. SA: what they make of it they must share too."
    return {
        "type": "dropdown",
        "id": row.name,
        "attributes": {"label": label_of(row.name), "description": f"{row.help} {more}", "options": names},
        "validations": {"required": bool(row.needed)},
    }


def _example(row: Field) -> str:
    """What stands after the fact's name where the table shows how it is written."""
    value = yaml.safe_load(row.example)[row.name]
    return ", ".join(value) if isinstance(value, list) else str(value)
