"""Report a guide's problems: as terminal text, GitHub annotations, a Markdown summary or comment, HTML, or JSON."""

from storyguide.telling.annotations import as_annotations
from storyguide.telling.data import as_json
from storyguide.telling.page import as_html
from storyguide.telling.phrases import HELP, counted
from storyguide.telling.pull_request import MARKER, as_comment, as_summary
from storyguide.telling.text import as_text

__all__ = [
    "HELP", "MARKER", "as_annotations", "as_comment", "as_html", "as_json", "as_summary", "as_text", "counted",
]  # fmt: skip
