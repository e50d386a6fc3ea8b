"""Decode bytes of unknown origin to text: by their declared character set where that can be, else by likelihood."""

import codecs
import re
from typing import NamedTuple

from storyguide.intake.likely_text import cost_of, guess

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_AS_PROGRAMS_READ = {
    **dict.fromkeys(("iso8859-1", "latin-1", "ascii"), "cp1252"),
    **{"iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874"},
    **{"gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "big5": "big5hkscs"},
    **{"utf-16": "utf-16-le", "iso2022_jp": "iso2022_jp_ext"},
}
"""Python's names of character sets that are smaller than what programs write under those names, with the wider ones.

Source: WHATWG, Encoding Standard.
"""
_OTHER_NAMES = {
    **dict.fromkeys(("xmacroman", "macintosh", "xmac", "mac"), "mac_roman"),
    **{"xmaccyrillic": "mac_cyrillic", "xmacukrainian": "mac_cyrillic", "xmacce": "mac_latin2"},
    **{"xmacgreek": "mac_greek", "xmacturkish": "mac_turkish", "xmaciceland": "mac_iceland"},
    **dict.fromkeys(("unicode11utf7", "xunicode11utf7", "csunicode11utf7", "xutf7", "unicode20utf7"), "utf-7"),
    **dict.fromkeys(("utf8mb4", "utf8mb3", "xunicode20utf8", "unicode11utf8", "unicode20utf8", "xutf8"), "utf-8"),
    **dict.fromkeys(("xsjis", "xshiftjis", "mskanji", "xmscp932", "windows31j", "shiftjis"), "cp932"),
    **dict.fromkeys(("ksc56011987", "ksc56011989", "ksc5601", "xwindows949", "windows949", "korean"), "cp949"),
    **dict.fromkeys(("xgbk", "xxgbk", "xeuccn", "gb23121980", "xgb", "chinese", "csgb231280"), "gb18030"),
    **dict.fromkeys(("xxbig5", "cnbig5", "xbig5", "csbig5", "big5eten"), "big5hkscs"),
    **{"cngb": "gb18030", "xeucjp": "euc_jp", "xeuc": "euc_jp", "xeuckr": "cp949", "xeuctw": "big5hkscs"},
    **dict.fromkeys(("iso88598i", "iso88598e", "logical", "visual", "doshebrew"), "cp1255"),
    **dict.fromkeys(("iso88596i", "iso88596e"), "iso8859_6"),
    **{"koi8": "koi8_r", "koi8ru": "koi8_u", "xkoi8r": "koi8_r", "dos720": "cp720", "dos862": "cp862"},
    **{"ibm819": "cp1252", "iso8859": "cp1252", "ansi": "cp1252", "xansi": "cp1252", "dos874": "cp874"},
    **{
        "windows874": "cp874",
        "xwindows874": "cp874",
        "iso885911": "cp874",
        "unicode": "utf-16",
        "unicodefeff": "utf-16",
    },
}
"""Names of character sets that e-mail programs have used and Python does not know, in lower-case letters and digits."""
_SAYS_NOTHING = {
    "",
    "usascii",
    "ascii",
    "unknown8bit",
    "8bit",
    "xunknown",
    "unknown",
    "default",
    "none",
    "binary",
    "ansix341968",
}
_WINDOWS = re.compile(r"(?:x?(?:windows|win|cp|ibm|dos|oem|codepage|ms)*?)(\d{3,5})(?:1)?")
_ISO = re.compile(r"x?iso8859(\d{1,2})")
_IS_ASCII_BUT = {"utf_7", "utf-7", "hz", "iso2022_kr", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be", "utf-32"}
_TWO_BYTES = {"gb18030", "big5hkscs", "cp932", "cp949", "euc_jp", "euc_jis_2004"}
_UNLIKELY = 0.8
_MISREAD = re.compile("Ã[\x80-\xbfŠ-žƒ‚-™\u2018-\u201e]|â€|Â[\xa0-\xbf]")
_SHOWN_NAMES = {
    **{"cp1252": "Western European", "mac_roman": "Western European, Mac", "cp850": "Western European, DOS"},
    **{"cp1250": "Central European", "iso8859_2": "Central European", "cp1254": "Turkish", "cp1257": "Baltic"},
    **dict.fromkeys(("koi8_r", "koi8_u", "cp1251", "iso8859_5", "cp866", "mac_cyrillic"), "Cyrillic"),
    **{"cp1253": "Greek", "iso8859_7": "Greek", "cp1255": "Hebrew", "cp1256": "Arabic", "iso8859_6": "Arabic"},
    **{"cp874": "Thai", "gb18030": "Chinese", "big5hkscs": "Chinese", "cp932": "Japanese", "euc_jp": "Japanese"},
    **{"cp949": "Korean", "utf-8": "Unicode", "utf-16-le": "Unicode", "utf-16-be": "Unicode"},
}


class Decoded(NamedTuple):
    """Decoded text, and a sentence to tell the editor; `doubt` is "" when the character set is certain."""

    text: str
    doubt: str = ""


def decoded(data: bytes, charset: str = "") -> Decoded:
    """Return bytes as text; undecodable bytes become U+FFFD and nothing is raised.

    charset: name of the character set that the bytes are declared to be in, which is often wrong; "" when undeclared.
    """
    for mark, marked in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(data.removeprefix(mark).decode(marked, "replace"))
    known = known_charset(charset)
    if data.isascii() and known not in _IS_ASCII_BUT:
        return _ascii(data)
    if wide := _wide(data):
        return Decoded(data.decode(wide, "replace"))
    utf8 = _tried(data, "utf-8")
    said = _tried(data, known) if known else None
    if utf8 is not None and not data.isascii() and not (said and known in _TWO_BYTES and max(utf8) < "\u0800"):
        return _mended(utf8)
    if said is not None and not (known == "cp1252" and _is_unlikely(data)):
        return Decoded(said)
    return _guessed(data, charset, said)


def known_charset(name: str) -> str:
    """Return Python's name for a character set, in the widest form that programs mean by it; "" for no known one."""
    plain = re.sub(r"[^a-z0-9]", "", name.lower())
    if plain in _SAYS_NOTHING:
        return ""
    found = _OTHER_NAMES.get(plain, "")
    for tried in (found, *_spellings(plain), name.strip(" \t\"'<>;,").lower()):
        try:
            codec = codecs.lookup(tried)
        except (LookupError, ValueError, UnicodeError):
            continue
        if (
            tried
            and getattr(codec, "_is_text_encoding", True)
            and codec.name not in ("idna", "punycode", "mbcs", "oem")
        ):
            return _AS_PROGRAMS_READ.get(codec.name, codec.name)
    return ""


def _spellings(plain: str) -> list[str]:
    """Return Python's likely names for a character set that is named by a number."""
    found = []
    if iso := _ISO.fullmatch(plain):
        found.append(f"iso8859_{iso[1]}")
    if windows := _WINDOWS.fullmatch(plain):
        found.append(f"cp{windows[1]}")
    return found


def _tried(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (UnicodeError, LookupError, ValueError):
        return None


def _ascii(data: bytes) -> Decoded:
    """Return bytes below 128 as text, also where they are Japanese in escape sequences or UTF-16."""
    text = data.decode("ascii")
    if "\x1b$" in text and (japanese := _tried(data, "iso2022_jp_ext")):
        return Decoded(japanese)
    if "\0" in text and (wide := _wide(data)):
        return Decoded(data.decode(wide, "replace"))
    return Decoded(text)


def _wide(data: bytes) -> str:
    """Return the codec of UTF-16 without a byte order mark, known by every other byte being zero; "" when it is not."""
    start = data[:2000]
    half = len(start) // 2
    if half < 4 or start.count(0) < half // 2:
        return ""
    odd, even = start[1::2].count(0), start[::2].count(0)
    return "utf-16-le" if odd > half // 2 and even < half // 10 + 1 else "utf-16-be" if even > half // 2 else ""


def _mended(text: str) -> Decoded:
    """Return UTF-8 text, repaired where it had been misread as Western European and encoded a second time."""
    if _MISREAD.search(text):
        try:
            return Decoded(
                text.encode("cp1252").decode("utf-8"),
                "Its letters had been garbled on the way, and were put right: look whether accents and quotes are.",
            )
        except UnicodeError:
            pass
    return Decoded(text)


def _is_unlikely(data: bytes) -> bool:
    """Return whether decoding as Western European, the name given to almost anything, gives words nobody writes."""
    cost = cost_of(data, "cp1252")
    if cost is None or cost < _UNLIKELY:
        return False
    likelier = guess(data)
    return bool(likelier and likelier.cost < cost / 3)


def _guessed(data: bytes, charset: str, said: str | None) -> Decoded:
    """Return text in the likeliest character set, with a sentence of doubt."""
    if (mixed := _mostly_utf8(data)) is not None:
        return Decoded(
            mixed, "It mixes two ways of writing letters: look whether accents, quotes and dashes are right."
        )
    found = guess(data)
    name = (
        f"says “{charset.strip()}”, which it is not" if charset.strip() else "does not say how its letters are written"
    )
    if found is None:
        text = said if said is not None else data.decode("cp1252", "replace")
        return Decoded(text, f"It {name}, and some letters could not be read: they are shown as �.")
    shown = _SHOWN_NAMES.get(found.charset, found.charset)
    text = data.decode(found.charset)
    return Decoded(text, f"It {name}. It was read as {shown}: look whether accents, quotes and dashes are right.")


def _mostly_utf8(data: bytes) -> str | None:
    """Return UTF-8 with a few Western European bytes in it, or cut inside a letter, as text; None for anything else."""
    text = data.decode("utf-8", "surrogateescape")
    wrong = sum("\udc80" <= sign <= "\udcff" for sign in text)
    right = sum(sign > "\x7f" for sign in text) - wrong
    if not wrong or right < 3 * wrong:
        return None
    return re.sub("[\udc80-\udcff]", lambda found: bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace"), text)
