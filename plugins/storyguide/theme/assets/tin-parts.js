/* Small parts of a tin's page that scripts add. */

/** An element with its properties and what stands in it. */
export const make = (tag, properties, ...held) => {
  const one = Object.assign(document.createElement(tag), properties);
  one.append(...held);
  return one;
};

/** A button that does one thing. */
export const button = (words, act) => make("button", { type: "button", className: "btn plain", onclick: act }, words);

/** What makes documents of answers (tin-files.js), fetched when it is first called. */
let fetched;
export const files = () =>
  (fetched ??= import("./tin-files.js").catch((fault) => {
    fetched = undefined;
    throw fault;
  }));

/** A button that gives the reader a file; made: what makes it of tin-files.js, or nothing where there is nothing to give. */
export const giving = (words, name, type, made) =>
  button(words, async () => {
    try {
      const file = made(await files());
      if (file) handOver(name, file, type);
    } catch (fault) {
      alert("This cannot be made just now, since the line is gone. Printing works.");
      console.info(fault);
    }
  });

/** What a Word document is, in the words of browsers. */
export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Gives the reader a file made on their device. */
export const handOver = (name, content, type) => {
  const href = URL.createObjectURL(new Blob([content].flat(), { type }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
};

/** The words of a heading, legend or label, without the sign of its kind. */
export const wordsOf = (one) =>
  [...(one?.childNodes ?? [])]
    .filter((part) => !part.classList?.contains("kind"))
    .map((part) => part.textContent)
    .join("")
    .replace(/\s+/g, " ")
    .trim();

/** A day as people write it; today, unless one is given as a date field gives it. */
export const inWords = (day) =>
  (day ? new Date(`${day}T12:00`) : new Date()).toLocaleDateString("en-GB", { dateStyle: "long" });
