/* What a reader may have meant by the words they typed: spelling, little words, slips. No page, no network. */

const APOSTROPHES = /(?<=\p{L})['’ʼ](?=\p{L})/gu;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/* Words too common to look for; a question is searched without them. */
const LITTLE = new Set(
  ("a about an and any anybody anyone anything are around as at be been by can could did do does for from get go had has have " +
    "help here how i if in into is it its like make me my near of on one or our out please some somebody someone something " +
    "somewhere start that the their them there these they this to want was we were what when where which who why will with " +
    "would you your").split(" "),
);

/* American spellings and the British ones the guide is written in. The endings are in `british`. */
const SPELT = {
  aluminum: "aluminium", analog: "analogue", catalog: "catalogue", center: "centre", centers: "centres", cozy: "cosy",
  councilor: "councillor", councilors: "councillors", defense: "defence", dialog: "dialogue", fiber: "fibre", fulfill: "fulfil", gray: "grey", jewelry: "jewellery",
  kilometer: "kilometre", kilometers: "kilometres", liter: "litre", liters: "litres", meter: "metre", meters: "metres",
  mom: "mum", moms: "mums", mold: "mould", offense: "offence", pajamas: "pyjamas", plow: "plough", program: "programme",
  programs: "programmes", skillful: "skilful", theater: "theatre", theaters: "theatres",
};
const OUR = /^(arm|behavi|col|end?eav|fav|flav|harb|hon|hum|lab|neighb|od|parl|rum|sav|vap|vig)or(?=$|s$|ed$|ing$|ful$|able$|hood|ly$|ite)/;
const IZE = /^(?!(?:cap|down|over|bite-)?siz|priz|seiz|maiz)(.{3,})(i|y)z(e|es|ed|er|ers|ing|ation|ations)$/;
const DOUBLED = /^(cancel|counsel|equal|fuel|label|level|marvel|model|panel|quarrel|signal|total|travel)(ed|er|ers|ing)$/;

/** A word in small letters, without accents of Latin letters and without apostrophes. */
export const folded = (word) =>
  word.toLowerCase().replace(APOSTROPHES, "").normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");

/** The words of a text, as written but for apostrophes. */
export const wordsOf = (text) => text.replace(APOSTROPHES, "").match(WORDS) ?? [];

/** A word as it is spelt in Britain. */
export const british = (word) => {
  const small = word.toLowerCase();
  return SPELT[small] ?? small.replace(OUR, "$1our").replace(IZE, "$1$2s$3").replace(DOUBLED, "$1l$2");
};

/** What to look for: {words, exact}. Little words are left out unless there are no others; “quoted” words are kept together. */
export const understood = (query, language) => {
  const exact = /^\s*["“].+["”]\s*$/u.test(query);
  const typed = wordsOf(query);
  if (exact) return { words: typed, exact };
  const kept = typed.filter((word) => !LITTLE.has(word.toLowerCase()));
  const spelt = (kept.length ? kept : typed).map((word) => (/^en(-(?!US)|$)/.test(language) ? british(word) : word));
  return { words: [...new Set(spelt)], exact };
};

/** Whether what was found for a word is a form of it, and not merely a word that begins alike. */
export const isFormOf = (found, word) => {
  const [one, other] = [folded(found), folded(word)];
  const stem = other.slice(0, Math.max(Math.min(4, other.length), Math.ceil(other.length * 0.75)));
  return one.startsWith(stem) || (one.length > 3 && other.startsWith(one) && other.length - one.length <= 3);
};

/** The word of the list that was meant, or undefined. The list has the most used words first. */
export const nearest = (word, list) => {
  const typed = folded(word);
  if (typed.length < 4) return undefined;
  const most = typed.length > 7 ? 2 : 1;
  let best, least = most + 1;
  for (const one of list) {
    if (Math.abs(one.length - typed.length) >= least) continue;
    const far = distance(typed, one, least - 1);
    if (far < least) [best, least] = [one, far];
    if (least === 1) break;
  }
  return best;
};

/** How many letters were left out, added, mistaken or changed round; more than `most` is most + 1. */
const distance = (one, other, most) => {
  let before, last, row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return row[other.length];
};
