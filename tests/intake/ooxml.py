"""Word documents put together from their own XML, as other programs than python-docx write them."""

from collections.abc import Mapping, Sequence

from tests.intake.arrivals import packed

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = {
    "w": _W,
    "r": _R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
NAMESPACES = " ".join(f'xmlns:{name}="{address}"' for name, address in _SPACES.items())
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BLUE, RED, GREEN = (0, 0, 255), (255, 0, 0), (0, 255, 0)


def part(root: str, inside: str) -> str:
    """A part of a document with all names it may use."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inside}</w:{root}>'


def rels(targets: Mapping[str, tuple[str, str] | tuple[str, str, str]]) -> str:
    """Relationships by their ids: what kind of thing each leads to, where it lies, and "External" if outside."""
    each = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{target}"{_mode(more)}/>'
        for name, (kind, target, *more) in targets.items()
    )
    return f'<Relationships xmlns="{_RELS}">{each}</Relationships>'


def _mode(more: Sequence[str]) -> str:
    return f' TargetMode="{more[0]}"' if more else ""


def types(main: str = "/word/document.xml", kind: str = _MAIN) -> str:
    return (
        f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{main}" ContentType="{kind}"/></Types>'
    )


def document(
    body: str,
    targets: Mapping[str, tuple[str, str] | tuple[str, str, str]] | None = None,
    parts: Mapping[str, bytes | str] | None = None,
) -> bytes:
    """A document with this in its body; targets as in rels()."""
    return packed(
        {
            "[Content_Types].xml": types(),
            "_rels/.rels": rels({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": rels(targets or {}),
            **(parts or {}),
        }
    )


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph; whatever does not begin with a mark is words."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{inside}</w:p>"


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(code: str, result: str | None = None) -> str:
    """A field in the long form."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def picture(name: str = "rId9", *, crop: str = "", turn: str = "", shape: str = "rect", fill: str = "") -> str:
    """A pic:pic that shows the part of this id."""
    source = f"<a:srcRect {crop}/>" if crop else ""
    return (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="p"/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{name}"/>{source}<a:stretch><a:fillRect {fill}/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm {turn}/><a:prstGeom prst="{shape}"/></pic:spPr></pic:pic>'
    )


def drawing(inside: str, properties: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="d" descr="A kite on a hill" {properties}/>'
        f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def group(inside: str, turn: str = "", name: str = "wpg:wgp") -> str:
    return f"<{name}><wpg:grpSpPr><a:xfrm {turn}/></wpg:grpSpPr>{inside}</{name}>"


def box(*paragraphs: str) -> str:
    """A text box in DrawingML."""
    words = "".join(paragraphs)
    return f"<wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx></wps:wsp>"
