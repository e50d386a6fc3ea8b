"""What tests of a tin in use share: its pages, answers given, and what leaves with the reader."""

import io
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

REFLECTIVE = "on-the-tin/reflective-practice/"
WHERE_NOW = f"{REFLECTIVE}where-you-are-now/"
CHECK = "on-the-tin/assets-first/check-yourselves/"
KNOCK = "on-the-tin/the-ninth-chair/knock/"

SAVED = "Saved on this device."


def saved(page: Page) -> None:
    """Wait until the page says that it has saved."""
    expect(page.locator(".kept")).to_have_text(SAVED)


def pressed_to(page: Page, wanted: Locator) -> None:
    """Go on with the Tab key to one control."""
    for _ in range(200):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("The Tab key does not lead there.")


def downloaded(page: Page, name: str) -> tuple[str, bytes]:
    """What a button gives: the file's name and bytes."""
    with page.expect_download() as given:
        page.get_by_role("button", name=name, exact=True).click()
    return given.value.suggested_filename, Path(given.value.path()).read_bytes()


def unwrapped(text: str) -> str:
    return " ".join(text.split())


def printed(page: Page, **how: object) -> str:
    """The words on paper."""
    return unwrapped(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(**how))).pages))


def plan_something(page: Page) -> None:
    """Answer three statements of the first dimension and plan for one."""
    first, second, third = page.locator("[data-statement]").all()[:3]
    first.get_by_label("Not yet").check()
    first.get_by_label("What does it mean for us?").fill("The flats help to run Thursday.")
    first.get_by_label("What will we do?").fill("Knock on twelve doors.")
    first.get_by_label("Who?").fill("Rosalind")
    first.get_by_label("By when?").fill("12 June")
    second.get_by_label("Not yet").check()
    third.get_by_label("Yes, usually").check()
