"""Format the numbers of list items as word processors show them: 3, c, iii, 03, 3rd."""

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 3999
"""Largest number written as a Roman numeral or in letters; larger ones are written in digits."""
_ORDINAL_ENDS = {1: "st", 2: "nd", 3: "rd"}


def spelled(number: int, style: str) -> str | None:
    """Return a number in a numbering style named as in OOXML (w:numFmt); None for an unknown style."""
    if style == "decimal":
        return str(number)
    if style == "decimalZero":
        return f"{number:02}"
    if style == "ordinal":
        return f"{number}{_ordinal_end(number)}"
    if style in ("lowerLetter", "upperLetter", "lowerRoman", "upperRoman"):
        if not 0 < number <= _MOST:
            return str(number)
        written = _letters(number) if style.endswith("Letter") else _roman(number)
        return written.upper() if style.startswith("upper") else written
    return None


def _letters(number: int) -> str:
    """Return letters, doubled after z: aa, bb, cc, as Word and LibreOffice both count on."""
    return "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _ordinal_end(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else _ORDINAL_ENDS.get(number % 10, "th")
