/* Documents made on the reader's device of blocks [kind, words]: plain text, Word, and a day for a calendar. */

import { zipped } from "./zip.js";

const wrapped = (text, before = "") =>
  text.replace(/(?![^\n]{1,72}$)([^\n]{1,72})\s/gm, "$1\n").replace(/^/gm, before);
const underlined = (text, line) => `\n${wrapped(text)}\n${line.repeat(Math.min(text.length, 72))}\n`;

const PLAIN = {
  title: (text) => underlined(text, "="),
  page: (text) => underlined(text, "-"),
  under: (text) => `\n${wrapped(text)}`,
  asked: (text) => wrapped(text, "  "),
  said: (text) => wrapped(text, "    "),
  note: wrapped,
  table: ([head, ...rows]) => rows.map((row) => `${PLAIN.under(row[0])}\n${cellsOf(head, row)}`).join("\n"),
};
const cellsOf = (head, row) =>
  row.flatMap((cell, n) => (n && cell ? wrapped(`${head[n]} ${cell}`, "    ") : [])).join("\n");

/** Blocks as lines no longer than a page is wide. */
export const asText = (blocks) => `${blocks.map(([kind, held]) => PLAIN[kind](held)).join("\n").trim()}\n`;

const OFFICE = "http://schemas.openxmlformats.org/";
const KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const STYLES = { title: "Title", page: "heading1", under: "heading2", asked: "Asked" };

const escaped = (text) =>
  text.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, "").replace(/[&<]/g, (sign) => ({ "&": "&amp;", "<": "&lt;" })[sign]);
const paragraph = (style, text) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text
    .split("\n")
    .map((line) => `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
    .join("<w:r><w:br/></w:r>")}</w:p>`;
const row = (cells, n) =>
  `<w:tr>${n ? "" : "<w:trPr><w:tblHeader/></w:trPr>"}${cells
    .map((cell) => `<w:tc>${paragraph(n ? "Normal" : "Asked", cell)}</w:tc>`)
    .join("")}</w:tr>`;
const table = (rows) => {
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map((edge) => `<w:${edge} w:val="single"/>`);
  const looks = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${edges.join("")}</w:tblBorders></w:tblPr>`;
  const grid = `<w:tblGrid>${"<w:gridCol/>".repeat(rows[0].length)}</w:tblGrid>`;
  return `<w:tbl>${looks}${grid}${rows.map(row).join("")}</w:tbl>`;
};

const PARAGRAPH = '<w:style w:type="paragraph" w:';
const style = (name, size, level = 9) =>
  `${PARAGRAPH}styleId="${name.replace(" ", "")}"><w:name w:val="${name}"/><w:pPr><w:keepNext/>` +
  `<w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level}"/></w:pPr>` +
  `<w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;
const LOOK =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="23"/>' +
  '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  `${PARAGRAPH}default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
  style("Title", 44) + style("heading 1", 32, 0) + style("heading 2", 26, 1) + style("Asked", 23);

const PACKAGE = `${OFFICE}package/2006/`;
const related = (kind, to) =>
  `<Relationships xmlns="${PACKAGE}relationships"><Relationship Id="a" Target="${to}" ` +
  `Type="${OFFICE}officeDocument/2006/relationships/${kind}"/></Relationships>`;
const word = (part, held) => `<w:${part} xmlns:w="${OFFICE}wordprocessingml/2006/main">${held}</w:${part}>`;
const typed = (part, kind = part) => `<Override PartName="/word/${part}.xml" ContentType="${KIND}${kind}+xml"/>`;

/** The files a Word document is made of. */
const parts = (blocks, page) => ({
  "[Content_Types].xml":
    `<Types xmlns="${PACKAGE}content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `${typed("document", "document.main")}${typed("styles")}</Types>`,
  "_rels/.rels": related("officeDocument", "word/document.xml"),
  "word/_rels/document.xml.rels": related("styles", "styles.xml"),
  "word/styles.xml": word("styles", LOOK),
  "word/document.xml": word(
    "document",
    `<w:body>${blocks
      .map(([kind, held]) => (kind === "table" ? table(held) : paragraph(STYLES[kind] ?? "Normal", held)))
      .join("")}<w:sectPr><w:pgSz ${page}/></w:sectPr></w:body>`,
  ),
});

/** Blocks as the bytes of a Word document of A4 pages; wide: on their side. */
export const asWord = (blocks, wide) =>
  zipped(parts(blocks, wide ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"'));

/** A whole day in a calendar; day as a date field gives it. */
export const asDay = (day, name, address) =>
  [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:storyguide", "BEGIN:VEVENT"],
    `UID:${Date.now()}@${new URL(address).hostname}`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${day.replace(/-/g, "")}`,
    `SUMMARY:${name.replace(/[\\;,]/g, "\\$&")}`,
    ...[`URL:${address}`, "END:VEVENT", "END:VCALENDAR", ""],
  ]
    // A line of a calendar is no longer than 75 bytes; what is over goes on in the next, after a space.
    .map((line) => line.replace(/.{36}(?=.)/gu, "$&\r\n "))
    .join("\r\n");
