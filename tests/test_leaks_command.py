"""The leaks command: words, places and photos are found in every file, however they are packed or written down."""

import base64
import bz2
import gzip
import html
import io
import json
import lzma
import shutil
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageEnhance
from PIL.PngImagePlugin import PngInfo
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dispatch import run_command
from storyguide.editing.leaks.search import leaks_in, photo_of
from storyguide.editing.leaks.search_terms import Term, term_of
from storyguide.editing.withdrawal.cache_removal import forget
from storyguide.reading.photos.likeness import likenesses, looks_like

from tests import pictures

PROJECT = Path(__file__).parents[1]
NAME = "Zoë Quagmire"
POINT = "45.09381, -29.91642"


def leaks(site: Path, *words: str) -> int:
    root = PROJECT / "tests/guides/anytown"
    return run_command(PROJECT, read_arguments(PROJECT, ["leaks", "--root", str(root), "--in", str(site), *words]))


def wanted(written: str = NAME) -> Term:
    term = term_of(written)
    assert term
    return term


def page(words: str) -> bytes:
    return f"<!DOCTYPE html><title>A page</title><p>Once {words} said so.</p>".encode()


def zipped(name: str, data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(name, data)
    return packed.getvalue()


def docx() -> bytes:
    """A Word document whose name is broken over two runs, as it is when somebody changed a letter of it."""
    document, saved = Document(), io.BytesIO()
    paragraph = document.add_paragraph("Once ")
    for part in ("Zoë Quag", "mire"):
        paragraph.add_run(part).bold = part == "mire"
    document.save(saved)
    return saved.getvalue()


def exif(**tags: str) -> bytes:
    noted, saved = Image.Exif(), io.BytesIO()
    noted[0x013B] = tags["artist"]
    pictures.noise(200, 150).save(saved, "JPEG", exif=noted)
    return saved.getvalue()


def png(*, packed: bool) -> bytes:
    text, saved = PngInfo(), io.BytesIO()
    text.add_itxt("Author", f"By {NAME}", zip=packed)
    pictures.noise(200, 150).save(saved, "PNG", pnginfo=text)
    return saved.getvalue()


def xp_author() -> bytes:
    noted, saved = Image.Exif(), io.BytesIO()
    noted[0x9C9D] = NAME.encode("utf-16-le") + b"\0\0"
    pictures.noise(200, 150).save(saved, "JPEG", exif=noted)
    return saved.getvalue()


def pdf() -> bytes:
    """A PDF as typst makes it: letters are numbers of glyphs, and all is packed."""
    import typst

    return typst.compile(f"#set page(height: 8cm)\nOnce #emph[{NAME}] said so.".encode())


def raw_pdf_title() -> bytes:
    title = (b"\xfe\xff" + NAME.encode("utf-16-be")).hex().upper().encode()
    return b"%PDF-1.7\n1 0 obj <</Title <" + title + b">>> endobj\n"


def fragment() -> bytes:
    words = json.dumps({"url": "/", "content": f"Once {NAME} said so."}, ensure_ascii=True)
    return gzip.compress(b"pagefind_dcd" + words.encode())


HIDDEN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "as it is": ("a.html", lambda: page(NAME)),
    "in capitals": ("a.html", lambda: page(NAME.upper())),
    "without its accent": ("a.html", lambda: page("Zoe Quagmire")),
    "with the accent apart": ("a.html", lambda: page(normalize("NFD", NAME))),
    "broken at the space": ("a.html", lambda: page(NAME.replace(" ", "\n      "))),
    "broken in a word": ("a.txt", lambda: b"Zo\xc3\xab Quag-\nmire said so"),
    "broken in a word without a hyphen": ("a.txt", "Zoë Quag\r\nmire said so".encode),
    "with a hidden hyphen": ("a.html", lambda: page(NAME.replace("gm", "g\u00adm"))),
    "with a space that does not break": ("a.html", lambda: page(NAME.replace(" ", "\u00a0"))),
    "as an address": ("a.html", lambda: page('<a href="../zoe-quagmire/">her</a>')),
    "in one word": ("a.js", lambda: b"const zoeQuagmire = 1"),
    "with marks between": ("a.html", lambda: page("Zoë <b>Quag</b>mire")),
    "with names for its signs": ("a.html", lambda: page("Zo&euml;&nbsp;Quagmire")),
    "with numbers for its signs": ("a.html", lambda: page("".join(f"&#{ord(sign)};" for sign in NAME))),
    "with numbers of numbers": ("a.html", lambda: page("".join(f"&amp;#x{ord(sign):x};" for sign in NAME))),
    "percent": ("a.html", lambda: page(f'<a href="?q={quote(NAME)}">')),
    "percent twice": ("a.html", lambda: page(f'<a href="?q={quote(quote(NAME))}">')),
    "every letter percent": ("a.txt", lambda: "".join(f"%{byte:02X}" for byte in NAME.encode()).encode()),
    "plus for a space": ("a.txt", lambda: quote(NAME).replace("%20", "+").encode()),
    "JSON": ("a.json", lambda: json.dumps(NAME).encode()),
    "JSON in HTML": ("a.html", lambda: page(html.escape(json.dumps(NAME)))),
    "every letter JSON": ("a.json", lambda: "".join(f"\\u{ord(sign):04x}" for sign in NAME).encode()),
    "JavaScript": ("a.js", lambda: b"'Zo\\xeb\\x20Quagmire'"),
    "Latin-1": ("a.txt", lambda: NAME.encode("latin-1")),
    "UTF-16": ("a.txt", lambda: NAME.encode("utf-16")),
    "gzip": ("a.gz", lambda: gzip.compress(page(NAME))),
    "gzip in gzip": ("a.gz", lambda: gzip.compress(gzip.compress(page(NAME)))),
    "two gzips after one another": ("a.gz", lambda: gzip.compress(b"nothing") + gzip.compress(page(NAME))),
    "gzip cut short": ("a.gz", lambda: gzip.compress(page(NAME) + bytes(range(256)) * 9)[:-300]),
    "zlib": ("a.bin", lambda: zlib.compress(page(NAME))),
    "bzip2": ("a.bz2", lambda: bz2.compress(page(NAME))),
    "xz": ("a.xz", lambda: lzma.compress(page(NAME))),
    "zip": ("a.zip", lambda: zipped("a.html", page(NAME))),
    "the name of a file in a zip": ("a.zip", lambda: zipped("zoe-quagmire.txt", b"nothing")),
    "a zip after a picture": ("a.jpg", lambda: pictures.jpeg() + zipped("a.html", page(NAME))),
    "Word": ("a.docx", docx),
    "Word in gzip": ("a.gz", lambda: gzip.compress(docx())),
    "a fragment of the search": ("pagefind/fragment/en_1.pf_fragment", fragment),
    "a PDF’s glyphs": ("a.pdf", pdf),
    "a PDF’s title": ("a.pdf", raw_pdf_title),
    "a picture’s author": ("a.jpg", lambda: exif(artist="Zoe Quagmire")),
    "a picture’s author in two bytes a letter": ("a.jpg", xp_author),
    "a picture’s own words": ("a.png", lambda: png(packed=False)),
    "a picture’s packed words": ("a.png", lambda: png(packed=True)),
    "written out in letters": (
        "a.css",
        lambda: b"a{background:url(data:image/svg+xml;base64," + base64.b64encode(page(NAME)) + b")}",
    ),
    "the name of a file": ("people/Zo%C3%AB_Quagmire.jpg", lambda: b"nothing"),
    "the name of a folder": ("zoe-quagmire/index.html", lambda: b"nothing"),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_a_name_is_found_however_it_is_written_down(how: str):
    path, make = HIDDEN[how]

    found = list(leaks_in(path, make(), [wanted()]))

    assert [leak.what for leak in found] == [NAME]


@pytest.mark.parametrize(
    "words", ["Zoë Quag", "Zoe met Mr Quagmire", "Quagmire, Zoë", "Zo Quagmire", "ZoëX Quagmire", "Zoëlla Quagmiro"]
)
def test_another_name_is_not(words: str):
    assert list(leaks_in("a.html", page(words), [wanted()])) == []


LAYERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "zlib": zlib.compress,
    "xz": lzma.compress,
    "zip": lambda data: zipped("inner", data),
    "letters": lambda data: b"url(data:;base64," + base64.b64encode(data) + b")",
}
WRITTEN: dict[str, Callable[[str], str]] = {
    "entities": lambda text: "".join(f"&#{ord(sign)};" for sign in text),
    "percent": quote,
    "JSON": lambda text: json.dumps(text)[1:-1],
    "capitals": str.upper,
    "apart": lambda text: normalize("NFD", text),
    "lines": lambda text: text.replace(" ", "\n\t"),
}


