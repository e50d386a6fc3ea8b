/*
 * Takes a story off its page, and its card off a list, once the last day its storyteller agreed to is over by the reader's own
 * calendar. The guide's next build does so for good: this is for the time until then. It is no module, so that it runs before
 * anything is shown, and from disk too.
 */
{
  const page = document.documentElement;
  const NAMES_THE_STORY =
    'meta[name="description"],meta[property^="og:"],meta[name^="twitter:"],link[rel="canonical"],link[rel="alternate"],script[type="application/ld+json"]';
  let hidden = false;

  const isOver = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return new Date() >= new Date(year, month - 1, date + 1);
  };

  const takeOffCards = () => {
    for (const card of document.querySelectorAll("li[data-until]")) {
      if (isOver(card.dataset.until)) (card.closest(".why-cards > div") ?? card).remove();
    }
  };

  const keepOutOfSearch = () => {
    const robots = document.querySelector('meta[name="robots"]') ?? document.createElement("meta");
    robots.name = "robots";
    robots.content = "noindex";
    document.head.append(robots);
  };

  const takeOffStory = () => {
    const instead = document.querySelector("template[data-ended]").content;
    const site = document.querySelector('meta[property="og:site_name"]').content;
    document.title = `${instead.querySelector("h1").textContent} – ${site}`;
    for (const one of document.querySelectorAll(NAMES_THE_STORY)) one.remove();
    document.getElementById("main").replaceChildren(instead);
    page.hidden = false;
  };

  const look = () => {
    takeOffCards();
    if (hidden || !page.dataset.until || !isOver(page.dataset.until)) return;
    hidden = page.hidden = true; // until nothing of the story is left on it
    keepOutOfSearch();
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", takeOffStory);
    else takeOffStory();
  };

  look();
  new MutationObserver(takeOffCards).observe(page, { childList: true, subtree: true });
  addEventListener("pageshow", look); // of a page gone back to
  document.addEventListener("visibilitychange", look); // of a tab left open overnight
}
