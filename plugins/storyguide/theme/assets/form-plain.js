/* Text in plain signs, as the check reads it (plugins/storyguide/reading/visible_text.py). */

const UNSEEN = /[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]/gu;
const FIGURE = /\p{Nd}/gu;
const isFigure = (code) => /\p{Nd}/u.test(String.fromCodePoint(code));

/* The figures of every script stand together in a row, from nought to nine. */
const plainFigure = (sign) => {
  if (sign >= "0" && sign <= "9") return sign;
  const code = sign.codePointAt(0);
  let nought = code;
  while (isFigure(nought - 1)) nought -= 1;
  return String((code - nought) % 10);
};

/** Gives a text in NFKC with figures of any script as 0 to 9, dashes and spaces of one sort, and nothing unseen. */
export const plainOf = (text) =>
  text
    .normalize("NFKC")
    .replace(UNSEEN, "")
    .replace(FIGURE, plainFigure)
    .replace(/[\p{Pd}\u2212\u2043\u02d7]/gu, "-")
    .replace(/\p{Zs}/gu, " ")
    .replace(/[·•‧∙⋅。․]/gu, ".");
