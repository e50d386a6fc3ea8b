/* The form for telling a story: one question at a time, kept on this device, and at the end one file to hand over. */

import { album } from "./form-album.js";
import { Answers } from "./form-answers.js";
import { PhotoStore } from "./form-photos.js";
import { judgeOf } from "./form-rules.js";
import { asDay, factsOf } from "./form-story.js";
import { drawSummary, fieldOf, placeOf } from "./form-summary.js";
import { button, make } from "./tin-parts.js";

const PAUSE = 700;
const STAYS = "Your answers stay on this device until you clear them. Nothing is sent.";
const LOST =
  "This device will not keep your answers: they are gone when you leave this page. Nothing is sent. Save your story before you go.";

const form = document.querySelector("[data-form]");
const rules = JSON.parse(form.dataset.form);
const key = `storyguide:${new URL("..", import.meta.url).pathname}:form:1`;
const questions = [...form.querySelectorAll(".question")];
const end = questions.at(-1);
const answers = new Answers(form, key);
const store = new PhotoStore(key);
const judge = judgeOf(rules);

const note = make("p", { className: "note" });
const status = make("p", { className: "kept small", role: "status" });
let waiting, said;
const say = (words) => {
  clearTimeout(said);
  status.textContent = words;
  if (words) said = setTimeout(say, 4000, "");
};

const judged = () => {
  const today = asDay(new Date());
  const facts = factsOf(answers.all, rules, today);
  return { facts, problems: judge(facts, today) };
};

/*
 * What is wrong with an answer is told beside it when one goes on from its question; what is missing, at the end.
 * Never when a field is left: what then moved would slip away from under a finger on its way to a button.
 */
const passed = new Set();
const seen = new Set();
let overlooked = false;
const mark = () => {
  const told = new Map();
  for (const one of judged().problems) {
    if (one.later || (!overlooked && /^(missing|no-words)/.test(one.code))) continue;
    const blank = placeOf(form, one)?.closest(".blank");
    if (passed.has(blank?.closest(".question"))) told.set(blank, new Set(told.get(blank)).add(`${one.message} ${one.mend}`.trim()));
  }
  for (const old of form.querySelectorAll(".blank > .problem")) if (!told.has(old.parentElement)) unmark(old.parentElement);
  for (const [blank, all] of told) {
    const lines = [...all].map((words) => make("p", {}, words));
    const problem = make("div", { className: "problem", id: `${fieldOf(blank).id}-problem` }, ...lines);
    if (blank.querySelector(":scope > .problem")?.textContent === problem.textContent) continue;
    unmark(blank);
    blank.querySelector(".small").after(problem);
    describe(blank, (ids) => [...ids, problem.id]);
    for (const one of blank.querySelectorAll("input:not([type=checkbox], [type=radio]), select, textarea")) one.ariaInvalid = "true";
  }
};
const unmark = (blank) => {
  const old = blank.querySelector(":scope > .problem");
  if (!old) return;
  describe(blank, (all) => all.filter((id) => id !== old.id));
  for (const one of blank.querySelectorAll("[aria-invalid]")) one.removeAttribute("aria-invalid");
  old.remove();
};
const describe = (blank, change) => {
  const one = blank.matches("fieldset") ? blank : fieldOf(blank);
  one.setAttribute("aria-describedby", change(one.getAttribute("aria-describedby").split(" ")).join(" "));
};

const keep = (quietly) => {
  clearTimeout(waiting);
  if (answers.save() && store.kept) {
    if (quietly !== true) say("Saved on this device.");
  } else note.textContent = LOST;
};
const changed = () => {
  say("");
  clearTimeout(waiting);
  waiting = setTimeout(keep, PAUSE);
};

const targetOf = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
const go = (section) => {
  if (targetOf() === section) arrive(true);
  else location.hash = section.id;
};

const sectionOf = (target) => target?.closest(".question") ?? questions[0];
const show = (section) => {
  for (const one of questions) one.classList.toggle("now", one === section);
  form.classList.toggle("begun", section !== questions[0]);
};

