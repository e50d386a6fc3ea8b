"""What others made and this site sends along or is made with: their licences, and the list of them all."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from storyguide import CACHE, __version__
from storyguide.cms.keeping import kept_at
from storyguide.making.output import OutputFile
from storyguide.making.shipped import Shipped
from storyguide.model.edition import Edition
from storyguide.site.parts import BUILT_WITH, NPM_LOCK, PROJECT, SHIPPED, TEXTS

FOLDER = "about/licences/texts"
SBOM = "about/licences/sbom.cdx.json"


def find_shipped(parts: Path | None, edition: Edition, *, search: bool = True) -> tuple[Shipped, ...]:
    """What goes out with a site of this edition; nothing is known of it where no parts were prepared."""
    if parts is None:
        return ()
    uses = {"reading", "printing"} | ({"searching"} if search else set()) | ({"writing"} if kept_at(edition) else set())
    listed = json.loads((parts / SHIPPED).read_text(encoding="utf-8"))
    return tuple(
        Shipped(
            name=one["name"],
            use=one["use"],
            version=one["version"],
            licence=one["licence"],
            text=f"{FOLDER}/{one['file']}",
        )
        for one in listed
        if one["use"] in uses
    )


def licence_texts(shipped: Iterable[Shipped], parts: Path | None) -> Iterator[OutputFile]:
    """Their licences, as files of the site."""
    for one in shipped:
        if parts:
            yield OutputFile(path=one.text, content=parts / TEXTS / Path(one.text).name)


def sbom(project: Path = PROJECT) -> Iterator[OutputFile]:
    """The list of all a site is made with, for programs; none where the locks are not at hand.

    It is made once for each state of them and kept: to ask every package what it is takes as long as a hundred stories.
    """
    try:
        locks = b"".join((project / name).read_bytes() for name in (*BUILT_WITH, NPM_LOCK))
    except OSError:
        return
    made_from = sha256(f"{__version__}\n{sys.version}\n{sys.prefix}\n".encode() + locks).hexdigest()
    kept = project / CACHE / "sbom.json"
    with suppress(OSError, ValueError):
        stamp, _, made = kept.read_text(encoding="utf-8").partition("\n")
        if stamp == f"{made_from} {sha256(made.encode()).hexdigest()}":
            yield OutputFile(path=SBOM, content=made)
            return
    from storyguide.site.sbom import make_sbom  # noqa: PLC0415 - needed once in a long while

    made = make_sbom(project)
    with suppress(OSError):  # where nothing can be kept it is made again next time
        kept.parent.mkdir(exist_ok=True)
        aside = kept.with_suffix(f".{os.getpid()}")
        stamp = f"{made_from} {sha256(made.encode()).hexdigest()}"
        aside.write_text(f"{stamp}\n{made}", encoding="utf-8", newline="\n")
        aside.replace(kept)
    yield OutputFile(path=SBOM, content=made)
