"""An e-mail is read in the letters it was written in, whatever it says of them, and what is in doubt is told."""

from base64 import b64encode
from collections.abc import Callable

import pytest

from tests.intake.conftest import Taken

Take = Callable[..., Taken]

HEADS = b"From: Wil <wil@example.org>\nTo: stories@example.org\nDate: Sat, 14 Mar 2026 10:00:00 +0000\n"


def eml(body: bytes, charset: str | None = None, subject: bytes = b"Our garden", encoding: str = "8bit") -> bytes:
    """An e-mail in these very bytes."""
    kind = b"Content-Type: text/plain" + (f"; charset={charset}".encode() if charset else b"") + b"\n"
    return (
        HEADS
        + b"Subject: "
        + subject
        + b"\nMIME-Version: 1.0\n"
        + kind
        + f"Content-Transfer-Encoding: {encoding}\n\n".encode()
        + body
        + b"\n"
    )


QUOTED = "“Dig,” she said – and it’s €3 a spade…"


@pytest.mark.parametrize(
    ("words", "written", "charset"),
    [
        (QUOTED, "cp1252", "iso-8859-1"),
        (QUOTED, "cp1252", "us-ascii"),
        (QUOTED, "cp1252", None),
        (QUOTED, "utf-8", None),
        (QUOTED, "utf-8", "us-ascii"),
        (QUOTED, "utf-8", "iso-8859-1"),
        (QUOTED, "utf-8", '"utf8mb4"'),
        (QUOTED, "utf-8", "unknown-8bit"),
        (QUOTED, "utf-8", "no-such-thing"),
        ("גינה קטנה מאחורי הבית", "cp1255", "iso-8859-8-i"),
        ("Crème brûlée à l’école", "mac_roman", "x-mac-roman"),
        ("Crème brûlée à la façon de Zoë", "cp850", "cp-850"),
        ("Łąka za kościołem, żółte kwiaty", "cp1250", "windows-1250"),
        ("Мы посадили бобы за часовней", "koi8_r", None),
        ("Мы посадили бобы за часовней", "cp1251", None),
        ("Мы посадили бобы за часовней", "koi8_r", "x-unknown"),
        ("私たちは庭に豆を植えました。", "cp932", "x-sjis"),
        ("私たちは庭に豆を植えました。", "iso2022_jp", "iso-2022-jp"),
        ("우리는 정원에 콩을 심었습니다", "cp949", "ks_c_5601-1987"),
        ("我们在花园里种了豆子", "gb18030", "gb2312"),
        ("我们在花园里种了豆子，大家都来看", "gb18030", None),
        ("我們在花園裡種了豆子，大家都來看", "big5", None),
        ("Caffè e più", "utf-7", "unicode-1-1-utf-7"),
    ],
)
def test_words_are_read_in_the_letters_they_were_written_in(take: Take, words: str, written: str, charset: str | None):
    taken = take("letter.eml", eml(words.encode(written), charset))

    assert taken.words == words, taken.told


def test_letters_that_had_to_be_guessed_are_told(take: Take):
    taken = take("letter.eml", eml("Мы посадили бобы за часовней".encode("koi8_r"), "x-unknown"))

    assert "It was read as Cyrillic: look whether accents, quotes and dashes are right." in taken.told


def test_letters_that_nothing_can_be_made_of_are_told(take: Take):
    taken = take("letter.eml", eml(b"We planted beans \x81\x8d\x90 and more beans.", "utf-8"))

    assert "We planted beans" in taken.words and "and more beans." in taken.words
    assert "The e-mail’s letters: It says “utf-8”, which it is not" in taken.told


@pytest.mark.parametrize(
    "subject",
    [
        "Café in the garden".encode("latin-1"),
        "Café in the garden".encode(),
        b"=?iso-8859-1?Q?Caf=E9?= in the garden",
        b"=?UTF-8?B?Q2Fmww==?= =?UTF-8?B?qSBpbiB0aGUgZ2FyZGVu?=",
        b"=?utf8mb4?Q?Caf=C3=A9_in_the_garden?=",
        b"=?UTF-8?Q?Caf=C3=A9_in?=\n\t=?UTF-8?Q?_the_garden?=",
        b"Re: =?UTF-8?Q?Fwd=3A_Caf=C3=A9_in_the_garden?=",
    ],
)
def test_a_subject_is_read_however_its_letters_were_sent(take: Take, subject: bytes):
    taken = take("letter.eml", eml(b"We planted beans.", subject=subject))

    assert taken.folder and taken.folder.name == "cafe-in-the-garden", taken.told
    assert 'title: "Café in the garden"' in taken.story or "title: Café in the garden" in taken.story


@pytest.mark.parametrize(
    "around",
    [
        lambda data: b"   \n\n" + data,
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: b"From wil@example.org Sat Mar 14 10:00:00 2026\n" + data,
        lambda data: str(len(data)).encode() + b"\n" + data + b'<?xml version="1.0"?><plist version="1.0"></plist>\n',
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: data.decode().encode("utf-16"),
    ],
    ids=["blank lines", "mark", "mbox", "Apple Mail", "CRLF", "CR", "UTF-16"],
)
def test_a_letter_is_known_whatever_a_program_put_around_it(take: Take, around: Callable[[bytes], bytes]):
    taken = take("story.txt", around(eml(b"We planted beans.")))

    assert taken.folder and taken.folder.name == "our-garden", taken.told
    assert taken.words.startswith("We planted beans.")


@pytest.mark.parametrize("encoding", ["7bit", "8bit", "quoted-printable", "base64", "x-nonsense"])
def test_words_sent_under_a_wrong_encoding_are_not_lost(take: Take, encoding: str):
    taken = take("letter.eml", eml(b"We planted 3 beans = 3 stalks, didn't we?", "utf-8", encoding=encoding))

    assert taken.words == "We planted 3 beans = 3 stalks, didn't we?", taken.told


def test_what_a_mailing_list_adds_under_coded_words_spoils_neither(take: Take):
    coded = b64encode("We planted “beans”, all of us, behind the chapel on the hill.".encode() * 3)
    body = b"\n".join(coded[at : at + 76] for at in range(0, len(coded), 76)) + b"\nSent to you as one of the gardeners"

    taken = take("letter.eml", eml(body, "utf-8", encoding="base64"))

    assert "We planted “beans”, all of us" in taken.words and "one of the gardeners" in taken.words
