"""The desk as a page: all of it without scripts, nothing of it published."""

import re
from pathlib import Path

from storyguide.editing.desk import desk_of, opener_of
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.desk import make_desk
from storyguide.model.edition import Edition

from tests.builders import a_story
from tests.desk.cases import TODAY, everything, of
from tests.site_pages import page_of


def page(desk=None, **more: object) -> OutputPage:
    (made,) = (one for one in make_desk(desk or everything(), **more) if isinstance(one, OutputPage))
    return made


def text(made: OutputPage) -> str:
    return " ".join(page_of(made.html).text.split())


def test_every_story_stands_under_its_state():
    html = page().html
    groups = re.split(r'<tbody id="', html)[1:]

    found = {group.partition('"')[0]: re.findall(r"stories/([a-z0-9-]+)/\"", group) for group in groups}

    expected: dict[str, set[str]] = {}
    for row in everything().rows:
        expected.setdefault(row.state.value.replace(" ", "-"), set()).add(row.slug)
    assert {sign: set(slugs) for sign, slugs in found.items()} == expected


def test_what_to_do_and_who_to_ask_stands_beside_each():
    told = text(page())

    assert "the photographer The photo “stall.jpg” shows children" in told
    assert "The storyteller’s consent ends on 3 January 2027, in 42 days." in told
    assert "Who to ask: the storyteller about 5 things" in told


def test_the_page_stands_at_desk_and_is_found_by_nobody():
    made = page()

    assert (made.url, made.search, made.meta["robots"]) == ("desk/", "", "noindex")


def test_what_it_needs_comes_with_it():
    made = list(make_desk(everything()))
    (first,) = (one for one in made if isinstance(one, OutputPage))

    files = {one.path for one in made if isinstance(one, OutputFile)}

    assert files == {f"assets/{name}" for kind in ("styles", "scripts") for name in first.meta[kind]}
    assert all(isinstance(one.content, Path) and one.content.is_file() for one in made if isinstance(one, OutputFile))


def test_the_form_that_needs_a_script_is_hidden_until_there_is_one():
    (form,) = (given for name, given in page_of(page().html).elements if name == "form")

    assert "hidden" in form


def test_a_line_opens_in_the_editors_program_where_one_is_known():
    desk, opener = everything(), opener_of({"EDITOR": "code"}, Path("/guide"))

    opening, plain = page(desk, opener=opener).html, page(desk).html

    assert 'href="vscode://file/guide/stories/unread/story.md:3"' in opening
    assert "vscode" not in plain
    assert '<code class="file">stories/unread/story.md</code>' in plain


def test_what_others_wrote_is_text_and_nothing_else():
    made = page(of(a_story(title="<script>alert(1)</script>", organisation='"><img src=x>')))

    assert "<script>" not in made.html
    assert "<img" not in made.html


def test_no_part_needs_a_style_of_its_own():
    assert " style=" not in page().html


def test_a_desk_without_stories_says_how_to_begin():
    told = text(page(desk_of(Edition(name="Our guide", town="Anytown"), (), (), today=TODAY)))

    assert "Nothing lies on it yet." in told
    assert "A clear deskThere are no stories yet." in told
    assert "Everything in order." in told
    assert "None: every theme, every dimension and every place has its story." in told
    assert "The guide leads nowhere else yet." in told


def test_a_desk_on_which_nothing_is_to_be_done_says_so():
    told = text(page(of(a_story())))

    assert "1 story lies on it. Not one of them needs anything today." in told
    assert "Who to ask" not in told


def test_nothing_of_the_desk_is_published(anytown_site: Path):
    named = {path.relative_to(anytown_site).as_posix() for path in anytown_site.rglob("*desk*")}
    wanted = {path for path in named if not path.startswith("help/desk")}

    assert wanted == set()
    assert not any(
        "desk.css" in page or "desk.js" in page or 'href="../desk/"' in page
        for page in (file.read_text(encoding="utf-8") for file in anytown_site.rglob("*.html"))
    )
