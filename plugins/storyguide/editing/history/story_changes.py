"""What a change of files means for the stories and their addresses."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from storyguide.checking import gone
from storyguide.editing.history.git_changes import FileChange, is_story
from storyguide.model.changes import AddressChange, Changes, How, StoryChange
from storyguide.model.gates import agreed
from storyguide.model.guide import Guide
from storyguide.model.story import Status, Story
from storyguide.reading.addresses import is_slug
from storyguide.reading.metadata import Metadata, read_metadata
from storyguide.reading.story import read_story
from storyguide.reading.story_fields import STORY_FIELDS
from storyguide.reading.written import Group, Reading, Several, Text, Written

_FOLDERS_OF_LISTS = ("frameworks",)
_MOST_NAMED = 6
"""Facts told by name; of more, how many there are."""


def compared(root: Path, guide: Guide, files: Sequence[FileChange], *, since: str, today: date) -> Changes:
    """The changes of files at root, as changes of the guide that was made of them (as a preview)."""
    stories = tuple(_stories(root, guide, files))
    named = {name for change in stories for name in (change.slug, change.was) if name}
    return Changes(
        since=since,
        stories=tuple(sorted(stories, key=lambda one: (list(How).index(one.how), one.slug))),
        addresses=tuple(_addresses(guide, files, today)),
        others=tuple(sorted({f.now or f.was for f in files if _folder(f.now or f.was) not in named})),
    )


def _folder(path: str) -> str:
    """The name of the story's folder a file lies in; "" when it lies in none."""
    parts = path.split("/")
    return parts[1] if parts[0] == "stories" and len(parts) > 2 and parts[1] not in _FOLDERS_OF_LISTS else ""


def _stories(root: Path, guide: Guide, files: Sequence[FileChange]) -> Iterator[StoryChange]:
    texts = {_folder(file.now or file.was): file for file in files if is_story(file.now or file.was)}
    renamed = {_folder(text.was): slug for slug, text in texts.items() if text.was and text.now}
    beside = {
        renamed.get(_folder(path), _folder(path))
        for file in files
        for path in (file.was, file.now)
        if _folder(path) and not path.endswith(".md") and not file.same
    }
    for slug in sorted(texts.keys() | beside):
        text = texts.get(slug)
        if text is None and not (root / "stories" / slug / "story.md").is_file():
            continue  # a photo whose story nobody has written, or that went before
        how = _how(slug, text, guide)
        what: list[str] = []
        if how in (How.CHANGED, How.RENAMED):
            what += _of_text(text.then, root / text.now) if text and text.then is not None else ()
            what += ["photos"] if slug in beside else []
        was = _folder(text.was) if text and how is How.RENAMED else ""
        yield StoryChange(slug=slug, how=how, was=was, what=tuple(what))


def _how(slug: str, text: FileChange | None, guide: Guide) -> How:
    if slug in guide.gone:
        return How.TAKEN_DOWN
    if text is None:
        return How.CHANGED
    if not text.now:
        return How.TAKEN_AWAY
    if not text.was:
        return How.NEW
    return How.CHANGED if _folder(text.was) == slug else How.RENAMED


def _of_text(then: bytes, file: Path) -> Iterator[str]:
    """Which parts of a story's file are not as they were: only their names, never what they say."""
    if file.is_symlink() or not file.is_file():
        return
    old, new = (read_metadata(data, Reading("")) for data in (then, file.read_bytes()))
    if old is None or new is None:
        yield "everything"
        return
    if old.body.strip() != new.body.strip():
        yield "words"
    facts = _facts(old, new)
    if facts:
        known = [name for name in facts if name in STORY_FIELDS]
        few = known and len(known) == len(facts) <= _MOST_NAMED
        yield f"facts ({', '.join(known)})" if few else f"{len(facts)} facts"


def _facts(old: Metadata, new: Metadata) -> list[str]:
    then, now = old.facts.values, new.facts.values
    return sorted(name for name in then.keys() | now.keys() if _plain(then.get(name)) != _plain(now.get(name)))


def _plain(value: Written | None) -> object:
    """A value as written, wherever it stands."""
    if isinstance(value, Text):
        return value.written
    if isinstance(value, Several):
        return [_plain(item) for item in value.items]
    return {name: _plain(one) for name, one in value.values.items()} if isinstance(value, Group) else None


def _addresses(guide: Guide, files: Sequence[FileChange], today: date) -> Iterator[AddressChange]:
    """Each address that was public, by the stories' files that have changed, and is not what it was."""
    published = guide.by_slug.keys() - guide.unpublished.keys()
    leads = {old: story.slug for story in guide.stories if story.slug in published for old in story.also_at}
    neutral = {*guide.gone, *guide.gone_before}
    for file in files:
        slug, here = _folder(file.was), _folder(file.now)
        story = read_story(file.then, path=file.was, slug=slug)[0] if file.then and is_slug(slug) else None
        for was, led in _public(story, today).items() if story else ():
            now = leads.get(was, "")
            if was in published or (now and now == led) or (was in neutral and not led):
                continue
            if now or was in neutral:
                yield AddressChange(was=was, now=now)
            else:
                called = here if here != slug else ""
                yield AddressChange(was=was, now=called, lost=True, why=guide.unpublished.get(here, ()))


def _public(story: Story, today: date) -> Mapping[str, str]:
    """The addresses at which a story stood, each with the one it led on to, or "" when it was taken down already."""
    addresses = (story.slug, *story.also_at)
    if gone([story], today):
        return dict.fromkeys(addresses, "")
    due = story.status is Status.READY and (story.publish_on is None or story.publish_on <= today)
    return dict.fromkeys(addresses, story.slug) if due and agreed(story, today) else {}
