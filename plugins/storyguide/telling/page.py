"""Report problems as an HTML list, for a page of the guide."""

from collections.abc import Iterable
from html import escape

from storyguide.model.problem import Problem
from storyguide.telling.phrases import in_order


def as_html(problems: Iterable[Problem]) -> str:
    """Return problems as an HTML list sorted by file and line; "" when there are none."""
    items = "".join(
        f'<li class="problem{"" if problem.blocks else " problem--note"}">'
        f"<p><strong>{escape(str(problem.where))}:</strong> {escape(problem.message)}</p>"
        f"<p>To mend it: {_broken(escape(problem.mend))}</p></li>\n"
        for problem in in_order(problems)
    )
    return f'<ul class="problems">\n{items}</ul>\n' if items else ""


def _broken(html: str) -> str:
    return html.replace("\n", "<br>\n")
