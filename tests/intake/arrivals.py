"""What people send: documents, letters and packets, made by other programs than the one that reads them."""

import json
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import odfdo
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from tests import pictures

SCRIPT = "<script>alert('mine')</script>"


def phone_photo() -> bytes:
    """A photo held sideways, with where it was taken, by whom and with what, that Word takes too."""
    return pictures.jpeg(pictures.turned(6, 1200, 900), exif=pictures.details(6))


def saved(document: "docx.document.Document") -> bytes:
    """A Word document as bytes."""
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def word(*paragraphs: str, title: str = "") -> bytes:
    """A Word document of plain paragraphs."""
    document = docx.Document()
    if title:
        document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def garden_in_word() -> bytes:
    """A Word document with most of what people use, and two photos."""
    document = docx.Document()
    document.add_heading("The garden behind the chapel", 0)
    document.add_paragraph(f"It began with a spade. {SCRIPT} Then 2 * 3 * 4 beds.")
    document.add_heading("The first spring", 1)
    line = document.add_paragraph("We were ")
    line.add_run("not").bold = True
    line.add_run(" ready, and ")
    line.add_run("nobody").italic = True
    line.add_run(" minded. Read ")
    link(line, "our page", "https://example.org/garden")
    line.add_run(", not ")
    link(line, "this one", "javascript:alert(1)")
    line.add_run(".")
    document.add_picture(BytesIO(phone_photo()))
    picture_properties(document, 0).set("descr", "A spade standing in wet earth")
    document.add_heading("What we grow", 2)
    for each in ("Beans", "Peas"):
        document.add_paragraph(each, style="List Bullet")
    for each in ("Dig", "Wait"):
        document.add_paragraph(each, style="List Number")
    document.add_paragraph("It is only mud, said the verger.", style="Quote")
    document.add_picture(BytesIO(pictures.png()))
    picture_properties(document, 1).set("descr", "IMG_2034.png")
    table = document.add_table(2, 2)
    for at, text in enumerate(("Bed", "Who", "One", "Two | three")):
        table.cell(at // 2, at % 2).text = text
    return saved(document)


def picture_properties(document: "docx.document.Document", number: int) -> OxmlElement:
    """What Word says of a picture."""
    return document.element.body.findall(".//" + qn("wp:docPr"))[number]


def link(line: Paragraph, words: str, address: str) -> None:
    """Add a link to a line, as Word does."""
    leads = line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), leads)
    element.append(line.add_run(words)._r)
    line._p.append(element)


def add_xml(line: Paragraph, xml: str) -> None:
    """Add a piece of Word's own writing to a line."""
    line._p.append(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def with_part(data: bytes, name: str, content: bytes | str) -> bytes:
    """A zip with one of its files put otherwise, or a further one."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return written.getvalue()


def part_of(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as opened:
        return opened.read(name).decode()


def garden_in_opendocument() -> bytes:
    """An OpenDocument text with headings, looks, a list, a link, a note and a photo."""
    document = odfdo.Document("text")
    body = document.body
    body.clear()
    document.insert_style(odfdo.Style("text", name="Strong", bold=True), automatic=True)
    document.insert_style(odfdo.Style("text", name="Unseen", display="none"), automatic=True)
    body.append(odfdo.Header(1, "The garden behind the chapel"))
    line = odfdo.Paragraph(f"It began with a spade. {SCRIPT} We were not ready, secretly.")
    line.set_span("Strong", regex="not")
    line.set_span("Unseen", regex="secretly")
    line.set_link("https://example.org/garden", regex="spade")
    line.insert_note(after="ready", note_id="n1", citation="1", body="Nor in the year after.")
    body.append(line)
    body.append(odfdo.Header(2, "What we grow"))
    body.append(odfdo.List(["Beans", "Peas"]))
    stored = document.add_file(_as_file("spade.jpg", phone_photo()))
    frame = odfdo.Frame.image_frame(stored, size=("6cm", "4cm"))
    frame.svg_description = "A spade standing in wet earth"
    body.append(odfdo.Paragraph(""))
    body.get_paragraphs()[-1].append(frame)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _as_file(name: str, data: bytes) -> BytesIO:
    file = BytesIO(data)
    file.name = name
    return file


def letter(
    text: str = "",
    *,
    html: str = "",
    subject: str = "Our garden",
    files: Sequence[tuple[str, bytes]] = (),
    **heads: str,
) -> bytes:
    """An e-mail with what it carries."""
    made = EmailMessage()
    made["From"] = heads.get("sender", "Wilhelmina Inkpot <wil@example.org>")
    made["To"] = "stories@example.org"
    made["Subject"] = subject
    made["Date"] = "Sat, 14 Mar 2026 10:00:00 +0000"
    if text or not html:
        made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html") if text else made.set_content(html, subtype="html")
    for name, data in files:
        kind = {"heic": "image/heic", "jpg": "image/jpeg"}.get(name.rpartition(".")[2], "application/octet-stream")
        made.add_attachment(data, *kind.split("/"), filename=name)
    return bytes(made)


def packed(files: Mapping[str, bytes | str]) -> bytes:
    """A zip of these files."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return written.getvalue()


FORM_STORY = """\
---
title: "Soup for nobody in particular"
summary: "A pot stands on the steps on Fridays."
storyteller: Mo
place: Millbank
themes: [Company]
told_on: 2026-03-14
photos:
  - file: IMG_0001.HEIC
    alt: "A pot with a ladle in it"
    credit: Mo
    licence: CC BY-SA 4.0
consent:
  given: 2026-03-14
licence: CC BY-SA 4.0
status: ready
---

The pot is large.

![A pot](IMG_0001.HEIC)
"""


def issue(body: str, **more: str) -> bytes:
    """An issue as GitHub hands it to a workflow."""
    return json.dumps({"action": "labeled", "issue": {"number": 7, "title": "Story", "body": body, **more}}).encode()


def put(folder: Path, name: str, data: bytes) -> Path:
    """What was sent, as a file."""
    file = folder / name
    file.write_bytes(data)
    return file
