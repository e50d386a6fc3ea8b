/* The page one searches on, before anybody searches: what finds and shows is fetched when a reader begins. */

const here = document.querySelector("[data-search]");
const form = here.querySelector("form");
const box = form.elements.q;

/* All at once: each would ask for the next only when it has come. */
let parts;
const begun = () => (parts ??= Promise.all(["page", "finding", "words"].map((name) => import(`./search-${name}.js`))));
const begin = async (act) => {
  try {
    const [page] = await begun();
    await act(page);
  } catch (fault) {
    parts = undefined;
    here.querySelector("[data-status]").textContent = "Search cannot be had just now. Every story stands in the lists below.";
    console.info(fault);
  }
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  begin(({ ask }) => ask(box.value.trim()));
});
box.addEventListener("input", () => begun().then(([{ ready }]) => ready()).catch(() => (parts = undefined)), { once: true });
/* Back from a story leads to where one was in the list, which is made anew where the browser has not kept the page. */
addEventListener("pagehide", () => history.replaceState({ down: scrollY }, ""));
if (new URLSearchParams(location.search).get("q")) begin(({ show }) => show().then(() => history.state?.down && scrollTo(0, history.state.down)));
else if (matchMedia("(hover: hover)").matches) box.focus({ preventScroll: true });
