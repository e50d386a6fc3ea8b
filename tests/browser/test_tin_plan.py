"""A self-check worked through on a phone, and the work plan it ends in."""

import io
import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.tins import CHECK, KNOCK, downloaded, plan_something, pressed_to, printed, saved, unwrapped

_STATEMENT = "We help other people grow in skill, knowledge and belief in themselves."
_NEXT = "We know what we are good at."


def test_a_self_check_ends_in_a_work_plan_of_what_was_planned_and_no_more(dudley: str, new_page: NewPage):
    page = new_page(390)
    page.goto(dudley + CHECK)
    plan = page.get_by_role("region", name=re.compile("Work plan:"))
    expect(plan).to_contain_text("Nothing is planned yet.")
    assert page.locator(".asked:visible").count() == 0

    plan_something(page)
    saved(page)

    first, second, third = page.locator("[data-statement]").all()[:3]
    assert [one.locator(".asked").is_visible() for one in (first, second, third)] == [True, True, False]
    cells = plan.locator("tbody :is(th, td)").evaluate_all("all => all.map(one => one.lastChild?.data ?? '')")
    assert cells == [
        "Confident",
        _STATEMENT,
        "The flats help to run Thursday.",
        "Knock on twelve doors.",
        "Rosalind",
        "12 June",
    ]
    assert plan.locator("li").all_inner_texts() == [_NEXT]
    assert not re.search(r"\d+ ?%|score|\d+ (out )?of \d+", plan.inner_text())

    third.get_by_role("button", name="Plan something for this").click()
    page.keyboard.type("We ask first.")
    assert "We ask first." in plan.inner_text()

    plan.get_by_label("A day to look at it again").fill("2027-03-04")
    name, text = downloaded(page, "Download the plan")
    told = unwrapped(text.decode())
    assert name == "assets-first-work-plan.txt"
    assert f"{_STATEMENT} What does it mean for us? The flats help to run Thursday. What will we do? Knock on" in told
    assert f"Perhaps next ------------ • {_NEXT}" in told
    assert "We look at it again on 4 March 2027." in told

    name, word = downloaded(page, "Download the plan for Word")
    document = docx.Document(io.BytesIO(word))
    assert name == "assets-first-work-plan.docx"
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Statement", "What does it mean for us?", "What will we do?", "Who?", "By when?"],
        [_STATEMENT, "The flats help to run Thursday.", "Knock on twelve doors.", "Rosalind", "12 June"],
        ["We know when we can help and when somebody else should.", "We ask first.", "", "", ""],
    ]
    assert document.sections[0].page_width > document.sections[0].page_height

    name, day = downloaded(page, "Put the day in my calendar")
    assert name == "assets-first-work-plan.ics"
    assert b"DTSTART;VALUE=DATE:20270304\r\n" in day
    assert all(len(line) <= 75 for line in day.split(b"\r\n"))
    assert b"SUMMARY:Look again at our work plan: Assets First" in day.replace(b"\r\n ", b"")

    page.reload()
    assert "Knock on twelve doors." in plan.inner_text()
    expect(plan.get_by_label("A day to look at it again")).to_have_value("2027-03-04")


def test_a_self_check_goes_by_keyboard_from_the_first_answer_to_the_plan_in_hand(dudley: str, new_page: NewPage):
    page = new_page(390)
    page.goto(dudley + CHECK)
    first = page.locator("[data-statement]").first

    page.keyboard.press("Tab")
    pressed_to(page, first.get_by_label("Not yet"))
    page.keyboard.press("Space")
    for words in ("Thursday", "Doors", "Rosalind", "June"):
        page.keyboard.press("Tab")
        page.keyboard.type(words)
    plan = page.get_by_role("region", name=re.compile("Work plan:"))
    pressed_to(page, plan.get_by_role("button", name="Download the plan", exact=True))
    with page.expect_download() as given:
        page.keyboard.press("Enter")

    assert "Who? Rosalind" in Path(given.value.path()).read_text(encoding="utf-8")
    small = page.locator("main button:visible, main label:has(input:not([type=text], [type=date]))").evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().height < 44).map(one => one.textContent)"
    )
    assert small == []


def test_only_the_plan_is_printed_when_the_plan_is_asked_for(dudley: str, new_page: NewPage):
    page = new_page(390)
    page.goto(dudley + CHECK)
    plan_something(page)
    page.evaluate("window.print = () => { window.printed = document.body.className }")

    page.get_by_role("button", name="Print the plan").click()

    assert page.evaluate("window.printed") == "plan-only"
    on_paper = printed(page, prefer_css_page_size=True)
    assert on_paper.startswith("Our work plan From Assets First: Community Empowerment Dimensions.")
    assert on_paper.endswith(f"Perhaps next • {_NEXT}") or on_paper.endswith(_NEXT)
    for words in (_STATEMENT, "Knock on twelve doors.", "Rosalind", "12 June"):
        assert words in on_paper
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "What the five headings are" in printed(page)


@pytest.mark.parametrize("url", [KNOCK, "on-the-tin/the-ninth-chair/whole/"])
def test_any_framework_and_its_own_number_of_statements_make_a_plan(town: str, new_page: NewPage, url: str):
    page = new_page(390)
    page.goto(town + url)
    plan = page.get_by_role("region", name=re.compile("Work plan:"))

    last = page.locator("[data-statement]").last
    last.get_by_role("button", name="Plan something for this").click()
    page.keyboard.type("Two piles.")

    assert plan.locator("tbody th").all_inner_texts() == [
        "Pay what it is worth",
        "We say what it cost and what it was worth, and do not mix them up.",
    ]
    saved(page)
    page.goto(town + (KNOCK if url != KNOCK else "on-the-tin/the-ninth-chair/whole/"))
    assert "Two piles." in plan.inner_text()
