"""The form by which a story is told: its questions for the screen and for paper, and the rules its script judges by."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from storyguide.making import addresses
from storyguide.making.languages import own_name
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Pages
from storyguide.making.render import Context
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide
from storyguide.model.question import Blank, Form, Question

SECTION = "tell-your-story/"
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")


@dataclass(frozen=True, kw_only=True)
class FormPage(Context, template="form.html"):
    """The form by which a story is told."""

    edition: Edition
    form: Form
    number: str
    """Of questions, in words."""
    own_name: Callable[[str], str]
    """A language by its tag, in its own words."""
    rules: str
    """What the script judges answers by, as JSON."""


def make_form(guide: Guide) -> Iterator[OutputPage]:
    """The page at /tell-your-story/form/, if stories are told by a form here."""
    form = guide.form
    if form is None:
        return
    number = _NUMBERS[len(form.questions)]
    yield make_page(
        addresses.FORM.rstrip("/") + ".md",
        FormPage(
            edition=guide.edition,
            form=form,
            number=number,
            own_name=own_name,
            rules=_as_data(form, guide.edition.language),
        ),
        title="Tell your story here",
        description=f"{number} questions, answered on your phone or on paper, with no account.",
        section=SECTION,
        meta={"styles": ["form.css"], "scripts": ["form.js"], "settles": True},
    )


def _as_data(form: Form, language: str) -> str:
    """What the script judges answers by and writes the story with."""
    rules = {
        "blanks": [rule for question in form.questions for rule in _rules(question)],
        "photo": [_rule(blank) for blank in form.photo],
        "order": form.order,
        "later": form.later,
        "language": language,
        "limits": form.limits,
        "patterns": form.patterns,
        "times": form.times,
        "wordings": {
            code: {"message": one.message, "mend": one.mend, "quoted": one.quoted}
            for code, one in form.wordings.items()
        },
    }
    return json.dumps(rules, ensure_ascii=False, separators=(",", ":"))


def _rules(question: Question) -> Iterator[Mapping[str, object]]:
    where = {"question": f"ask-{question.slug}"}
    for blank in question.blanks:
        yield {**_rule(blank), **where}
    if question.photos:
        yield {"fact": "photos", "room": "photos", **where}


def _rule(blank: Blank) -> Mapping[str, object]:
    """Only what is not plain from its absence."""
    rule = {
        "fact": blank.fact,
        "room": blank.room.value,
        "label": blank.label,
        "needed": blank.needed,
        "longest": blank.longest,
        "most": blank.most,
        "public": blank.public,
        "known": [choice.value for choice in blank.choices],
    }
    return {name: value for name, value in rule.items() if value}


PAGES = Pages(
    order=230,
    make=lambda it: make_form(it.guide),
)
