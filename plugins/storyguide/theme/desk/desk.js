// Finds and sorts what lies on the desk. Without it everything is there, by state.

const form = document.querySelector(".find");
const table = document.querySelector(".desk table");

if (form && table) {
  const said = form.querySelector(".found");
  const nothing = document.querySelector(".nothing");
  const groups = [...table.tBodies].map((body) => ({ body, head: body.rows[0] }));
  const rows = groups.flatMap(({ body }, group) =>
    [...body.rows].slice(1).map((row, at) => ({
      row,
      group,
      at,
      text: plain(row.textContent),
      title: row.querySelector(".name").textContent.trim(),
      whom: [...row.querySelectorAll(".whom")].map((one) => one.textContent),
      about: [...row.querySelectorAll("[data-about]")].map((one) => one.dataset.about),
    })),
  );
  const all = document.createElement("tbody");

  const by = {
    title: (a, b) => a.title.localeCompare(b.title),
    words: (a, b) => a.row.dataset.words - b.row.dataset.words,
    age: (a, b) => b.row.dataset.age - a.row.dataset.age,
    told: (a, b) => b.row.dataset.told.localeCompare(a.row.dataset.told),
    needs: (a, b) => b.row.dataset.needs - a.row.dataset.needs,
  };

  function plain(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase();
  }

  function arrange(order) {
    if (by[order]) {
      const sorted = [...rows].sort((a, b) => by[order](a, b) || a.title.localeCompare(b.title));
      all.replaceChildren(...sorted.map((one) => one.row));
      groups.forEach(({ body }) => body.remove());
      table.append(all);
    } else {
      groups.forEach(({ body, head }, group) => {
        body.replaceChildren(head, ...rows.filter((one) => one.group === group).map((one) => one.row));
        table.append(body);
      });
      all.remove();
    }
  }

  function narrow(asked) {
    const words = plain(asked.words || "").split(" ").filter(Boolean);
    let left = 0;
    for (const one of rows) {
      const fits =
        (!asked.state || one.row.dataset.state === asked.state) &&
        (!asked.whom || one.whom.includes(asked.whom)) &&
        (!asked.about || one.about.includes(asked.about)) &&
        words.every((word) => one.text.includes(word));
      one.row.hidden = !fits;
      left += fits;
    }
    groups.forEach(({ head }, group) => {
      head.hidden = !rows.some((one) => one.group === group && !one.row.hidden);
    });
    const narrowed = asked.words || asked.state || asked.whom || asked.about;
    said.textContent = narrowed ? `${left} of ${rows.length} ${rows.length === 1 ? "story" : "stories"}` : "";
    table.hidden = !left;
    nothing.hidden = left > 0;
  }

  let order = "";
  function look() {
    const asked = Object.fromEntries(new FormData(form));
    if (asked.order !== order) arrange((order = asked.order));
    narrow(asked);
    const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
    history.replaceState(null, "", `${location.pathname}${kept.size ? `?${kept}` : ""}${location.hash}`);
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  form.addEventListener("input", look);
  form.addEventListener("submit", (event) => event.preventDefault());
  nothing.querySelector("button").addEventListener("click", () => {
    form.reset();
    look();
    form.elements.words.focus();
  });
  form.hidden = false;
  look();
}
