/* The end of the form: what is still missing, all that was answered, and the story as one file to hand over. */

import { slugOf, storyOf } from "./form-story.js";
import { button, handOver, make } from "./tin-parts.js";
import { zipped } from "./zip.js";

const HEAVY = 20e6;
const ZIP = "application/zip";

/** The first field of a blank, which a link may lead to. */
export const fieldOf = (blank) => blank.querySelector("input, select, textarea");

/** Where a problem is to be mended. */
export const placeOf = (form, { fact, photo }) => {
  const item = fact.startsWith("photos.") ? form.querySelectorAll(".photos > .photo")[photo] : form;
  const blank = item?.querySelector(`[data-fact="${fact}"]`);
  return blank ? fieldOf(blank) : form.querySelector("#photos-file");
};

const things = (count) => (count === 1 ? "One thing is missing or needs a look" : `${count} things are missing or need a look`);

const problemsOf = (form, problems) => {
  const told = new Map(problems.map((one) => [`${one.fact} ${one.fact.startsWith("photos.") ? one.photo : ""} ${one.message}`, one]));
  if (!told.size) return make("div", { className: "missing none" }, make("h3", {}, "Nothing is missing. Thank you."));
  const items = [...told.values()].map((one) =>
    make("li", {}, make("a", { href: `#${placeOf(form, one).id}` }, one.message), one.mend && ` ${one.mend}`),
  );
  return make(
    "div",
    { className: "missing" },
    make("h3", {}, things(told.size)),
    make("p", {}, "You can save your story all the same: an editor will help you with these."),
    make("ul", {}, ...items),
  );
};

const answerOf = (blank, said) => {
  if (blank.room === "photos") return (said ?? []).map((photo, n) => `Photo ${n + 1}: ${photo.alt || "not described yet"}`).join("\n");
  return [said ?? ""].flat().join(", ");
};

const answersOf = (form, rules, facts) => {
  const parts = [];
  for (const section of form.querySelectorAll(".question:not([data-summary])")) {
    const heading = section.querySelector("h2").lastChild.textContent.trim();
    const rows = rules.blanks
      .filter((blank) => blank.question === section.id)
      .map((blank) => {
        const [whole, part] = blank.fact.split(".");
        return [blank.label ?? heading, answerOf(blank, part ? facts[whole]?.[part] : facts[whole])];
      })
      .filter(([, said]) => said)
      .map(([name, said]) => make("div", {}, make("dt", { className: name === heading ? "vh" : "" }, name), make("dd", { dir: "auto" }, said)));
    const change = make("a", { href: `#${section.id}` }, "Change", make("span", { className: "vh" }, `: ${heading}`));
    parts.push(make("div", { className: "answered" }, make("h3", {}, heading), change, rows.length ? make("dl", {}, ...rows) : make("p", { className: "small" }, "Not answered")));
  }
  return parts;
};

const laterOf = (problems) =>
  make(
    "p",
    { className: "small later" },
    "Before anything is published, an editor shows you how it will look. The day you say yes is then written down; until then a check says: ",
    problems.map((one) => one.message).join(" "),
  );

/** Draws the end of the form anew. */
export const drawSummary = ({ form, rules, facts, problems, store, answers, wipe }) => {
  const section = form.querySelector("[data-summary]");
  const saved = make("div", { className: "saved", tabIndex: -1, hidden: true });

  const save = () => {
    const name = `${slugOf(facts.title ?? "").slice(0, 55) || "my-story"}.zip`;
    const photos = answers.photos.map((photo, n) => [`photo-${n + 1}.jpg`, new Uint8Array(store.get(photo.number))]);
    const parts = zipped({ "story.md": storyOf(facts, rules), ...Object.fromEntries(photos) });
    const file = new File(parts, name, { type: ZIP });
    handOver(name, parts, ZIP);
    tell(file);
  };
  const tell = (file) => {
    const size = Math.max(0.1, file.size / 1e6).toFixed(1);
    const share = button("Share it", () => navigator.share({ files: [file], title: file.name }).catch(() => {}));
    const heavy = file.size > HEAVY && make("p", {}, "That is more than many letter boxes take by e-mail. Leave out a few photos, or hand it over another way.");
    saved.replaceChildren(
      make("h3", {}, "Your story is saved"),
      make("p", {}, "It is one file, ", make("b", {}, file.name), `, of ${size} MB. Nothing has been sent yet.`),
      ...(heavy ? [heavy] : []),
      form.querySelector("template[data-saved]").content.cloneNode(true),
      ...(navigator.canShare?.({ files: [file] }) ? [make("div", { className: "tools" }, share)] : []),
    );
    saved.hidden = false;
    saved.focus();
  };

  const primary = make("button", { type: "button", className: "btn", onclick: save }, "Save my story");
  section.replaceChildren(
    section.querySelector("h2"),
    problemsOf(form, problems.filter((one) => !one.later)),
    ...answersOf(form, rules, facts),
    laterOf(problems.filter((one) => one.later)),
    make("div", { className: "tools" }, primary, button("Print it", () => print())),
    saved,
    wipe,
  );
};
