/* Narrowing the list of all stories down. Nothing more is fetched until the reader begins, or the address asks for it. */

const section = document.querySelector("[data-filters]");
const root = section.dataset.filters;
const list = new URL(`${root}stories/`, location);
const KEYS = ["place", "theme", "dimension", "kind", "language", "page"];

const added = (name, className, words) => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
};

/* On the further pages of the list, which have addresses of their own: the way to where it is done. */
const lead = () => {
  const box = added("div", "narrowing no-print", "");
  const link = added("a", "btn plain", "Narrow it down");
  link.href = `${root}stories/#narrow`;
  box.dataset.added = "";
  box.append(link);
  section.prepend(box);
};

const offer = () => {
  const panel = added("details", "narrowing no-print", "");
  const summary = added("summary", "btn plain", "Narrow it down");
  const said = added("p", "small", "One moment.");
  panel.dataset.added = "";
  panel.id = "narrow";
  panel.append(summary, said);
  section.prepend(panel);

  let begun;
  const begin = () => {
    begun ??= import("./filters-list.js")
      .then(({ begin }) => begin({ section, panel, root }))
      .catch((fault) => {
        begun = undefined;
        said.textContent = "This cannot be had just now. The same ways in stand below the list, as links.";
        if (!said.isConnected) panel.append(said);
        said.setAttribute("role", "status");
        panel.open = true;
        console.info(fault);
      })
      .finally(() => section.classList.remove("waiting"));
  };

  panel.addEventListener("toggle", () => panel.open && begin());
  const query = new URLSearchParams(location.search);
  const kept = history.state?.narrowing;
  if (location.hash === "#narrow" || kept?.open) panel.open = true;
  if (KEYS.some((key) => query.has(key)) || kept) {
    section.classList.add("waiting");
    begin();
  }
};

if (list.pathname === location.pathname) offer();
else lead();
