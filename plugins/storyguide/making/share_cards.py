"""The picture shown where a page is passed on: painted for each story, and for the guide as a whole."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from storyguide.making import addresses, pictures
from storyguide.making.covers import VERSION, compose
from storyguide.making.covers.card import share_card
from storyguide.making.kept import is_sound, keep
from storyguide.making.output import OutputFile
from storyguide.model.guide import Guide


def make_share_cards(guide: Guide, cache: Path, fonts: Sequence[Path] = ()) -> Iterator[OutputFile]:
    """A 1200 by 630 card for each story and for the guide, kept in the cache under what it is painted from."""
    edition = guide.edition
    cache.mkdir(parents=True, exist_ok=True)
    kept = set()
    wanted = [("card.png", f"guide {edition.town}", edition.skyline, edition.name, edition.town)]
    wanted += [
        (addresses.of_share_card(s.slug), s.slug, pictures.scenes_of(s, guide), s.title, guide.where_is(s))
        for s in guide.stories
    ]
    for path, key, scenes, title, place in wanted:
        seed = "\0".join((VERSION, key, *scenes, title, place, edition.name, *(font.name for font in fonts)))
        file = cache / f"{blake2b(seed.encode(), digest_size=12).hexdigest()}.png"
        if not is_sound(file):
            keep(file, share_card(compose(key, scenes), title, place, edition.name, fonts))
        kept.add(file.name)
        yield OutputFile(path=path, content=file)
    for file in cache.glob("*.png"):
        if file.name not in kept:
            file.unlink(missing_ok=True)
