"""Whoever does what a problem says is rid of it, and gets no other: for every problem there is."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from storyguide.editing.approval import approved
from storyguide.model.problem import Problem
from storyguide.site.assembly import assemble
from storyguide.site.ledger import keep_addresses

from tests import pictures
from tests.test_catalogue import CASES, CODES, TODAY, _changed, _expected, _guide, _problems

Mend = Callable[[Path, Problem], object]
"""Does to the guide at this root what the problem says, and no more."""

STORY = "stories/repair-cafe/story.md"
EDITION = "stories/edition.yml"
TIN = "docs/on-the-tin/our-tin"
SOUND = (CASES / "_sound/story.md").read_text(encoding="utf-8")
OUTLINE = '{"type": "Polygon", "coordinates": [[[-1.3, 51.4], [-1.2, 51.4], [-1.2, 51.5], [-1.3, 51.4]]]}'

_TO_TYPE = re.compile(r"To mend it: (?:Write|Put (?:quotation|square|what) [^:]+): (.+)")
_TO_CHANGE = re.compile(r"To mend it: (?:Change|Rename) (?:it|the link|“\w+”|the folder) to “(.+)”\.")


def line(text: str) -> Mend:
    """Other words, in place of the line of the problem."""

    def mend(root: Path, problem: Problem) -> None:
        file = root / problem.where.path
        lines = file.read_text(encoding="utf-8").split("\n")
        written = lines[problem.where.line - 1]
        lines[problem.where.line - 1] = written.replace(written.strip(), text)
        file.write_text("\n".join(lines), encoding="utf-8")

    return mend


def put(written: str, instead: str, file: str = "") -> Mend:
    """One thing for another, in the file of the problem or in this one."""

    def mend(root: Path, problem: Problem) -> None:
        changed = root / (file or problem.where.path)
        text = changed.read_text(encoding="utf-8")
        assert written in text
        changed.write_text(text.replace(written, instead), encoding="utf-8")

    return mend


def under(*added: str) -> Mend:
    """More lines, below that of the problem; at the end of the file when it is the file's as a whole."""

    def mend(root: Path, problem: Problem) -> None:
        file = root / problem.where.path
        lines = file.read_text(encoding="utf-8").split("\n")
        at = problem.where.line or len(lines)
        lines[at:at] = added
        file.write_text("\n".join(lines), encoding="utf-8")

    return mend


