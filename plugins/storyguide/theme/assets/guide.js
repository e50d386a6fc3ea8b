/* What a page gains when scripts run: nothing it could not be read without. */

const put = (into, words, act) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn plain";
  button.textContent = words;
  button.addEventListener("click", () => act(button));
  into.append(button);
};

document.documentElement.classList.remove("no-js");

for (const tools of document.querySelectorAll("[data-tools]")) {
  put(tools, "Print this page", () => window.print());
  if (navigator.clipboard) {
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "small";
    put(tools, "Copy the link", async () => {
      try {
        await navigator.clipboard.writeText(location.href.split("#")[0]);
        said.textContent = "Copied.";
      } catch {
        said.textContent = "Copying is not allowed here; the address is in your browser’s bar.";
      }
    });
    tools.append(said);
  }
}

/*
 * A page is fetched a moment before it is asked for: when a reader points at a link to it, puts a finger on it or has come to
 * it by the Tab key. Not for those who save data or whose line is slow, and not where answers are written, of which it is said
 * that nothing is sent.
 */
const LONG_ENOUGH = 65;
const line = navigator.connection;
const ahead = new Set([location.pathname]);
let waiting;

const fetchAhead = ({ origin, pathname, search }) => {
  if (origin !== location.origin || search || !pathname.endsWith("/") || ahead.has(pathname)) return;
  ahead.add(pathname);
  const hint = document.createElement("link");
  hint.rel = "prefetch";
  hint.href = pathname;
  document.head.append(hint);
};
const soon = ({ target }) => {
  clearTimeout(waiting);
  const link = target.closest?.("a[href]");
  if (link) waiting = setTimeout(fetchAhead, LONG_ENOUGH, link);
};

if (!line?.saveData && !line?.effectiveType?.includes("2g") && !document.querySelector("[data-tin], [data-form]")) {
  document.addEventListener("pointerover", soon);
  document.addEventListener("focusin", soon);
  document.addEventListener("pointercancel", () => clearTimeout(waiting)); // the finger was there to scroll
}
