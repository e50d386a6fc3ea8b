"""Read a story sent with the GitHub issue form: answers under headings, of which only the form's own headings count."""

import json
import re
from collections.abc import Iterator, Mapping

from storyguide.intake.hypertext import read_hypertext
from storyguide.intake.manuscript import Block, Cut, Manuscript, Paragraph, Refused, Run, Shown, private_cut
from storyguide.reading.commonmark import as_typed
from storyguide.reading.contacts import PUBLIC, holds_contact
from storyguide.reading.story_fields import STORY_FIELDS

STORY_LABEL = "The story"
"""Heading of the form's answer that holds the story's words."""
PHOTOS_LABEL = "Photos"
"""Heading of the form's answer that holds the photos, as links and words."""
TAKEN_FROM_FORM = (
    *(
        "title",
        "summary",
        "storyteller",
        "organisation",
        "place",
        "access",
        "themes",
        "happened",
        "licence",
        "language",
    ),
    *("join_in", "offers", "needs", "difference", "barriers", "content_note"),
)
"""Facts that the form may ask for. Consent, approval and days are not among them: an editor must see to those."""
AFTER_THE_STORY = ("licence",)
"""Facts that the form may ask for below the story.

All others come above it, where the sender has not yet typed anything that could look like a heading.
"""

_SEVERAL = ("place", "themes", "barriers", "offers", "needs")
_LEFT_EMPTY = ("", "_No response_", "None")
_HEADING = re.compile(r"^### (.+?)[ \t]*$", re.MULTILINE)
_ATTACHED = re.compile(
    r"https://(?:github\.com/(?:user-attachments/(?:assets|files)|[\w.-]+/[\w.-]+/assets)/[\w./%-]+"
    r"|(?:private-)?user-images\.githubusercontent\.com/[\w./%-]+)"
)
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*(?:[\"}]|\Z)")
_TICK = re.compile(r"^- \[[xX]\] (.+)$", re.MULTILINE)


def label_of(fact: str) -> str:
    """Return the form's label for a fact: its name in words, such as "Content note"."""
    return fact.replace("_", " ").capitalize()


def is_issue(data: bytes) -> bool:
    """Return whether bytes begin as a JSON object, the shape in which GitHub hands over an issue."""
    return bool(_BEGINNING.match(data))


def read_issue(data: bytes, name: str) -> Manuscript | Refused:
    """Return the story in a GitHub issue, or in the webhook event about one; a refusal when there is none."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        found = None
    issue = found.get("issue", found) if isinstance(found, dict) else None
    body = issue.get("body") if isinstance(issue, dict) else None
    if not isinstance(body, str) or not body.strip():
        return Refused(
            f"“{name}” holds no issue with words in it", "hand over the issue as GitHub gives it, with its “body”"
        )
    answers = _answers(body.replace("\r\n", "\n"))
    if STORY_LABEL not in answers:
        return Refused(
            f"“{name}” was not made with the guide’s form: it has no heading “{STORY_LABEL}”",
            "ask them to use the form",
        )
    return _manuscript(answers)


def _manuscript(answers: Mapping[str, str]) -> Manuscript:
    """Return the manuscript made of a form's answers, with private details and unknown answers as cuts."""
    facts: dict[str, str | tuple[str, ...]] = {}
    remarks: list[str] = []
    cuts: list[Cut] = []
    by_label = {label_of(fact): fact for fact in TAKEN_FROM_FORM}
    links = list(dict.fromkeys(_ATTACHED.findall("\n".join(answers.values()))))
    for label, answer in answers.items():
        fact = by_label.get(label)
        if label in (STORY_LABEL, PHOTOS_LABEL) or answer in _LEFT_EMPTY:
            continue
        if fact is None:
            cuts.append(Cut(f"the answer to “{label}”", "\n".join(_TICK.findall(answer)) or answer))
        elif fact not in PUBLIC and holds_contact(answer):
            cuts.append(private_cut(f"the answer to “{label}”", answer))
        else:
            line = " ".join(answer.split())
            several = tuple(part for each in re.split(r"[,\n]", answer) if (part := each.strip().removeprefix("- ")))
            facts[fact] = several if fact in _SEVERAL and len(several) > 1 else line
    if links:
        remarks.append(
            f"On GitHub there {'is a file' if len(links) == 1 else f'are {len(links)} files'} for a person to fetch, "
            "and to put through intake too: " + " ".join(links)
        )
    if said := _ATTACHED.sub("", answers.get(PHOTOS_LABEL, "")).strip():
        cuts.append(Cut("what is said of the photos", said))
    title = facts.pop("title", "")
    return Manuscript(
        blocks=tuple(_without_pictures(read_hypertext(as_typed(answers[STORY_LABEL])))),
        title=title if isinstance(title, str) else " ".join(title),
        facts=facts,
        remarks=tuple(remarks),
        cuts=tuple(cuts),
    )


def _answers(body: str) -> dict[str, str]:
    """Return the answers of an issue's body by their labels.

    Senders can type a line into their story that looks like one of the form's headings. So a label counts where it
    first stands before the story, and after it where it last does.
    """
    heads = list(_HEADING.finditer(body))
    story = next((at for at, head in enumerate(heads) if head[1] == STORY_LABEL), len(heads))
    asked, asked_after = {*map(label_of, STORY_FIELDS)}, {PHOTOS_LABEL, *map(label_of, AFTER_THE_STORY)}
    before = {head[1]: head for head in reversed(heads[:story]) if head[1] in asked or _is_ticked(body, head)}
    after = {head[1]: head for head in heads[story + 1 :] if head[1] in asked_after and head[1] not in before}
    counted = sorted([*before.values(), *heads[story : story + 1], *after.values()], key=lambda head: head.start())
    ends = [*(head.start() for head in counted[1:]), len(body)][: len(counted)]
    return {head[1]: body[head.end() : end].strip() for head, end in zip(counted, ends, strict=True)}


def _is_ticked(body: str, head: re.Match[str]) -> bool:
    """Return whether a heading is followed by tick boxes, as where the form asks for promises."""
    return bool(re.match(r"\s*- \[[ xX]\] ", body[head.end() :]))


def _without_pictures(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks without the paragraphs of nothing but pictures, which say nothing once the pictures are gone."""
    for block in blocks:
        if not (
            isinstance(block, Paragraph)
            and all(
                isinstance(each, Shown) or (isinstance(each, Run) and not each.words.strip()) for each in block.inlines
            )
        ):
            yield block
