"""A proof opened by a double click on a phone, with the network cut: all of it is there."""

from pathlib import Path

from storyguide.cli.arguments import read_arguments
from storyguide.cli.dispatch import run_command

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.test_from_disk import complete
from tests.conftest import PROJECT


def test_a_proof_opens_from_disk_without_a_network(drawn_anytown: Path, tmp_path: Path, new_page: NewPage):
    asked = read_arguments(PROJECT, ["proof", "--root", str(drawn_anytown), "--out", str(tmp_path), "repair-cafe"])
    assert run_command(PROJECT, asked) == 0
    page = new_page(390, offline=True)
    told: list[str] = []
    asked_for: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url[:80]}"))
    page.on("request", lambda request: asked_for.append(request.url) if request.url[:5] != "data:" else None)
    file = (tmp_path / "proof-repair-cafe.html").as_uri()

    page.goto(file)

    assert page.get_by_role("heading", name="A proof for the storyteller: not published").is_visible()
    assert complete(page)
    assert page.evaluate("document.images.length") == 2
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 250, 240)"
    page.get_by_role("link", name="How to join in").click()
    assert page.url == f"{file}#join"
    assert page.get_by_role("link", name="Say yes by e-mail").get_attribute("href").startswith("mailto:stories@")
    page.get_by_text("Stories", exact=True).first.click()
    assert page.url == f"{file}#join"
    assert asked_for == [file]
    assert told == []
    assert violations(page) == []
