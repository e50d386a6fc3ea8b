"""The form for telling a story, filled in on a phone: kept half-way, packed, taken in, and judged as by the check."""

import re
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime, time
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image
from playwright.sync_api import Download, FilePayload, Locator, Page, expect
from pypdf import PdfReader
from storyguide.cli.commands.intake import run as intake
from storyguide.reading.commonmark import read_words
from storyguide.reading.contacts import FORM_PATTERNS
from storyguide.reading.metadata import read_metadata
from storyguide.reading.visible_text import plain_text
from storyguide.reading.when import happened
from storyguide.reading.written import Reading

from tests import pictures
from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.served import Sites
from tests.form_cases import CASES, SLUG, TODAY, Answers, told_of
from tests.reading.contact_forms import CODES, FOUND, IN_MARKDOWN, LEFT_ALONE
from tests.reading.contact_lists import INNOCENT, NUMBERS
from tests.reading.hostile import HOSTILE

FORM = "tell-your-story/form/"
SAVED = "Saved on this device."
_LINK = re.compile(r"</?a\b[^>]*>")
_MARKUP = re.compile(r"<[^>]*>")
_WRITE = """async ({all, today}) => {
  const [{ factsOf, storyOf }, { judgeOf }] =
    await Promise.all(["story", "rules"].map(name => import(`/assets/form-${name}.js`)));
  const rules = JSON.parse(document.querySelector("[data-form]").dataset.form);
  const judge = judgeOf(rules);
  return all.map(answers => {
    const facts = factsOf(answers, rules, today);
    return { facts, story: storyOf(facts, rules), told: judge(facts, today) };
  });
}"""
_FIND = """async texts => {
  const { plainOf } = await import("/assets/form-plain.js");
  const { patterns } = JSON.parse(document.querySelector("[data-form]").dataset.form);
  const contacts = Object.keys(patterns).filter(name => name.startsWith("contact: "));
  const found = text => contacts.filter(name => new RegExp(patterns[name], "u").test(text)).map(name => name.slice(9));
  return texts.map(text => plainOf(text).plain).map(text => [text, found(text)]);
}"""


@pytest.fixture
def form(anytown_site: Path, serve_site: Sites) -> str:
    return serve_site(anytown_site) + FORM


def photo(name: str = "IMG_2034.JPG") -> FilePayload:
    """A photo held sideways, with where it was taken and with what."""
    data = pictures.jpeg(pictures.turned(6, 2600, 1950), exif=pictures.details(6))
    assert b"Exif" in data
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def written(page: Page, all_answers: list[Answers]) -> list[dict[str, Any]]:
    """The facts, the story and the verdict the form's own scripts make of each set of answers."""
    return page.evaluate(_WRITE, {"all": all_answers, "today": str(TODAY)})


def sides(page: Page) -> list[str]:
    return [" ".join(side.extract_text().split()) for side in PdfReader(BytesIO(page.pdf(format="A4"))).pages]


def test_the_form_and_the_check_say_the_same_of_the_same_answers(form: str, new_page: NewPage):
    page = new_page(390)
    page.goto(form)

    for case, made in zip(CASES, written(page, [case.answers for case in CASES]), strict=True):
        told = [one for one in made["told"] if not one.get("later")]
        by_check = told_of(made["story"].encode())

        assert sorted(one["code"] for one in told) == case.told, case.name
        ours = {(one["code"], one["message"].replace("soup-for-nobody-in-particular", SLUG)) for one in told}
        ours = {(code, re.sub("The story “[a-z-]+” is no", f"The story “{SLUG}” is no", words)) for code, words in ours}
        assert ours == {(one.code, one.message) for one in by_check}, case.name
        mends = {one.message: one.mend for one in by_check}
        assert all(one["mend"] in ("", mends.get(one["message"], one["mend"])) for one in told), case.name


