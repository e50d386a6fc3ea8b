"""Of an e-mail's parts those are read that say most, with each picture where it stood, and no other is lost unsaid."""

from binascii import b2a_uu
from collections.abc import Callable
from email.message import EmailMessage

import pytest

from tests import pictures
from tests.intake.arrivals import FORM_STORY, garden_in_word, letter, packed, word
from tests.intake.conftest import Taken

Take = Callable[..., Taken]

LONG = (
    "We had thought about the garden for years before anybody put a spade into it, and when it came to it the whole "
    "street was there with one."
)


def related(plain: str, html: str, *, cid: str = "ii_1", name: str = "loft.jpg", disposition: str = "inline") -> bytes:
    """An e-mail in two writings, the rich one with a photo in it, as web mail sends it."""
    made = EmailMessage()
    made["From"], made["Subject"] = "Wil <wil@example.org>", "Our garden"
    made.set_content(plain)
    made.add_alternative(html, subtype="html")
    rich = made.get_payload()[1]  # type: ignore[index]
    rich.add_related(pictures.jpeg(), "image", "jpeg", cid=f"<{cid}>", filename=name, disposition=disposition)
    return bytes(made)


PAGE = '<p>Before it.</p><img src="cid:ii_1" alt=""><p>After it.</p>'


@pytest.mark.parametrize(
    "holder",
    ["[image: loft.jpg]", "[cid:ii_1]", "[inline image: loft.jpg]", "<loft.jpg>", "\ufffc", "[image: image.png]"],
)
@pytest.mark.parametrize("disposition", ["inline", "attachment"])
def test_a_picture_stands_where_it_stood_and_its_place_holder_is_no_word(take: Take, holder: str, disposition: str):
    taken = take("letter.eml", related(f"Before it.\n\n{holder}\n\nAfter it.\n", PAGE, disposition=disposition))

    assert taken.words == "Before it.\n\n![](photo-1.jpg)\n\nAfter it."


@pytest.mark.parametrize(
    "stub",
    [
        "This e-mail is in HTML. Open it in a program that shows HTML.",
        "View this message in your browser",
        "Your program does not support HTML messages",
        "Hello",
    ],
)
def test_a_web_page_is_read_where_the_plain_words_only_stand_in_for_it(take: Take, stub: str):
    taken = take("letter.eml", letter(stub, html=f"<p>{LONG}</p><p>Nobody minded the mud.</p>"))

    assert taken.words.replace("\n", " ").startswith(LONG[:60]) and "Nobody minded the mud." in taken.words
    assert f"  | {stub}" in taken.told


def test_plain_words_are_read_where_they_say_as_much(take: Take):
    taken = take("letter.eml", letter("We planted *beans*.", html="<p>We planted <b>beans</b>.</p>"))

    assert taken.words == r"We planted \*beans\*."


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"{LONG}\n{LONG[::-1]}", 2),
        (f"{LONG}\n\n{LONG[::-1]}", 2),
        ("\n".join(("We planted beans behind the chapel, where the ground had been", "bare.")), 1),
        ("Roses are red\nbeans are green\nand this is a verse", 1),
    ],
    ids=["two long lines", "two with a gap", "one that was wrapped", "a verse"],
)
def test_lines_are_paragraphs_where_no_program_broke_them(take: Take, body: str, words: int):
    made = EmailMessage()
    made["From"], made["Subject"] = "Wil <wil@example.org>", "Our garden"
    made.set_content(body, cte="8bit")

    assert len(take("letter.eml", bytes(made)).words.split("\n\n")) == words


@pytest.mark.parametrize(
    ("how", "body", "words"),
    [
        (
            "format=flowed",
            "We planted \nbeans behind \nthe chapel.\nNobody minded.",
            "We planted beans behind the chapel.",
        ),
        ("format=flowed; delsp=yes", "We plan \nted beans.\nNobody minded.", "We planted beans."),
        ("format=flowed", " From the first day on.\nNobody minded.", "From the first day on."),
    ],
)
def test_lines_that_flow_are_put_together(take: Take, how: str, body: str, words: str):
    heads = f"From: Wil <wil@example.org>\nSubject: Our garden\nContent-Type: text/plain; charset=utf-8; {how}\n\n"

    taken = take("letter.eml", (heads + body + "\n").encode())

    assert taken.words.startswith(words) and taken.words.endswith("Nobody minded.")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("multipart/encrypted; boundary=x", "is encrypted, so that only its receiver can read it"),
        ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "is encrypted or sealed (S/MIME)"),
        ("application/ms-tnef; name=winmail.dat", "packs all in a winmail.dat"),
    ],
)
def test_a_letter_that_is_closed_is_told_by_what_closes_it(take: Take, kind: str, said: str):
    heads = f"From: Wil <wil@example.org>\nSubject: Our garden\nMIME-Version: 1.0\nContent-Type: {kind}\n\n"

    taken = take("letter.eml", heads.encode() + b"--x\nContent-Type: application/octet-stream\n\nsecret\n--x--\n")

    assert taken.status == 1
    assert said in taken.told and "copy its words into a new e-mail to yourself or a .docx" in taken.told


def passing_on(words: str, within: bytes | None, files: dict[str, bytes] | None = None) -> bytes:
    """An e-mail with another within it as a file."""
    made = EmailMessage()
    made["From"], made["Subject"] = "Sam <sam@example.org>", "Fwd: Our garden"
    made.set_content(words)
    for name, data in (files or {}).items():
        made.add_attachment(data, "application", "octet-stream", filename=name)
    if within is not None:
        inner = EmailMessage()
        inner["From"], inner["Subject"] = "Wil <wil@example.org>", "Our garden"
        inner.set_content(within.decode())
        made.add_attachment(inner)
    return bytes(made)


