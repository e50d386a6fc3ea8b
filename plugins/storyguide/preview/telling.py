"""What a preview says of its problems: as news to a page that is open, and as pages of its own."""

from collections.abc import Mapping
from html import escape

from storyguide import telling
from storyguide.model.problem import Problem
from storyguide.preview.preview import Preview

_MOST = 5
"""Problems told on a page that is about something else."""


def news_of(preview: Preview) -> Mapping[str, object]:
    """What there is to mend, for theme/live/live.js: the worst few, and how many there are in all."""
    blocking = [problem for problem in preview.problems if problem.blocks]
    return {
        "fault": preview.engine_fault,
        "blocking": len(blocking),
        "problems": [_as_data(problem) for problem in blocking[:_MOST]],
    }


def problems_page(preview: Preview) -> bytes:
    """All there is to mend, on a page of its own."""
    told = telling.as_html(preview.problems) or "<p>There is nothing to mend.</p>"
    return _page("What there is to mend", told)


def starting_page(preview: Preview) -> bytes:
    """What is shown while there is no guide: why there is none."""
    return _page("There is no guide to show yet", telling.as_html(preview.problems) + _fault(preview.engine_fault))


def _fault(words: str) -> str:
    return f"<p>mkdocs.yml cannot be used: {escape(words)}</p>" if words else ""


def _as_data(problem: Problem) -> Mapping[str, str]:
    return {"where": str(problem.where), "message": problem.message, "mend": problem.mend}


def _page(title: str, html: str) -> bytes:
    return (
        f'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n</head>\n'
        f'<body class="told"><main><h1>{title}</h1>\n{html}</main></body>\n</html>\n'
    ).encode()