@settings(max_examples=60)
@given(
    words=st.lists(st.text("abcdefghijklmnopqrstuvwxyzéüñçşžåא中ਸ", min_size=4, max_size=9), min_size=1, max_size=3),
    ways=st.lists(st.sampled_from(sorted(WRITTEN)), max_size=2, unique=True),
    packing=st.lists(st.sampled_from(sorted(LAYERS)), max_size=3),
)
def test_any_words_are_found_under_any_layers(words: list[str], ways: list[str], packing: list[str]):
    text = " ".join(words)
    for way in sorted(ways, key=lambda way: way != "capitals"):
        text = WRITTEN[way](text)
    data = page(text)
    for layer in packing:
        data = LAYERS[layer](data)

    found = list(leaks_in("a", data, [wanted(" ".join(words))]))

    assert len(found) == 1


@pytest.mark.parametrize(
    "written",
    [
        "45.09381,-29.91642",
        "lat=45.093810",
        '{"lon": -29.91642}',
        "45.0938",
        "45.093",
        "45.094",
        "29,9164",
        "45.09 -29.91",
        "-29.92, 45.09",
        "?mlat=45%2E0938",
    ],
)
def test_a_place_is_found_by_its_figures_and_by_fewer_of_them(written: str):
    assert [leak.what for leak in leaks_in("a.html", page(written), [wanted(POINT)])] == [POINT]


