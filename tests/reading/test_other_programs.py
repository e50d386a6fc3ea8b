"""What other programs call facts, and their marks among the words, is met with what to type here."""

import pytest
from storyguide.reading.story_fields import STORY_FIELDS

from tests.reading.files import TOLD, a_file, photos, problems, read

OURS = {
    "tags": "themes", "categories": "themes", "keywords": "themes", "description": "summary", "excerpt": "summary",
    "author": "storyteller", "who": "storyteller", "date": "told_on", "where": "place", "license": "licence",
}  # fmt: skip


@pytest.mark.parametrize("theirs", OURS)
def test_a_fact_as_another_program_calls_it_gets_the_guides_name_and_is_read(theirs):
    ours = OURS[theirs]
    text = a_file(**{ours: None, theirs: TOLD[ours]})
    story, (problem,) = read(text)

    assert (problem.code, problem.mend) == ("unknown-fact", f"Change it to “{ours}”.")
    assert read(text.replace(f"\n{theirs}:", f"\n{ours}:"))[1] == ()
    assert getattr(story, ours if ours != "place" else "places")


@pytest.mark.parametrize("name", ["Title", "TITLE", "**title**", "Told on", "told-on", "Approved On"])
def test_capitals_spaces_and_hyphens_in_a_name_are_told_from_another_name(name):
    ours = name.strip("*").lower().replace(" ", "_").replace("-", "_")
    _, (problem,) = read(a_file(**{ours: None, name: TOLD[ours]}))

    assert ours in problem.mend


@pytest.mark.parametrize(("lines", "mend"), [
    ("lat: 51.44\nlng: -1.24\n", 'location: "51.44, -1.24"'),
    ("image: /img/bench.jpg\n", "  - file: bench.jpg"),
    ("draft: true\n", "status: draft"),
    ("slug: tea\n", "the name of the story’s folder is its address"),
    ("layout: post\n", "Leave it out"),
    ("updated: 2026-03-14\n", "Leave it out"),
    ("body: Words\n", "below the second line of three dashes"),
])  # fmt: skip
def test_what_has_another_shape_here_or_no_counterpart_is_told_so(lines, mend):
    told = problems(a_file().replace("licence:", lines + "licence:"))

    assert {problem.code for problem in told} == {"unknown-fact"}
    assert all(mend in problem.mend for problem in told)


@pytest.mark.parametrize("line", ["draft: true", "published: false", "hidden: yes", "Draft: true"])
def test_a_draft_of_another_program_is_not_published(line):
    told = problems(a_file().replace("licence:", f"{line}\nlicence:"))

    assert any(problem.blocks for problem in told)


def test_what_is_there_already_is_not_to_be_written_twice():
    (problem,) = problems(a_file(tags="[Making]"))

    assert problem.mend == "Take it out, or add what it says to “themes”, which is there already."


def test_a_photos_own_facts_have_their_own_other_names():
    told = problems(a_file(photos=photos(alt=None, credit=None, description="A bench", photographer="Mo")))

    assert sorted(problem.mend for problem in told) == ["Change it to “alt”.", "Change it to “credit”."]


def test_no_name_of_the_guides_own_is_taken_for_another_programs():
    assert all(problem.code != "unknown-fact" for name in STORY_FIELDS for problem in problems(a_file(**{name: "x"})))


MARKS = {
    '{{< figure src="a.jpg" >}}': "![what it shows]", "{% include a.html %}": "link", "{{ site.title }}": "words",
    "{: .lead }": "Take it out", "[Words]{.underline}": "Take it out",
    "[a](https://example.org/){target=_blank}": "Take",
    '!!! note "Mind"': "> **", "??? tip": "> **", ":::note": "> **", "> [!NOTE]\n> Mind": "> **",
    "[[Wiki]]": "[the words]",
    "![[bench.jpg]]": "![what it shows]", "H~2~O": "H₂O", "~gone~": "~~", "x^2^": "x²", "==this==": "**bold**",
    ":smile:": "🙂", "[TOC]": "Take it out", "<!-- more -->": "Take it out", "+++": "three dashes",
    "@import 'a'": "Take it out", "*[HTML]: words": "Say what", "Term\n: meaning": "- **", "$$a+b$$": "words",
    "\\newpage": "Take it out", ".. image:: a.jpg": "![what it shows]", "== Garden ==": "## Our garden",
    "'''bold'''": "**bold**", "[b]bold[/b]": "**bold**", "%%later%%": "Take it out",
}  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_of_another_program_is_a_notice_at_its_line_with_what_to_type(mark):
    _, told = read(a_file(words=f"We meet.\n\n{mark}\n"))

    (problem,) = told
    assert (problem.code, problem.blocks) == ("mark-of-another-program", False)
    assert MARKS[mark] in problem.mend
    assert problem.where.line in {15, 16}


@pytest.mark.parametrize("mark", [mark for mark in MARKS if not mark.startswith("<!--")])
@pytest.mark.parametrize("code", ["```\n{}\n```", "~~~\n{}\n~~~"])
def test_in_code_it_is_meant_to_be_seen(mark, code):
    assert problems(a_file(words=f"We meet.\n\n{code.format(mark)}\n")) == ()


@pytest.mark.parametrize("words", [
    "`{{ x }}`, `H~2~O` and `:smile:`", "We write:\n\n    {% include x %}\n", "- [ ] to do\n- [x] done",
    "A note[^1].\n\n[^1]: It is one.", "| a | b |\n|---|---|\n| 1 | 2 |", "~~struck~~, ~5 to ~6 of us",
    "At 10:30:00 we met: 2:1",
    "https://example.org/~mo/ and https://example.org/a:b:c", "[her page](https://example.org/~mo~/)",
    "5 == 5, a^b, $5 and $6",
    "\\[[as it is\\]]", "Well :-) {so be it}", "Note: this: that", "Mo’s ’90s music",
])  # fmt: skip
def test_what_the_guide_renders_and_ordinary_words_are_not_told_of(words):
    assert problems(a_file(words=f"We meet.\n\n{words}\n")) == ()
