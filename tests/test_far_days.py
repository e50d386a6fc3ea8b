"""A day far away in any fact of a story stops neither a build nor a check."""

from datetime import date
from pathlib import Path

import pytest
from storyguide.making.everything import make
from storyguide.site.assembly import assemble
from storyguide.site.security_txt import make_security_txt, running_out
from storyguide.telling import as_annotations, as_comment, as_json, as_summary, as_text

from tests.conftest import TODAY, built

pytestmark = pytest.mark.slow

FAR = ("1000-01-01", "1500-06-30", "2062-03-14", "2106-02-08", "9999-12-31")
FACTS = {
    "told_on": "told_on: {}",
    "happened": "happened: {}",
    "publish_on": "publish_on: {}",
    "review_on": "review_on: {}",
    "approved_on": "approved_on: {}",
    "given": "consent:\n  given: {}",
    "until": "consent:\n  given: 2026-03-01\n  until: {}",
    "withdrawn": "consent:\n  given: 2026-03-01\n  withdrawn: {}",
    "withdrawn status": "status: withdrawn\nconsent:\n  given: 2026-03-01\n  until: {}",
    "accessed": "sources:\n  - {{title: Minutes, address: 'https://example.org/', accessed: {}}}",
    "offers": "offers:\n  - {{text: A ladder, until: {}}}",
}
SOUND = {
    "told_on": "told_on: 2026-03-14",
    "approved_on": "approved_on: 2026-03-12",
    "consent": "consent:\n  given: 2026-03-01",
}


def write(root: Path, fact: str) -> None:
    key = fact.partition(":")[0] if not fact.startswith("status") else "consent"
    others = "\n".join(written for name, written in SOUND.items() if name != key)
    folder = root / "stories/far-away"
    folder.mkdir(exist_ok=True)
    (folder / "story.md").write_text(
        "---\ntitle: The far bench\nsummary: Neighbours mend a bench.\nstoryteller: Mo\nplace: Millbank\n"
        f"themes: [Music]\nlicence: CC BY-SA 4.0\n{others}\n{fact}\n---\nWe meet on Saturdays and mend what we can.\n",
        encoding="utf-8",
    )


@pytest.mark.parametrize("day", FAR)
@pytest.mark.parametrize("name", FACTS)
def test_a_day_far_away_leaves_everything_else_made_and_every_report_written(anytown, name, day):
    write(anytown, FACTS[name].format(day))

    for preview in (False, True):
        assembly = assemble(anytown, today=TODAY, preview=preview)
        assert "repair-cafe" in assembly.guide.by_slug
        assert any(page.path == "stories/repair-cafe.md" for page in make(assembly.guide, address="https://x.org/"))
        list(make_security_txt(assembly.guide, ""))
        running_out(assembly.guide)
    for tell in (as_text, as_annotations, as_comment, as_json, as_summary):
        assert tell(assembly.problems)


@pytest.mark.parametrize("day", FAR)
def test_a_site_is_built_beside_a_story_told_on_a_day_far_away(anytown, tmp_path, day):
    write(anytown, f"told_on: {day}")

    published = built(anytown, tmp_path / "site", offline=True)

    assert published.built
    assert ("far-away" in published.held) == (date.fromisoformat(day) > TODAY)
    assert "2062" not in (tmp_path / "site/feed.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("day", ["1000-01-01", "1969-12-31"])
def test_a_guide_whose_only_story_was_told_long_ago_is_built(anytown, tmp_path, day):
    write(anytown, f"told_on: {day}")
    for story in anytown.glob("stories/*/story.md"):
        if story.parent.name != "far-away":
            story.unlink()

    assert built(anytown, tmp_path / "site", offline=True, allow_removals=True).built