@pytest.mark.parametrize("written", ["45.09", "145.09381", "45.0939", "45.1 -29.9", "29.91", "5.09381"])
def test_another_place_is_not(written: str):
    assert list(leaks_in("a.html", page(written), [wanted(POINT)])) == []


@pytest.mark.parametrize(("term", "words", "is_found"), [("Mo", "and Mo said", True), ("Mo", "more", False)])
def test_a_short_word_is_found_only_by_itself(term: str, words: str, is_found: bool):
    assert bool(list(leaks_in("a.html", page(words), [wanted(term)]))) == is_found


def _saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    saved = io.BytesIO()
    picture.save(saved, kind, **how)
    return saved.getvalue()


CHANGED: dict[str, Callable[[Image.Image], bytes]] = {
    "smaller": lambda photo: _saved(photo.resize((240, 180)), "JPEG", quality=70),
    "as WebP": lambda photo: _saved(photo.resize((400, 300)), "WEBP", quality=50),
    "as a tiny PNG": lambda photo: _saved(photo.resize((64, 48)), "PNG"),
    "turned": lambda photo: _saved(photo.transpose(Image.Transpose.ROTATE_90), "JPEG"),
    "mirrored": lambda photo: _saved(photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT), "JPEG"),
    "without colour": lambda photo: _saved(photo.convert("L"), "JPEG"),
    "lighter": lambda photo: _saved(ImageEnhance.Brightness(photo).enhance(1.2), "JPEG"),
    "in a zip": lambda photo: zipped("a.jpg", _saved(photo.resize((240, 180)), "JPEG")),
    "in a page": lambda photo: page(
        f"<img src='data:image/jpeg;base64,{base64.b64encode(_saved(photo, 'JPEG')).decode()}'>"
    ),
}


@pytest.mark.parametrize("how", CHANGED)
def test_a_photo_is_known_by_what_it_shows(tmp_path: Path, how: str):
    photo = pictures.noise(800, 600)
    (tmp_path / "gamelan.jpg").write_bytes(_saved(photo, "JPEG", quality=95))

    found = list(leaks_in("photos/1.jpg", CHANGED[how](photo), [], [photo_of(tmp_path / "gamelan.jpg")]))

    assert [leak.excerpt for leak in found] == ["a picture that looks like it"]