def test_whatever_is_typed_arrives_as_the_text_it_is(form: str, new_page: NewPage):
    nasty = [
        *HOSTILE.values(),
        *(
            "no",
            "null",
            "~",
            "---",
            "...",
            "- a",
            "? b",
            "a: b: c",
            "'",
            '"',
            "\\",
            "\\n",
            "#x",
            "& * ! | > % @ `",
            "[x]",
            "{y}",
        ),
        *(
            "   four spaces",
            "1. one\n2) two\n\n10.",
            "+ plus\n- minus\n= equals\n===\n---",
            "***\n___\n* * *",
            "| a | b |\n|---|---|",
        ),
        *(
            "```\ncode\n```",
            "~~struck~~ _leaning_ snake_case __init__",
            "a  \nb\\\nc\\",
            "&amp; &copy; &#60; AT&T",
            "![x](y.jpg) [z](w)",
        ),
        *("see https://example.org/a_b/~c?d=1&e=2.", "www.example.org, https://example.org/*x*", "x[^1]\n\n[^1]: y"),
        *(
            "مرحبا: «سلام»\u200f",
            "👩‍👩‍👧 \U0001f963",
            "ß Œ ﬁ Å e\u0301",
            "tab\there",
            "<!-- x -->",
            "\u00a0nbsp\u00a0",
        ),
    ]
    page = new_page(390)
    page.goto(form)

    for text, made in zip(
        nasty, written(page, [{"title": text, "join_in": text, "words": text} for text in nasty]), strict=True
    ):
        reading = Reading("story.md")
        metadata = read_metadata(made["story"].encode(), reading)

        assert metadata and not reading.problems, text
        facts = metadata.facts.values
        assert facts["title"].written == made["facts"]["title"] == " ".join(text.split())
        assert facts["join_in"].written == made["facts"]["join_in"] == text.strip()
        assert facts["status"].written == "draft"
        words, _ = read_words(metadata.body, path="", first_line=1)
        assert unescape(_MARKUP.sub(" ", _LINK.sub("", words.html))).split() == text.split(), text


def test_times_are_understood_as_the_check_understands_them(form: str, new_page: NewPage):
    said = """2006|spring 2012|about 1974|2014 to 2016|2006 onwards|in the early 1990s|late 1990s to 1992|1999-2001
    |March to May 2016|14-16 May 2016|31 February 2012|32 May 2016|2016 to 2014|since 1998|1998 - now|1998-99|2012-13-01
    |2012-02-30|before 1950|by Easter 2001|in 3000|999|0999|Sept. 2011|c. 1800|1995s|1990's|May 5 2011|whenever|2012-05
    |between 2001 and 2003|5th of May 2011|5 summer 2011|circa the end of 2004|early 18th century to 1750|now|mid-1980s
    |2012 until today|the 19th century|2012-02-29|2011-02-29|today"""
    times = [time.strip() for time in said.split("|")]
    page = new_page(390)
    page.goto(form)

    answers = written(page, [{"happened": time} for time in times])

    by_form = [
        time
        for time, made in zip(times, answers, strict=True)
        if "not-a-time" not in {one["code"] for one in made["told"]}
    ]
    assert by_form == [time for time in times if happened(time)]


def pressed_to(page: Page, wanted: Locator) -> None:
    """Go on with the Tab key to one control."""
    for _ in range(40):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("The Tab key does not lead there.")


def typed(page: Page, label: str, words: str) -> None:
    """Go to a field by keyboard and type into it."""
    pressed_to(page, page.locator(".now").get_by_role("textbox", name=label))
    page.keyboard.type(words)


def pressed(page: Page, name: str, key: str = "Enter") -> None:
    """Go to a button by keyboard and press it."""
    pressed_to(page, page.locator(".now").get_by_role("button", name=name, exact=True))
    page.keyboard.press(key)


def asked(page: Page, heading: str) -> None:
    """Wait until one is at this question, its heading in focus."""
    expect(page.get_by_role("heading", name=heading)).to_be_focused()


Take = Callable[[Download], tuple[Path, str, Path]]


