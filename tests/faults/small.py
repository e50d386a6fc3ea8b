"""A guide as small as one can be, whose words are either of two, so that there is always something to build."""

from pathlib import Path

from PIL import Image

BEFORE, AFTER = "The kettle is red.", "The kettle is blue."

_EDITION = """\
name: The Community Lover’s Guide to Little Nowhere
town: Little Nowhere
summary: One street and what people do in it.
language: en-GB
licence: CC BY-SA 4.0
contact: {email: editors@example.org}
areas:
  - name: The Street
    places:
      - {name: Button Row, point: "53.1, -2.1"}
themes:
  - {name: Tea, intro: Stories about tea., scenes: [kitchen]}
"""
_STORY = """\
---
title: The kettle
summary: A kettle is shared by a whole street.SUMMED
storyteller: Barnaby Kettle
place: Button Row
themes: [Tea]
told_on: 2025-05-05
consent: {given: 2025-05-06}
approved_on: 2025-05-06
licence: CC BY-SA 4.0
---

WORDS
"""


def write_guide(root: Path, words: str = BEFORE, *, rich: bool = False, summed: bool = False) -> Path:
    """Write the guide, or only its words anew.

    rich: with whatever else there is to make: a photo, share cards, the search index, a page written by hand;
    summed: the words stand in the summary too, which every list shows: all of the site is then made anew.
    """
    story = root / "stories/the-kettle/story.md"
    story.parent.mkdir(parents=True, exist_ok=True)
    photo = (
        "photos:\n  - {file: kettle.png, alt: A kettle, credit: Barnaby Kettle, licence: CC BY-SA 4.0}\n"
        if rich
        else ""
    )
    text = _STORY.replace("SUMMED", f" {words}" if summed else "").replace("WORDS", words)
    story.write_text(text.replace("licence:", f"{photo}licence:"), encoding="utf-8")
    if (root / "mkdocs.yml").exists():
        return root
    (root / "docs").mkdir()
    (root / "stories/edition.yml").write_text(_EDITION, encoding="utf-8")
    further = "true" if rich else "false"
    (root / "mkdocs.yml").write_text(
        "site_name: A guide\nsite_url: https://example.org/\ntheme: {name: material, font: false}\n"
        f"plugins:\n  - storyguide: {{share_cards: {further}, search: {further}}}\n",
        encoding="utf-8",
    )
    if rich:
        Image.new("RGB", (800, 600), "red").save(story.with_name("kettle.png"))
        (root / "docs/more.md").write_text("# More\n\nWritten by hand.\n", encoding="utf-8")
    return root
