/* The question for photos: they are chosen, made anew on the device, shown, and each is asked about. */

import { saidIn, show } from "./form-answers.js";
import { developed, preview } from "./form-photos.js";
import { wordingOf } from "./form-rules.js";
import { button, make } from "./tin-parts.js";

const PREVIEW = 560;
const elsewhere = (name) =>
  `This browser cannot open “${name}”, so it is not in your story. It may be of a newer kind, such as HEIC. ` +
  "On an iPhone or iPad, share the photo again: under “Options” choose “Most Compatible”. On anything else, save it " +
  "as a JPEG. Or give it to the editors beside your story: they can open it.";

const refusal = (rules, { name }, { refused, detail }) => {
  if (refused === "unread") return elsewhere(name);
  const [code, most] = refused === "small" ? ["photo-too-small", rules.limits.least] : ["photo-file-too-large", rules.limits.bytes / 1e6];
  const { message, mend } = wordingOf(rules, code, { name, other: detail, most });
  return `${message} ${mend}`;
};

/** Fills the place for photos; changed is called whenever there is something else to be kept. */
export const album = async ({ form, answers, store, rules, changed }) => {
  const place = form.querySelector("[data-photos]");
  const template = form.querySelector("template[data-photo]").content.firstElementChild;
  const list = make("ul", { className: "photos" });
  const told = make("div", { className: "refusals", role: "status" });
  const chooser = make("input", { type: "file", id: "photos-file", multiple: true, accept: "image/*,.heic,.heif" });

  const blanksOf = (item) => [...item.querySelectorAll("[data-fact]")];
  const nameOf = (blank) => blank.dataset.fact.split(".")[1];

  /* Who agreed is asked only where somebody is to be seen. */
  const ask = (item) => {
    const [people, permission] = ["people", "permission"].map((name) => item.querySelector(`[data-fact="photos.${name}"]`));
    permission.hidden = ["", "none"].includes(saidIn(people));
  };

  const number = () => {
    [...list.children].forEach((item, n) => {
      item.querySelector("h3").textContent = `Photo ${n + 1}`;
      item.querySelector("button").textContent = `Remove photo ${n + 1}`;
    });
    form.classList.toggle("has-photos", list.children.length > 0);
  };

  const shown = (photo) => {
    const item = template.cloneNode(true);
    for (const one of item.querySelectorAll("[id], [for], [name], [aria-describedby]")) {
      for (const key of ["id", "for", "name", "aria-describedby"]) {
        const value = one.getAttribute(key);
        if (value) one.setAttribute(key, `${value}-${photo.number}`);
      }
    }
    item.dataset.number = photo.number;
    for (const blank of blanksOf(item)) show(blank, photo[nameOf(blank)]);
    item.addEventListener("input", () => {
      for (const blank of blanksOf(item)) photo[nameOf(blank)] = saidIn(blank);
      ask(item);
    });
    const canvas = make("canvas", { role: "img", ariaLabel: photo.name ? `Your photo, ${photo.name}` : "Your photo" });
    const remove = button("Remove", async () => {
      answers.photos.splice(answers.photos.indexOf(photo), 1);
      item.remove();
      number();
      told.textContent = "The photo is taken out.";
      chooser.focus();
      await store.remove(photo.number);
      changed();
    });
    item.querySelector("h3").after(canvas);
    item.append(remove);
    list.append(item);
    ask(item);
    preview(store.get(photo.number), canvas, PREVIEW);
    return item;
  };

  const add = async () => {
    const files = [...chooser.files];
    chooser.value = "";
    const refusals = [];
    let first;
    for (const [n, file] of files.entries()) {
      told.replaceChildren(make("p", {}, `Making photo ${n + 1} of ${files.length} ready…`));
      const photo = await developed(file, rules.limits);
      if (photo.refused) {
        refusals.push(refusal(rules, file, photo));
        continue;
      }
      const entry = { number: Math.max(0, ...answers.photos.map((one) => one.number)) + 1, name: file.name };
      await store.put(entry.number, photo.bytes);
      answers.photos.push(entry);
      const item = shown(entry);
      first ??= item;
    }
    number();
    changed();
    told.replaceChildren(...refusals.map((words) => make("p", { className: "problem" }, words)));
    first?.querySelector("h3").focus();
  };

  const draw = () => {
    list.replaceChildren();
    answers.photos.forEach(shown);
    number();
  };

  chooser.addEventListener("change", add);
  place.append(
    make("div", { className: "chooser" }, chooser, make("label", { className: "btn", htmlFor: chooser.id }, "Add photos")),
    told,
    list,
  );
  const kept = await store.all();
  for (const key of kept.keys()) if (!answers.photos.some((photo) => photo.number === key)) await store.remove(key);
  answers.photos = answers.photos.filter((photo) => kept.has(photo.number));
  draw();
  return { draw };
};