def write(text: str, path: str = STORY) -> Mend:
    """A file anew."""

    def mend(root: Path, _: Problem) -> None:
        file = root / path
        shutil.rmtree(file) if file.is_dir() else file.unlink(missing_ok=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    return mend


def move(path: str, to: str) -> Mend:
    def mend(root: Path, _: Problem) -> None:
        (root / to).parent.mkdir(parents=True, exist_ok=True)
        (root / path).rename(root / to)

    return mend


def photo(root: Path, _: Problem) -> None:
    """A sound photo beside the story."""
    pictures.put_photo(root, pictures.jpeg())


def own_folder(root: Path, _: Problem) -> None:
    folder = root / "stories/repair-cafe"
    folder.unlink()
    shutil.copytree(root / "elsewhere", folder)
    shutil.rmtree(root / "elsewhere")


def said_yes(root: Path, problem: Problem) -> None:
    """What the command does that is to be typed last."""
    file = root / problem.where.path
    file.write_bytes(approved(file.read_bytes(), TODAY) or b"")


def kept_anew(root: Path, _: Problem) -> None:
    """What a build does."""
    guide = assemble(root, today=TODAY).guide
    assert guide
    keep_addresses(root, guide)


def both(*mends: Mend) -> Mend:
    def mend(root: Path, problem: Problem) -> None:
        for each in mends:
            each(root, problem)

    return mend


def as_said(code: str) -> Mend:
    """What the problem itself gives to be typed."""
    told = _expected(code)
    if found := _TO_TYPE.search(told):
        return line(found[1])
    found = _TO_CHANGE.search(told)
    assert found, f"{code} has no mend here, and gives nothing to type"

    def mend(root: Path, problem: Problem) -> None:
        written = re.search(r"“(.+?)”", problem.message)[1]
        file = root / problem.where.path
        assert written in file.read_text(encoding="utf-8")
        put(written, found[1].removeprefix("../").removesuffix("/"))(root, problem)

    return mend


MENDS: dict[str, Mend] = {
    "address-kept-free": move("stories/page", "stories/page-story"),
    "address-lost": put("licence: CC", "also_at: [knit-and-natters]\nlicence: CC", "stories/knit-and-natter/story.md"),
    "address-taken": put("also_at: [knit-and-natter]\n", ""),
    "addresses-not-kept": kept_anew,
    "approval-outdated": said_yes,
    "block-inside": put("> **Check:**", "\n> **Check:**"),
    "belongs-under": both(
        put("about: runs the repair café\n", ""),
        put("storyteller: Mo\n", "storyteller:\n  name: Mo\n  about: runs the repair café\n"),
    ),
    "boundary-not-read": write(OUTLINE, "stories/outline.geojson"),
    "cannot-open": write(SOUND),
    "consent-not-for-web": put("for: [", "for: [web, "),
    "approval-not-yet": line("approved_on: 2026-03-12"),
    "consent-not-yet": line("given: 2026-03-01"),
    "contact-runs-out": put("told_on: 2025-11-28", "told_on: 2026-11-20", "stories/repair-cafe/story.md"),
    "contact-in-record": put("; ask at key@hall.example", ""),
    "contact-details": put("Ring Mo on 01632 960 123 before you come.", "Come on a Saturday."),
    "done-in-part": put("state: begun", "state: done"),
    "empty-file": write(SOUND),
    "fact-file-quotes": put("called it “the best morning of the whole month”", "liked it best of all mornings"),
    "fact-file-says-we": put("We meet", "The menders meet"),
    "fact-file-speaks": put("storyteller: Mo\n", ""),
    "facts-not-closed": put("licence: CC BY-SA 4.0\n", "licence: CC BY-SA 4.0\n---\n"),
    "facts-too-long": put("# a remark that goes on and on\n", ""),
    "file-too-long": put("We mend.\n\n", ""),
    "file-name": move("stories/repair-cafe/aux.txt", "stories/repair-cafe/further.txt"),
    "folder-name": move("stories/Repair Café", "stories/repair-cafe"),
    "half-a-quotation": put("“The repair café", "The repair café"),
    "html-in-words": put('<font color="red">join us</font>', "**join us**"),
    "invisible-sign": put("Neigh\x08bours", "Neighbours"),
    "late-written": line("state: promised"),
    "done-to-come": line("done_on: 2026-03-01"),
    "consent-left-open": put("  withdrawn:\n", ""),
    "leads-elsewhere": own_folder,
    "letters-without-a-face": put("ਜੀ ਆਇਆਂ ਨੂੰ", "ji aayan nu"),
    "line-too-long": put("We mend. " * 2_500, "We mend.\n\n"),
    "fact-in-words": line("Its status: withdrawn"),
    "link-dead": under("    archived: https://web.archive.org/web/20260314/https://echo.example/repairs"),
    "link-to-nowhere": put("]()", "](https://example.org/)"),
    "listed-twice": put("      - name: Millbank\n      - name: Millbank\n", "      - name: Millbank\n"),
    "location-far-away": line("location: 51.0, -1.25"),
    "location-swapped": line("location: 51.0, -1.25"),
    "look-alike-signs": put("\u00a0 name", "  name"),
    "loose-story": move("stories/Repair cafe.md", STORY),
    "mark-of-another-program": put("H~2~O", "H₂O"),
    "missing-alt": under("    alt: Two women mending a bicycle in a church hall"),
    "missing-fact": under('summary: "Neighbours mend what others would throw away."'),
    "missing-guardian": line("permission: a parent of each child agreed in writing"),
    "missing-permission": under("    permission: both said yes at the door on 1 March 2026"),
    "names-alike": move("stories/repair-cafe/Notes.txt", "stories/repair-cafe/further.txt"),
    "ends-before-it-starts": put("ends: 2026-12-04", "ends: 2026-12-05"),
    "names-no-story": put("repair-caf]", "repair-cafe]"),
    "news-file-name": move("docs/news/The Ferry Bell.md", "docs/news/the-ferry-bell.md"),
    "our-fault": lambda root, problem: None,  # the program was mended, by monkeypatch.undo()
    "picture-not-here": put("![The bell](bell.jpg)", ""),
    "private-here": put(" Ring Ana on 01632 960 123 before ten.", ""),
    "reply-file-name": move("stories/repair-cafe/replies/From Ana.md", "stories/repair-cafe/replies/from-ana.md"),
    "no-address": line('- name: "Chakki · ਚੱਕੀ"'),
    "no-boundary-file": write(OUTLINE, "stories/outline.geojson"),
    "no-dimensions": under(
        "dimensions:", "  - name: Confident", "    summary: at ease", "    statements:", "      - We try things."
    ),
    "no-edition": write((CASES / "_base" / EDITION).read_text(encoding="utf-8"), EDITION),
    "no-facts": write(SOUND),
    "no-places": under("areas:", "  - name: Riverside", "    places:", "      - name: Millbank"),
    "no-sentence": put("dimensions: [Confident]", "dimensions:\n  Confident: Three of us now run the till."),
    "no-statements": under("    statements:", "      - We greet whoever comes in."),
    "no-steps": write("---\ntitle: Look back\nsummary: It was so.\n---\nLook back.\n", f"{TIN}/1-look-back.md"),
    "no-story-file": move("stories/repair-cafe/Repair cafe.md", STORY),
    "no-themes": under("themes:", "  - name: Making"),
    "no-tin-file": write(
        "---\ntitle: Our tin\nsummary: What it says.\nwho_for: Neighbours\ntime: ten minutes\nleave_with: A note\n"
        "reviewed: 2026-03-14\n---\nIt is about looking back.\n",
        f"{TIN}/index.md",
    ),
    "no-words": under("We meet on the first Saturday."),
    "nobody-to-reach": under("contact:", "  phone: ask at the library"),
    "not-a-day": line("told_on: 2026-03-04"),
    "not-a-group": line("consent:\n  given: 2026-03-01"),
    "not-a-language": line("language: cy"),
    "not-a-name": line('organisation: "Menders, every Saturday"'),
    "not-a-page": move("docs/form.html", "docs/form.md"),
    "not-a-photo": photo,
    "not-a-photo-name": both(photo, line("- file: bench.jpg")),
    "not-a-point": line('location: "51.449, -1.249"'),
    "not-a-time": line("happened: about 1974"),
    "not-a-tin-file": move(f"{TIN}/look-on.md", f"{TIN}/2-look-on.md"),
    "not-indented": line("  would throw away."),
    "not-pushed-in": put("\nname: Mo", "\n  name: Mo"),
    "not-plain-text": line("title: The repair café"),
    "not-utf-8": write(SOUND),
    "not-words": put("title:\n  - The repair café\n  - The mending club\n", "title: The repair café\n"),
    "nothing-heard": under(">", "> - The hall is dark on Thursdays. (9 people)"),
    "nothing-on-page": under("Look back at one day."),
    "opening-not-first": write(SOUND),
    "person-in-record": put("Ida Buttonhook says a room", "A room", "stories/barriers.yml"),
    "photo-cut-short": photo,
    "photo-file-too-large": photo,
    "photo-from-elsewhere": both(
        put("https://example.org/bench.jpg", "bench.jpg"),
        put(
            "licence: CC BY-SA 4.0\n---",
            "licence: CC BY-SA 4.0\nphotos:\n  - file: bench.jpg\n    alt: A bench\n    credit: Mo\n"
            "    licence: CC BY-SA 4.0\n---",
        ),
        photo,
    ),
    "photo-missing": put("bench.jpg", "bench 2.jpg"),
    "photo-unlisted": put(
        "licence: CC BY-SA 4.0\n---",
        "licence: CC BY-SA 4.0\nphotos:\n  - file: bench.jpg\n    alt: A workbench\n    credit: Mo\n"
        "    licence: CC BY-SA 4.0\n---",
        STORY,
    ),
    "photo-not-developed": photo,
    "photo-not-listed": put(
        "licence: CC BY-SA 4.0\n---",
        "licence: CC BY-SA 4.0\nphotos:\n  - file: bench.jpg\n    alt: A bench\n    credit: Mo\n"
        "    licence: CC BY-SA 4.0\n---",
    ),
    "photo-too-large": photo,
    "photo-too-small": photo,
    "picture-in-tin": put("![A workbench](bench.jpg)", "A workbench."),
    "picture-on-trail": put("![The street](street.jpg) ", ""),
    "picture-with-more": lambda root, _: (root / "docs/help/shed.jpg").write_bytes(pictures.jpeg()),
    "plus-signs": put("+++", "---"),
    "same-language": put("licence: CC BY-SA 4.0\n", "licence: CC BY-SA 4.0\nlanguage: cy\n"),
    "same-twice": put(", making]", "]"),
    "second-translation": put("translation_of: knit-and-natter\n", ""),
    "source-undated": under("    accessed: 2026-03-14"),
    "source-without-address": under("    address: https://example.org/the-page"),
    "sources-old": under("  - title: The library", "    address: https://library.example/", "    accessed: 2026-03-14"),
    "stop-not-published": put("      - story: seed-swap\n        words: Then this one.\n", ""),
    "storyteller-photo-unlisted": both(
        put(
            "licence: CC BY-SA 4.0\n---",
            "licence: CC BY-SA 4.0\nphotos:\n  - file: mo.jpg\n    alt: Mo\n    credit: Mo\n"
            "    licence: CC BY-SA 4.0\n---",
        ),
        lambda root, _: pictures.put_photo(root, pictures.jpeg(), "mo.jpg"),
    ),
    "tab": put("\tname", "  name"),
    "table-too-wide": lambda root, problem: _changed("", "")(_without_story(root)),
    "tin-address-taken": move(f"{TIN}/2-look-back.md", f"{TIN}/2-look-on.md"),
    "told-to-come": line("told_on: 2026-03-14"),
    "too-deep": put("[[[[[[[[[[[[[Making]]]]]]]]]]]]]", "[Making]"),
    "too-long": line("title: The repair café"),
    "too-many": line("place: [Millbank, Weir Lane]"),
    "too-much-page": lambda root, problem: _changed("", "")(_without_story(root)),
    "too-tangled": line("---"),
    "trail-too-short": both(
        write(SOUND, "stories/knit-and-natter/story.md"),
        put(
            "        words: Then this one.",
            "        words: First.\n      - story: knit-and-natter\n        words: Then.",
        ),
    ),
    "translation-of-translation": line("translation_of: knit-and-natter"),
    "uncredited-voice": line("> **Voice:** I thought they came for the tea. — Ida, who made the tea"),
    "unknown-featured": put("featured: repair-caf", "featured: repair-cafe"),
    "unknown-language": line("language: cy"),
    "unlikely-day": line("happened: 2026"),
    "unreadable-line": write(SOUND),
    "words-too-deep": put("> > > > > > > > > > > > > Mend it.", "> > Mend it."),
    "words-too-long": put("We mend.\n\n" * 10_000, ""),
    "worksheet-not-offered": put(
        "Look back at one day.\n",
        "Look back at one day.\n\n> **Take away:** [Our page](worksheet-our-page.md)\n",
        f"{TIN}/1-look-back.md",
    ),
    "worksheet-runs-over": put("pages: 1", "pages: 2"),
    "written-twice": put("summary: We mend things.\n", ""),
    "wrongly-indented": put("  place:", "place:"),
}
"""Where a problem says what to do in words; where it gives what is to be typed, that is typed."""

NOTHING_TO_DO = {"story-gone", "translation-narrowed", "translation-waits"}


def _without_story(root: Path) -> Path:
    shutil.rmtree(root / "stories/repair-cafe")
    return root


@pytest.mark.parametrize("code", [code for code in CODES if code not in NOTHING_TO_DO])
def test_doing_what_a_problem_says_makes_it_go_and_brings_no_other(code: str, tmp_path: Path, monkeypatch):
    if code == "our-fault":
        monkeypatch.setattr("storyguide.reading.stories.read_story", lambda *_, **__: 1 // 0)
    if code == "photo-not-developed":
        monkeypatch.setattr("storyguide.reading.photos.darkroom.key_of", lambda *_: "another")
    root = _guide(code, tmp_path / "guide")
    (problem,) = _problems(root)
    monkeypatch.undo()

    (MENDS.get(code) or as_said(code))(root, problem)

    assert _problems(root) == ()


def test_of_what_nothing_need_be_done_about_it_is_said_so():
    assert all("Nothing need be done" in _expected(code) for code in NOTHING_TO_DO)
