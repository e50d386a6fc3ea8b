/* A reader's answers to one tin, kept on their own device and nowhere else. */

import { inWords, wordsOf } from "./tin-parts.js";

const SITE = new URL("..", import.meta.url).pathname;
const FIELDS = "textarea[name], input[name]";

/** What stands in a field: true for a tick, else text; nothing where nothing is said. */
export const saidIn = (field) => {
  if (field.type === "checkbox") return field.checked;
  if (field.type === "radio") return field.checked && field.value;
  return field.value.trim() && field.value;
};

const put = (field, said) => {
  if (field.type === "checkbox") field.checked = !!said;
  else if (field.type === "radio") field.checked = field.value === said;
  else field.value = said || "";
};

/**
 * The answers of the tin shown in an article.
 * Each is kept with its question and page, so that all can be written out from any page. What could not be kept is held
 * for as long as the page is open.
 */
export class Answers {
  #article;
  #key;
  #changed = new Map();

  constructor(article) {
    this.#article = article;
    this.#key = `storyguide:${SITE}:tin:${article.dataset.tin}:1`;
  }

  get fields() {
    return [...this.#article.querySelectorAll(FIELDS)];
  }

  /** Whether this device lets the page keep anything. */
  get kept() {
    try {
      localStorage.setItem(`${this.#key}:try`, "");
      localStorage.removeItem(`${this.#key}:try`);
      return true;
    } catch {
      return false;
    }
  }

  get unsaved() {
    return this.#changed.size > 0;
  }

  /** By the name of their field. */
  get all() {
    const all = new Map(Object.entries(this.#read()));
    for (const [name, answer] of this.#changed) answer ? all.set(name, answer) : all.delete(name);
    return all;
  }

  /** In the order of the tin's pages, then of their questions. */
  get inOrder() {
    return [...this.all.values()].sort((a, b) => a.turn - b.turn || a.page.localeCompare(b.page) || a.at - b.at);
  }

  /** Take note of what now stands in a field, to be kept when next saved. */
  note(field) {
    const said = saidIn(field);
    this.#changed.set(field.name, said ? { said, ...this.#asked(field) } : null);
  }

  /** Whether all could be kept. Another window's answers to other questions stay. */
  save() {
    try {
      localStorage.setItem(this.#key, JSON.stringify(Object.fromEntries(this.all)));
      this.#changed.clear();
      return true;
    } catch {
      return false;
    }
  }

  /** Fill the fields of this page, except where something is not yet saved. */
  show() {
    const all = this.all;
    for (const field of this.fields) if (!this.#changed.has(field.name)) put(field, all.get(field.name)?.said);
  }

  /** Take all away, here and on the device. */
  clear() {
    this.#changed.clear();
    for (const field of this.fields) put(field);
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Nothing was kept.
    }
  }

  /** All that was written, as blocks of a document. */
  written(title, address) {
    const blocks = [["title", title], ["note", `My answers, written out on ${inWords()}. ${address}`]];
    let page, under;
    for (const one of this.inOrder) {
      if (one.page !== page) blocks.push(["page", (page = one.page)]);
      if (one.under !== under && one.under) blocks.push(["under", one.under]);
      under = one.under;
      if (one.said === true) blocks.push(["said", `\u2713 ${one.asked}`]);
      else blocks.push(["asked", one.asked], ["said", one.day ? inWords(one.said) : one.said]);
    }
    return blocks;
  }

  #read() {
    try {
      return JSON.parse(localStorage.getItem(this.#key)) ?? {};
    } catch {
      return {};
    }
  }

  #asked(field) {
    const first = field.name.split("/")[1] === "index";
    const part = field.closest(".part") ?? this.#article;
    const heading = wordsOf(part.querySelector("h1, h2"));
    const where = part.querySelector(".where")?.firstChild.textContent.trim();
    const groups = [];
    for (let one = field.parentElement; one !== part; one = one.parentElement) {
      if (one.matches("fieldset")) groups.unshift(wordsOf(one.querySelector("legend")));
      if (one.matches("[data-dimension]")) groups.unshift(`${wordsOf(one.querySelector("h3, h4"))}:`);
      if (one.matches("[data-work-plan]")) groups.unshift(one.ariaLabel);
    }
    return {
      asked: field.type === "radio" ? "Where are we?" : wordsOf(field.labels[0]),
      under: groups.join(" "),
      page: first ? heading : `${where}: ${heading}`,
      turn: first ? 0 : Number(where.match(/\d+/) ?? 999),
      at: [...part.querySelectorAll(FIELDS)].indexOf(field),
      ...(field.type === "date" && { day: true }),
    };
  }
}
