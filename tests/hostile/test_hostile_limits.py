"""No story, whatever its shape, costs more than a few seconds or more room than a small machine has."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from storyguide.model.nearest import nearest
from storyguide.reading.store import Read
from storyguide.reading.story import read_story

from tests.hostile.cases import Case, all_cases

MOST_SECONDS, MOST_MEGABYTES = 20, 500
"""Seconds of the processor's own, which others at work do not use up; the dearest takes one."""
HEAVY = ("shapes", "facts")
_FACTS = (
    "title: T\nsummary: S\nstoryteller: Mo\nplace: Millbank\nthemes: Music\ntold_on: 2026-03-14\n"
    "consent:\n  given: 2026-03-01\napproved_on: 2026-03-12\nlicence: CC BY-SA 4.0\n"
)

WORDS = {
    "headings alike, and as many links to none": "# a\n\n[x](#b)\n\n" * 6000,
    "headings apart, and as many links to none": "".join(f"# h{n}\n[x](#g{n})\n\n" for n in range(4000)),
    "headings underlined": "a\n=\n" * 24_000,
    "comments on many lines": "<!--\n" * 19_000,
    "tags, then comments never closed": "<b>\n" + "<!-- " * 3800,
    "ticks of every length, then a tag": "<b>\n" + "\n".join("x" + "`" * n for n in range(1, 430)),
    "links to stories there are not": "".join(f"[a](../a{n}/)\n" for n in range(7000)),
    "pictures there are not": "".join(f"![a](a{n}.jpg)\n" for n in range(6000)),
    "links that lead nowhere": "[](a) " * 3000 + "\n" + "[](a) " * 3000,
    "e-mail addresses": ("a@b.cc " * 2800 + "\n") * 5,
    "telephone numbers": ("01632 960123 " * 1500 + "\n") * 5,
    "small tables": "|a|b|\n|-|-|\n" * 7500,
    "a wide table of short rows": "|" + "a|" * 29 + "\n|" + "-|" * 29 + "\n" + "x\n" * 49_000,
    "notes": "".join(f"x[^{n}]\n\n[^{n}]: y\n\n" for n in range(4500)),
    "one note": "[^a]: x\n\n" + ("x[^a] " * 2500 + "\n") * 6,
    "emphasis in emphasis": "*a **a\n" * 6500 + "b" + " a** a*\n" * 6500,
    "emphasis by underscores": "_a __a\n" * 6500 + "b" + " a__ a_\n" * 6500,
    "one picture's words in another's": ("![aa " * 3800 + "\n") * 2 + ("](b.jpg) " * 2000 + "\n") * 2,
    "references": "".join(f"[a{n}]: u{n}\n" for n in range(8000)),
    "marks upon a letter": ("e" + "\u0301" * 9000 + "\n") * 5,
    "quotations and lists by turns": "> - " * 5000,
}
FACTS = {
    "names there are not": "".join(f"k{n}: v\n" for n in range(3700)),
    "names nearly right": "".join(f"titl{n}: v\n" for n in range(2700)),
    "a fact again and again": "title: x\n" * 3400,
    "quotations never closed": "".join(f"k{n}: 'v\n" for n in range(3000)),
    "a bracket never closed": "themes: [a\n" + "b: c\n" * 5000,
    "colons where none belong": "".join(f"k{n}: a: b\n" for n in range(2700)),
    "dashes without a space": "a:\n-b\n" * 4400,
    "several documents": "a: b\n--- \n" * 3000,
    "pointers": "a: &a [*a,*a]\n" * 2100,
    "photos there are not": "photos:\n" + "".join(f"  - file: a{n}.jpg\n" for n in range(1500)),
    "dimensions there are not": "dimensions:\n" + "".join(f"  d{n}: x\n" for n in range(2700)),
    "one name of all letters": f"{'a' * 30_000}: x\n",
    "figures": f"access: {'0' * 30_000}\n",
    "signs of e-mail": f"access: {'a@' * 15_000}\n",
}
_CHILD = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_CPU, (400, 400))
from tests.hostile import test_hostile_limits as limits
from tests.hostile.room import most_room
slowest = {}
for name, data in limits.everything():
    begun = time.process_time()
    limits.read(data)
    slowest[name] = round(time.process_time() - begun, 2)
print(json.dumps([slowest, most_room()]))
"""


def everything() -> Iterator[tuple[str, bytes]]:
    """Each heavy story's name and file: those above, and the cases of the groups of shapes and of facts."""
    yield from ((name, f"---\n{_FACTS}---\n{words[:99_000]}\n".encode()) for name, words in WORDS.items())
    yield from ((name, f"---\n{_FACTS}{facts[:31_000]}---\nWords.\n".encode()) for name, facts in FACTS.items())
    yield from ((case.label, case.file()) for case in all_cases() if case.group in HEAVY)


def read(data: bytes) -> Read:
    """What reading makes of a file."""
    return read_story(data, path="stories/a/story.md", slug="a")


def test_no_story_takes_more_than_a_few_seconds_or_more_room_than_a_small_machine_has():
    given = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", _CHILD], env=given, capture_output=True, text=True, timeout=900, check=False
    )

    assert done.returncode == 0, done.stderr
    seconds, megabytes = json.loads(done.stdout)
    assert {name: spent for name, spent in seconds.items() if spent > MOST_SECONDS} == {}
    assert megabytes < MOST_MEGABYTES


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("headings apart, and as many links to none", "no-such-heading"),
        ("links that lead nowhere", "link-not-allowed"),
        ("e-mail addresses", "contact-details"),
    ],
)
def test_of_a_thousand_faults_of_one_sort_no_more_are_told_than_anybody_reads(name: str, code: str):
    _, problems = read(dict(everything())[name])

    assert sum(problem.code == code for problem in problems) == 100


def test_what_is_far_too_long_is_compared_with_nothing():
    assert nearest("a" * 15_000, ["a" * 14_999]) == ""


def test_the_cases_of_shapes_are_as_large_as_the_guide_lets_them_be():
    sizes = [len(case.file()) for case in all_cases() if _is_shape(case)]

    assert len(sizes) >= 35
    assert max(sizes) > 90_000


def _is_shape(case: Case) -> bool:
    return case.group == "shapes"
