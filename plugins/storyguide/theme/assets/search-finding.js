/* A search from the words typed to the results: Pagefind, and our own layer over its slips. No page. */

import { folded, isFormOf, nearest, understood, wordsOf } from "./search-words.js";

const INDEX = new URL("../pagefind/", import.meta.url);
const WEIGHTS = { title: 8, summary: 3, where: 3, area: 1.5, teller: 3, group: 3, about: 1.5, kind: 0.1, language: 0 };
const LOOKED_AT = 5;

let engine, words, terms;

/* The page's policy lets nothing be started from an address that this does not name. */
const WORKER = new URL("pagefind-worker.js", INDEX).href;
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => (new URL(address, location.href).href === WORKER ? address : null),
});

/** Have the search ready: fetched once, when it is first called. */
export const ready = () =>
  (engine ??= (async () => {
    const pagefind = await import(new URL("pagefind.js", INDEX));
    await pagefind.options({ excerptLength: 28, ranking: { metaWeights: WEIGHTS } });
    return pagefind;
  })());

const fetched = async (name) => {
  const answer = await fetch(new URL(name, INDEX));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.text();
};
const knownWords = () => (words ??= fetched("words.txt").then((text) => text.split("\n")));

/** What searches can be narrowed by: {terms: [{group, slug, name, in}], pages: {name: [numbers of its terms]}}. */
export const allTerms = () => (terms ??= fetched("terms.json").then(JSON.parse));

/**
 * Find what was asked for.
 * Gives {results, searched, instead, without}: the results, best first, each with data(); the words looked for; the pairs
 * [typed, taken instead]; the words left out since nothing has them all. asTyped: do not mend slips.
 */
export const find = async (query, { language, asTyped = false }) => {
  const pagefind = await ready();
  const asked = understood(query, language);
  const search = async (list) => (await pagefind.search(asked.exact ? `"${list.join(" ")}"` : list.join(" "))).results;
  if (!asked.words.length) return { results: [], searched: [], instead: [], without: [] };
  const results = await search(asked.words);
  if (asTyped || asked.exact) return { results, searched: asked.words, instead: [], without: [] };
  const unsure = await notAmong(results, asked.words);
  if (results.length && !unsure.length) return { results, searched: asked.words, instead: [], without: [] };
  return mended(asked.words, unsure, results, search);
};

/** The words of which no form stands in the first results. Of some results it is known from their titles alone. */
const notAmong = async (results, list) => {
  if (!results.length) return list;
  let left = list;
  for (const result of results.slice(0, LOOKED_AT)) {
    const data = await result.data();
    const marked = [...data.excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)].map((found) => found[1]);
    const told = [...marked, ...Object.values(data.meta)].flatMap(wordsOf);
    left = left.filter((word) => !told.some((one) => isFormOf(one, word)));
    if (!left.length) break;
  }
  return left;
};

const mended = async (list, unsure, first, search) => {
  const known = await knownWords();
  const isKnown = (word) => known.some((one) => one.startsWith(folded(word)));
  const instead = unsure.filter((word) => !isKnown(word)).map((word) => [word, nearest(word, known)]).filter(([, near]) => near);
  const unknown = unsure.filter((word) => !isKnown(word) && !instead.some(([typed]) => typed === word));
  let searched = list.map((word) => instead.find(([typed]) => typed === word)?.[1] ?? word).filter((word) => !unknown.includes(word));
  const without = [...unknown];
  let results = instead.length || unknown.length ? (searched.length ? await search(searched) : []) : first;
  while (!results.length && searched.length > 1) {
    const place = (word) => { const at = known.findIndex((one) => one.startsWith(folded(word))); return at < 0 ? Infinity : at; };
    const rarest = searched.reduce((one, other) => (place(other) > place(one) ? other : one));
    searched = searched.filter((word) => word !== rarest);
    without.push(rarest);
    results = await search(searched);
  }
  return { results, searched, instead, without };
};

/** Words of the guide near to these, to be offered where nothing was found. */
export const nearby = async (list) => {
  const known = await knownWords();
  const near = list.flatMap((word) => {
    const start = folded(word).slice(0, 3);
    return start.length < 3 ? [] : known.filter((one) => one.startsWith(start)).slice(0, 3);
  });
  return [...new Set(near)].slice(0, 5);
};
