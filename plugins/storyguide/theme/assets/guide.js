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
