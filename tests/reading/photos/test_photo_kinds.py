"""What a file is, told by its first bytes."""

import pytest
from storyguide.reading.photos.kinds import kind_of

from tests import pictures


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (b"", "an empty file"),
        (pictures.web_page(), "a web page"),
        (b"\xef\xbb\xbf<html lang=en>", "a web page"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">', "an SVG drawing"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "a PostScript drawing"),
        (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "a Word document"),
        (b"PK\x03\x04" + b"\0" * 26 + b"photos/one.jpg", "a zip folder"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "a video"),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "a video"),
        (b"RIFF\0\0\0\0AVI LIST", "a video"),
        (b"II*\0\x10\0\0\0CR\x02\0", "a camera’s raw file"),
        (b"version https://git-lfs.github.com/spec/v1\n", "a note of where a photo is kept"),
        (b"see the other e-mail", "a text file"),
        (b"\x07\x01\x02\x03", "a file of a kind unknown to the guide"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_false_photo_is_named_for_what_it_is(start, words):
    kind = kind_of(start)

    assert (kind.words, kind.opener) == (words, "")


@pytest.mark.parametrize(
    ("picture", "opener"),
    [
        (pictures.jpeg, "JPEG"),
        (pictures.png, "PNG"),
        (pictures.webp, "WEBP"),
        (pictures.heic, "HEIF"),
        (pictures.avif, "AVIF"),
        (pictures.tiff, "TIFF"),
        (pictures.moving_gif, "GIF"),
    ],
)
def test_a_picture_is_known_by_its_content(picture, opener):
    assert kind_of(picture()).opener == opener
