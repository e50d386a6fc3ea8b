"""An editor saves, and sees it in the browser without pressing anything."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect
from storyguide.engines.mkdocs.engine import MkDocs
from storyguide.front.showing import AtAFreePort
from storyguide.preview.answering import Answering
from storyguide.preview.keeping_up import keep_up
from storyguide.preview.preview import Preview
from storyguide.site.parts import find_parts

from tests.browser.conftest import NewPage
from tests.conftest import TODAY
from tests.patience import PATIENCE

TITLE = "The repair café: nothing is broken until Thursday"


@pytest.fixture
def address(anytown: Path) -> Iterator[str]:
    """A preview of a copy of Anytown, and where it is."""
    preview, stop = Preview(anytown, engine=MkDocs(), assets=find_parts(), today=lambda: TODAY), threading.Event()
    with AtAFreePort(type("Here", (Answering,), {"preview": preview})) as server:
        for work in (server.serve_forever, lambda: keep_up(preview, anytown, stop)):
            threading.Thread(target=work, daemon=True).start()
        yield server.address
        stop.set()
        server.shutdown()
    preview.close()


class Another:
    """Somebody else reading another page all the while."""

    def __init__(self, page: str) -> None:
        self._page, self._stop, self.answers = page, threading.Event(), 0
        self._thread = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> "Another":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _read(self) -> None:
        while not self._stop.wait(0.05):
            with urlopen(self._page, timeout=PATIENCE) as answer:  # noqa: S310 - our own, on this machine
                assert answer.status == 200
                answer.read()
            self.answers += 1


def test_each_change_shows_by_itself_while_other_pages_answer(
    anytown: Path, address: str, new_page: NewPage, foreign: list[str]
) -> None:
    story = anytown / "stories/repair-cafe/story.md"
    sound = story.read_text(encoding="utf-8")
    page, faults = new_page(1280), []
    page.on("pageerror", lambda error: faults.append(str(error)))

    def write(text: str) -> None:
        story.write_text(text, encoding="utf-8")

    with Another(f"{address}stories/marrow-race/") as other:
        page.goto(f"{address}stories/repair-cafe/")
        write(f"{sound}\nA badger came in.\n")
        expect(page.get_by_text("A badger came in.")).to_be_visible()

        write(sound.replace(TITLE, "The mending morning"))
        expect(page.get_by_role("heading", level=1)).to_have_text("The mending morning")

        page.goto(f"{address}themes/music/")
        expect(page.locator(".card", has_text=TITLE)).to_have_count(0)
        write(sound.replace("\nthemes:\n", "\nthemes:\n  - Music\n"))
        expect(page.locator(".card", has_text=TITLE)).to_have_count(1)
        write(sound)
        expect(page.locator(".card", has_text=TITLE)).to_have_count(0)

        page.goto(f"{address}stories/repair-cafe/")
        before = page.locator("article img").first.get_attribute("src")
        shutil.copy(anytown / "stories/soup-on-the-steps/steps.jpg", anytown / "stories/repair-cafe/bench.jpg")
        expect(page.locator("article img").first).not_to_have_attribute("src", before or "")

        page.goto(f"{address}stories/")
        shutil.copytree(anytown / "stories/repair-cafe", anytown / "stories/second-cafe")
        new = anytown / "stories/second-cafe/story.md"
        new.write_text(sound.replace(TITLE, "A second café"), encoding="utf-8")
        expect(page.locator(".card", has_text="A second café")).to_have_count(1)
        shutil.rmtree(anytown / "stories/second-cafe")
        expect(page.locator(".card", has_text="A second café")).to_have_count(0)

        page.goto(f"{address}stories/repair-cafe/")
        write(sound.replace("\ntitle:", "\ntilte:"))
        expect(page.locator(".unpublished")).to_contain_text("tilte")
        expect(page.locator(".to-mend summary")).to_have_text("1 thing keeps a story from being published")
        write(sound)
        expect(page.locator(".unpublished")).to_have_count(0)
        expect(page.locator(".to-mend")).to_have_count(0)

    assert other.answers
    assert not faults
    assert not foreign
    assert page.get_by_text("A preview, not public").count() == 1
