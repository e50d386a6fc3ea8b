"""Whatever strangers send, no page holds anything live, what is refused stands nowhere, and all else is published."""

import json
import re
from html import unescape
from pathlib import Path
from xml.parsers import expat

import pytest

from tests.hostile.cases import Case, all_cases
from tests.hostile.guide import ADDRESS, Hostile
from tests.hostile.witness import amiss, made_of
from tests.site_pages import everything_in, page_at

CASES = all_cases()


@pytest.fixture(scope="module")
def said(hostile: Hostile) -> str:
    """All that the site says, in small letters."""
    return everything_in(hostile.site).lower()


def test_there_are_enough_cases_and_each_has_a_name_of_its_own():
    assert len(CASES) >= 300
    assert len({case.slug for case in CASES}) == len(CASES)


def test_no_page_holds_anything_that_no_harmless_page_holds(hostile: Hostile, anytown_site: Path):
    allowed = made_of(anytown_site.rglob("*.html"))

    found = {}
    for file in sorted(hostile.site.rglob("*.html")):
        path = file.relative_to(hostile.site).as_posix()
        told = list(amiss(file.read_text(encoding="utf-8"), allowed, ADDRESS, of_story=path.startswith("stories/")))
        found |= {path: told} if told else {}

    assert found == {}


def test_whatever_is_drawn_or_listed_for_programs_is_whole_and_holds_no_script(hostile: Hostile):
    for file in sorted(hostile.site.rglob("*.json")):
        json.loads(file.read_text(encoding="utf-8"))
    for file in (*sorted(hostile.site.rglob("*.svg")), *sorted(hostile.site.rglob("*.xml"))):
        names: list[str] = []
        reader = expat.ParserCreate()
        reader.StartElementHandler = lambda tag, given, names=names: names.extend((f"<{tag}", *given))
        reader.Parse(file.read_bytes(), True)
        assert not [name for name in names if name.startswith(("<script", "on"))], file


def test_each_case_has_the_outcome_it_should_have(hostile: Hostile):
    wrong = {case.label: told for case in CASES if (told := _wrong(case, hostile))}

    assert wrong == {}


def test_nothing_of_what_is_refused_stands_anywhere_in_the_site(said: str):
    kept_back = [case for case in CASES if case.wanted in ("refused", "gone", "waiting")]
    assert len(kept_back) > 100
    assert [case.label for case in kept_back if case.mark.lower() in said] == []


def test_what_was_not_meant_for_readers_stands_nowhere(said: str):
    for secret in (
        "her real name is zebra",
        "zebra.crossing@",
        "45.0212345",
        "45.0298765",
        "real-name.jpg",
        "/etc/passwd:",
    ):
        assert secret not in said, secret


def test_all_other_stories_are_published_and_every_list_leads_to_them(hostile: Hostile, anytown_site: Path):
    there = {file.relative_to(hostile.site) for file in hostile.site.rglob("index.html")}
    assert {file.relative_to(anytown_site) for file in anytown_site.rglob("index.html")} <= there

    listed = (hostile.site / "sitemap.xml").read_text(encoding="utf-8")
    for case in CASES:
        if case.wanted in ("text", "published"):
            assert f"{ADDRESS}stories/{case.slug}/" in listed


def _wrong(case: Case, hostile: Hostile) -> str:
    """What is not as it should be; "" when all is."""
    problems = hostile.problems_of(case)
    codes = sorted({problem.code for problem in problems})
    page = hostile.page_of(case)
    if case.wanted in ("gone", "waiting"):
        return f"stands there, {codes}" if page.is_file() and case.wanted == "waiting" else ""
    if case.wanted == "refused":
        blocking = [problem for problem in problems if problem.blocks]
        if page.exists():
            return f"is published, {codes}"
        if not blocking:
            return "is refused without a word"
        if case.code and case.code not in codes:
            return f"is refused for {codes}"
        bare = [problem.code for problem in blocking if not (problem.message and problem.mend and problem.where.path)]
        no_line = [problem.code for problem in blocking if not problem.where.line and problem.code != "empty-file"]
        return f"no mend or no line: {bare} {no_line}" if bare or no_line else ""
    if not page.is_file():
        return f"is not published: {[problem.message for problem in problems][:3]}"
    if case.code and case.code not in codes:
        return f"is not told of: {codes}"
    text = case.text.partition(": ")[2] if case.sink == "facts" else case.text
    if case.wanted == "text" and _plain(text) not in _plain(_all_text(page)):
        return "does not show its text"
    return ""


def _all_text(page: Path) -> str:
    found = page_at(page)
    return " ".join((found.text, *(given.get("alt", "") for _, given in found.elements)))


def _plain(text: str) -> str:
    """Letters and signs, however they are spaced and however Markdown spells them out."""
    return re.sub(r"[\s`*_\\#\[\]]+", "", unescape(text))
