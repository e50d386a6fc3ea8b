/* What is said of the stories found, in plain sentences. */

const either = new Intl.ListFormat("en-GB", { type: "disjunction" });
const numbers = new Intl.NumberFormat("en-GB");
const NOUNS = { told: ["told story", "told stories"], "fact-file": ["fact-file", "fact-files"] };
const LACKING = {
  place: (slug) => `no place called “${slug}”`,
  theme: (slug) => `no theme called “${slug}”`,
  dimension: (slug) => `no dimension called “${slug}”`,
  kind: (slug) => `no kind of story called “${slug}”`,
  language: (slug) => `no stories in a language with the sign “${slug}”`,
};

export const inFigures = (number) => (number < 1000 ? String(number) : numbers.format(number));

export const counted = (number, [one, many] = ["story", "stories"]) =>
  `${number ? inFigures(number) : "No"} ${number === 1 ? one : many}`;

/* A theme stands inside a sentence with a small letter, unless some name is in it. */
const within = (name) => (/\p{Lu}/u.test(name.slice(1)) ? name : name.charAt(0).toLowerCase() + name.slice(1));

/* "12 stories about food or music in Lye that show Confident, written in Polski". */
export const sentence = ({ groups }, chosen, number) => {
  const names = (key, said) => {
    const at = groups.findIndex((group) => group.key === key);
    if (at < 0 || !chosen[at].size) return "";
    return either.format(groups[at].terms.flatMap((term, one) => (chosen[at].has(one) ? [said(term, groups[at].within.includes(one))] : [])));
  };
  const themes = names("theme", ({ name }) => within(name));
  const places = names("place", ({ name }, area) => (area ? `the ${name}` : name));
  const shown = names("dimension", ({ name }) => name);
  const spoken = names("language", ({ name }) => name);
  const kinds = names("kind", ({ slug }) => slug);
  return [
    counted(number, NOUNS[kinds]),
    themes && ` about ${themes}`,
    places && ` in ${places}`,
    shown && ` that ${number === 1 ? "shows" : "show"} ${shown}`,
    spoken && `, written in ${spoken}`,
    number ? "" : " yet",
  ].join("");
};

export const lacking = (unknown) => unknown.map(({ key, slug }) => `The guide has ${LACKING[key](slug)}.`).join(" ");
