"""A file that holds far more than a story is refused in a sentence, before anybody has to wait for it."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from storyguide.intake.hypertext import read_hypertext

from tests.intake import arrivals
from tests.intake.conftest import Taken


def _mail_of_many_parts() -> bytes:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "Mo <mo@example.org>", "The ladder"
    letter.set_content("It goes round.")
    for number in range(600):
        letter.add_attachment(f"{number}", filename=f"{number}.txt")
    return letter.as_bytes()


BEYOND = {
    "much.txt": lambda: b"The ladder goes round. " * 25_000,
    "much.md": lambda: b"The ladder *goes* round.\n\n" * 21_000,
    "marks.html": lambda: b"<html><body>" + b"<p>The <b>ladder</b>.</p>" * 60_000 + b"</body></html>",
    "marks.rtf": lambda: rb"{\rtf1 " + rb"{\b ladder} " * 110_000 + b"}",
    "long.docx": lambda: arrivals.word(*["The ladder goes round."] * 21_000),
    "parts.eml": _mail_of_many_parts,
}


@pytest.mark.parametrize("name", BEYOND)
def test_what_holds_far_more_than_a_story_is_refused_with_its_name_and_the_limit(take: Callable[..., Taken], name: str):
    taken = take(name, BEYOND[name]())

    assert taken.folder is None
    assert f"“{name}” holds far more than a story: " in taken.told
    assert " are taken" in taken.told
    assert "copy what belongs to the one story into a new document" in taken.told


@pytest.mark.parametrize("never_closed", ["<a ", "<!-- ", "<![x ", "<![if", "<!x", "</", "<?x", "<![CDATA["])
def test_a_page_of_marks_that_never_end_is_read_for_its_words(never_closed: str):
    read = read_hypertext(f"<p>The ladder goes round.</p>{never_closed * 5_000}")

    assert "The ladder goes round." in repr(read)


def test_a_line_of_many_addresses_is_taken_in_whole(take: Callable[..., Taken]):
    taken = take("links.txt", b" ".join(b"https://example.org/%d" % number for number in range(3_000)))

    assert taken.folder
    assert (taken.folder / "story.md").read_text(encoding="utf-8").count("//example.org/") == 3_000