def test_a_letter_passed_on_as_a_file_is_the_story(take: Take):
    taken = take("letter.eml", passing_on("See below.", LONG.encode()))

    assert taken.words.replace("\n", " ") == LONG
    assert "  | See below." in taken.told and "passed on in this one" in taken.told


def test_a_letter_passed_on_that_says_less_is_shown_and_one_that_says_nothing_told(take: Take):
    assert "  | Thanks." in take("letter.eml", passing_on(LONG, b"Thanks.")).told
    assert "An e-mail that was passed on in it was not taken in" in take("letter.eml", passing_on(LONG, b"")).told


def test_nothing_around_a_packet_is_lost(take: Take):
    form = packed({"story.md": FORM_STORY, "IMG_0001.HEIC": pictures.heic()})

    taken = take(
        "letter.eml",
        passing_on(
            "Ask me about the pot.",
            b"Mind the ladle.",
            {"a.zip": form, "b.docx": garden_in_word(), "c.jpg": pictures.jpeg()},
        ),
    )

    assert "Soup for nobody" in taken.story
    assert "  | Ask me about the pot." in taken.told and "  | Mind the ladle." in taken.told
    assert "“b.docx” says less than the rest" in taken.told
    assert "was “c.jpg”." in taken.told


def test_of_two_documents_in_a_letter_the_one_left_is_named(take: Take):
    taken = take("letter.eml", letter("Two.", files=[("a.docx", word("Short one.")), ("b.docx", word(LONG))]))

    assert "bare" not in taken.words and LONG[:40] in taken.words
    assert "“a.docx” says less than the rest" in taken.told


def test_a_photo_in_uuencode_is_taken_out_of_the_words(take: Take):
    photo = pictures.jpeg()
    coded = "".join(b2a_uu(photo[at : at + 45]).decode() for at in range(0, len(photo), 45))
    heads = "From: Wil <wil@example.org>\nSubject: Our garden\n\n"

    taken = take("letter.eml", f"{heads}{LONG}\n\nbegin 644 spade.jpg\n{coded}`\nend\n\nNobody minded.\n".encode())

    assert taken.files == ["photo-1.jpg", "story.md"]
    assert taken.words.endswith("Nobody minded.") and "begin" not in taken.words


def test_words_encrypted_among_others_are_told_and_signed_ones_read(take: Take):
    heads = "From: Wil <wil@example.org>\nSubject: Our garden\n\n"
    seal = "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEB\n-----END PGP SIGNATURE-----\n"
    signed = f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{LONG}\n{seal}"

    assert take("letter.eml", (heads + signed).encode()).words.replace("\n", " ") == LONG
    closed = take("letter.eml", (heads + "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n").encode())
    assert closed.status == 1 and "is encrypted, so that only its receiver can read it" in closed.told


@pytest.mark.parametrize("kind", ['multipart/alternative; boundary="other"', "multipart/mixed"])
def test_a_letter_whose_parts_are_bounded_otherwise_than_it_says_is_read_all_the_same(take: Take, kind: str):
    heads = f"From: Wil <wil@example.org>\nSubject: Our garden\nMIME-Version: 1.0\nContent-Type: {kind}\n\n"
    parts = f"--=_x\nContent-Type: text/html;\nContent-Transfer-Encoding: 8bit\n\n<p>{LONG}</p>\n--=_x--\n"

    assert take("letter.eml", (heads + parts).encode()).words.replace("\n", " ") == LONG
    assert take("letter.eml", (heads + LONG + "\n\n--Wil\n").encode()).words.replace("\n", " ").startswith(LONG)
    assert take("letter.eml", (heads + f"<html><p>{LONG}</p></html>\n").encode()).words.replace("\n", " ") == LONG


def test_a_letter_that_is_encrypted_by_hand_is_told_by_its_own_name_and_with_what_helps(take: Take):
    made = EmailMessage()
    made["From"], made["Subject"] = "Wil <wil@example.org>", "Our garden"
    made.set_content("\n")
    made.add_attachment(b"Version: 1\n", "application", "pgp-encrypted")
    made.add_attachment(b"-----BEGIN PGP MESSAGE-----\n\nhQEMA\n", "application", "octet-stream")

    taken = take("letter.eml", bytes(made))

    assert "“letter.eml” is encrypted" in taken.told and "part 1" not in taken.told
    assert "copy its words into a new e-mail to yourself or a .docx" in taken.told


@pytest.mark.parametrize(
    "head",
    [
        "Date: Mon, 1 Jan 99999999999999999999 12:00:00 +0000",
        "Date: Mon, 1 Jan 2024 12:00:00 +99999999999999999999",
        "Date: 99999999999999999999 Jan 2024 12:00:00",
        "Content-Type: text/plain; charset*9999999999999999999999=a",
    ],
)
def test_a_head_with_a_number_beyond_reason_costs_nothing_of_the_letter(take: Take, head: str):
    taken = take("letter.eml", f"From: Wil <wil@example.org>\nSubject: Our garden\n{head}\n\n{LONG}\n".encode())

    assert taken.words.replace("\n", " ") == LONG
    assert "It was sent by “Wil”" in taken.told
