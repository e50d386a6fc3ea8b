/* A tin's own page, on which nothing is answered: only those who have answered on its other pages need more of it. */

const { tin } = document.querySelector("article[data-tin]").dataset;
const key = `storyguide:${new URL("..", import.meta.url).pathname}:tin:${tin}:1`; // as in tin-answers.js

const look = () => {
  try {
    if (localStorage.getItem(key)) import("./tin.js");
  } catch {
    // This device keeps nothing, so nothing was kept.
  }
};

addEventListener("pageshow", look); // come to, or back to
addEventListener("storage", look);
