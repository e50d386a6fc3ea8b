/* The panel of choices: a fieldset of checkboxes for each group, each with how many stories it would give. */

import { button, make } from "./filters-parts.js";
import { counted, inFigures } from "./filters-words.js";

const WIDE = "(min-width: 60rem)"; // of the stylesheet too: there the panel stands beside the list

/* act.choose(group, term) and act.done() are called; show(chosen, counts, number) brings it up to date. */
export const makePanel = ({ groups }, act) => {
  const parts = groups.map((group, at) => (group.terms.length > 1 ? makeGroup(group, (term) => act.choose(at, term)) : undefined));
  const boxes = parts.filter(Boolean);
  const done = button("", act.done, { class: "btn" });
  const element = make("div", { class: "choices" }, ...boxes.map((part) => part.box), make("p", { class: "done" }, done));
  const wide = matchMedia(WIDE).matches;
  return {
    element,
    show(chosen, counts, number) {
      parts.forEach((part, at) => part?.show(chosen[at], counts[at]));
      done.textContent = number ? `Show ${counted(number)}` : "No stories: what to change";
    },
    open: () => boxes.filter(({ box }) => box.open).map(({ key }) => key),
    /* keys: of the groups a reader had open; else all beside the list, and above it those that something is chosen of. */
    unfold(keys, chosen) {
      parts.forEach((part, at) => part && (part.box.open = keys ? keys.includes(part.key) : wide || chosen[at].size > 0));
    },
  };
};

const makeGroup = ({ key, name, terms, within }, choose) => {
  const options = terms.map((term, number) => makeOption(key, term, () => choose(number)));
  const items = options.map(({ label }) => make("li", {}, label));
  const picked = make("span", { class: "picked" });
  const top = items.filter((_, number) => within[number] < 0);
  const folds = items.map((item, area) => {
    const inside = items.filter((_, number) => within[number] === area);
    if (!inside.length) return undefined;
    const summary = make("summary", {}, `Places in the ${terms[area].name}`);
    const fold = make("details", { class: "places" }, summary, make("ul", {}, ...inside));
    item.classList.add("area");
    item.append(fold);
    return fold;
  });
  const fields = make("fieldset", {}, make("legend", { class: "vh" }, name), make("ul", {}, ...top));
  return {
    key,
    box: make("details", { class: "choice" }, make("summary", {}, make("span", {}, name), picked), fields),
    show(chosen, counts) {
      options.forEach((option, number) => option.show(chosen.has(number), counts[number]));
      for (const number of chosen) if (folds[within[number]]) folds[within[number]].open = true;
      picked.textContent = chosen.size ? ` ${chosen.size} chosen` : "";
    },
  };
};

const makeOption = (key, { slug, name }, choose) => {
  const input = make("input", { type: "checkbox", name: key, value: slug, autocomplete: "off" });
  const [many, noun] = [new Text(), new Text()];
  const words = make("span", { class: "name", lang: key === "language" && slug }, name);
  const label = make("label", {}, input, words, make("span", { class: "many" }, many, make("span", { class: "vh" }, noun)));
  input.addEventListener("change", choose);
  let was = -1;
  return {
    label,
    show(checked, number) {
      if (input.checked !== checked) input.checked = checked;
      if (number === was) return;
      many.data = inFigures(number);
      if (was < 0 || (was === 1) !== (number === 1)) noun.data = number === 1 ? " story" : " stories";
      if ((was === 0) !== (number === 0)) label.classList.toggle("none", number === 0);
      was = number;
    },
  };
};