@pytest.fixture
def take(anytown: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Take:
    """Called with what was handed over, gives it as a file, what intake says of it, and the story's folder."""

    def taken(given: Download) -> tuple[Path, str, Path]:
        packet = tmp_path / given.suggested_filename
        given.save_as(packet)
        before = set((anytown / "stories").iterdir())
        assert intake(anytown, Namespace(root=anytown, source=packet)) == 0
        (folder,) = set((anytown / "stories").iterdir()) - before
        return packet, capsys.readouterr().out, folder

    return taken


def test_a_story_is_told_by_keyboard_alone_kept_half_way_and_taken_in(
    form: str, new_page: NewPage, take: Take, foreign: list[str]
):
    page = new_page(390, height=780)
    asked_for: list[str] = []
    page.goto(form, wait_until="networkidle")
    page.clock.set_fixed_time(datetime.combine(TODAY, time(12), UTC))
    # The page's own sign is asked for whenever the browser has time to draw its tab.
    page.on("request", lambda asked: None if asked.url.endswith("/mark.svg") else asked_for.append(asked.url))
    page.on("filechooser", lambda _: None)  # from now on, so that none opens before it is waited for
    assert violations(page) == []

    typed(page, "Its title", "Soup")
    page.keyboard.press("Enter")  # what is missing stops nobody
    asked(page, "Question 2 of 8 Tell it in your own words")
    typed(page, "Your story", "The pot is large.")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("- <b>Bread</b>: “always”\n# of 12")
    pressed(page, "Back")
    asked(page, "Question 1 of 8 What shall we call your story?")
    typed(page, "What it is about", "Ring 01632 960 123 now")
    pressed(page, "Next")
    # Told once, beside the field, which is in focus; the second time one goes on.
    about = page.get_by_role("textbox", name="What it is about")
    expect(about).to_be_focused()
    expect(about).to_have_accessible_description(re.compile("“01632 960 123” looks like a phone number.* Take it out"))
    for _ in "01632 960 123 now":
        page.keyboard.press("Backspace")
    page.keyboard.type("the bell on Fridays.")
    expect(page.locator(".problem")).to_have_count(0)
    pressed(page, "Next", "Space")
    pressed(page, "Next")
    asked(page, "Question 3 of 8 Whose story is it?")
    typed(page, "Your name", "Mo")
    page.keyboard.press("Enter")
    asked(page, "Question 4 of 8 Where is it, and when?")
    page.keyboard.press("Tab")
    page.keyboard.type("Mill")  # as one finds one's own in a list
    typed(page, "When it happened", "spring 2012")
    page.keyboard.press("Enter")
    asked(page, "Question 5 of 8 What is it about?")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    pressed(page, "Next")
    asked(page, "Question 6 of 8 Have you any photos?")
    chooser = page.locator("#photos-file")
    pressed_to(page, chooser)
    with page.expect_file_chooser() as choosing:
        page.keyboard.press("Space")
    choosing.value.set_files([photo(), {"name": "IMG_1.HEIC", "mimeType": "image/heic", "buffer": pictures.heic()}])
    expect(page.get_by_role("heading", name="Photo 1")).to_be_focused()
    expect(page.get_by_text("This browser cannot open “IMG_1.HEIC”")).to_be_visible()
    typed(page, "What it shows", "A pot with a ladle in it")
    expect(page.locator(".kept")).to_have_text(SAVED)
    assert violations(page) == []

    page.reload()

    asked(page, "Question 6 of 8 Have you any photos?")
    expect(page.get_by_role("textbox", name="What it shows")).to_have_value("A pot with a ladle in it")
    expect(page.locator(".photos canvas")).to_have_attribute("width", "560")
    typed(page, "Who took it", "Mo")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # from nobody to adults
    typed(page, "How they agreed", "both said yes")
    pressed(page, "Next")
    asked(page, "Question 7 of 8")
    pressed(page, "Next")
    asked(page, "Question 8 of 8 What may we do with it?")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    pressed(page, "Read it over")
    asked(page, "Read it over")
    assert page.locator(".missing li").all_inner_texts() == [
        "The photo has no “licence”.",
        "The story has no “licence”.",
    ]
    for dark in (False, True):
        page.emulate_media(color_scheme="dark" if dark else "light")
        assert violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    licence = page.get_by_role("combobox", name="What others may do")
    expect(licence).to_be_focused()
    expect(licence).to_have_accessible_description(re.compile("The story has no “licence”"))
    page.keyboard.type("Copy it; they must say whose it is, must share")
    pressed(page, "Read it over")
    expect(page.get_by_role("heading", name="Nothing is missing")).to_be_visible()
    assert not [url for url in asked_for if not url.startswith(("blob:", form.removesuffix(FORM)))]
    asked_for.clear()
    pressed_to(page, page.get_by_role("button", name="Save my story"))
    with page.expect_download() as given:
        page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="stories@example.org").last).to_be_visible()
    assert [url for url in asked_for if not url.startswith("blob:")] == []

    packet, told, folder = take(given.value)
    with ZipFile(packet) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == ["story.md", "photo-1.jpg"]
        kept = opened.read("photo-1.jpg")
        told_on = re.search(r"told_on: (\S+)", opened.read("story.md").decode())
    picture = Image.open(BytesIO(kept))
    assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (2048, 1536), {})
    assert not any(sign in kept for sign in (b"Exif", b"GPS", b"http://ns.adobe"))
    story = (folder / "story.md").read_bytes()
    assert packet.name == "soup.zip"
    assert folder.name == "soup"
    assert "The sender writes that consent was given" in told
    assert [one for one in told.split("What is still missing")[1].splitlines() if "  - " in one] == [
        "  - line 2: The story has no “approved_on”.",
        "  - line 2: The story has no “consent”.",
    ]
    assert [one.message for one in told_of(story) if "consent" not in one.message] == []
    assert told_on and f"told_on: {told_on[1]}" in story.decode()
    assert foreign == []


