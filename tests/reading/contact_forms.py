"""Writings of made-up telephone numbers, e-mail addresses and postcodes, and of what only looks like one.

The British numbers are Ofcom's for drama; those of other countries are libphonenumber's examples.
"""

from phonenumbers import PhoneNumberFormat, example_number, format_number

PHONE, EMAIL, POSTCODE = "a phone number", "an e-mail address", "a full postcode"

_GROUPS = (
    ("07700", "900123"), ("07700", "900", "123"), ("0770", "090", "0123"), ("01632", "960123"), ("01632", "960", "123"),
    ("020", "7946", "0123"), ("0113", "496", "0123"), ("0808", "157", "0123"), ("029", "2018", "0123"),
)  # fmt: skip
_BETWEEN = (" ", "-", ".", "/", "\u00a0", "\u2009", "\u202f", "–", "—", "‑", " - ", "−", "  ", "\n", "·")
_DIGITS = {
    "Arabic-Indic": 0x660,
    "Urdu": 0x6F0,
    "Punjabi": 0xA66,
    "Bengali": 0x9E6,
    "Hindi": 0x966,
    "full-width": 0xFF10,
}
_REGIONS = ("DE", "US", "FR", "PL", "IN", "PK", "BD", "RO", "IE", "ES", "IT", "NL", "SE", "NG", "UA", "CN", "AU", "PT")


def _in_script(number: str, nought: int) -> str:
    return "".join(chr(nought + int(sign)) if sign.isdigit() else sign for sign in number)


