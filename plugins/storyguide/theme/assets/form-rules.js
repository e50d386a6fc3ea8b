/* What the check would say of a story: by the rules the page brings along, and in the same words. */

import { plainOf } from "./form-plain.js";
import { bodyOf, slugOf } from "./form-story.js";
import { timesOf } from "./form-when.js";

const CONTACT = "contact: ";
const LONGEST_FOLDER = 55;
const lengthOf = (text) => [...text].length;
const inWords = (day) => new Date(`${day}T12:00`).toLocaleDateString("en-GB", { dateStyle: "long" });

const filled = (text, marks) =>
  text.replace(/\{(\w+)(,?)\}/g, (_, name, grouped) =>
    grouped ? marks[name].toLocaleString("en-GB") : String(marks[name]),
  );

/** The words of a problem with this code; what was written is cut where the check cuts it. */
export const wordingOf = (rules, code, marks) => {
  const { message, mend, quoted } = rules.wordings[code];
  const letters = [...(marks.written ?? "").replace(/\s+/g, " ").trim()];
  const written = quoted && letters.length > quoted ? `${letters.slice(0, quoted - 1).join("")}…` : marks.written;
  return { code, message: filled(message, { ...marks, written }), mend: filled(mend, { ...marks, written }) };
};

/**
 * Tells every problem of the facts of a story (form-story.js), in the order of the questions.
 * Each has its code, message and mend, the fact it is about, and of a photo its number; later: an editor sees to it.
 */
export const judgeOf = (rules) => {
  const compiled = (name, flags) => {
    try {
      return new RegExp(rules.patterns[name], flags);
    } catch {
      // A browser too old for this pattern tells of nothing here; the editors' check does.
      return /(?!)/g;
    }
  };
  const contacts = Object.keys(rules.patterns)
    .filter((name) => name.startsWith(CONTACT))
    .map((name) => [compiled(name, "gu"), name.slice(CONTACT.length)]);
  const [refusal, guardian] = ["refusal", "guardian"].map((name) => compiled(name, "iu"));
  const understood = timesOf(rules);

  return (facts, today) => {
    const found = [];
    const tell = (fact, code, marks = {}, more = {}) => found.push({ fact, ...wordingOf(rules, code, marks), ...more });
    const tellContacts = (fact, text, more) => {
      const { plain, written } = plainOf(text);
      for (const [pattern, other] of contacts) {
        for (const { 0: found, index } of plain.matchAll(pattern)) {
          tell(fact, "contact-details", { written: written(index, index + found.length), other }, more);
        }
      }
    };
    const judgeLine = ({ fact, room, longest }, name, text, more) => {
      if (room !== "text" && text.includes("<")) tell(fact, "not-plain-text", { name, written: text }, more);
      else if (longest && lengthOf(text) > longest) tell(fact, "too-long", { name, length: lengthOf(text), most: longest }, more);
    };

    const judgeBlank = (blank) => {
      const { fact, room } = blank;
      const [whole, part] = fact.split(".");
      const name = part ?? whole;
      const said = part ? facts[whole]?.[part] : facts[whole];
      if (room === "words") return judgeWords(fact, said);
      if (!said) return blank.needed && tell(fact, "missing-fact", { name: whole, other: "story" });
      if (room === "day") return judgeEnd(fact, said);
      if (room === "time") {
        if (said.includes("<") || !understood(said)) tell(fact, "not-a-time", { name, written: said });
      } else if (room === "names") {
        for (const one of said) judgeLine(blank, name, one);
        if (said.length > blank.most) tell(fact, "too-many", { name, length: said.length, most: blank.most });
        judgeNames(blank, said.filter((one) => !one.includes("<")));
      } else if (room === "line" || room === "text") judgeLine(blank, name, said);
      if (!blank.public) for (const text of [said].flat()) tellContacts(fact, text);
    };

    const judgeNames = ({ fact, known }, said) => {
      const slugs = known.map(slugOf);
      const code = fact === "place" ? "unknown-place" : "unknown-theme";
      for (const written of said) if (!slugs.includes(slugOf(written))) tell(fact, code, { written });
    };

    const judgeEnd = (fact, until) => {
      if (until >= today) return;
      const folder = slugOf(facts.title ?? "").slice(0, LONGEST_FOLDER).replace(/-$/, "") || "story";
      tell(fact, "story-gone", { name: folder, day: inWords(until) });
    };

    const judgeWords = (fact, words = "") => {
      const body = bodyOf(words);
      const size = new TextEncoder().encode(body).length;
      const line = body.split("\n").find((one) => lengthOf(one) > rules.limits.line);
      tellContacts(fact, words);
      if (size > rules.limits.words) tell(fact, "words-too-long", { length: size, most: rules.limits.words });
      else if (line) tell(fact, "line-too-long", { length: lengthOf(line), most: rules.limits.line });
      else if (!body.trim()) tell(fact, "no-words");
    };

    const judgePhoto = (photo, number) => {
      const more = { photo: number };
      for (const blank of rules.photo) {
        const name = blank.fact.split(".")[1];
        const said = photo[name];
        if (said) {
          if (blank.room === "line") judgeLine(blank, name, said, more);
          tellContacts(blank.fact, said, more);
        } else if (name === "alt") tell(blank.fact, "missing-alt", { name: photo.file }, more);
        else if (blank.needed) tell(blank.fact, "missing-fact", { name, other: "photo" }, more);
      }
      if (!photo.licence) tell("licence", "missing-fact", { name: "licence", other: "photo" }, more);
      const { people = "none", permission = "" } = photo;
      if (people === "none") return;
      if (refusal.test(permission)) tell("photos.permission", "missing-permission", { name: photo.file, other: people }, more);
      else if (people === "children" && !guardian.test(permission)) {
        tell("photos.permission", "missing-guardian", { name: photo.file, written: permission }, more);
      }
    };

    const judgePhotos = ({ fact }, photos = []) => {
      const most = rules.limits.photos;
      if (photos.length > most) tell(fact, "too-many", { name: fact, length: photos.length, most });
      photos.forEach(judgePhoto);
    };

    for (const blank of rules.blanks) blank.room === "photos" ? judgePhotos(blank, facts.photos) : judgeBlank(blank);
    for (const name of rules.later) tell(name, "missing-fact", { name, other: "story" }, { later: true });
    return found;
  };
};