def test_a_story_is_told_by_touch_and_everything_cleared(form: str, new_page: NewPage, tmp_path: Path):
    page = new_page(390, height=780, has_touch=True, is_mobile=True, dark=True)
    page.goto(form)

    def tapped(name: str, role: str = "button") -> None:
        page.locator(".now").get_by_role(role, name=name).tap()  # type: ignore[arg-type]

    for wanted, label, words in (
        ("Question 1", "Its title", "The ferry"),
        ("Question 2", "Your story", "It sank."),
        ("Question 3", "Your name", "anonymous"),
    ):
        expect(page.get_by_role("heading", name=wanted)).to_be_in_viewport()
        page.locator(".now").get_by_role("textbox", name=label).tap()
        page.keyboard.type(words)
        tapped("Next")
    page.get_by_role("combobox", name="First choice").select_option("Ferry Steps")
    tapped("Next")
    for theme in ("Music", "Water", "Company", "Making and mending", "Food and growing"):
        page.get_by_label(theme).tap()
    tapped("Next")
    expect(page.locator(".problem")).to_have_text(
        "“themes” lists 5; at most 4 are allowed. Keep the 4 that say most about the story."
    )
    page.get_by_label("Company").tap()
    expect(page.locator(".problem")).to_have_count(0)
    tapped("Next")
    page.locator("#photos-file").set_input_files([photo("one.jpg"), photo("two.jpg")])
    expect(page.get_by_role("heading", name="Photo 1")).to_be_focused()
    page.get_by_role("button", name="Remove photo 1").tap()
    page.reload()
    expect(page.locator(".photos .photo")).to_have_count(1)
    page.get_by_role("radio", name="Yes, children too").tap()
    # Each question is waited for: a "Next" looked up before the last one has gone would be that one's.
    tapped("Next")
    asked(page, "Question 7 of 8")
    tapped("Next")
    asked(page, "Question 8 of 8")
    tapped("On this website", "checkbox")
    page.get_by_label("Until when").fill("2020-01-01")
    tapped("Read it over")
    expect(page.locator(".problem")).to_contain_text("the storyteller’s consent ended on 1 January 2020")
    tapped("Read it over")
    assert "2020-01-01" in page.locator(".answered").last.inner_text()
    expect(page.get_by_role("heading", name="7 things")).to_be_visible()
    tapped("The photo “photo-1.jpg” shows children", "link")
    expect(page.get_by_role("textbox", name="How they agreed")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", name="Read it over")).to_be_focused()
    on_paper = sides(page)
    assert "It sank." in on_paper[0]
    tapped("Clear everything")
    expect(page.get_by_role("group", name="Clear everything?")).to_be_focused()
    tapped("Yes, clear everything")
    asked(page, "Question 1 of 8")
    page.reload()
    expect(page.locator("#title")).to_have_value("")
    assert page.evaluate("localStorage.length") == 0
    page.goto(f"{form}#ask-photos")
    expect(page.get_by_text("Add photos")).to_be_visible()
    assert page.locator(".photos .photo").count() == 0


def test_without_scripts_it_is_a_sheet_to_print(form: str, new_page: NewPage):
    page = new_page(390, script=False)
    page.goto(form)

    assert page.locator(".question:visible h2").count() == 8
    assert page.locator(":is(button, [type=file], .look-over, .missing):visible").count() == 0
    assert (
        page.get_by_role("link", name="stories@example.org").get_attribute("href")
        == "mailto:stories@example.org?subject=A%20story%20for%20the%20guide"
    )
    printed = sides(page)
    assert len(printed) == 4
    assert "Question 8 of 8" in printed[3]
    assert "A second, if it belongs to two Not in the list? Write it here" in printed[1]


def test_a_device_that_keeps_nothing_says_so_and_the_story_can_be_saved_all_the_same(form: str, new_page: NewPage):
    page = new_page(390)
    page.add_init_script(
        "for (const name of ['localStorage', 'indexedDB'])"
        " Object.defineProperty(window, name, {get() { throw new DOMException('No.', 'SecurityError'); }});"
    )
    page.goto(form)
    expect(page.locator("[data-note]")).to_contain_text("will not keep your answers")

    page.get_by_role("textbox", name="Its title").fill("Soup")
    page.goto(f"{form}#ask-photos")
    page.locator("#photos-file").set_input_files([photo()])
    expect(page.get_by_role("heading", name="Photo 1")).to_be_focused()
    page.goto(f"{form}#look-over")

    with page.expect_download() as given:
        page.get_by_role("button", name="Save my story").click()
    with ZipFile(given.value.path()) as opened:
        assert opened.namelist() == ["story.md", "photo-1.jpg"]


def test_ways_to_reach_somebody_are_brought_to_plain_signs_as_by_the_check(form: str, new_page: NewPage):
    texts = [f"Come: {text}." for _, text in [*FOUND, *IN_MARKDOWN]] + [
        *LEFT_ALONE,
        *NUMBERS,
        *INNOCENT,
        *HOSTILE,
        "ﬃ ½ ① Ⅷ ٣ é e\u0301 𝟘𝟗 ㎏",
    ]
    page = new_page()
    page.goto(form)

    assert page.evaluate(_FIND, texts) == [
        [plain := plain_text(text).text, [kind for kind, pattern in FORM_PATTERNS.items() if pattern.search(plain)]]
        for text in texts
    ]


def test_the_form_tells_of_each_writing_of_a_way_to_reach_somebody_and_of_no_other_figures(
    form: str, new_page: NewPage
):
    page = new_page()
    page.goto(form)
    texts = [f"Come: {text}." for _, text in FOUND]

    others = [text for text in LEFT_ALONE if text not in CODES]
    told = page.evaluate(_FIND, [*texts, *others])

    assert [kinds for _, kinds in told] == [*([kind] for kind, _ in FOUND), *([] for _ in others)]