_ABROAD = [
    format_number(number, PhoneNumberFormat.INTERNATIONAL)
    for number in (example_number(region) for region in _REGIONS)
    if number
]
_NUMBERS = [
    *(sign.join(groups) for groups in _GROUPS for sign in _BETWEEN),
    *("".join(groups) for groups in _GROUPS),
    *_ABROAD,
    *(number.replace("+", "00", 1) for number in _ABROAD),
    *(_in_script("07700 900123", nought) for nought in _DIGITS.values()),
    *("(01632) 960123", "(01632)960 123", "[01632] 960123", "(020) 7946 0123", "+44 7700 900123", "+447700900123"),
    *("+44 (0)7700 900123", "+44(0)1632 960 123", "0044 7700 900123", "00447700900123", "+44-7700-900-123"),
    *("0044 (0) 1632 960123", "01632 960123 ext. 12", "01632 960123 x12", "\uff0b44 7700 900123", "447700900123"),
    *("07700\u200d900123", "077\u200b00 900\u200b123", "07700\u00ad900123", "07700\ufeff 900123", "0\u20607700 900123"),
    *("O7700 900123", "o1632 960123", "(O1632) 960123"),
    *("tel:07700900123", "Tel.07700900123", "07 70 09 00 12 3", "+44 (7700) 900123"),
]
_ADDRESSES = (
    *(
        "mo@example.org",
        "Mo.Smith+guide@mail.example.co.uk",
        "mo\uff20example.org",
        "mo @ example.org",
        "MO@EXAMPLE.ORG",
    ),
    *("mo@bücher.example", "mo (at) example.org", "mo [at] example [dot] org", "mo (at) example (dot) org"),
    *("mo at example dot org", "mo{at}example.org", "mo\u200b@example.org", "mo@exam\u00adple.org", "zoë@example.org"),
    *("mo@例え.テスト", "ｍｏ@ｅｘａｍｐｌｅ.ｏｒｇ", "mo_the_cook@example.org", "mo\ufe6bexample.org"),
    *("mo(@)example.org", "mo [@] example.org", "mo[@]example.org"),
)
_POSTCODES = (
    *("AB1 2DE", "AB12DE", "ab1 2de", "Ab1 2dE", "AB1  2DE", "AB1\u00a02DE", "ab1\u00a02de", "AB12 3DE", "EC1A 1BB"),
    *("ec1a 1bb", "m1 1ae", "M1 1AE", "W1A 0AX", "w1a0ax", "ＡＢ１ ２ＤＥ", "AB1\u200b 2DE", "AB1\n2DE", "GL5 4XY"),
)
FOUND = [
    *((PHONE, number) for number in _NUMBERS),
    *((EMAIL, address) for address in _ADDRESSES),
    *((POSTCODE, code) for code in _POSTCODES),
]
IN_MARKDOWN = [
    *((PHONE, text) for text in (
        "Ring me on 07700 900123.", "07700 **900123**", "*07700* 900 *123*", "`07700` 900123", "&#48;7700 900123",
        "07700&nbsp;900123", "07700&#x20;900123", "07700&shy;900123", "0\\7700 900123".replace("\\", "&zwj;"),
        "[Ring us](tel:07700900123)", "[Ring us](tel:+44-7700-900-123)", "<tel:+447700900123>",
        "[Write](https://wa.me/447700900123)",
        "[Write](https://wa.me/447700&#8203;900123)",
        "[Write](https://www.wa.me/447700900123)", "[Write](https://t.me/+447700900123)",
        "[Write](https://web.whatsapp.com/send?phone=447700900123)", "[Write](http://t.me/%2B447700900123)",
        "[Write](https://api.whatsapp.com/send/?text=hello&phone=447700900123)", "https://t.me/+447700900123",
        "https://wa.me/447700900123", "See https://api.whatsapp.com/send?phone=%2B447700900123 for it",
        "Ring Anytown 960123", "Telephone: Anytown 960123", "tel. Anytown 960 123",
        "[x](https://example.org/)\n07700 900123", "https://example.org/2026\n07700 900123", "07700\n900123",
        "07700\\-900123", "07700\\\n900123",
        "![07700 900123](a.jpg)", "~~07700 900123~~", "- 07700 900123", "> 07700 900123", "# 07700 900123",
        "[07700 900123](https://example.org)", "| a | b |\n|---|---|\n| x | 07700 900123 |", "\\07700 900123",
    )),
    *((EMAIL, text) for text in (
        "name\\@example.org", "name&#64;example.org", "name&commat;example.org", "name&#x40;example.org",
        "<name@example.org>", "[Write](mailto:name@example.org)", "[Write](mailto:name%40example.org)",
        "**name**@example.org", "name@*example*.org", "name@example&period;org", "`name@example.org`",
    )),
    *((POSTCODE, text) for text in ("AB1 **2DE**", "AB1&nbsp;2DE", "ab1&#32;2de", "*AB1* 2DE")),
]  # fmt: skip
CODES = ("ISBN-10 0306406152", "Grant ref 0012/2024/0456")
"""Told from numbers by the library, and not by the pattern of the form."""
LEFT_ALONE = (
    *CODES,
    *("1914–1918", "2014-2016", "From 1998 to 2004, then 2010-2012.", "£1,200,000.50", "£07.50", "10.30-12.30"),
    *(
        "10:30 to 12:30",
        "14/03/2026",
        "2026-03-14",
        "01/02/2026 - 03/04/2026",
        "01.02.2026 to 03.04.2026",
        "SO 945 900",
    ),
    *("SO 94500 90012", "ISBN 978-0-306-40615-7", "ISBN 0-306-40615-2", "ISSN 2049-3630", "Charity 1234567"),
    *("Company number 01234567", "07 700 900", "51.7456, -2.2167", "1 2 3 4 5 6 7 8 9 10", "0.0123456789"),
    *("999", "101", "111", "Ring 999", "Ring 116 123", "call 0", "12 + 30 = 42", "2,000,000,000 people"),
    *("https://example.org/07700900123", "https://example.org/2026/03/14/12345678901", "3.14159265358979"),
    *("M25 1st exit", "B4 5ft", "A38 3rd bend", "H1 2nd line", "e125ab", "the A4 2 for 1", "GL5", "10 000 000"),
    *("look at me", "at the dot", "twenty @ home", "meet @ 10.30", "@ home", "Sat 10.00-12.00, Sun 09.00-11.00"),
    *("0.5.6 - 2016-11-22", "0.19 (2004-08-09)", "0.0.6 (2000-12-20)", "0.76 / 2.6 | 122 / 428", "the colour #F0F8FF"),
    *(
        "Registered charity 1123456 in England",
        "Charity no. 1012345-1",
        "SC012345",
        "Company 01234567, charity 1098765",
    ),
    *("ISBN: 978 0 306 40615 7", "ISBN-13: 9780306406157", "9780306406157", "ISBN 0 306 40615 X"),
    *(
        "1. One\n2. Two\n3. Three",
        "1-3, 4-6, 7-9 and 10-12",
        "steps 1 to 10",
        "pages 101-112, 118-120, 134",
        "1. 2. 3. 4.",
    ),
    *("3f2a-9c41", "0123-4567", "e12a-4bc1", "1234-5678", "4e11-00ab", "VAT 123 4567 89"),
    *(
        "12/345/6789",
        "in 1953, 1967 and 2001",
        "1953/54 to 1967/68",
        "07/08/2026",
        "0.07700",
        "24-7-365",
        "20 x 30 x 40 cm",
    ),
    *("ring on 12.10.2024", "Call 12-10-2024", "call on 2024-10-12", "text me by 12 10 2024", "phone us, 1/12/2024"),
    *("https://medium.com/@mo.smith/a-post", "www.tiktok.com/@anytown.reads", "instagram.com/@anytown.reads"),
    *("https://t.me/anytown_makers", "https://t.me/+AbCdEfGhIj", "https://www.whatsapp.com/legal/2024-01-01"),
    *("Ring Saturday 12.10.2024", "Call Anytown 2019-2020", "Call Mo 3 times"),
    *("09.00-17.00", "0900-1700", "5 of 12 in 2024", "1.2.3.4", "192.168.10.11", "version 10.15.7", "1,234,567,890"),
)
