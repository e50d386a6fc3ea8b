"""A private way to reach somebody in what was sent is told to whoever takes it in, and never silently lost."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from storyguide.intake.issue import STORY_LABEL

from tests import pictures
from tests.intake import odf
from tests.intake.arrivals import FORM_STORY, issue, letter, packed, picture_properties, saved, word
from tests.intake.conftest import Taken

Take = Callable[..., Taken]

WRITINGS = {
    "07700 900123.": "“07700 900123” looks like a phone number",
    "+49·30·901820.": "“+49·30·901820” looks like a phone number",
    "mo\uff20example.org": "looks like an e-mail address",
    "mo (at) example.org": "“mo (at) example.org” looks like an e-mail address",
    "ab1\u00a02de": "looks like a full postcode",
}


def of_every_kind(written: str) -> dict[str, bytes]:
    """The same words as people send them."""
    words = f"Come along, and ask for Mo: {written}"
    return {
        "story.docx": word("We met in the garden, and it rained.", words, title="Our garden"),
        "story.odt": odf.text(f"<text:p>We met in the garden, and it rained.</text:p><text:p>{words}</text:p>"),
        "story.eml": letter(f"We met in the garden, and it rained.\n\n{words}"),
        "story.zip": packed({"story.md": FORM_STORY + f"\n{words}\n", "IMG_0001.HEIC": pictures.heic(6)}),
        "issue.json": issue(
            f"### Title\n\nOur garden\n\n### {STORY_LABEL}\n\nWe met.\n\n{words}\n\n### Licence\n\nCC BY 4.0"
        ),
    }


@pytest.mark.parametrize("file", of_every_kind(""))
@pytest.mark.parametrize("written", WRITINGS)
def test_in_the_words_it_stands_in_the_draft_and_is_told_with_its_line(take: Take, file: str, written: str):
    taken = take(file, of_every_kind(written)[file])

    line = next(number for number, line in enumerate(taken.story.splitlines(), 1) if "ask for Mo" in line)
    (told,) = [one for one in taken.told.splitlines() if WRITINGS[written] in one]
    assert told.strip().startswith(f"- line {line}:")


@pytest.mark.parametrize("written", WRITINGS)
def test_what_a_letter_was_sent_under_is_shown_and_becomes_no_title(take: Take, written: str):
    taken = take("letter.eml", letter("We planted beans, and they grew.\n\nNobody minded.", subject=f"Ring {written}"))

    shown = f"Ring {' '.join(written.split())}"
    assert shown not in taken.story
    assert f"what it was sent under, which holds a private address or number:\n  | {shown}" in taken.told


def test_what_is_said_of_a_photo_is_shown_and_left_out(take: Take):
    document = docx.Document()
    document.add_heading("Our garden", 0)
    document.add_paragraph("We planted beans, and they grew.")
    document.add_picture(BytesIO(pictures.jpeg()))
    picture_properties(document, 0).set("descr", "The board by the gate: ring 01632.960.123.")

    taken = take("story.docx", saved(document))

    assert taken.files == ["photo-1.jpg", "story.md"]
    assert "960" not in taken.story
    assert "what is said of a photo, which holds a private address or number:\n  | The board by the gate" in taken.told


def test_an_answer_in_the_issue_form_is_shown_and_left_out(take: Take):
    taken = take(
        "issue.json", issue(f"### Title\n\nBeans\n\n### Summary\n\nAsk 07700–900–123.\n\n### {STORY_LABEL}\n\nWe met.")
    )

    assert "900" not in taken.story
    assert "the answer to “Summary”, which holds a private address or number:\n  | Ask 07700–900–123." in taken.told
