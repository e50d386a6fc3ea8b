"""Answers to a tin: kept on the device, written out, printed, and wiped."""

import io

import docx
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.served import Sites
from tests.browser.tins import (
    CHECK,
    REFLECTIVE,
    WHERE_NOW,
    downloaded,
    plan_something,
    pressed_to,
    printed,
    saved,
    unwrapped,
)

_REFUSED = (
    """Object.defineProperty(window, "localStorage", {get() { throw new DOMException("No.", "SecurityError"); }});"""
)
_FULL = 'Storage.prototype.setItem = () => { throw new DOMException("Full.", "QuotaExceededError"); };'


def test_a_step_is_worked_by_keyboard_reloaded_written_out_printed_and_wiped(dudley: str, new_page: NewPage):
    page = new_page(390)
    page.goto(dudley + WHERE_NOW)
    tick, room = page.get_by_label("I write it down, draw it"), page.get_by_label("Which one blank would make")

    page.keyboard.press("Tab")
    pressed_to(page, tick)
    page.keyboard.press("Space")
    pressed_to(page, room)
    page.keyboard.type("Somebody to think aloud with.")
    page.keyboard.press("Enter")
    page.keyboard.type("Ånimals & <b>bold</b> friends, “quoted”.")
    saved(page)
    pressed_to(page, page.get_by_label("I have done this step"))
    page.keyboard.press("Space")
    page.reload()

    expect(tick).to_be_checked()
    expect(room).to_have_value("Somebody to think aloud with.\nÅnimals & <b>bold</b> friends, “quoted”.")
    expect(page.get_by_label("I have done this step")).to_be_checked()

    name, text = downloaded(page, "Download my answers")
    told = text.decode()
    assert name == "reflective-practice-my-answers.txt"
    assert told.startswith("Reflective Practice\n===================\n")
    for words in (
        "Step 4 of 5: Check where you are now",
        "About me ✓ I write it down, draw it or record it, so that I can find it again.",
        "Which one blank would make the most difference if you could tick it in a month? Why that one?",
        "Somebody to think aloud with. Ånimals & <b>bold</b> friends, “quoted”.",
    ):
        assert words in unwrapped(told)
    assert "Which tick are you proud of" not in told
    assert max(map(len, told.splitlines())) <= 80

    name, word = downloaded(page, "Download as Word document")
    document = docx.Document(io.BytesIO(word))
    assert name == "reflective-practice-my-answers.docx"
    assert [(one.style.name, one.text) for one in document.paragraphs if one.style.name != "Normal"] == [
        ("Title", "Reflective Practice"),
        ("Heading 1", "Step 4 of 5: Check where you are now"),
        ("Heading 2", "About me"),
        ("Asked", "Which one blank would make the most difference if you could tick it in a month? Why that one?"),
    ]
    assert "Somebody to think aloud with.\nÅnimals & <b>bold</b> friends, “quoted”." in [
        one.text for one in document.paragraphs
    ]

    on_paper = printed(page)
    assert "Somebody to think aloud with. Ånimals & <b>bold</b> friends, “quoted”." in on_paper
    assert "Take your answers with you" not in on_paper

    clear = page.get_by_role("button", name="Clear my answers")
    pressed_to(page, clear)
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Clear my answers?")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".kept")).to_have_text("All your answers are gone from this device.")
    expect(clear).to_be_focused()
    for again in (False, True):
        if again:
            page.reload()
        expect(room).to_have_value("")
        expect(tick).not_to_be_checked()
        expect(page.get_by_label("I have done this step")).not_to_be_checked()
        assert page.evaluate("Object.keys(localStorage)") == []


def test_no_answer_is_wiped_by_a_second_thought(dudley: str, new_page: NewPage):
    page = new_page(390)
    page.goto(dudley + WHERE_NOW)
    page.get_by_label("Which one blank would make").fill("Company.")
    saved(page)

    page.get_by_role("button", name="Clear my answers").click()
    page.get_by_role("button", name="No, keep it").click()

    expect(page.get_by_role("button", name="Clear my answers")).to_be_focused()
    page.reload()
    expect(page.get_by_label("Which one blank would make")).to_have_value("Company.")


