"""Tells problems to other programs."""

import json
import re
from collections.abc import Iterable

from storyguide.model.problem import Problem
from storyguide.telling.phrases import HELP, in_order

_NO_LETTER = re.compile("[\ud800-\udfff]")
"""Stands in names that are none; no other program could read it."""
VERSION = 1
"""Goes up when a name below changes or goes; a name may be added without it."""


def as_json(problems: Iterable[Problem], *, elsewhere: int = 0) -> str:
    """An object: version, what was counted, and the problems by file and line.

    Each has code, path, line (0 for the file as a whole), message, mend, blocks (whether it
    holds a story back), and help (the heading that says more, as a file of the guide).
    """
    told = in_order(problems)
    whole = {
        "version": VERSION,
        "counts": {
            "problems": len(told),
            "blocking": sum(problem.blocks for problem in told),
            "files": len({problem.where.path for problem in told}),
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
            for problem in told
        ],
    }
    return _NO_LETTER.sub("\N{REPLACEMENT CHARACTER}", json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"