def test_a_photo_is_known_by_its_bytes_though_it_be_no_picture(tmp_path: Path):
    (tmp_path / "gamelan.raw").write_bytes(bytes(range(200)))

    found = list(leaks_in("a.tar", b"before" + bytes(range(200)) + b"after", [], [photo_of(tmp_path / "gamelan.raw")]))

    assert [leak.excerpt for leak in found] == ["the photo itself"]


def test_another_photo_is_not_known(anytown_site: Path, drawn_anytown: Path):
    """It looks like its own sizes and like no other picture in the site, drawn ones included."""
    looks = likenesses((drawn_anytown / "stories/repair-cafe/bench.jpg").read_bytes())

    alike = {
        file.name.partition("-")[0]
        for file in anytown_site.rglob("*")
        if file.suffix in (".jpg", ".webp", ".png") and looks_like(file.read_bytes(), looks)
    }

    assert len(alike) == 1


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/stories").mkdir(parents=True)
    (tmp_path / "site/stories/index.html").write_bytes(b"<p>Nothing</p>\n" + page(NAME))
    (tmp_path / "site/map.txt").write_bytes(b"nothing at all")
    return tmp_path / "site"


def test_what_is_found_is_told_with_its_file_its_line_and_the_words_around(site: Path, capsys):
    assert leaks(site, "zoe quagmire", "nowhere to be found") == 1

    said = capsys.readouterr().out
    assert "stories/index.html, line 2: zoe quagmire\n" in said
    assert "once zoe quagmire said so" in said
    assert said.splitlines()[-1].startswith("Found in 1 of 2 files")


def test_nothing_found_is_said_too(site: Path, capsys):
    assert leaks(site, "Quagmyre") == 0

    assert capsys.readouterr().out.startswith("Nothing was found in 2 files")


def test_a_photo_is_looked_for(site: Path, tmp_path: Path, capsys):
    (tmp_path / "bench.jpg").write_bytes(pictures.jpeg(pictures.noise(600, 450)))
    (site / "0e7a.webp").write_bytes(_saved(pictures.noise(300, 225), "WEBP"))

    assert leaks(site, "--photo", str(tmp_path / "bench.jpg")) == 1

    assert "0e7a.webp: bench.jpg\n" in capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["..."]])
def test_what_cannot_be_looked_for_is_refused(site: Path, words: list[str], capsys):
    assert leaks(site, *words) == 2

    assert capsys.readouterr().out == ""


def test_where_nothing_is_nobody_can_look(tmp_path: Path, capsys):
    assert leaks(tmp_path / "nowhere", NAME) == 2

    assert "no folder" in capsys.readouterr().err


def test_what_is_kept_aside_is_not_looked_into(tmp_path: Path):
    (tmp_path / ".cache/withdrawn/a").mkdir(parents=True)
    (tmp_path / ".cache/withdrawn/a/story.md").write_bytes(page(NAME))
    (tmp_path / ".cache/other").write_bytes(b"nothing")

    assert leaks(tmp_path / ".cache", NAME) == 0


def test_a_file_that_cannot_be_read_makes_it_uncertain(site: Path, monkeypatch, capsys):
    def broken(self: Path) -> bytes:
        raise PermissionError(13, "not allowed", str(self))

    monkeypatch.setattr(Path, "read_bytes", broken)

    assert leaks(site, NAME) == 2

    assert "nothing is certain" in capsys.readouterr().err


def everywhere(root: Path) -> int:
    return run_command(PROJECT, read_arguments(PROJECT, ["leaks", "--root", str(root), NAME]))


@pytest.mark.parametrize(
    "folder", ["site", "site-offline", "preview", "proof", "book", "poster", "newsletter", ".cache"]
)
def test_every_folder_the_guide_writes_is_looked_through(folder: str, anytown: Path, capsys):
    (anytown / "site").mkdir(exist_ok=True)
    (anytown / folder).mkdir(exist_ok=True)
    (anytown / folder / "left.html").write_bytes(page(NAME))

    assert everywhere(anytown) == 1

    assert f"{folder}/left.html" in capsys.readouterr().out.replace("\\", "/")


