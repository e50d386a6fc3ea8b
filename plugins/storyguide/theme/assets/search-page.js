/* What is found, on the page one searches on. The address holds what was asked: ?q=choir&place=lye&theme=music&page=2. */

import { allTerms, find, nearby, ready } from "./search-finding.js";

export { ready };

const A_PAGE = 5;
const ROOT = new URL("../", import.meta.url);
const GROUPS = { place: "Place", theme: "About", dimension: "Shows", kind: "Kind", language: "Language" };

const here = document.querySelector("[data-search]");
const language = here.dataset.search;
const form = here.querySelector("form");
const box = form.elements.q;
const status = here.querySelector("[data-status]");
const list = here.querySelector("[data-results]");
const narrow = here.querySelector("[data-narrow]");
const title = document.title;
let turn = 0;

/* An element with its attributes and what stands in it; text stays text. */
const make = (name, attributes = {}, ...inside) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  made.append(...inside.filter((one) => one !== undefined && one !== ""));
  return made;
};
const button = (words, act, kind = "btn plain") => {
  const made = make("button", { type: "button", class: kind }, words);
  made.addEventListener("click", act);
  return made;
};
const stories = (number) => `${number} ${number === 1 ? "result" : "results"}`;
const quoted = (words) => words.map((word) => `“${word}”`).join(", ");

const asked = () => {
  const query = new URLSearchParams(location.search);
  const chosen = Object.fromEntries(Object.keys(GROUPS).map((group) => [group, query.get(group) ?? ""]).filter(([, slug]) => slug));
  return { q: (query.get("q") ?? "").slice(0, 200), chosen, page: Math.max(1, parseInt(query.get("page")) || 1), asTyped: query.has("as-typed") };
};
const addressOf = ({ q, chosen, page = 1, asTyped = false }) => {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  for (const group of Object.keys(GROUPS)) if (chosen[group]) query.set(group, chosen[group]);
  if (page > 1) query.set("page", page);
  if (asTyped) query.set("as-typed", "");
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
};
const go = (what, { replace = false } = {}) => {
  history[replace ? "replaceState" : "pushState"](null, "", addressOf(what));
  return show();
};

/* Pagefind's excerpt as text and marks. It is text but for its marks, and for < and > written as in a page. */
const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
const excerpt = (marked) =>
  marked.split(/<mark>(.*?)<\/mark>/s).map((part, at) => (at % 2 ? make("mark", {}, plain(part)) : plain(part)));
const fragmentOf = (html) => {
  const first = /<mark>(.*?)<\/mark>/s.exec(html)?.[1];
  return first && /^[\p{L}\p{N}]+$/u.test(first) ? `#:~:text=${encodeURIComponent(first)}` : "";
};

