"""A site that is read from disk: every link leads to a file, and nothing waits for a server."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as some
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dispatch import run_command
from storyguide.site.offline import page_from_disk, take_offline
from storyguide.site.publish import Published

from tests.conftest import PROJECT, built
from tests.site_pages import page_of, pages_in


@pytest.fixture(scope="module")
def copy(anytown_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Anytown's site, taken offline."""
    site = tmp_path_factory.mktemp("stick") / "anytown"
    shutil.copytree(anytown_site, site)
    take_offline(site, address="https://anytown.example/")
    return site


def test_every_link_and_everything_a_page_loads_is_a_file(copy: Path):
    wrong = [
        f"{page}: {address}"
        for page, read in pages_in(copy).items()
        for element, address, given in read.addresses
        if not _leads_out(address) and not _file(copy, page, address).is_file()
        if not (element == "link" and given.get("rel") == "canonical")
    ]

    assert wrong == []


def test_every_part_of_a_page_that_is_linked_to_is_there(copy: Path):
    pages = pages_in(copy)
    wrong = [
        f"{page}: {address}"
        for page, read in pages.items()
        for element, address, _ in read.addresses
        if element == "a" and (part := urlsplit(address).fragment) and not _leads_out(address)
        if unquote(part) not in pages[_file(copy, page, address).relative_to(copy).as_posix()].ids
    ]

    assert wrong == []


def test_what_a_style_sheet_asks_for_is_there(copy: Path):
    for sheet in copy.rglob("*.css"):
        for asked in re.findall(r'url\("?([^)"]+)"?\)', sheet.read_text(encoding="utf-8")):
            assert asked.startswith("data:") or (sheet.parent / asked).is_file(), f"{sheet.name}: {asked}"


def test_no_page_has_a_script_or_a_form_and_each_says_what_it_may_load(copy: Path):
    pages = pages_in(copy).values()

    for read in pages:
        names = [name for name, _ in read.elements]
        policies = [given["content"] for name, given in read.elements if given.get("http-equiv", "").startswith("Cont")]
        assert "script" not in names
        assert not [given for name, given in read.elements if name == "form" and given.get("role") == "search"]
        assert [("script-src" in policy, "default-src 'none'" in policy) for policy in policies] == [(False, True)]
    assert len(pages) > 60
    assert not [*copy.rglob("*.js"), *copy.glob("pagefind"), *copy.glob("404.html")]


def test_where_one_would_search_it_says_where_that_can_be_done_and_what_can_be_done_here(copy: Path):
    page = pages_in(copy)["search/index.html"]
    note = page.texts_of("note")

    assert note == [
        "Searching works on the published guide. This is a copy to be read without the internet: here, every story "
        "can be found from A to Z, and in the ways below."
    ]
    addresses = [address for _, address, _ in page.addresses]
    assert "https://anytown.example/search/" in addresses
    assert "../stories/a-z/index.html" in addresses


def test_an_address_that_leads_on_by_itself_leads_to_a_file(copy: Path):
    moved = (copy / "stories/mending-cafe/index.html").read_text(encoding="utf-8")

    assert '<meta http-equiv="refresh" content="0; url=../repair-cafe/index.html">' in moved


def test_what_is_online_already_is_not_taken_for_the_same_when_a_copy_is_asked_for(anytown: Path, tmp_path: Path):
    built(anytown, tmp_path / "site")

    again = built(anytown, tmp_path / "site", offline=True)

    assert not again.unchanged
    assert not (tmp_path / "site/pagefind").exists()


def test_a_copy_is_asked_for_by_one_word_and_put_beside_the_site(
    anytown: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    asked: list[tuple[Path, object]] = []

    def note(root: Path, out: Path, **settings: object) -> Published:
        asked.append((out, settings["offline"]))
        return Published(built=True)

    monkeypatch.setattr("storyguide.site.publish.publish", note)
    monkeypatch.setattr("storyguide.cli.tin_downloads.add", lambda *_, **__: None)

    status = run_command(PROJECT, read_arguments(PROJECT, ["--offline", "--root", str(anytown)]))

    assert status == 0
    assert asked == [(anytown.resolve() / "site-offline", True)]
    assert "it needs no internet" in capsys.readouterr().out


FILES = {"index.html", "stories/index.html", "stories/tea/index.html", "a b/index.html", "papers/plan.pdf"}


@pytest.mark.parametrize(
    ("written", "leads_to"),
    [
        ("../", "../index.html"),
        ("../../", "../../index.html"),
        ("./", "index.html"),
        ("./#join", "index.html#join"),
        ("../tea", "../tea/index.html"),
        ("../?theme=tea&amp;q=1", "../index.html?theme=tea&amp;q=1"),
        ("/stories/", "../index.html"),
        ("/", "../../index.html"),
        ("https://anytown.example/stories/", "../index.html"),
        ("../../a%20b/", "../../a%20b/index.html"),
        ("../../papers/plan.pdf", "../../papers/plan.pdf"),
        ("#join", "#join"),
        ("https://elsewhere.example/stories/", "https://elsewhere.example/stories/"),
        ("//elsewhere.example/", "//elsewhere.example/"),
        ("mailto:stories@example.org", "mailto:stories@example.org"),
        ("../gone/", "../gone/"),
    ],
)
def test_a_link_on_a_storys_page(written: str, leads_to: str):
    html = f'<p><a class="x" href="{written}" title="a > b">Go</a></p>'

    made = page_from_disk(html, "stories/tea/index.html", FILES, address="https://anytown.example/")

    assert made == html.replace(written, leads_to, 1)


def test_what_stood_there_for_want_of_scripts_stands_there_and_leads_to_files():
    made = page_from_disk(
        '<noscript><a href="../">All</a></noscript><script>go()</script>', "stories/tea/index.html", FILES
    )

    assert made == '<a href="../index.html">All</a>'


@given(some.text(alphabet="<>=\"'/ahref !-\n", max_size=60))
def test_words_that_look_like_markup_stay_as_they_are(words: str):
    safe = words.replace("&", "&amp;").replace("<", "&lt;")
    html = f'<p title="{safe.replace(chr(34), "&quot;")}">{safe}</p>'

    assert page_from_disk(html, "stories/tea/index.html", FILES) == html


@given(some.text(max_size=40))
def test_whatever_a_link_says_a_page_can_be_made(address: str):
    written = address.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")

    made = page_from_disk(f'<a href="{written}">Go</a>', "stories/tea/index.html", FILES)

    assert len(page_of(made).addresses) == 1


def _leads_out(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def _file(site: Path, page: str, address: str) -> Path:
    """The very file, as a browser finds it on a disk: nobody there puts index.html after a folder's name."""
    path = unquote(urlsplit(address).path)
    assert not path.startswith("/"), address
    return ((site / page).parent / path).resolve() if path else site / page


def test_only_a_page_whose_story_has_a_last_day_keeps_its_script_and_may_run_it():
    ends = '<script src="../../assets/until.js"></script>\n'
    others = '<script type="module" src="../../assets/guide.js"></script>\n<script>alert("/assets/until.js")</script>'
    head = '<head>\n<meta charset="utf-8">\n'

    hiding = page_from_disk(f"{head}{ends}{others}</head>", "stories/tea/index.html", FILES)
    plain = page_from_disk(f"{head}{others}</head>", "stories/tea/index.html", FILES)

    assert (hiding.count("<script"), hiding.count(ends)) == (1, 1)
    assert "script-src 'self' file:" in hiding
    assert "script" not in plain
