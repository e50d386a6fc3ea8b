"""The guide written out as one plain docs folder, for any engine that reads Markdown."""

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from storyguide.making.output import OutputFile, OutputPage
from storyguide.model.markup.elements import elements
from storyguide.reading.handwritten import pages_by_hand

_BLANK_LINES = re.compile(r"\n\s*\n")


def write_folder(made: Iterable[OutputPage | OutputFile], docs: Path, folder: Path, frame: Mapping[str, object]) -> int:
    """Write what was made into folder/docs, beside the pages written by hand in docs; returns the number of pages.

    A page becomes a Markdown file: its metadata, then its content as one block of HTML.
    The frame's values stand in folder/guide.yml, for the other engine's templates.
    Whatever stood in folder before is removed.
    """
    shutil.rmtree(folder, ignore_errors=True)
    into = folder / "docs"
    for path in sorted(path for path in pages_by_hand(docs.parent)[0] if not path.startswith("how-it-is-made/")):
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(docs / path, into / path)
    pages = 0
    for one in made:
        target = into / one.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(one, OutputPage):
            target.write_text(_as_markdown(one), encoding="utf-8", newline="\n")
            pages += 1
        elif isinstance(one.content, Path):
            shutil.copyfile(one.content, target)
        elif isinstance(one.content, bytes):
            target.write_bytes(one.content)
        else:
            target.write_text(one.content, encoding="utf-8", newline="\n")
    (folder / "guide.yml").write_text(_as_yaml({"guide": dict(frame)}), encoding="utf-8")
    return pages


def _as_markdown(page: OutputPage) -> str:
    meta = {"title": page.title, "description": page.description, **page.meta, "made": True}
    # A blank line would end the block of HTML in some readers of Markdown; within <pre> it is part of the words.
    html, end = str(page.html), 0
    done: list[str] = []
    for element in elements(html, "pre"):
        done += (_BLANK_LINES.sub("\n", html[end : element.start]), element.written.replace("\n\n", "\n&#10;\n"))
        end = element.end
    done.append(_BLANK_LINES.sub("\n", html[end:]))
    return f"---\n{_as_yaml(meta)}---\n\n<div>\n{''.join(done).strip()}\n</div>\n"


def _as_yaml(values: Mapping[str, object]) -> str:
    return yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=True, width=10_000)