const entry = (data) => {
  const { meta } = data;
  const tongue = meta.language && meta.language !== language ? { lang: meta.language, dir: "auto" } : {};
  const who = [meta.teller, meta.group].filter(Boolean).join(", ");
  const told = [meta.kind, meta.where].filter(Boolean).join(" · ");
  return make("li", { class: "hit" },
    make("p", { class: "where" }, told),
    make("h3", tongue, make("a", { href: new URL(data.raw_url.replace(/^\//, ""), ROOT).href + fragmentOf(data.excerpt) }, meta.title)),
    make("p", tongue, "… ", ...excerpt(data.excerpt), " …"),
    who ? make("p", { class: "small" }, meta.teller ? `Told by ${who}` : who) : "");
};

const narrowedBy = async (results, chosen) => {
  const groups = Object.entries(chosen);
  if (!groups.length) return { kept: results, known: {} };
  const { terms, pages } = await allTerms();
  const known = {};
  for (const [group, slug] of groups) known[group] = terms.findIndex((term) => term.group === group && term.slug === slug);
  const has = (result, but) => groups.every(([group]) => group === but || (pages[result.id] ?? []).includes(known[group]));
  return { kept: results.filter((result) => has(result)), known, has };
};

/** Show what the address asks for. */
export const show = async () => {
  const mine = ++turn;
  const what = asked();
  if (box.value !== what.q) box.value = what.q;
  document.title = what.q ? `${what.q} – ${title}` : title;
  if (!what.q) return clear();
  status.textContent = "Searching …";
  list.setAttribute("aria-busy", "true");
  try {
    const found = await find(what.q, { language, asTyped: what.asTyped });
    const { kept, known, has } = await narrowedBy(found.results, what.chosen);
    const shown = await Promise.all(kept.slice(0, what.page * A_PAGE).map((result) => result.data()));
    if (mine !== turn) return;
    await fillNarrow(found.results, what);
    const names = await namesOf(what.chosen, known);
    if (mine !== turn) return;
    tell(what, found, kept, shown, names);
    if (!kept.length) await nothing(what, found, has, names);
  } catch (fault) {
    if (mine !== turn) return;
    list.replaceChildren();
    status.textContent = "Search cannot be had just now. Every story stands in the lists below.";
    console.info(fault);
  }
  list.setAttribute("aria-busy", "false");
};

const namesOf = async (chosen, known) => {
  const groups = Object.keys(chosen);
  if (!groups.length) return {};
  const { terms } = await allTerms();
  return Object.fromEntries(groups.map((group) => [group, terms[known[group]] ? inSentence(terms[known[group]]) : chosen[group]]));
};

const tell = (what, found, kept, shown, names) => {
  const within = Object.values(names).length ? ` in ${Object.values(names).join(", ")}` : "";
  const taken = found.instead.map(([, near]) => near);
  const query = found.instead.length || found.without.length ? found.searched.join(" ") : what.q;
  status.replaceChildren(make("b", {}, kept.length ? `${stories(kept.length)} for “${query}”${within}.` : `Nothing found for “${query || what.q}”${within}.`));
  if (found.instead.length) status.append(` Nobody here writes ${quoted(found.instead.map(([typed]) => typed))}, so this is for ${quoted(taken)}.`);
  if (found.without.length && kept.length) status.append(` Nothing has all your words, so ${quoted(found.without)} ${found.without.length === 1 ? "was" : "were"} left out.`);
  const hits = make("ol", { class: "hits" }, ...shown.map(entry));
  const more = shown.length < kept.length
    ? button(`Show ${Math.min(A_PAGE, kept.length - shown.length)} more of ${kept.length}`, async () => {
        await go({ ...what, page: what.page + 1 });
        list.querySelectorAll(".hit a")[shown.length]?.focus();
      }, "btn")
    : "";
  list.replaceChildren(
    ...(kept.length ? [make("h2", { class: "vh" }, "Results"), hits] : []),
    ...(found.instead.length ? [button(`Search for “${what.q}” all the same`, () => go({ ...what, page: 1, asTyped: true }))] : []),
    more,
  );
};

const nothing = async (what, found, has, names) => {
  const offers = Object.keys(what.chosen).map((group) => {
    const number = found.results.filter((result) => has(result, group)).length;
    const rest = { ...what.chosen, [group]: "" };
    return number ? button(`Without ${names[group]}: ${stories(number)}`, () => go({ ...what, page: 1, chosen: rest })) : "";
  }).filter(Boolean);
  const near = found.results.length ? [] : await nearby(found.searched.length ? found.searched : found.without);
  const parts = [];
  if (offers.length) parts.push(make("p", {}, "It is there, but not with all of this together:"), make("div", { class: "tools" }, ...offers));
  if (near.length) parts.push(make("p", {}, "Words near it that the guide does have:"), make("div", { class: "tools" }, ...near.map((word) => button(word, () => go({ q: word, chosen: what.chosen })))));
  parts.push(make("p", {}, "Nobody may have told it yet. ", make("a", { href: new URL("tell-your-story/", ROOT).href }, "Do you know one?"), " Or look through the places and themes below."));
  list.append(make("div", { class: "zero" }, ...parts));
};

const clear = () => {
  status.replaceChildren();
  list.replaceChildren();
  narrow.replaceChildren();
};

/* An area is "the Lye area" within a sentence. */
const inSentence = (term) => nameOf(term).replace(/^The /, "the ");
const nameOf = (term) => (term.group === "language" ? new Intl.DisplayNames([term.slug], { type: "language" }).of(term.slug) : term.name);

/* The choices, opened by the reader; only then is fetched what they are. */
const fillNarrow = async (results, what) => {
  const open = narrow.querySelector("details")?.open || Object.keys(what.chosen).length > 0;
  if (!narrow.firstChild) {
    const details = make("details", { class: "narrow" }, make("summary", {}, "Narrow it down"), make("div", { class: "choices" }));
    details.addEventListener("toggle", () => details.open && show());
    narrow.append(details);
  }
  const details = narrow.querySelector("details");
  if (!open) return;
  details.open = true;
  const { terms, pages } = await allTerms();
  const into = details.querySelector(".choices");
  const active = into.contains(document.activeElement) ? document.activeElement : null;
  const held = active?.closest("select")?.parentElement;
  const of = results.map((result) => pages[result.id] ?? []);
  const parts = [
    ...Object.entries(GROUPS).map(([group, heading]) => {
      /* The choice in hand is left alone, or typing into it would begin anew; its numbers go by the others only. */
      if (held && group === active.name) {
        active.value = what.chosen[group] ?? "";
        return held;
      }
      const others = Object.entries(what.chosen).filter(([one]) => one !== group)
        .map(([one, slug]) => terms.findIndex((term) => term.group === one && term.slug === slug));
      const pool = of.filter((page) => others.every((number) => page.includes(number)));
      const options = terms.map((term, number) => ({ ...term, number, many: pool.filter((page) => page.includes(number)).length }))
        .filter((term) => term.group === group && (term.many || term.slug === what.chosen[group]));
      if (!options.length || (group === "language" && options.length < 2 && !what.chosen[group])) return "";
      const select = make("select", { name: group, id: `narrow-${group}` }, make("option", { value: "" }, "Any"),
        ...options.map((term) => make("option", { value: term.slug, selected: term.slug === what.chosen[group] }, `${term.in ? "\u2002" : ""}${nameOf(term)} (${term.many})`)));
      select.addEventListener("change", () => {
        const now = asked();
        go({ ...now, page: 1, chosen: { ...now.chosen, [group]: select.value } });
      });
      return make("div", {}, make("label", { for: select.id }, heading), select);
    }).filter(Boolean),
    Object.keys(what.chosen).length ? button("Take all of these off", () => go({ ...what, page: 1, chosen: {} })) : "",
  ];
  const at = parts.indexOf(held);
  if (at < 0) {
    into.replaceChildren(...parts);
    if (active) details.querySelector("summary").focus();
    return;
  }
  for (const other of [...into.children]) if (other !== held) other.remove();
  held.before(...parts.slice(0, at));
  held.after(...parts.slice(at + 1));
};

/** Search for these words, as narrowed down already. */
export const ask = (q) => go({ q, chosen: asked().chosen });

addEventListener("popstate", show);
