/* Files put into one, not compressed, as zip has it: the same files give the same bytes. */

const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 8; bit--; ) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  return sum;
});

const sumOf = (bytes) => {
  let sum = ~0;
  for (const byte of bytes) sum = (sum >>> 8) ^ SUMS[(sum ^ byte) & 255];
  return ~sum;
};

/** Numbers, each with its size in bytes, the lowest byte first. */
const packed = (...pairs) =>
  new Uint8Array(pairs.flatMap(([value, size]) => Array.from({ length: size }, (_, n) => value >>> (8 * n))));

const NAMES_IN_UTF8 = 0x800;

/** Parts of a zip of files by name, each text or bytes; for a Blob. */
export const zipped = (files) => {
  const bodies = [];
  const index = [];
  let at = 0;
  for (const [name, held] of Object.entries(files)) {
    const [path, body] = [name, held].map((one) => (typeof one === "string" ? new TextEncoder().encode(one) : one));
    const size = [body.length, 4];
    // The version needed; not compressed, no time; 1 January 1980; the sum, the size twice, the name's.
    const facts = [[20, 2], [NAMES_IN_UTF8, 2], [0, 4], [33, 2], [sumOf(body), 4], size, size, [path.length, 4]];
    const head = packed([0x04034b50, 4], ...facts);
    bodies.push(head, path, body);
    index.push(packed([0x02014b50, 4], [20, 2], ...facts, [0, 10], [at, 4]), path);
    at += head.length + path.length + body.length;
  }
  const count = [index.length / 2, 2];
  const length = index.reduce((size, bytes) => size + bytes.length, 0);
  return [...bodies, ...index, packed([0x06054b50, 4], [0, 4], count, count, [length, 4], [at, 4], [0, 2])];
};
