// Eleventy making the same kinds of page as the guide: stories, paged lists, and a page for every place, theme,
// dimension and storyteller. Each grouping is worked out once for a build, and related stories from an index.
const PAGE = 24;
const KINDS = ["themes", "places", "dimensions", "storytellers"];
const slugs = new Map();

export default function (config) {
  config.setQuietMode(true);
  const slug = (term) => {
    if (!slugs.has(term)) slugs.set(term, term.toLowerCase().replace(/[^a-z0-9]+/g, "-"));
    return slugs.get(term);
  };
  const stories = (api) => api.getFilteredByGlob("stories/**/*.md").sort((a, b) => b.date - a.date);
  const grouped = (api, kind) => {
    const terms = new Map();
    for (const story of stories(api))
      for (const term of story.data[kind]) terms.has(term) ? terms.get(term).push(story) : terms.set(term, [story]);
    return [...terms].sort(([one], [other]) => (one < other ? -1 : 1));
  };

  config.addCollection("stories", stories);
  for (const kind of KINDS) {
    config.addCollection(`${kind}Terms`, (api) => grouped(api, kind).map(([term]) => term));
    config.addCollection(`${kind}Pages`, (api) =>
      grouped(api, kind).flatMap(([term, found]) =>
        Array.from({ length: Math.ceil(found.length / PAGE) }, (_, at) => ({
          term,
          url: `/${kind}/${slug(term)}/${at ? `page/${at + 1}/` : ""}`,
          base: `/${kind}/${slug(term)}/`,
          items: found.slice(at * PAGE, (at + 1) * PAGE),
          number: at + 1,
          of: Math.ceil(found.length / PAGE),
        })),
      ),
    );
  }
  // For each story three others that share the most themes and places with it.
  config.addCollection("related", (api) => {
    const all = stories(api);
    const by = (kind) => new Map(grouped(api, kind));
    const [themes, places] = [by("themes"), by("places")];
    return new Map(
      all.map((story) => {
        const weights = new Map();
        const weigh = (terms, kind, weight) => {
          for (const term of story.data[kind])
            for (const other of terms.get(term))
              if (other !== story) weights.set(other, (weights.get(other) ?? 0) + weight);
        };
        weigh(themes, "themes", 100);
        weigh(places, "places", 80);
        const best = [];
        for (const [other, weight] of weights) {
          if (best.length === 3 && weight <= best[2][1]) continue;
          best.push([other, weight]);
          best.sort(([a, one], [b, two]) => two - one || b.date - a.date);
          best.length = Math.min(best.length, 3);
        }
        return [story.url, best.map(([other]) => other)];
      }),
    );
  });
  config.addFilter("slug", slug);
  config.addFilter("limit", (list, count) => list.slice(0, count));
  config.addFilter("of", (map, url) => map.get(url) ?? []);
  config.addFilter("day", (date) => new Date(date).toISOString().slice(0, 10));
  config.addFilter("minutes", (html) => Math.max(1, Math.round(html.split(/\s+/).length / 212)));
  config.addFilter("data", (values) => JSON.stringify(values).replaceAll("<", "\\u003c"));
  config.addPassthroughCopy("style.css");
  return { dir: { input: ".", includes: "_includes", output: "_site" }, markdownTemplateEngine: false };
}
