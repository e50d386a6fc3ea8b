"""The proof command: one story, published or not, as a page in one file and as a PDF for everybody."""

import re
from pathlib import Path

import pikepdf
import pytest
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dispatch import run_command

from tests.making.downloads.reading_back import read_pdf
from tests.pictures import jpeg, noise
from tests.site_pages import page_of

PROJECT = Path(__file__).parents[1]
HOSTILE = """---
title: "\\" onclick=alert(1) ' & {{ 7 * 7 }} #panic() url(x)"
summary: "&lt;script&gt; $1 \\\\1 #set text(fill: red) [] `"
storyteller: "Mo \\" onclick=alert(3)"
place: Millbank
themes: [Company]
told_on: 2026-11-20
photos:
  - file: pot.jpg
    alt: '" onerror=alert(4) `#eval("1")` \\ ] &lt;/style&gt;'
    caption: "[a](javascript:alert(5)) $x$ @label"
    credit: "Mo & Co"
    licence: CC BY-SA 4.0
licence: CC BY-SA 4.0
status: draft
---
#panic("x") `</style>` $x$ "\\*" [here](javascript:alert(6)) and [there](../repair-cafe/story.md).

![a > b](pot.jpg)
"""


def proof(root: Path, slug: str, *words: str) -> int:
    return run_command(PROJECT, read_arguments(PROJECT, ["proof", "--root", str(root), slug, *words]))


