/* In a preview: shows the page anew when it has changed, and what there is to mend in the meantime. */

const own = document.querySelector("script[data-seen]");
const asked = new URLSearchParams({ path: decodeURIComponent(own.dataset.path), seen: own.dataset.seen });
const notice = Object.assign(document.createElement("details"), { className: "to-mend" });
let line;

const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

const tell = ({ fault, blocking, problems }) => {
  if (!fault && !blocking) return notice.remove();
  const items = problems.map(({ where, message, mend }) => {
    const item = document.createElement("li");
    item.append(element("b", `${where}: `), message, element("pre", mend));
    return item;
  });
  const list = document.createElement("ul");
  list.append(...items);
  const all = Object.assign(element("a", "All there is to mend"), { href: "/_preview/problems/" });
  const summary = fault ? "mkdocs.yml cannot be used" : `${blocking} ${blocking === 1 ? "thing keeps a story" : "things keep stories"} from being published`;
  notice.replaceChildren(element("summary", summary), ...(fault ? [element("p", fault)] : []), list, all);
  notice.setAttribute("role", "status");
  document.body.append(notice);
};

const listen = () => {
  line?.close();
  if (document.hidden) return;
  line = new EventSource(`/_preview/news?${asked}`);
  line.onmessage = ({ data }) => {
    const news = JSON.parse(data);
    if (news.changed) {
      line.close();
      location.reload();
    } else tell(news);
  };
};

// A browser keeps few lines open to one place, so a page nobody looks at lets go of its own.
document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => line?.close());
addEventListener("pageshow", ({ persisted }) => persisted && listen());
listen();
