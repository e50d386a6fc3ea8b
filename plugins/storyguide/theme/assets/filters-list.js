/* The list of all stories as the reader narrows it down. The address is what is chosen: ?place=lye&theme=music&page=2. */

import { allChosen, match, nothing, prepare, read, toggled, write } from "./filters-matching.js";
import { makePanel } from "./filters-panel.js";
import { button, card, chips, make, paging } from "./filters-parts.js";
import { counted, lacking, sentence } from "./filters-words.js";

const SAID_AFTER = 500; // milliseconds after the last change, so that only where the reader stops is spoken
const KEPT_AFTER = 120; // and after the last scrolling, the place is kept for when they come back

const fetched = async (address, options) => {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return answer.json();
};

/* Fetch what can be chosen, build the panel, and show what the address asks for. */
export const begin = async ({ section, panel, root }) => {
  const index = prepare(await fetched(`${root}stories/filters.json`, { cache: "no-cache" }));
  const cardOf = cards(index, root);
  const heading = section.querySelector("h2");
  const rest = [...section.children].filter((one) => one !== panel && one !== heading);
  const served = { words: heading.textContent, title: document.title, rest };
  const name = document.querySelector("h1").textContent;
  const above = make("div", { "data-added": true });
  const below = make("div", { "data-added": true });
  const status = make("p", { role: "status", class: "vh", "data-added": true });
  let { chosen, page, unknown } = read(index, location.search);
  let [turn, saying, keeping] = [0, 0, 0];

  const choices = makePanel(index, {
    choose: (at, term) => change(toggled(index, chosen, at, term)),
    done: () => {
      if (innerWidth < 960) panel.open = false;
      toHeading();
    },
  });

  // To ask a page just changed how far it is scrolled has it laid out at once: so that is noted as it happens.
  let top = scrollY;
  const where = () => ({ top, open: panel.open, groups: choices.open() });
  const keep = () => {
    clearTimeout(keeping);
    keeping = 0;
    history.replaceState({ ...history.state, narrowing: where() }, "");
  };
  const keepSoon = () => {
    clearTimeout(keeping);
    keeping = setTimeout(keep, KEPT_AFTER);
  };
  const go = (next, number = 1) => {
    if (keeping) keep();
    [chosen, page, unknown] = [next, number, []];
    history.pushState({ narrowing: where() }, "", write(index, chosen, page));
    history.scrollRestoration = "manual";
    return show();
  };
  const change = (next) => go(next);
  const toHeading = () => {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  };
  const remove = (at, term) => {
    const number = allChosen(index, chosen).findIndex((one) => one.at === at && one.term === term);
    change(toggled(index, chosen, at, term));
    const left = above.querySelectorAll("li button:not(.clear)");
    if (left.length) left[Math.min(number, left.length - 1)].focus();
    else toHeading();
  };
  const drop = (at, term) => {
    change(toggled(index, chosen, at, term));
    toHeading();
  };
  const clear = () => {
    change(nothing(index));
    toHeading();
  };

  /* Bring the page up to date: all but the cards at once, and those too unless they are still to be fetched. */
  const show = async () => {
    const mine = ++turn;
    const all = allChosen(index, chosen);
    const { found, counts } = match(index, chosen);
    const last = Math.max(1, Math.ceil(found.length / index.perPage));
    page = Math.min(page, last);
    const asServed = !all.length && page === 1;
    const words = sentence(index, chosen, found.length);
    choices.show(chosen, counts, found.length);
    heading.textContent = all.length ? words : served.words;
    document.title = all.length ? served.title.replace(name, () => words) : served.title;
    above.replaceChildren(
      unknown.length ? make("p", { class: "note" }, lacking(unknown)) : "",
      all.length ? chips(all, remove, clear) : "",
    );
    say(last > 1 ? `${words}, page ${page} of ${last}` : words);
    if (asServed) return put(served.rest);
    if (!found.length) return put([below], [empty(all)]);

    const wanted = found.slice((page - 1) * index.perPage, page * index.perPage);
    const ready = cardOf(wanted);
    if (ready instanceof Promise) section.setAttribute("aria-busy", "true");
    try {
      const list = ready instanceof Promise ? await ready : ready;
      if (mine !== turn) return undefined;
      return put([below], [make("ul", { class: "cards" }, ...list), last > 1 ? paging(index, chosen, page, last) : ""]);
    } catch (fault) {
      if (mine !== turn) return undefined;
      console.info(fault);
      const again = make("p", {}, "These stories could not be fetched. ", button("Try again", show, { class: "btn plain" }));
      return put([below], [again]);
    }
  };
  const put = (nodes, inside) => {
    if (inside) below.replaceChildren(...inside.filter((one) => one !== ""));
    section.removeAttribute("aria-busy");
    for (const one of [...served.rest, below]) if (!nodes.includes(one)) one.remove();
    section.append(...nodes.filter((one) => !one.isConnected));
  };
  const say = (words) => {
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = words), SAID_AFTER);
  };
  const empty = (all) => {
    const without = all
      .map((one) => ({ ...one, many: match(index, toggled(index, chosen, one.at, one.term)).found.length }))
      .filter(({ many }) => many)
      .map(({ at, term, name: words, many }) =>
        button(`Without “${words}”: ${counted(many)}`, () => drop(at, term), { class: "btn plain" }));
    return make(
      "div",
      { class: "nothing" },
      without.length ? make("div", { class: "tools" }, ...without) : "",
      make("p", {}, "Do you know one? ", make("a", { href: `${root}tell-your-story/` }, "Tell us"), "."),
    );
  };

  section.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    if (keeping) keep();
    if (!link.dataset.page || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(chosen, Number(link.dataset.page));
    toHeading();
  });
  addEventListener("scroll", () => {
    top = scrollY;
    keepSoon();
  }, { passive: true });
  panel.addEventListener("toggle", keepSoon, { capture: true });
  addEventListener("popstate", async () => {
    clearTimeout(keeping);
    ({ chosen, page, unknown } = read(index, location.search));
    const kept = history.state?.narrowing;
    await show();
    if (kept) scrollTo(0, kept.top);
  });

  const kept = history.state?.narrowing;
  history.scrollRestoration = "manual";
  panel.replaceChildren(panel.firstElementChild, choices.element);
  choices.unfold(kept?.groups, chosen);
  heading.after(above);
  section.append(status);
  await show();
  section.classList.remove("waiting");
  if (kept) scrollTo(0, kept.top);
  keepSoon();
};

/* Gives the cards of some stories: at once where they are here already, else as a promise. Each is made once. */
const cards = ({ order, perFile, sizes }, root) => {
  const files = new Map();
  const made = new Map();
  const file = async (number) => {
    const found = await fetched(`${root}stories/cards/${number}.json?${order}`);
    if (found.order !== order) throw await changed();
    files.set(number, found.cards);
  };
  const all = (stories) =>
    stories.map((story) => {
      if (!made.has(story)) made.set(story, card(files.get(Math.floor(story / perFile))[story % perFile], root, sizes));
      return made.get(story);
    });
  return (stories) => {
    const missing = [...new Set(stories.map((story) => Math.floor(story / perFile)))].filter((number) => !files.has(number));
    return missing.length ? Promise.all(missing.map(file)).then(() => all(stories)) : all(stories);
  };
};

/* The guide has been built anew since the choices were fetched: begin again with the new, once. */
const changed = async () => {
  if (!history.state?.again) {
    history.replaceState({ ...history.state, again: true }, "");
    location.reload();
  }
  return new Error("The guide has changed meanwhile.");
};
