"""The machinery that pages are tested with finds what it is there to find."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.nu import errors
from tests.browser.served import Sites

_SOUND = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Tea on the green</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'">
</head><body><main><h1>Tea on the green</h1><p>{words}</p></main></body></html>
"""


@pytest.fixture
def a_site(tmp_path: Path):
    def of(words: str) -> Path:
        (tmp_path / "index.html").write_text(_SOUND.format(words=words), encoding="utf-8")
        return tmp_path

    return of


def test_a_sound_page_is_let_pass(a_site, serve_site: Sites, new_page: NewPage, foreign: list[str]):
    folder = a_site("Every Thursday.")

    page = new_page(390)
    page.goto(serve_site(folder))

    assert violations(page) == []
    assert errors([folder / "index.html"]) == []
    assert foreign == []


def test_axe_sees_a_picture_without_words_behind_the_pages_own_policy(a_site, serve_site: Sites, new_page: NewPage):
    page = new_page(390, dark=True)
    page.goto(serve_site(a_site('<img src="cups.png">')))

    (told,) = violations(page)

    assert told.startswith("image-alt (critical)")
    assert "img" in told


def test_the_nu_checker_names_the_file_and_the_line(a_site):
    folder = a_site("<div>Every Thursday.</div>")

    told = errors([folder / "index.html"])

    assert "index.html, line 5: " in told[0]
    assert "end tag" in told[0]


def test_what_is_asked_of_another_host_is_refused_and_told(a_site, serve_site: Sites, new_page, foreign: list[str]):
    folder = a_site("Every Thursday.")
    address = serve_site(folder)
    # The last would be answered, since it is this very machine, if only names were not kept from being looked up.
    asked = [
        "https://tiles.example/1.png",
        "http://192.0.2.7/2.png",
        f"http://localhost:{urlsplit(address).port}/3.png",
    ]
    (folder / "index.html").write_text("".join(f'<img src="{one}" alt="">' for one in asked), encoding="utf-8")
    serve_site.forget()

    page = new_page(390)
    page.goto(address)

    assert sorted(foreign) == sorted(asked)
    assert "/3.png" not in [answer.path for answer in serve_site.sent]


def test_a_page_without_script_runs_none(a_site, serve_site: Sites, new_page: NewPage):
    folder = a_site("")
    (folder / "index.html").write_text(
        "<p>Still.</p><script>document.body.innerHTML = 'Moved.'</script>", encoding="utf-8"
    )
    address = serve_site(folder)

    still, moved = new_page(390, script=False), new_page(390)
    still.goto(address)
    moved.goto(address)

    assert still.inner_text("body") == "Still."
    assert moved.inner_text("body") == "Moved."


def test_bytes_are_counted_as_they_go_over_the_line(a_site, serve_site: Sites, new_page: NewPage):
    folder = a_site("again and " * 1000)
    address = serve_site(folder)
    serve_site.forget()

    new_page(390).goto(address)

    (answer,) = [answer for answer in serve_site.sent if answer.path == "/"]
    assert answer.status == 200
    assert answer.size < (folder / "index.html").stat().st_size / 10
