"""A tin worked through on a phone: answers that stay, and all the ways they leave with the reader."""

import gzip
import io
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.served import Sites

ASSETS = Path(__file__).parents[2] / "plugins" / "storyguide" / "theme" / "assets"
REFLECTIVE = "on-the-tin/reflective-practice/"
WHERE_NOW = f"{REFLECTIVE}where-you-are-now/"
CHECK = "on-the-tin/assets-first/check-yourselves/"
KNOCK = "on-the-tin/the-ninth-chair/knock/"

SAVED = "Saved on this device."
_STATEMENT = "We help other people grow in skill, knowledge and belief in themselves."
_NEXT = "We know what we are good at."
_REFUSED = (
    """Object.defineProperty(window, "localStorage", {get() { throw new DOMException("No.", "SecurityError"); }});"""
)
_FULL = 'Storage.prototype.setItem = () => { throw new DOMException("Full.", "QuotaExceededError"); };'


@pytest.fixture
def dudley(dudley_site: Path, serve_site: Sites) -> str:
    return serve_site(dudley_site)


@pytest.fixture
def town(anytown_site: Path, serve_site: Sites) -> str:
    return serve_site(anytown_site)


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


def test_the_note_stands_before_the_first_field(dudley: str, new_page: NewPage):
    page = new_page(390)
    page.goto(dudley + WHERE_NOW)

    words = page.locator("main").inner_text()

    note = words.index(
        "What you write stays on this device. Nothing is sent. On a shared computer, clear it when you are done."
    )
    assert note < words.index("I stop and look back at least once a week")


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


def test_a_long_answer_is_printed_whole(town: str, new_page: NewPage):
    page = new_page(390)
    page.goto(town + KNOCK)
    long = " ".join(f"word{n}" for n in range(120))
    page.get_by_label("Who?").first.fill(long)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert "word119" in printed(page).replace(" ", "")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".in-full, .short").count() == 0


@pytest.mark.parametrize("site", ["dudley_site", "anytown_site"])
def test_without_scripts_every_page_of_a_tin_reads_whole_and_every_prompt_has_a_line_on_paper(
    request: pytest.FixtureRequest, serve_site: Sites, new_page: NewPage, site: str
):
    root = request.getfixturevalue(site)
    page = new_page(390, script=False)
    without_line = """all => all.filter(one => one.type !== 'radio' && one.type !== 'checkbox')
      .filter(one => !one.closest('td') && !one.nextElementSibling?.querySelector('span')?.checkVisibility())
      .map(one => one.id)"""

    for file in sorted((root / "on-the-tin").glob("*/**/index.html")):
        page.goto(serve_site(root) + file.relative_to(root).as_posix().removesuffix("index.html"))
        page.emulate_media(media="screen")
        fields = page.locator("main :is(textarea, input)")
        assert [one for one in fields.all() if not one.is_visible()] == [], file
        assert page.locator("main button, [data-answers] > *").count() == 0, file
        page.emulate_media(media="print")
        assert fields.evaluate_all(without_line) == [], file
        assert page.locator(".work-plan:visible").count() == 0, file


def modes() -> Iterator[tuple[str, int]]:
    yield from ((scheme, width) for scheme in ("light", "dark") for width in (390, 1280))


@pytest.mark.parametrize(
    "url",
    [
        *("on-the-tin/", REFLECTIVE, WHERE_NOW, f"{REFLECTIVE}make-a-plan/", CHECK),
        *("on-the-tin/assets-first/", "on-the-tin/assets-first/our-work-plan/", "on-the-tin/assets-first/whole/"),
    ],
)
def test_axe_finds_nothing_on_a_tin_in_use(dudley: str, new_page: NewPage, url: str):
    page = new_page()
    page.goto(dudley + CHECK)
    plan_something(page)
    page.get_by_label("A day to look at it again").fill("2027-03-04")
    saved(page)

    page.goto(dudley + url)
    for opened in ("Plan something for this", "Clear my answers"):
        for button in page.get_by_role("button", name=opened).all()[:1]:
            button.click()
    found: set[str] = set()
    for scheme, width in modes():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found |= {f"{scheme}, {width}: {told}" for told in violations(page)}

    assert not found, "\n".join(sorted(found))


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


def test_with_all_opened_a_narrow_phone_needs_no_sideways_scrolling(dudley: str, new_page: NewPage):
    page = new_page(320, height=568)
    page.goto(dudley + CHECK)
    plan_something(page)
    page.locator("[data-statement] textarea").first.fill("Donaudampfschifffahrtsgesellschaftskapitän " * 4)
    page.get_by_label("A day to look at it again").fill("2027-03-04")
    page.get_by_role("button", name="Clear my answers").click()

    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_scripts_of_a_tin_are_light():
    held = sum(len(gzip.compress(file.read_bytes(), 9)) for file in ASSETS.glob("tin*.js"))

    assert held <= 10 * 1024
