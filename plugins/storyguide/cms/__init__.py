"""The editor at /admin/: its page, its settings made from the table of a story's facts, and its program."""

from collections.abc import Iterator
from pathlib import Path

from storyguide.cms.config import write_config
from storyguide.cms.keeping import kept_at
from storyguide.cms.page import START, admin_page
from storyguide.making.output import OutputFile
from storyguide.model.guide import Guide


def make_admin(guide: Guide, program: Path, *, address: str = "", sign_in: str = "") -> Iterator[OutputFile]:
    """Give everything under admin/; nothing where the program was not fetched, or the guide is not kept on GitHub.

    program: the folder the editor's program was fetched into.
    address: the guide's own on the web, where it is known.
    sign_in: whose door editors go through, when it is not this site's own (see kept_at).
    """
    backend = kept_at(guide.edition, sign_in)
    if not backend or not program.is_dir():
        return
    yield OutputFile(path="admin/index.html", content=admin_page(guide.edition))
    yield OutputFile(path="admin/start.js", content=START)
    yield OutputFile(path="admin/config.yml", content=write_config(guide, backend, address=address))
    for file in sorted(file for file in program.rglob("*") if file.is_file()):
        yield OutputFile(path=f"admin/sveltia/{file.relative_to(program).as_posix()}", content=file)
