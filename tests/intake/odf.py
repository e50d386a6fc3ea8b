"""OpenDocument texts put together from their own XML, as other programs than odfdo write them."""

from base64 import b64encode
from collections.abc import Mapping

from tests.intake.arrivals import packed

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    **{name: f"{_ODF}:{name}:1.0" for name in ("office", "style", "text", "table", "meta", "form")},
    "draw": f"{_ODF}:drawing:1.0",
    "fo": f"{_ODF}:xsl-fo-compatible:1.0",
    "svg": f"{_ODF}:svg-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "math": "http://www.w3.org/1998/Math/MathML",
}
NAMESPACES = " ".join(f'xmlns:{name}="{address}"' for name, address in _SPACES.items())
KIND = "application/vnd.oasis.opendocument.text"
TITLE = '<text:h text:outline-level="1">Kites over the allotments</text:h>'


def text(body: str, styles: str = "", more: str = "", parts: Mapping[str, bytes | str] | None = None) -> bytes:
    """A text with this in its body; styles are its automatic ones, more stands in styles.xml."""
    content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{TITLE}{body}"
    return packed(
        {
            "mimetype": KIND,
            "content.xml": f"<office:document-content {NAMESPACES}>{content}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {NAMESPACES}>{more}</office:document-styles>",
            **(parts or {}),
        }
    )


def flat(body: str, styles: str = "") -> bytes:
    """The same in one piece of XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMESPACES} office:mimetype="{KIND}">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{TITLE}{body}"
        "</office:text></office:body></office:document>"
    ).encode()


def p(words: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def frame(inside: str = '<draw:image xlink:href="Pictures/a.png"/>', facts: str = "") -> str:
    return f"<draw:frame {facts}>{inside}<svg:desc>A kite on a hill</svg:desc></draw:frame>"


def graphic(name: str, properties: str, parent: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="graphic" style:parent-style-name="{parent}">'
        f"<style:graphic-properties {properties}/></style:style>"
    )


def inline_picture(data: bytes) -> str:
    return f"<draw:image><office:binary-data>{b64encode(data).decode()}</office:binary-data></draw:image>"


def items(*words: str, facts: str = "") -> str:
    """A list of these items."""
    return (
        f"<text:list {facts}>"
        + "".join(f"<text:list-item>{p(each)}</text:list-item>" for each in words)
        + "</text:list>"
    )


def numbered(name: str, *levels: str) -> str:
    """A list style whose levels, from the first, are numbered so."""
    each = "".join(f'<text:list-level-style-number text:level="{at}" {level}/>' for at, level in enumerate(levels, 1))
    return f'<text:list-style style:name="{name}">{each}</text:list-style>'