def test_a_tin_is_one_whole_wherever_it_is_answered(dudley: str, new_page: NewPage):
    page = new_page(390)
    page.goto(dudley + WHERE_NOW)
    page.get_by_label("Which one blank would make").fill("Company.")
    saved(page)
    page.goto(f"{dudley}{REFLECTIVE}make-a-plan/")
    page.get_by_label("What will we do?").first.fill("Three minutes")
    page.goto(f"{dudley}{REFLECTIVE}whole/")  # leaving saves

    expect(page.get_by_label("Which one blank would make")).to_have_value("Company.")
    expect(page.locator("[data-plan] textarea").first).to_have_value("Three minutes")
    page.get_by_label("Which one blank would make").fill("Company, and tea.")
    saved(page)
    page.goto(f"{dudley}{REFLECTIVE}make-a-plan/")
    told = downloaded(page, "Download my answers")[1].decode()
    assert "Company, and tea." in told
    assert "What will you do, and when? Row 1 What will we do? Three minutes" in unwrapped(told)
    assert told.index("Step 4 of 5: Check where you are now") < told.index("Step 5 of 5: Make a plan")


def test_what_is_kept_of_one_tin_is_its_own_and_says_which_site_and_form(dudley: str, new_page: NewPage):
    page = new_page(390)
    page.goto(dudley + WHERE_NOW)
    page.get_by_label("Which one blank would make").fill("Company.")
    saved(page)

    assert page.evaluate("Object.keys(localStorage)") == ["storyguide:/:tin:reflective-practice:1"]
    page.goto(dudley + CHECK)
    plan_something(page)
    saved(page)
    page.get_by_role("button", name="Clear my answers").click()
    page.get_by_role("button", name="Yes, clear all of it").click()
    assert page.evaluate("Object.keys(localStorage)") == ["storyguide:/:tin:reflective-practice:1"]


def test_what_is_cleared_in_one_window_is_gone_from_the_other(dudley: str, new_page: NewPage):
    first = new_page(390)
    first.goto(dudley + WHERE_NOW)
    first.get_by_label("Which one blank would make").fill("Company.")
    saved(first)
    second = first.context.new_page()
    second.goto(f"{dudley}{REFLECTIVE}whole/")

    second.get_by_role("button", name="Clear my answers").click()
    second.get_by_role("button", name="Yes, clear all of it").click()

    expect(first.get_by_label("Which one blank would make")).to_have_value("")
    first.reload()
    expect(first.get_by_label("Which one blank would make")).to_have_value("")


def test_steps_say_in_words_how_far_one_is_with_them_and_none_is_locked(dudley: str, new_page: NewPage):
    page = new_page(390)
    page.goto(dudley + REFLECTIVE)
    assert page.locator(".reached").count() == 0
    assert page.get_by_role("button", name="Clear my answers").count() == 0

    page.goto(dudley + WHERE_NOW)
    page.get_by_label("Which one blank would make").fill("Company.")
    saved(page)
    expect(page.locator(".stepnav li", has_text="Check where you are now")).to_contain_text("Started")
    page.goto(f"{dudley}{REFLECTIVE}how-it-can-help-you/")
    page.get_by_label("I have done this step").check()
    saved(page)
    page.goto(dudley + REFLECTIVE)

    assert page.locator(".steps .reached").all_inner_texts() == ["Done", "Started"]
    expect(page.locator(".steps li", has_text="See how it can help you")).to_contain_text("Done")
    assert "Company." in downloaded(page, "Download my answers")[1].decode()
    assert page.locator(".steps a").count() == 5


def test_answers_are_saved_a_moment_after_the_last_key_and_nothing_is_sent(
    dudley: str, serve_site: Sites, new_page: NewPage
):
    page = new_page(390)
    page.goto(dudley + CHECK, wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    serve_site.forget()

    plan_something(page)
    assert page.locator(".kept").inner_text() == ""
    saved(page)
    page.get_by_label("I have done this step").check()
    saved(page)

    assert asked == []
    assert serve_site.sent == []
    assert page.url == dudley + CHECK


@pytest.mark.parametrize("fault", [_REFUSED, _FULL])
def test_where_nothing_may_be_kept_the_page_says_so_and_all_else_works(dudley: str, new_page: NewPage, fault: str):
    page = new_page(390)
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.add_init_script(fault)
    page.goto(dudley + CHECK)

    expect(page.locator(".note").first).to_contain_text("This device will not keep what you write")
    plan_something(page)
    expect(page.locator(".kept")).to_contain_text("Print your answers or download them before you go.")
    assert "Knock on twelve doors." in downloaded(page, "Download my answers")[1].decode()
    assert "Knock on twelve doors." in downloaded(page, "Download the plan")[1].decode()
    page.get_by_role("button", name="Clear my answers").click()
    page.get_by_role("button", name="Yes, clear all of it").click()
    expect(page.locator(".asked textarea").first).to_have_value("")
    assert told == []
