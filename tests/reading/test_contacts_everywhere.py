"""In files of every kind a private way to reach somebody is told, on its line, wherever words stand."""

from datetime import date
from pathlib import Path

import pytest
from storyguide.site.assembly import assemble

from tests import pictures
from tests.test_catalogue import CASES

STORY = (CASES / "_sound/story.md").read_text(encoding="utf-8")
HERE = "@@"
"""Where the way to reach somebody is put in."""
TODAY = date(2026, 11, 22)
CODES = ("contact-details", "contact-in-record", "private-here")
AREAS = """areas:
  - name: Riverside
    intro: Low streets @@
    places:
      - name: Millbank
themes:
  - name: Making
    intro: Of things @@
  - name: Growing
"""
FILES = {
    "stories/edition.yml": f"""name: Anytown @@
town: Anytown
strapline: For you @@
welcome: Come in @@
summary: It is about us @@
began_as: A page @@
introduction: |
  It began.

  Then it went on @@
how_we_chose: |
  We asked @@
gaps: Nobody knows @@
selection:
  - It is near @@
editors:
  - name: Jo @@
    role: reads @@
contact:
  email: stories@example.org
  phone: 01632 960 123
{AREAS}""",
    "stories/trails.yml": """trails:
  - title: Carried @@
    summary: Things @@
    intro: |
      Everything was **too heavy**.

      Come along @@
    time: an hour @@
    how: on foot @@
    stops:
      - story: cafe
        words: Start here @@
""",
    "stories/glossary.yml": """words:
  - word: bobbin @@
    meaning: What the thread is on @@
    ended: It has not @@
    as_of: 2026-01-31
""",
    "stories/frameworks/1-ways.yml": """name: Ways @@
framing: We get together @@
source: Made up
summary: Three things @@
dimensions:
  - name: Curious @@
    summary: people asking @@
    sign: sun
    statements:
      - We ask @@
""",
    "stories/barriers.yml": """barriers:
  - name: Rent @@
    what: A room costs more @@
    activity: looking for a room @@
    state: eased
    eased_by: Somebody lent one @@
""",
    "stories/promises.yml": """promises:
  - who: The council @@
    what: To write it down @@
    asked_at: The table @@
    programme: Ferry Lab @@
    state: promised
""",
    "stories/events.yml": """events:
  - title: Mending @@
    about: Bring a candle @@
    starts: 2026-12-05 19:00
    told_by: The Echo @@
""",
    "docs/news/bell.md": """---
title: The bell @@
summary: It is heavy @@
date: 2026-11-03
category: Round here
by: Sam @@
---
It hung there.

It is to be had @@
""",
    "docs/on-the-tin/our-tin/index.md": """---
title: Our tin @@
summary: What it says @@
who_for: Neighbours @@
time: ten minutes @@
leave_with:
  - A note @@
reviewed: 2026-03-14
made_by: Jo @@
---
It is about looking back @@

> **Write:** Who came @@
""",
    "docs/on-the-tin/our-tin/1-look.md": """---
title: Look @@
summary: See what there was @@
time: ten minutes @@
---
Look back @@

> **Voice:** I looked @@
> — Mo

> **Imagine:** You look @@

> **Try it:** Nine chairs @@
> You need: a chair @@
>
> 1. Put it out @@

> **Check:** Before
> - [ ] It is out @@

> **Heard:** The table @@
> Where: the steps @@
>
> - Nobody knows @@

> **Plan:** What will you do @@

> **Take away:** [Chairs](worksheet-chairs.md)
""",
    "docs/on-the-tin/our-tin/worksheet-chairs.md": """---
title: Chairs @@
summary: One page @@
pages: 1
---
| Chair | Who |
|---|---|
| first | x @@ |
""",
    "stories/cafe/replies/ana.md": """---
by: Ana @@
on: 2026-06-01
consent:
  given: 2026-06-02
---
I have it.

Come for it @@
""",
    "stories/cafe/story.md": STORY.partition("consent:")[0]
    .replace("throw away.", "throw away @@")
    .replace(": Mo", ": Mo @@")
    + """teaser: Come in @@
evidence:
  - what: It works @@
photos:
  - file: a.jpg
    alt: A bench @@
    caption: Thursday @@
    credit: Barnaby @@
    licence: CC BY 4.0
consent:
"""
    + STORY.partition("consent:\n")[2]
    + "\nOnce @@\n\n![A bench @@](a.jpg)\n\n- One\n  - Two @@\n\n> Three @@\n\n| a | b |\n|---|---|\n| c | d @@ |\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A guide of one story."""
    (tmp_path / "stories/cafe").mkdir(parents=True)
    (tmp_path / "stories/edition.yml").write_bytes((CASES / "_base/stories/edition.yml").read_bytes())
    (tmp_path / "stories/cafe/story.md").write_text(STORY, encoding="utf-8")
    (tmp_path / "stories/cafe/a.jpg").write_bytes(pictures.jpeg())
    return tmp_path


def put(root: Path, file: str, written: str) -> set[tuple[str, int]]:
    """Write the file with this in all its places, which are returned, and the rest of its tin."""
    for name, text in FILES.items():
        if name == file or (Path(name).parent == Path(file).parent and "our-tin" in name):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace(HERE, written if name == file else ""), encoding="utf-8")
    return {(file, number) for number, line in enumerate(FILES[file].splitlines(), 1) if HERE in line}


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("07700 **900123**.", "a phone number"),
        ("+49·30·901820", "a phone number"),
        ("mo&#64;example.org", "an e-mail address"),
        ("mo (at) example.org", "an e-mail address"),
        ("ab1\u00a02de", "a full postcode"),
    ],
)
def test_it_is_told_on_every_line_that_has_one(root: Path, file: str, written: str, what: str):
    places = put(root, file, written)

    problems = [problem for problem in assemble(root, today=TODAY).problems if problem.code in CODES]

    assert {(problem.where.path, problem.where.line) for problem in problems} == places
    assert all(what in problem.message for problem in problems)
    assert all(problem.blocks for problem in problems)


@pytest.mark.parametrize("file", FILES)
def test_without_one_nothing_is_said_of_it(root: Path, file: str):
    put(root, file, "in 2026")

    assert [problem for problem in assemble(root, today=TODAY).problems if problem.code in CODES] == []
