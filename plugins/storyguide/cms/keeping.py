"""Where the guide's files are kept, and how an editor signs in there, as the editor at /admin/ is told it."""

import re
from typing import NamedTuple

from storyguide.model.edition import Edition

_ON_GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")
_EDITING = re.compile(r"/?edit/([^/]+)/(.*?)/?")


class Keeping(NamedTuple):
    """A place for the guide's files."""

    backend: dict[str, object]
    """As the editor's settings have it."""
    folder: str = ""
    """The guide's root in it, with a closing slash; empty when that is the whole."""


def kept_at(edition: Edition, sign_in: str = "") -> Keeping | None:
    """Where the edition says it is kept; None when that is not on GitHub, for the editor can write nowhere else.

    sign_in: the name of a site of Netlify's, whose door may be used by anybody; or the whole
    address of a relay of one's own. Without it the guide's own site is taken to be Netlify's.
    """
    found = _ON_GITHUB.fullmatch(edition.repository)
    if not found:
        return None
    # Sent for review from a copy of their own by people without the right to write; and no look at private files.
    backend: dict[str, object] = {"name": "github", "repo": found[1]}
    editing = _EDITING.fullmatch(edition.edit_path)
    if editing:
        backend["branch"] = editing[1]
    if sign_in:
        backend["base_url" if "://" in sign_in else "site_domain"] = sign_in.rstrip("/")
    backend |= {"open_authoring": True, "auth_scope": "public_repo", "commit_messages": _COMMIT_MESSAGES}
    return Keeping(backend, f"{editing[2]}/" if editing and editing[2] else "")


_COMMIT_MESSAGES = {
    "create": "stories: Tell {{slug}}",
    "update": "stories: Change {{slug}}",
    "delete": "stories: Remove {{slug}}",
    "uploadMedia": "stories: Add {{path}}",
    "deleteMedia": "stories: Remove {{path}}",
    "openAuthoring": "{{message}}",
}
