/* What a tin's pages gain when scripts run: answers kept on this device, steps ticked off, ways to take all along. */

import { Answers, saidIn } from "./tin-answers.js";
import { button, files, giving, make, WORD } from "./tin-parts.js";

const PAUSE = 900;
const STAYS = "What you write stays on this device. Nothing is sent. On a shared computer, clear it when you are done.";
const LOST =
  "This device will not keep what you write: it is gone when you leave this page. Nothing is sent. " +
  "Print your answers or download them before you go.";

const article = document.querySelector("article[data-tin]");
const { tin: slug, page, step } = article.dataset;
const title = article.querySelector(".crumbs li:last-child").textContent;
const answers = new Answers(article);
const places = [...article.querySelectorAll("[data-answers]")];
const end = places.at(-1);

const note = make("p", { className: "note" });
const status = make("p", { className: "kept small", role: "status" });
let waiting, said;
const say = (words, stays) => {
  clearTimeout(said);
  status.textContent = words;
  if (!stays) said = setTimeout(say, 5000, "", true);
};

/** Each step's link says how far one is with it. */
const mark = () => {
  const reached = {};
  for (const name of answers.all.keys()) {
    const [, of, last] = name.split("/");
    if (last === "done") reached[of] = "Done";
    else reached[of] ??= "Started";
  }
  for (const link of article.querySelectorAll(".steps a, .stepnav li a")) {
    const how = reached[new URL(link.href).pathname.split("/").at(-2)];
    const item = link.parentElement;
    item.querySelector(".reached")?.remove();
    if (how) (item.querySelector(".small") ?? link).after(" ", make("span", { className: `reached ${how}` }, how));
  }
};

const keep = () => {
  clearTimeout(waiting);
  if (!answers.unsaved) return;
  if (answers.save()) say("Saved on this device.");
  else say((note.textContent = LOST), true);
  mark();
};

const waysOut = () => {
  const give = (words, ending, kind, form) =>
    giving(words, `${slug}-my-answers.${ending}`, kind, (made) =>
      answers.all.size
        ? made[form](answers.written(title, location.href.split("#")[0]))
        : say("There is nothing to take along yet."),
    );
  const clear = button("Clear my answers", () => {
    sure.hidden = false;
    sure.focus();
  });
  const leave = () => {
    sure.hidden = true;
    clear.focus();
  };
  const wipe = () => {
    clearTimeout(waiting);
    answers.clear();
    bring();
    leave();
    say("All your answers are gone from this device.");
  };
  const sure = make(
    "div",
    { className: "sure", role: "group", ariaLabel: "Clear my answers?", tabIndex: -1, hidden: true },
    make("p", {}, `This takes away all you have written in ${title}, on every step. It cannot be brought back.`),
    make("div", { className: "tools" }, button("Yes, clear all of it", wipe), button("No, keep it", leave)),
  );
  return make(
    "section",
    { className: "ways-out" },
    make("h2", { className: "h3" }, "Take your answers with you"),
    make("p", { className: "small" }, `All you have written in ${title}, on every step, each with its question.`),
    make(
      "div",
      { className: "tools" },
      give("Download my answers", "txt", "text/plain", "asText"),
      give("Download as Word document", "docx", WORD, "asWord"),
      button("Print", () => print()),
      clear,
    ),
    sure,
  );
};

/** What is printed of a field that scrolls: all of it. */
const toPaper = () => {
  for (const field of answers.fields) {
    if (!/^text/.test(field.type) || !saidIn(field)) continue;
    field.classList.add("short");
    field.after(make("div", { className: "in-full" }, field.value));
  }
};
const fromPaper = () => {
  for (const one of article.querySelectorAll(".in-full")) one.remove();
  for (const one of article.querySelectorAll(".short")) one.classList.remove("short");
};

// A page with a self-check brings tin-plan.js as well, which listens for this.
const refresh = () => article.dispatchEvent(new Event("answered"));
const bring = () => {
  answers.show();
  refresh();
  mark();
};

if (places.length > 1) {
  note.textContent = answers.kept ? STAYS : LOST;
  if (answers.fields.length) places[0].append(note);
}
if (step) {
  const done = make("input", { type: "checkbox", name: `${slug}/${page}/done`, id: "done" });
  end.append(make("label", { className: "done", htmlFor: "done" }, done, make("span", {}, "I have done this step")));
}
// A tin's own page has this only for those who have written something.
if (places.length > 1 || answers.all.size) end.append(waysOut());
places[0].append(status);

article.addEventListener("input", ({ target }) => {
  answers.note(target);
  refresh();
  say("", true);
  clearTimeout(waiting);
  waiting = setTimeout(keep, PAUSE);
});
document.addEventListener("visibilitychange", () => document.hidden && keep());
addEventListener("pagehide", keep);
// Come back to, a page may still show what has been cleared or changed elsewhere since.
addEventListener("pageshow", bring);
addEventListener("storage", bring);
addEventListener("beforeprint", toPaper);
addEventListener("afterprint", fromPaper);

// Somebody may have begun to write before this script was there.
const typing = document.activeElement;
if (answers.fields.includes(typing) && saidIn(typing) && !answers.all.has(typing.name)) answers.note(typing);
bring();
// Not needed to read the page, nor to write on it; but it has to be there by the time one may be out of reach.
(globalThis.requestIdleCallback ?? setTimeout)(() => files().catch(() => {}));
