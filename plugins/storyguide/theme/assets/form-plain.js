/* Text in plain signs, as the check reads it (plugins/storyguide/reading/visible_text.py). */

const UNSEEN_LETTER = /[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/u;
const UNSEEN = /[\p{Cf}\p{Mn}\p{Me}\p{Cc}]/u;
const LIKE = new Map([
  ..."−⁃˗".split("").map((sign) => [sign, "-"]),
  ..."·•‧∙⋅。․".split("").map((sign) => [sign, "."]),
  ..."∕⁄".split("").map((sign) => [sign, "/"]),
  ..."’‘".split("").map((sign) => [sign, "'"]),
  ["\u2028", "\n"],
  ["\u2029", "\n"],
]);
const isFigure = (code) => /\p{Nd}/u.test(String.fromCodePoint(code));

/* The figures of every script stand together in a row, from nought to nine. */
const figureOf = (code) => {
  let nought = code;
  while (isFigure(nought - 1)) nought -= 1;
  return String((code - nought) % 10);
};

const plainest = (sign) => {
  if (sign <= "\x7f") return sign;
  if (LIKE.has(sign)) return LIKE.get(sign);
  const code = sign.codePointAt(0);
  if (isFigure(code)) return figureOf(code);
  if (UNSEEN.test(sign) || UNSEEN_LETTER.test(sign)) return "";
  if (/\p{Pd}/u.test(sign)) return "-";
  return /\p{Zs}/u.test(sign) ? " " : sign;
};

const plainSign = (sign) => {
  if (sign <= "\x7f") return sign;
  const plain = sign.normalize("NFKC");
  return /\p{L}/u.test(sign) && !UNSEEN_LETTER.test(sign) ? plain : [...plain].map(plainest).join("");
};

/**
 * Gives a text as plain: in NFKC with figures of any script as 0 to 9, dashes and spaces of one sort, and nothing
 * unseen; and written(start, end): what stands there in the text itself, on one line.
 */
export const plainOf = (text) => {
  const spans = [];
  let plain = "";
  let at = 0;
  for (const sign of text) {
    const end = at + sign.length;
    const signs = plainSign(sign);
    plain += signs;
    for (let each = 0; each < signs.length; each += 1) spans.push([at, end]);
    at = end;
  }
  const written = (start, end) =>
    text
      .slice(spans[start][0], spans[end - 1][1])
      .replace(/\p{Cf}|(?!\s)\p{Cc}/gu, "")
      .replace(/\s+/g, " ")
      .trim();
  return { plain, written };
};