def test_a_folder_somebody_named_is_looked_through_even_after_a_story_was_taken_down(anytown: Path, tmp_path: Path):
    (anytown / "site").mkdir(exist_ok=True)
    named = tmp_path / "on the desk"
    words = ["proof", "repair-cafe", "--root", str(anytown), "--out", str(named)]
    assert run_command(PROJECT, read_arguments(PROJECT, words)) == 0
    (named / "left.html").write_bytes(page(NAME))
    forget(anytown / ".cache", "night-choir", [], anytown / "site")

    assert everywhere(anytown) == 1


@pytest.mark.parametrize("made", [("book",), ("newsletter", "2026-03"), ("poster", "repair-cafe")])
def test_what_was_made_into_a_folder_somebody_named_is_looked_through(
    made: tuple[str, ...], anytown: Path, tmp_path: Path, capsys
):
    named = tmp_path / "on the desk"
    run_command(PROJECT, read_arguments(PROJECT, [*made, "--root", str(anytown), "--to", str(named)]))
    named.mkdir(exist_ok=True)
    (named / "left.html").write_bytes(page(NAME))
    capsys.readouterr()

    assert everywhere(anytown) == 1

    assert "left.html" in capsys.readouterr().out


def test_without_a_site_all_else_is_looked_through_and_that_is_said(anytown: Path, capsys):
    shutil.rmtree(anytown / "site", ignore_errors=True)
    (anytown / "proof").mkdir()
    (anytown / "proof/left.html").write_bytes(page(NAME))

    assert everywhere(anytown) == 1

    said = capsys.readouterr()
    assert "left.html" in said.out
    assert "site, so what is published was not looked at" in said.err


def test_where_nothing_was_ever_made_nobody_can_look(anytown: Path, capsys):
    shutil.rmtree(anytown / "site", ignore_errors=True)
    (anytown / ".cache").mkdir(exist_ok=True)

    assert everywhere(anytown) == 2


def of_story(root: Path, slug: str) -> int:
    return run_command(PROJECT, read_arguments(PROJECT, ["leaks", "--root", str(root), "--story", slug]))


SENTENCE = "A kettle hummed all winter long behind the counter."


@pytest.fixture
def a_story_repeated(anytown: Path) -> Path:
    file = anytown / "stories/night-choir/story.md"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{SENTENCE}\n", encoding="utf-8")
    (anytown / "proof").mkdir()
    (anytown / "proof/left.html").write_bytes(f"<p>{SENTENCE}".encode())
    return anytown


@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_a_story_is_looked_for_by_its_sentences_for_as_long_as_they_are_here(
    is_withdrawn: bool, a_story_repeated: Path, capsys
):
    if is_withdrawn:
        words = ["withdraw", "night-choir", "--yes", "--root", str(a_story_repeated)]
        assert run_command(PROJECT, read_arguments(PROJECT, words)) == 0
    capsys.readouterr()

    assert of_story(a_story_repeated, "night-choir") == 1

    assert SENTENCE in capsys.readouterr().out


def test_a_story_is_looked_for_by_an_older_name(a_story_repeated: Path):
    words = ["rename", "night-choir", "evening-choir", "--root", str(a_story_repeated)]
    run_command(PROJECT, read_arguments(PROJECT, words))

    assert of_story(a_story_repeated, "night-choir") == 1


def test_once_its_words_are_deleted_some_have_to_be_typed(a_story_repeated: Path, capsys):
    words = ["withdraw", "night-choir", "--yes", "--root", str(a_story_repeated)]
    run_command(PROJECT, read_arguments(PROJECT, words))
    shutil.rmtree(a_story_repeated / ".cache")

    assert of_story(a_story_repeated, "night-choir") == 2

    assert "Type a few of them" in capsys.readouterr().err


def test_a_story_that_is_not_there_is_not_looked_for(a_story_repeated: Path, capsys):
    assert of_story(a_story_repeated, "nigt-choir") == 2

    assert "Did you mean “night-choir”?" in capsys.readouterr().err
