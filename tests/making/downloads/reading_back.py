"""Reads back what was written, with other libraries than those that wrote it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import odfdo
import pikepdf
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf import PdfReader


@dataclass
class Read:
    """What a file says."""

    text: str
    opened: Any


def read_docx(content: bytes) -> Read:
    """A file of Word: its paragraphs and its tables' cells in order."""
    opened = docx.Document(BytesIO(content))
    parts = []
    for item in opened.iter_inner_content():
        if isinstance(item, Paragraph):
            parts.append(item.text)
        elif isinstance(item, Table):
            parts += [cell.text for row in item.rows for cell in row.cells]
    return Read("\n".join(parts), opened)


def read_odt(content: bytes) -> Read:
    """A file of LibreOffice."""
    with ZipFile(BytesIO(content)) as held:
        assert held.namelist()[0] == "mimetype"
        assert held.testzip() is None
    opened = odfdo.Document(BytesIO(content))
    lines = opened.body.xpath("//text:h | //text:p")
    return Read("\n".join(line.inner_text for line in lines), opened)


def read_pdf(content: bytes) -> Read:
    """A PDF."""
    words = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    return Read("\n".join(words), pikepdf.open(BytesIO(content)))
