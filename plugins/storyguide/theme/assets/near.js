/* Places in order of how near they are: worked out here, on the reader's device, and only when they ask. */

const MILE = 1.609344;
const FAR = 5; // kilometres from the nearest place; a reader so far off is told so

const radians = degrees => degrees * Math.PI / 180;

const kilometres = (north, east, place) => {
  const down = radians(place.north - north) / 2;
  const across = radians(place.east - east) / 2;
  const half = Math.sin(down) ** 2 + Math.cos(radians(north)) * Math.cos(radians(place.north)) * Math.sin(across) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)));
};

const inWords = km => {
  const halves = Math.round(km / MILE * 2);
  const metric = `(${km < 10 ? km.toFixed(1) : Math.round(km).toLocaleString()} km)`;
  if (halves < 2) return `${halves ? "about" : "less than"} half a mile ${metric}`;
  if (halves === 2) return `about 1 mile ${metric}`;
  const miles = halves < 6 ? `${Math.floor(halves / 2)}${halves % 2 ? "½" : ""}` : Math.round(km / MILE).toLocaleString();
  return `about ${miles} miles ${metric}`;
};

const made = (name, className = "", words = "") => {
  const one = document.createElement(name);
  if (className) one.className = className;
  one.textContent = words;
  return one;
};

const offer = (section, list) => {
  const places = [...list.querySelectorAll("[data-north]")].map(item => ({
    link: item.querySelector("a"),
    name: item.querySelector("a").firstChild.textContent.trim(),
    north: Number(item.dataset.north),
    east: Number(item.dataset.east),
  }));
  const button = made("button", "btn", "Show what is near me");
  button.type = "button";
  const said = made("p");
  said.setAttribute("role", "status");
  const near = made("ol", "nearest");
  const box = made("div", "near");
  box.append(button, made("p", "small", "Worked out on this device. Nothing is sent or kept."), said);
  near.hidden = true;
  list.before(box, near);

  const usual = words => {
    near.hidden = true;
    list.hidden = false;
    near.replaceChildren();
    button.textContent = "Show what is near me";
    said.textContent = words;
  };

  const show = ({ coords }) => {
    const sorted = places
      .map(place => ({ ...place, km: kilometres(coords.latitude, coords.longitude, place) }))
      .sort((one, other) => one.km - other.km);
    near.replaceChildren(...sorted.map(({ link, km }) => {
      const item = made("li", "tags");
      item.append(link.cloneNode(true), made("span", "", inWords(km)));
      return item;
    }));
    list.hidden = true;
    near.hidden = false;
    button.textContent = "Back to the usual order";
    const [{ name, km }] = sorted;
    said.textContent = km > FAR
      ? `You are some way from ${section.dataset.town} just now: ${name} is the nearest place, ${inWords(km)} off. The list starts there.`
      : `Nearest first: ${name}, ${inWords(km)}, then ${places.length - 1} more.`;
  };

  const failed = ({ code }) => usual(code === 1
    ? "Your device was asked not to say where you are. That is fine: the list below has every place."
    : "Your device could not say where you are just now. The list below has every place.");

  button.addEventListener("click", () => {
    if (!near.hidden) return usual("Back in the usual order.");
    said.textContent = "Asking your device where you are …";
    navigator.geolocation.getCurrentPosition(show, failed, { timeout: 15000, maximumAge: 300000 });
  });
};

for (const section of document.querySelectorAll("[data-near]")) {
  const list = section.querySelector(".arealist");
  if (navigator.geolocation && list.querySelector("[data-north]")) offer(section, list);
}