@pytest.fixture(scope="module")
def made(drawn_anytown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the proof of the repair café; not to be changed."""
    out = tmp_path_factory.mktemp("proofs")
    assert proof(drawn_anytown, "repair-cafe", "--out", str(out)) == 0
    return out


@pytest.fixture(scope="module")
def page(made: Path) -> str:
    return (made / "proof-repair-cafe.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def opened(made: Path) -> pikepdf.Pdf:
    return pikepdf.open(made / "proof-repair-cafe.pdf")


def figures(opened: pikepdf.Pdf) -> list[str]:
    """What is heard of each picture."""

    def below(element: object) -> list[str]:
        if not isinstance(element, pikepdf.Dictionary):
            return []
        kids = element.get("/K", [])
        found = [one for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) for one in below(kid)]
        return [*([str(element.Alt)] if element.get("/S") == "/Figure" else []), *found]

    return below(opened.Root.StructTreeRoot)


def test_the_page_has_everything_within_and_may_load_nothing(page: str):
    read = page_of(page)

    loaded = [address for element, address, _ in read.addresses if element != "a"]
    assert loaded
    assert all(address.startswith("data:") for address in loaded)
    assert all(found.startswith("data:") for found in re.findall(r"url\(([^)]*)\)", page))
    assert "<script" not in page
    (policy,) = (given["content"] for tag, given in read.elements if given.get("http-equiv"))
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:; font-src data:; base-uri 'none'; "
        "form-action 'none'",
        policy,
    )


def test_a_link_to_another_page_is_plain_words_and_others_lead_where_they_did(page: str):
    read = page_of(page)

    links = [address for element, address, _ in read.addresses if element == "a"]
    assert all(re.match(r"#|https://|mailto:|tel:", address) for address in links)
    assert "https://example.org/toaster" in links
    assert {address[1:] for address in links if address.startswith("#")} <= set(read.ids)
    assert "soup on the steps" in " ".join(read.text.split())


def test_it_says_what_it_is_what_to_look_at_and_how_to_answer(page: str):
    said = " ".join(page_of(page).text.split())

    assert "A proof for the storyteller: not published" in said
    for what in ("The words", "The names", "The photos", "The captions", "The place", "What was agreed"):
        assert what in said
    assert "You are named as “Wilhelmina Inkpot”." in said
    assert "On 1 March 2026 you agreed that it may stand on the web, in the book and in" in said
    assert "The map shows it to about a kilometre." in said
    assert "write to stories@example.org, ring 01632 960 123, or write to The Old Ticket Office" in said
    assert re.search(r"This is wording [0-9a-f]{4}-[0-9a-f]{4}\.", said)


def test_it_holds_the_story_as_it_will_look_and_nothing_of_any_other(page: str):
    read = page_of(page)

    assert "There was a raisin in it." in read.text
    assert "Thursday, ten past six." in read.text
    assert len([1 for tag, given in read.elements if tag == "img"]) == 2
    assert "Read these next" not in read.text
    assert 'content="noindex"' in page


def test_it_is_small_enough_to_be_mailed(made: Path):
    assert sum(file.stat().st_size for file in made.iterdir()) < 5_000_000


def test_the_pdf_is_tagged_titled_in_a_language_and_for_everybody(opened: pikepdf.Pdf):
    assert opened.Root.MarkInfo.Marked == True  # noqa: E712 - a value of the PDF’s own
    assert str(opened.Root.Lang) == "en-GB"
    assert str(opened.docinfo["/Title"]) == "Proof: The repair café: nothing is broken until Thursday"
    with opened.open_metadata() as said:
        assert said["pdfuaid:part"] == "1"


def test_each_photo_is_in_the_pdf_once_with_its_description(opened: pikepdf.Pdf):
    assert figures(opened) == [
        "A workbench under a lamp, with a toaster in pieces and its screws in a row.",
        "A blue kettle with its lid off, standing on newspaper.",
    ]


def test_the_pdf_says_the_same_and_has_room_for_an_answer(made: Path):
    said = " ".join(read_pdf((made / "proof-repair-cafe.pdf").read_bytes()).text.split())

    for words in (
        "A proof for the storyteller: not published",
        "You are named as “Wilhelmina Inkpot”.",
        "Yes, publish it as it is.",
        "e-mail stories@example.org, or ring 01632 960 123",
        "There was a raisin in it.",
        "It whistles again. Photo: Barnaby Kettle.",
        "Forty-one toasters did not go to the tip.",
        "Whoever brings the toaster holds the screwdriver",
        "Come on a Thursday after six",
        "How the photos are described",
    ):
        assert words in said, words


def test_the_same_story_gives_the_same_bytes(drawn_anytown: Path, made: Path, tmp_path: Path):
    proof(drawn_anytown, "repair-cafe", "--out", str(tmp_path / "again"))

    for file in made.iterdir():
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes(), file.name


def test_a_draft_without_consent_or_photo_has_one_too(anytown: Path, capsys: pytest.CaptureFixture[str]):
    folder = anytown / "stories/bread-bag-kites"
    folder.mkdir()
    (folder / "story.md").write_text(
        '---\ntitle: "Kites"\nsummary: "Ten."\nplace: Millbank\nthemes: [Company]\nstatus: draft\n---\nUp they go.\n',
        encoding="utf-8",
    )

    assert proof(anytown, "bread-bag-kites") == 0

    assert "things to look at in stories/bread-bag-kites/story.md" in capsys.readouterr().out
    page = page_of((anytown / "proof/proof-bread-bag-kites.html").read_text(encoding="utf-8"))
    assert "Nothing has been written down yet." in page.text
    assert "You are not named: the page says “somebody who is not named yet”." in page.text
    assert "It is drawn, because there is no photo." in page.text
    assert len(figures(pikepdf.open(anytown / "proof/proof-bread-bag-kites.pdf"))) == 1


def test_what_was_taken_down_or_is_not_there_has_none(anytown: Path, capsys: pytest.CaptureFixture[str]):
    for slug in ("kite-loft", "repair-caff", "../repair-cafe/../../../etc"):
        assert proof(anytown, slug) == 1

    assert not (anytown / "proof").exists()
    said = capsys.readouterr().err
    assert "The story at stories/kite-loft has been taken down" in said
    assert "Did you mean “repair-cafe”?" in said


def test_whatever_a_story_says_stays_text(anytown: Path):
    folder = anytown / "stories/harm"
    folder.mkdir()
    (folder / "story.md").write_text(HOSTILE, encoding="utf-8")
    (folder / "pot.jpg").write_bytes((anytown / "stories/repair-cafe/bench.jpg").read_bytes())

    assert proof(anytown, "harm") == 0

    html = (anytown / "proof/proof-harm.html").read_text(encoding="utf-8")
    read = page_of(html)
    assert "<script" not in html
    assert not [tag for tag, given in read.elements if any(name.startswith("on") for name in given)]
    assert [tag for tag, _ in read.elements].count("style") == 1
    assert not [address for _, address, _ in read.addresses if "javascript:" in address]
    assert "{{ 7 * 7 }} #panic() url(x)" in read.text
    printed = (anytown / "proof/proof-harm.pdf").read_bytes()
    said = " ".join(read_pdf(printed).text.split())
    assert '#panic("x")' in said
    assert "#set text(fill: red)" in said
    assert figures(pikepdf.open(anytown / "proof/proof-harm.pdf")) == [
        '" onerror=alert(4) `#eval("1")` \\ ] &lt;/style&gt;'
    ]


def test_words_no_face_of_ours_can_print_have_a_page_alone(anytown: Path, capsys: pytest.CaptureFixture[str]):
    story = anytown / "stories/seerhiyon-par-shorba/story.md"
    story.write_text(f"{story.read_text(encoding='utf-8')}\nሾርባ\n", encoding="utf-8")

    assert proof(anytown, "seerhiyon-par-shorba") == 0

    assert (anytown / "proof/proof-seerhiyon-par-shorba.html").is_file()
    assert not (anytown / "proof/proof-seerhiyon-par-shorba.pdf").exists()
    assert "print the page from a browser" in capsys.readouterr().out


def test_an_edition_that_nobody_can_be_reached_at_says_to_answer_the_sender(anytown: Path):
    file = anytown / "stories/edition.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"contact:\n(?:  .*\n)+", "", text), encoding="utf-8")

    assert proof(anytown, "repair-cafe") == 0

    html = (anytown / "proof/proof-repair-cafe.html").read_text(encoding="utf-8")
    assert "To say yes, or to ask for a change, answer whoever sent you this." in page_of(html).text
    assert "mailto:" not in html


def test_many_large_photos_are_sent_smaller(anytown: Path):
    folder = anytown / "stories/repair-cafe"
    text = (folder / "story.md").read_text(encoding="utf-8")
    more = "".join(
        f"  - {{file: n{number}.jpg, alt: Grain number {number}., credit: Mo, licence: CC BY-SA 4.0}}\n"
        for number in range(20)
    )
    for number in range(20):
        (folder / f"n{number}.jpg").write_bytes(jpeg(noise(800 + number, 600)))
    (folder / "story.md").write_text(text.replace("photos:\n", f"photos:\n{more}", 1), encoding="utf-8")

    assert proof(anytown, "repair-cafe") == 0

    assert (anytown / "proof/proof-repair-cafe.html").stat().st_size < 5_000_000
    assert len(figures(pikepdf.open(anytown / "proof/proof-repair-cafe.pdf"))) == 22
