/* Cards and parts of the list, made of data as the pages have them (making/templates/card.html, listing.html). */

import { shownPages, write } from "./filters-matching.js";

/* An element with its attributes, in this order, and what stands in it; text stays text. */
export const make = (name, attributes = {}, ...inside) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...inside.filter((one) => one !== undefined && one !== ""));
  return made;
};

export const button = (words, act, attributes = {}) => {
  const made = make("button", { type: "button", ...attributes }, ...[words].flat());
  made.addEventListener("click", act);
  return made;
};

const picture = ({ cover, photo, shape }, root, sizes) => {
  // "loading" comes first: a picture begins to load when it is told from where.
  if (cover) return make("img", { loading: "lazy", src: root + cover, width: 800, height: 600, alt: "" });
  const set = (files) => files.map(([path, width]) => `${root}${path} ${width}w`).join(", ");
  const { "image/jpeg": plain, ...others } = photo;
  const sources = Object.entries(others).map(([type, files]) => make("source", { type, srcset: set(files), sizes }));
  const [width, height] = shape;
  const [middle] = plain[Math.floor(plain.length / 2)];
  const image = { loading: "lazy", decoding: "async", sizes, srcset: set(plain), src: root + middle, width, height, alt: "" };
  return make("picture", {}, ...sources, make("img", image));
};

export const card = (story, root, sizes) => {
  const tongue = { lang: story.language, dir: story.rightToLeft && "rtl" };
  const words = story.note
    ? make("p", { class: "note" }, make("b", {}, "Before you read:"), ` ${story.note}`)
    : make("p", tongue, story.summary);
  const where = make("p", { class: "where" }, story.where);
  if (story.factFile) where.append(" ", make("span", { class: "kind" }, "Fact-file"));
  return make(
    "li",
    { class: "card", "data-until": story.until },
    make("figure", { class: "fig" }, make("div", { class: `print ${story.colour}` }, picture(story, root, sizes))),
    where,
    make("h3", {}, make("a", { href: root + story.url, ...tongue }, story.title)),
    words,
  );
};

export const paging = (index, chosen, page, of) => {
  const link = (number, attributes, ...words) => make("li", {}, make("a", { href: write(index, chosen, number), "data-page": number, ...attributes }, ...words));
  return make(
    "nav",
    { class: "paging", "aria-label": "Pages of this list" },
    make("p", {}, `Page ${page} of ${of}`),
    make("ul", { class: "tags pages" }, ...shownPages(page, of).map((number) =>
      link(number, { "aria-current": number === page && "page" }, make("span", { class: "vh" }, "Page "), String(number)))),
    make(
      "ul",
      {},
      page > 1 ? link(page - 1, { class: "btn plain", rel: "prev" }, "Newer stories") : "",
      page < of ? link(page + 1, { class: "btn plain", rel: "next" }, "Older stories") : "",
    ),
  );
};

/* What is chosen, each to be taken off again. */
export const chips = (all, remove, clear) =>
  make(
    "ul",
    { class: "chosen no-print", "aria-label": "Chosen" },
    ...all.map(({ at, term, name }) =>
      make("li", {}, button([name, make("span", { "aria-hidden": "true" }, " ×")], () => remove(at, term), { "aria-label": `Remove ${name}` }))),
    all.length > 1 ? make("li", {}, button("Clear all", clear, { class: "clear" })) : "",
  );
