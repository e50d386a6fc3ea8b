"""Report problems as JSON, for other programs to read."""

import json
import re
from collections.abc import Iterable

from storyguide.model.problem import Problem
from storyguide.telling.phrases import HELP, in_order

_NO_LETTER = re.compile("[\ud800-\udfff]")
"""Lone surrogates, which stand in file names that are not valid Unicode; no JSON reader could decode them."""
VERSION = 1
"""Version of the JSON. It rises when a name in it changes or goes; adding a name does not raise it."""


def as_json(problems: Iterable[Problem], *, elsewhere: int = 0) -> str:
    """Return a JSON object with the version, the counts, and the problems sorted by file and line.

    Each problem has code, path, line (0 for the file as a whole), message, mend, blocks (whether it holds a story
    back), and help (the heading that says more, as a file of the guide). `elsewhere` is the number of problems outside
    the files asked about; it is only counted.
    """
    ordered = in_order(problems)
    whole = {
        "version": VERSION,
        "counts": {
            "problems": len(ordered),
            "blocking": sum(problem.blocks for problem in ordered),
            "files": len({problem.where.path for problem in ordered}),
            "elsewhere": elsewhere,
        },
        "problems": [
            {
                "code": problem.code,
                "path": problem.where.path,
                "line": problem.where.line,
                "message": problem.message,
                "mend": problem.mend,
                "blocks": problem.blocks,
                "help": f"{HELP}#{problem.code}",
            }
            for problem in ordered
        ],
    }
    return _NO_LETTER.sub("\N{REPLACEMENT CHARACTER}", json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"
