"""An e-mail becomes a draft: its own words and photos, or the document or packet that it carries."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests import pictures
from tests.intake.arrivals import FORM_STORY, garden_in_word, letter, packed
from tests.intake.conftest import Taken

Take = Callable[..., Taken]

WORDS = "We planted beans behind the chapel, and the verger came to look.\n\nNobody minded the mud."


def test_a_letter_with_a_photo_from_a_phone_becomes_a_draft(take: Take):
    taken = take("letter.eml", letter(WORDS, files=[("IMG_2034.HEIC", pictures.heic(6))]))

    assert taken.status == 0
    assert taken.folder and taken.folder.name == "our-garden"
    assert taken.files == ["photo-1.jpg", "story.md"]
    assert taken.words == WORDS
    assert "photo-1.jpg was “IMG_2034.HEIC”." in taken.told


def test_who_sent_it_is_told_and_written_down_nowhere(take: Take, edition: Path):
    taken = take("letter.eml", letter(WORDS))

    assert "It was sent by “Wilhelmina Inkpot” on 14 March 2026." in taken.told
    assert "Inkpot" not in taken.story and "example.org" not in taken.story
    assert "\nstoryteller:\n" in taken.story and "\ntold_on:\n" in taken.story


@pytest.mark.parametrize(
    ("after", "cut"),
    [
        ("\n\n-- \nWil\n01632 960 123", "01632 960 123"),
        ("\n\nSent from my iPhone", "Sent from my iPhone"),
        ("\n\nOn Friday 13 March 2026, Sam Ferryman <sam@example.org> wrote:\n> Do you have a story?\n> Sam", "> Sam"),
        ("\n\nOn Friday 13 March 2026, at ten in the morning,\nSam Ferryman wrote:\n\n> Do tell.", "> Do tell."),
        ("\n\n-----Original Message-----\nFrom: Sam\nSent: Friday\nTo: Wil\nSubject: Story\n\nDo tell.", "Do tell."),
        ("\n\nFrom: Sam\nSent: Friday\nTo: Wil\nSubject: Story\n\nDo tell.", "Do tell."),
    ],
)
def test_what_is_no_part_of_the_story_is_cut_off_and_shown(take: Take, after: str, cut: str):
    taken = take("letter.eml", letter(WORDS + after))

    assert taken.words == WORDS
    assert f"  | {cut}\n" in taken.told


@pytest.mark.parametrize(
    "before",
    [
        "---------- Forwarded message ---------\nFrom: Wil\nDate: Friday\nSubject: Garden\nTo: Sam\n\n",
        "Begin forwarded message:\n\nFrom: Wil\nSubject: Garden\nDate: Friday\nTo: Sam\n\n",
        "From: Wil\nSent: Friday\nTo: Sam\nSubject: Garden\n\n",
    ],
)
def test_a_letter_that_was_passed_on_is_the_story(take: Take, before: str):
    taken = take("letter.eml", letter(before + WORDS))

    assert taken.words == WORDS
    assert "  | From: Wil\n" in taken.told


def test_a_letter_of_nothing_but_a_quoted_one_is_that_one(take: Take):
    quoted = "\n".join(f"> {line}" for line in WORDS.split("\n"))

    taken = take("letter.eml", letter(quoted))

    assert taken.words == WORDS


def test_a_letter_that_is_only_a_web_page_is_read_without_what_cannot_be_seen(take: Take):
    page = (
        "<html><head><style>p{color:red}</style><title>No</title></head><body><script>alert(1)</script>"
        "<p>We planted <b>beans</b> &amp; &lt;peas&gt;.</p><div style='display:none'>Unseen</div>"
        "<ul><li>One<li>Two</ul><img src='https://example.org/spy.gif'>"
        "<div class='gmail_signature'>Wil, 01632 960 123</div>"
        "<div class='gmail_quote'>On Friday Sam wrote: <blockquote>Do tell.</blockquote></div></body></html>"
    )

    taken = take("letter.eml", letter(html=page))

    assert taken.words == "We planted **beans** & \\<peas\\>.\n\n- One\n- Two"
    assert "were not fetched" in taken.told
    assert "Wil, 01632 960 123" in taken.told and "Do tell." in taken.told


def test_plain_words_are_preferred_and_pictures_among_the_others_kept(take: Take):
    made = EmailMessage()
    made["From"], made["Subject"] = "Wil <wil@example.org>", "Our garden"
    made.set_content(WORDS)
    made.add_alternative("<p>Other words.</p><img src='cid:spade'>", subtype="html")
    made.get_payload()[1].add_related(pictures.jpeg(), "image", "jpeg", cid="<spade>")  # type: ignore[union-attr, index]

    taken = take("letter.eml", bytes(made))

    assert taken.words == WORDS
    assert taken.files == ["photo-1.jpg", "story.md"]


def test_photos_between_words_stay_there(take: Take):
    made = EmailMessage()
    made["From"], made["Subject"] = "Wil <wil@example.org>", "Our garden"
    made.set_content("Before.")
    made.add_attachment(pictures.jpeg(), "image", "jpeg", filename="a.jpg", disposition="inline")
    made.add_attachment("After.", disposition="inline")

    taken = take("letter.eml", bytes(made))

    assert taken.words == "Before.\n\n![](photo-1.jpg)\n\nAfter."


def test_a_document_that_came_with_a_few_words_is_the_story(take: Take):
    files = [("garden.docx", garden_in_word()), ("mud.heic", pictures.heic())]

    taken = take("letter.eml", letter("Here it is.\n\nWil", subject="Story", files=files))

    assert taken.folder and taken.folder.name == "the-garden-behind-the-chapel"
    assert taken.files == ["photo-1.jpg", "photo-2.jpg", "photo-3.jpg", "story.md"]
    assert "The story is in “garden.docx”, which came with the e-mail." in taken.told
    assert "  | Here it is.\n" in taken.told
    assert "Here it is." not in taken.story


def test_a_packet_from_the_form_that_came_by_mail_is_taken_in(take: Take):
    packet = packed({"story.md": FORM_STORY, "IMG_0001.HEIC": pictures.heic()})

    taken = take("letter.eml", letter("From the form.", files=[("story.zip", packet)]))

    assert taken.folder and taken.folder.name == "soup-for-nobody-in-particular"
    assert taken.files == ["photo-1.jpg", "story.md"]


def test_what_cannot_be_read_is_named(take: Take):
    taken = take("letter.eml", letter(WORDS, files=[("minutes.pdf", b"%PDF-1.7 ...")]))

    assert taken.words == WORDS
    assert "A file that came with it was not taken in: “minutes.pdf” is a PDF" in taken.told


def test_an_address_in_the_words_is_pointed_out(take: Take):
    taken = take("letter.eml", letter(WORDS + "\n\nRing 01632 960 123 or write to jo_b@example.org."))

    assert "“01632 960 123” looks like a phone number" in taken.told
    assert "“jo_b@example.org” looks like an e-mail address" in taken.told


def test_a_subject_with_a_number_in_it_is_no_title(take: Take):
    taken = take("letter.eml", letter(WORDS, subject="Ring me: 01632 960 123"))

    assert "01632" not in taken.story
    assert '\ntitle: "letter"\n' in taken.story


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\nSubject: b\n\n",
        b"From: a\nSubject: =?utf-8?b?broken\nDate: never\nContent-Type: text/plain; charset=nonsense\n\n",
        b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n" * 3,
        b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n"
        + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 2000,
    ],
)
def test_a_letter_without_a_story_is_told_so(take: Take, data: bytes):
    taken = take("letter.eml", data)

    assert taken.status == 1
    assert "Nothing was taken in: “letter.eml”" in taken.told


def test_a_letter_in_a_strange_alphabet_is_read_as_well_as_it_can_be(take: Take):
    head = b"From: a\nSubject: Zu\xdf\nContent-Type: text/plain; charset=nonsense\n\n"

    taken = take("letter.eml", head + b"We planted beans.\n")

    assert taken.status == 0
    assert "We planted beans." in taken.words
