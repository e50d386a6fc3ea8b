/* A self-check on the screen: fields that open where they are wanted, and the work plan they come to. */

import { saidIn } from "./tin-answers.js";
import { button, giving, inWords, make, WORD, wordsOf } from "./tin-parts.js";

const all = (one, selector) => [...one.querySelectorAll(selector)];

/** Each statement of a self-check: what was answered, what is planned. */
const statementsOf = (dimension) =>
  all(dimension, "[data-statement]").map((set) => {
    const radios = all(set, "[type=radio]");
    return {
      words: wordsOf(set.querySelector("legend")),
      plan: all(set, ".asked :is(textarea, input)").map((field) => field.value.trim()),
      notYet: radios[0]?.checked,
      fine: radios.at(-1)?.checked,
      answered: radios.some(saidIn),
    };
  });

const planOf = (check) => {
  const dimensions = all(check, "[data-dimension]").map((one) => {
    const statements = statementsOf(one);
    return {
      name: wordsOf(one.querySelector("h3, h4")),
      rows: statements.filter(({ plan }) => plan.some(Boolean)).map(({ words, plan }) => [words, ...plan]),
      next: statements.filter(({ plan, notYet }) => notYet && !plan.some(Boolean)).map(({ words }) => words),
    };
  });
  return {
    head: ["Statement", ...all(check.querySelector(".asked"), "label").map(wordsOf)],
    planned: dimensions.filter(({ rows }) => rows.length),
    next: dimensions.flatMap(({ next }) => next),
  };
};

const tableOf = ({ head, planned }) =>
  make(
    "table",
    { className: "planned" },
    make("thead", {}, make("tr", {}, ...head.map((words) => make("th", { scope: "col" }, words)))),
    ...planned.map(({ name, rows }) =>
      make(
        "tbody",
        {},
        make("tr", {}, make("th", { scope: "rowgroup", colSpan: head.length }, name)),
        ...rows.map(([words, ...cells]) =>
          make(
            "tr",
            {},
            make("th", { scope: "row" }, words),
            ...cells.map((cell, n) => make("td", {}, ...(cell ? [make("b", {}, `${head[n + 1]} `), cell] : []))),
          ),
        ),
      ),
    ),
  );

/** Opens a statement's fields when there is something to plan, or when asked to; gives what brings it up to date. */
const opening = (set) => {
  const asked = set.querySelector(".asked");
  const fields = all(asked, "textarea, input");
  const radios = all(set, "[type=radio]");
  let wanted = false;
  const open = button("Plan something for this", () => {
    wanted = true;
    show();
    fields[0].focus();
  });
  asked.before(open);
  const show = () => {
    asked.hidden = !(wanted || fields.some(saidIn) || radios.slice(0, -1).some(saidIn));
    open.hidden = !asked.hidden;
  };
  set.addEventListener("input", show);
  return show;
};

const printed = (section) => {
  const marked = (yes) => {
    document.body.classList.toggle("plan-only", yes);
    section.classList.toggle("printing", yes);
  };
  addEventListener("afterprint", () => marked(false), { once: true });
  marked(true);
  print();
};

const article = document.querySelector("article[data-tin]");
const title = wordsOf(article.querySelector(".crumbs li:last-child"));

/** Fills the work plan after each self-check of the page; each is brought up to date when answers have changed. */
const shown = all(article, "[data-self-check]").flatMap((check) => {
  const section = check.nextElementSibling;
  const [tin, page] = check.querySelector("[data-statement]").dataset.statement.split("/");
  const from = `From ${title}: ${wordsOf(check.querySelector("h2, h3"))}.`;
  const body = make("div", {});
  const level = Number(section.firstElementChild.tagName[1]) + 1;
  const name = `${tin}/${page}/review`;
  const day = make("input", { type: "date", name, id: `a-${page}-review` });
  const address = location.href.split("#")[0];

  const written = () => {
    const { head, planned, next } = planOf(check);
    return [
      ["title", "Our work plan"],
      ["note", `${from} ${inWords()}. ${address}`],
      ...(day.value ? [["note", `We look at it again on ${inWords(day.value)}.`]] : []),
      ...planned.flatMap(({ name, rows }) => [["page", name], ["table", [head, ...rows]]]),
      ...(next.length ? [["page", "Perhaps next"], ...next.map((words) => ["note", `\u2022 ${words}`])] : []),
    ];
  };
  const give = (words, ending, kind, form) => giving(words, `${tin}-work-plan.${ending}`, kind, form);
  const remind = give("Put the day in my calendar", "ics", "text/calendar", ({ asDay }) =>
    asDay(day.value, `Look again at our work plan: ${title}`, address),
  );
  const again = make(
    "div",
    { className: "again" },
    make("label", { htmlFor: day.id }, "A day to look at it again, if you like"),
    make("div", { className: "tools" }, day, remind),
  );
  const tools = make(
    "div",
    { className: "tools" },
    button("Print the plan", () => printed(section)),
    give("Download the plan", "txt", "text/plain", ({ asText }) => asText(written())),
    give("Download the plan for Word", "docx", WORD, ({ asWord }) => asWord(written(), true)),
  );
  section.replaceChildren(section.firstElementChild, body, again, tools);

  const show = () => {
    const plan = planOf(check);
    const bare = !plan.planned.length && !plan.next.length;
    section.classList.toggle("bare", bare);
    again.hidden = tools.hidden = bare;
    remind.hidden = !day.value;
    if (bare) return body.replaceChildren(make("p", {}, "Nothing is planned yet. As you plan, it gathers here."));
    body.replaceChildren(make("p", { className: "small" }, from));
    if (plan.planned.length) body.append(tableOf(plan));
    if (plan.next.length) {
      const items = plan.next.map((words) => make("li", {}, words));
      body.append(make(`h${level}`, {}, "Perhaps next"), make("ul", {}, ...items));
    }
    if (day.value) body.append(make("p", { className: "on-paper" }, `We look at it again on ${inWords(day.value)}.`));
  };
  return [...all(check, "[data-statement]").map(opening), show];
});
article.addEventListener("answered", () => shown.forEach((show) => show()));
