"""Prepare messages and patterns for the browser form from those of the readers, so that both judge alike."""

import re
from datetime import date

from storyguide.model.problem import Problem
from storyguide.model.problems import checks, fields, photos, stories, words
from storyguide.model.question import Wording
from storyguide.model.source import Source
from storyguide.reading.contacts import FORM_PATTERNS
from storyguide.reading.days import MONTHS
from storyguide.reading.kinds import UNSAFE_IN_A_LINE
from storyguide.reading.story_parts import GUARDIAN, REFUSAL
from storyguide.reading.when import NOW, PATTERNS, SEASONS

_WHERE = Source("")
_NAME, _OTHER = "\ue001", "\ue002"
_WRITTEN = "\ue000" * 300
"""Placeholder for an answer; the number of placeholder characters left in a message shows how much is quoted."""
_SHOWN = re.compile("(\ue000+)(…?)")
_LENGTH, _MOST = 1_111_111, 2_222_222
_DAY = date(1111, 11, 11)
_MARKS = {
    _NAME: "{name}",
    _OTHER: "{other}",
    "1,111,111": "{length,}",
    "2,222,222": "{most,}",
    "1111111": "{length}",
    "2222222": "{most}",
    "11 November 1111": "{day}",
}
_FILE_ONLY = ("missing-fact", "no-words", "unknown-place", "unknown-theme", "story-gone")
"""Codes of problems whose advice says what to type in a file; the form shows the place to answer instead."""

_LETTER = r"\p{L}\p{N}_"
_EDGE = f"(?:(?<=[{_LETTER}])(?![{_LETTER}])|(?<![{_LETTER}])(?=[{_LETTER}]))"
_LETTERS = {r"[^\W_]": r"[\p{L}\p{N}]", r"[^\W\d_]": r"\p{L}"}
_ELSEWHERE = re.compile(r"\\[bwW]|\(\?P<|\[(?:\\.|[^\]])*\]")


def wordings() -> dict[str, Wording]:
    """Return the messages about answers by problem code."""
    problems = (
        fields.missing(_WHERE, _NAME, "", of=_OTHER),
        fields.too_long(_WHERE, _NAME, _LENGTH, _MOST),
        fields.not_plain(_WHERE, _NAME, _WRITTEN, "<"),
        fields.not_a_time(_WHERE, _NAME, _WRITTEN),
        fields.too_many(_WHERE, _NAME, _LENGTH, _MOST),
        checks.unknown_place(_WHERE, _WRITTEN, {}),
        checks.unknown_theme(_WHERE, _WRITTEN, {}),
        checks.story_gone(_WHERE, _NAME, ended=_DAY),
        stories.contact_details(_WHERE, _OTHER, _WRITTEN),
        stories.no_alt(_WHERE, _NAME),
        stories.no_permission(_WHERE, _NAME, _OTHER),
        stories.no_guardian(_WHERE, _NAME, _WRITTEN),
        words.no_words(_WHERE),
        words.words_too_long(_WHERE, _LENGTH, _MOST),
        words.line_too_long(_WHERE, _LENGTH, _MOST),
        photos.photo_too_small(_WHERE, _NAME, _OTHER, _MOST),
        photos.photo_file_too_large(_WHERE, _NAME, _OTHER, _MOST),
    )
    return {problem.code: _wording(problem) for problem in problems}


def patterns() -> dict[str, str]:
    """Return the patterns to search for in answers by name, in JavaScript syntax.

    Patterns of contact details are named "contact: KIND".
    """
    unseen = UNSAFE_IN_A_LINE.pattern.replace("<", "").removesuffix("]") + "\ufeff\ufffe\uffff\ud800-\udfff]"
    return {
        "unseen": "".join(sign if sign.isascii() and sign.isprintable() else f"\\u{ord(sign):04x}" for sign in unseen),
        "refusal": f"^(?:{_for_browsers(REFUSAL)})",
        "guardian": _for_browsers(GUARDIAN),
        **{name: f"^(?:{_for_browsers(pattern)})$" for name, pattern in PATTERNS.items()},
        **{f"contact: {kind}": _for_browsers(pattern) for kind, pattern in FORM_PATTERNS.items()},
    }


def times() -> dict[str, tuple[str, ...]]:
    """Return the words used in times: months, seasons and now."""
    return {"months": tuple(MONTHS), "seasons": tuple(SEASONS), "now": NOW}


def _for_browsers(pattern: re.Pattern[str]) -> str:
    r"""Return the pattern in JavaScript syntax, in which \w and \b would know English letters only."""
    return _ELSEWHERE.sub(_translated, pattern.pattern)


def _translated(found: re.Match[str]) -> str:
    written = found[0]
    if written in _LETTERS:
        return _LETTERS[written]
    if written.startswith("["):
        return written.replace(r"\w", _LETTER)
    return {r"\b": _EDGE, r"\w": f"[{_LETTER}]", r"\W": f"[^{_LETTER}]", "(?P<": "(?<"}.get(written, written)


def _wording(problem: Problem) -> Wording:
    shown = _SHOWN.search(problem.message)
    quoted = len(shown[1]) + 1 if shown and shown[2] else 0
    mend = "" if problem.code in _FILE_ONLY else _marked(problem.mend)
    return Wording(message=_marked(problem.message), mend=mend, quoted=quoted)


def _marked(text: str) -> str:
    text = _SHOWN.sub("{written}", text)
    for sign, mark in _MARKS.items():
        text = text.replace(sign, mark)
    return text
