"""Convert printable documents to files for a word processor, with pandoc where the machine has it."""

import os
import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import ZipFile, ZipInfo

from storyguide.making.downloads.as_html import as_html
from storyguide.making.downloads.paper import Paper

Kind = Literal["docx", "odt"]
"""File extension of a word processor's format."""

_NO_DAY = "315532800"
"""First moment of 1980 in seconds, the earliest that a zip can record: it stands in for the clock."""
_INK, _LINK = "201A3C", "7A1A4B"

_TITLE_AGAIN = re.compile(
    r'<w:p>\s*<w:pPr>\s*<w:pStyle w:val="Title" ?/>.*?</w:p>|<text:p text:style-name="Title">.*?</text:p>', re.DOTALL
)
_TABLE_STYLE = re.compile(r'(w:styleId="Table".*?<w:tblInd [^>]*/>)', re.DOTALL)
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="6" w:space="0" w:color="4A4462"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
)
_WIDE, _HIGH = re.compile(r'fo:page-width="[^"]*"'), re.compile(r'fo:page-height="[^"]*"')


def typeable(paper: Paper, kind: Kind, pandoc: Path) -> bytes | None:
    """Return the document as a file to type into, the same bytes each time; None when pandoc fails."""
    done = subprocess.run(  # noqa: S603 (the guide's own pandoc, which can reach no file)
        [str(pandoc), "--sandbox", "--from=html", f"--to={kind}", "--output=-", f"--metadata=lang:{paper.language}"],
        input=as_html(paper).encode(),
        env={**os.environ, "SOURCE_DATE_EPOCH": _NO_DAY},
        capture_output=True,
        check=False,
    )
    return _mended(done.stdout) if done.returncode == 0 else None


def _mended(made: bytes) -> bytes:
    """Return pandoc's file on A4, its tables ruled, so that there is something to see and type in, its title once."""
    out = BytesIO()
    with ZipFile(BytesIO(made)) as old, ZipFile(out, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if mend := _MENDS.get(info.filename):
                content = mend(content.decode()).encode()
            renewed = ZipInfo(info.filename)
            renewed.compress_type = info.compress_type
            new.writestr(renewed, content)
    return out.getvalue()


def _docx_words(text: str) -> str:
    return _TITLE_AGAIN.sub("", text, count=1).replace("</w:sectPr>", f"{_A4}</w:sectPr>")


def _docx_looks(text: str) -> str:
    text = _TABLE_STYLE.sub(rf"\1<w:tblBorders>{_EDGES}</w:tblBorders>", text, count=1)
    text = re.sub(r'<w:color w:themeColor="accent1" w:themeShade="BF"[^>]*/>', f'<w:color w:val="{_INK}"/>', text)
    return re.sub(r'<w:color w:themeColor="accent1" w:val="[^"]*" ?/>', f'<w:color w:val="{_LINK}"/>', text)


def _odt_words(text: str) -> str:
    return _TITLE_AGAIN.sub("", text, count=1).replace('fo:border="none"', 'fo:border="0.6pt solid #4a4462"')


def _odt_looks(text: str) -> str:
    return _HIGH.sub('fo:page-height="29.7cm"', _WIDE.sub('fo:page-width="21cm"', text))


_MENDS: dict[str, Callable[[str], str]] = {
    "word/document.xml": _docx_words,
    "word/styles.xml": _docx_looks,
    "content.xml": _odt_words,
    "styles.xml": _odt_looks,
}