/** Show the question the address names, and lead whoever went there to its heading, or to the field itself. */
const arrive = (led) => {
  const target = targetOf();
  const section = sectionOf(target);
  if (section === end) {
    overlooked = true;
    for (const one of questions) passed.add(one);
    drawSummary({ form, rules, store, answers, wipe, ...judged() });
    end.append(foot(end));
  }
  mark();
  show(section);
  if (!led) return;
  const field = target !== section && section.contains(target) ? target : section.querySelector("h2");
  field.scrollIntoView({ block: field.matches("h2") ? "start" : "center" });
  field.focus({ preventScroll: true });
};

/* What is told of an answer for the first time is worth a stop; nobody is held up by it twice. */
const goOn = (section, after) => {
  passed.add(section);
  mark();
  const fresh = [...section.querySelectorAll(".problem")].filter((one) => one.id && !seen.has(one.textContent));
  for (const one of fresh) seen.add(one.textContent);
  if (!fresh.length) return go(after);
  fieldOf(fresh[0].parentElement).focus();
  fresh[0].scrollIntoView({ block: "center" });
};

const foot = (section) => {
  const at = questions.indexOf(section);
  const [before, after] = [questions[at - 1], questions[at + 1]];
  const next = make("button", { type: "button", className: "btn" }, after === end ? "Read it over" : "Next");
  next.onclick = () => goOn(section, after);
  const held = [...(before ? [button("Back", () => go(before))] : []), ...(after ? [next] : [])];
  return make("div", { className: "tools onward" }, ...held);
};

const clear = button("Clear everything", () => {
  sure.hidden = false;
  sure.focus();
});
const leave = () => {
  sure.hidden = true;
  clear.focus();
};
const sure = make(
  "div",
  { className: "sure", role: "group", ariaLabel: "Clear everything?", tabIndex: -1, hidden: true },
  make("p", {}, "This takes your answers and photos off this device. They cannot be brought back."),
  make(
    "div",
    { className: "tools" },
    button("Yes, clear everything", async () => {
      answers.clear();
      await store.clear();
      photos.draw();
      passed.clear();
      overlooked = false;
      sure.hidden = true;
      go(questions[0]);
      say("Everything is cleared from this device.");
    }),
    button("No, keep it", leave),
  ),
);
const wipe = make("div", { className: "wipe" }, make("p", { className: "small" }, "On a computer that others use, clear everything when you are done."), clear, sure);

/* All of what was written goes on paper, though its box may scroll. */
const toPaper = () => {
  for (const field of form.querySelectorAll("textarea, input[type=text], input[type=date]")) {
    if (field.value.trim()) field.after(make("div", { className: "in-full", dir: "auto" }, field.value));
  }
};
const fromPaper = () => {
  for (const one of form.querySelectorAll(".in-full")) one.remove();
};

form.classList.add("asking");
show(sectionOf(targetOf())); // before the photos have been looked up, so that nothing moves when they have
form.querySelector("[data-note]").append(note, make("div", { className: "tools" }, button("Print the questions", () => print())));
form.querySelector(".asked-for").prepend(status);
for (const section of questions.slice(0, -1)) section.append(foot(section));
note.textContent = answers.save() ? STAYS : LOST;
const photos = await album({ form, answers, store, rules, changed });
if (!store.kept) note.textContent = LOST;

form.addEventListener("input", () => {
  changed();
  mark();
});
form.addEventListener("keydown", (event) => {
  const { key: pressed, target, isComposing } = event;
  if (pressed !== "Enter" || isComposing || !target.matches("input[type=text], input[type=date]")) return;
  event.preventDefault();
  const section = target.closest(".question");
  if (!target.closest(".photo")) goOn(section, questions[questions.indexOf(section) + 1]);
});
addEventListener("hashchange", () => {
  keep(true);
  arrive(true);
});
addEventListener("pagehide", () => keep(true));
document.addEventListener("visibilitychange", () => document.hidden && keep(true));
addEventListener("beforeprint", toPaper);
addEventListener("afterprint", fromPaper);
arrive(!!targetOf()?.closest(".question"));
