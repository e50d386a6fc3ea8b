"""Map the signs that Word takes from symbol fonts (Symbol, Wingdings) to the same signs in Unicode."""

_GREEK = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SYMBOL = {
    **{ord(latin): greek for latin, greek in _GREEK.items()},
    **{code: chr(code) for code in range(0x20, 0x40) if chr(code) not in "\"$'*@"},
    **dict(zip((0xA3, 0xB1, 0xB3, 0xB4, 0xB0, 0xB7, 0xB9, 0xBB, 0xBC, 0xA5), "≤±≥×°•≠≈…∞", strict=True)),
    **dict(zip((0xAB, 0xAC, 0xAD, 0xAE, 0xAF, 0xDB, 0xDE, 0xA9, 0xA8, 0xAA, 0xA7), "↔←↑→↓⇔⇒♥♦♠♣", strict=True)),
    **dict(zip((0xD6, 0xE5, 0xD2, 0xD3, 0xD4, 0xB8), "√∑®©™÷", strict=True)),
}
_WINGDINGS = {
    **dict(zip((0x21, 0x22, 0x28, 0x29, 0x2A, 0x36, 0x37, 0x38), "✏✂☎✆✉⌛⌨🖱", strict=True)),
    **dict(zip((0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x4A, 0x4B, 0x4C), "✌👌👍👎☜☞☝☟☺😐☹", strict=True)),
    **dict(zip((0x51, 0x52, 0x54, 0x59, 0x5B, 0x6C, 0x6E, 0x6F, 0x71, 0x76), "✈☼❄✡☯●■□❑❖", strict=True)),
    **dict(zip((0x9F, 0xA7, 0xA8, 0xAB, 0xD8, 0xDF, 0xE0, 0xE1, 0xE2, 0xE8), "•▪◻★➢←→↑↓➔", strict=True)),
    **dict(zip((0xF0, 0xFB, 0xFC, 0xFD, 0xFE), "⇨✗✓☒☑", strict=True)),
}
_WINGDINGS_2 = dict(zip((0x4F, 0x50, 0x51, 0x52, 0x53, 0x54, 0xA3), "✗✓☒☑☒☒□", strict=True))
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PRIVATE = 0xF000
UNKNOWN = "□"
"""Sign shown in place of one that has no counterpart in Unicode."""


def letter_for(font: str, code: str) -> str:
    """Return the sign that a w:sym shows, by its font and its hexadecimal code; UNKNOWN for no known one."""
    try:
        at = int(code, 16)
    except ValueError:
        return UNKNOWN
    signs = _FONTS.get(font.lower())
    if signs is not None:
        return signs.get(at & 0xFF, UNKNOWN) if at < 0x100 or at & ~0xFF == _PRIVATE else UNKNOWN
    is_letter = 0x20 <= at < 0xD800 or 0xF900 <= at < 0x110000
    return chr(at) if is_letter else UNKNOWN
