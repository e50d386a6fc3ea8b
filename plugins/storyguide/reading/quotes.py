"""Replace curly quotation marks round a YAML value by straight ones."""

import re

from storyguide.reading.mending import quoted

_DOUBLE = "“”„‟«»＂"
_ENDS = {
    "“": "”“\"", "”": "”\"", "„": "“”\"", "‟": "”\"", "«": "»\"", "»": "«\"", "＂": "＂\"", "「": "」", "『": "』",
    '"': "”“»", "‘": "’'", "‚": "‘’", "‹": "›", "'": "’",
}  # fmt: skip
"""Closing marks that may end a quotation, by opening mark."""
_INNER = re.compile(rf"[^{_DOUBLE}\"]+")
_INNER_OF_SINGLE = re.compile(r"(?:[^‘’‚‹›']|(?<=\w)['’](?=\w))+")
_ITEM = re.compile(rf"(?<=[\[,])(\s*)([“„«‘”])([^{_DOUBLE}\"\n]+?)([”“»’\"])(?=\s*[,\]])")


def in_straight_quotes(value: str) -> str | None:
    """Return the value with straight quotation marks if curly ones stand round the whole of it; else None.

    In a list in brackets each item is treated by itself. Quotations inside a value stay as they are.
    """
    if value[:1] == "[":
        flat = _ITEM.sub(_item, value)
        return flat if flat != value else None
    inner = _inside(value)
    return None if inner is None else quoted(inner) if "\n" not in inner else f'"{inner}"'


def is_half_quoted(value: str) -> bool:
    """Return whether a curly quotation mark opens or closes the value without a counterpart anywhere in it."""
    if sum(value.count(sign) for sign in _DOUBLE) != 1 or '"' in value or value[:1] in "'[" or len(value) < 2:
        return False
    if value[0] in "“„«":
        return True
    return value[-1] in "”»" and not value[-2:-1].isdigit()


def _inside(value: str) -> str | None:
    """Return the text inside quotation marks that match and enclose the whole value; else None."""
    if len(value) < 3 or value[-1] not in _ENDS.get(value[0], ""):
        return None
    inner = value[1:-1]
    shape = _INNER_OF_SINGLE if value[0] in "‘‚‹'" else _INNER
    if not shape.fullmatch(inner) or not inner.strip() or ("\n" in inner and "\\" in inner):
        return None
    return inner.strip(" ")


def _item(found: re.Match[str]) -> str:
    space, opening, inner, closing = found.groups()
    whole = _inside(opening + inner + closing)
    return found[0] if whole is None else space + quoted(whole)
