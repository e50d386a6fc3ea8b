/* What was answered, as the facts of a story and as its file: whatever was typed arrives as the text it is. */

const PLAIN = /^(?:\d{4}-\d\d-\d\d|(?!null$)[a-z]+(?:-\d+\.jpg)?)$/;
const AN_ADDRESS = /^(?:https?:\/\/|www\.)[\w./?=&%#:@-]*$/i;
const LETTER = /[\p{L}\p{N}]/u;

/** A day as the file has it. */
export const asDay = (day) =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((one) => String(one).padStart(2, "0")).join("-");

/** The address form of a name: lower case a-z, 0-9 and single hyphens. */
export const slugOf = (name) =>
  name
    .toLowerCase()
    .replace(/['’`´]/g, "")
    .replace(/[ßæœøłđþ&]/g, (sign) => ({ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", þ: "th" })[sign] ?? " and ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const names = (chosen, other, known) => {
  const found = new Map(chosen.filter(Boolean).map((name) => [slugOf(name), name]));
  if (other) found.set(slugOf(other), known.find((name) => slugOf(name) === slugOf(other)) ?? other);
  return [...found.values()];
};

/** The facts a story's file is to have, without those nothing was said of. */
export const factsOf = (answers, rules, today) => {
  const unseen = new RegExp(rules.patterns.unseen, "gu");
  const clean = (text = "") => text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(unseen, "");
  const line = (text) => clean(text).replace(/\s+/g, " ").trim();
  const facts = { status: "draft", told_on: today };
  for (const { fact, room, known } of rules.blanks.filter((blank) => blank.room !== "photos")) {
    const [whole, part] = fact.split(".");
    const said =
      room === "names" ? names([answers[fact] ?? []].flat(), line(answers[`${fact}-other`]), known)
      : room === "some" ? (answers[fact] ?? [])
      : room === "text" || room === "words" ? clean(answers[fact]).trim()
      : line(answers[fact]);
    if (!said.length || (fact === "language" && said === rules.language)) continue;
    if (part) facts[whole] = { ...facts[whole], [part]: said };
    else facts[fact] = said;
  }
  // Without a yes to anything there is no consent, whatever day it was to end on.
  if (facts.consent?.for) facts.consent.given = today;
  else delete facts.consent;
  const photos = (answers.photos ?? []).map((photo, n) => ({
    file: `photo-${n + 1}.jpg`,
    ...Object.fromEntries(rules.photo.map(({ fact }) => [fact.split(".")[1], line(photo[fact.split(".")[1]])])),
    licence: facts.licence,
  }));
  if (photos.length) facts.photos = photos.map((photo) => Object.fromEntries(Object.entries(photo).filter(([, said]) => said)));
  return facts;
};

/* JSON's way of quoting is understood by what reads the file, and gives every sign back as it was. */
const quoted = (text) => (PLAIN.test(text) ? text : JSON.stringify(text));
const written = (said, before) => {
  if (typeof said === "string") return ` ${quoted(said)}\n`;
  if (!Array.isArray(said)) return `\n${within(said, before)}`;
  return `\n${said.map((one) => `${before}- ${typeof one === "string" ? `${quoted(one)}\n` : within(one, `${before}  `).trimStart()}`).join("")}`;
};
const within = (group, before) =>
  Object.entries(group).map(([name, said]) => `${before}${name}:${written(said, `${before}  `)}`).join("");

const escaped = (text) =>
  text.replace(/[\\`*[\]<>|~_]|&(?=[#\p{L}\p{N}])/gu, (sign, at) =>
    sign === "_" && LETTER.test(text[at - 1] ?? "") && LETTER.test(text[at + 1] ?? "") ? sign : `\\${sign}`,
  );
/* An address that is plain stays one that can be followed. */
const word = (text) => {
  if (!/:\/\/|www\./i.test(text)) return escaped(text);
  const bare = text.replace(/[.,;:!?)]+$/, "");
  return AN_ADDRESS.test(bare) ? text : escaped(text).replace(/:(?=\/\/)/g, "\\:").replace(/(www)\./gi, "$1\\.");
};
const lineOf = (text) =>
  text
    .trim()
    .replace(/\S+/g, word)
    .replace(/^[-+=#]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");

/** A story's words as they stand below its facts. */
export const bodyOf = (words = "") =>
  `\n${words
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split("\n").map(lineOf).filter(Boolean).join("\\\n"))
    .filter(Boolean)
    .join("\n\n")}\n`;

/** The story's file, facts in their usual order. */
export const storyOf = (facts, rules) => {
  const { words, ...others } = facts;
  const head = Object.fromEntries(rules.order.filter((name) => name in others).map((name) => [name, others[name]]));
  return `---\n${within(head, "")}---\n${bodyOf(words)}`;
};
