/* Which stories are meant, how many each further choice would leave, and how that stands in an address: no page is touched. */

/* What was fetched, with each group's terms of each story in one row of numbers, areas among them. */
export const prepare = ({ groups, stories, ...rest }) => ({
  ...rest,
  stories,
  groups: groups.map(({ key, name, terms, of }) => {
    const within = terms.map(([, , area]) => area ?? -1);
    const starts = new Uint32Array(stories + 1);
    const row = [];
    of.forEach((own, story) => {
      const from = row.length;
      for (const term of typeof own === "number" ? [own] : own) {
        for (const one of [term, within[term]]) if (one >= 0 && row.indexOf(one, from) < 0) row.push(one);
      }
      starts[story + 1] = row.length;
    });
    return { key, name, terms: terms.map(([slug, words]) => ({ slug, name: words })), within, starts, row: Uint16Array.from(row) };
  }),
});

/* The stories that have any of what is chosen in each group; and for each term, how many there would be with it and
   with what is chosen in the other groups. One pass: a story that fails in one group only counts in that group. */
export const match = ({ groups, stories }, chosen) => {
  const found = [];
  const counts = groups.map(({ terms }) => new Uint32Array(terms.length));
  const flags = groups.map(({ terms }, at) => Uint8Array.from(terms, (_, term) => Number(chosen[at].has(term))));
  const asked = groups.map((_, at) => at).filter((at) => chosen[at].size);
  const has = ({ starts, row }, flag, story) => {
    for (let one = starts[story]; one < starts[story + 1]; one++) if (flag[row[one]]) return true;
    return false;
  };
  const count = ({ starts, row }, into, story) => {
    for (let one = starts[story]; one < starts[story + 1]; one++) into[row[one]]++;
  };
  for (let story = 0; story < stories; story++) {
    const failed = asked.filter((at) => !has(groups[at], flags[at], story));
    if (failed.length === 0) {
      found.push(story);
      groups.forEach((group, at) => count(group, counts[at], story));
    } else if (failed.length === 1) {
      count(groups[failed[0]], counts[failed[0]], story);
    }
  }
  return { found, counts };
};

/* With this term chosen, or no longer. Of an area and a place in it, the one chosen last counts. */
export const toggled = ({ groups }, chosen, at, term) => {
  const next = new Set(chosen[at]);
  if (!next.delete(term)) {
    const { within } = groups[at];
    for (const other of chosen[at]) if (within[other] === term || within[term] === other) next.delete(other);
    next.add(term);
  }
  return chosen.map((one, number) => (number === at ? next : one));
};

export const nothing = ({ groups }) => groups.map(() => new Set());

/* Every chosen term, in the order the panel has them. */
export const allChosen = ({ groups }, chosen) =>
  groups.flatMap(({ terms }, at) => terms.flatMap(({ name }, term) => (chosen[at].has(term) ? [{ at, term, name }] : [])));

/* What an address asks for, and what in it the guide does not have. */
export const read = ({ groups }, search) => {
  const query = new URLSearchParams(search);
  const unknown = [];
  const chosen = groups.map(({ key, terms }) => {
    const found = new Set();
    for (const slug of new Set(query.getAll(key))) {
      const term = terms.findIndex((one) => one.slug === slug);
      if (term >= 0) found.add(term);
      else if (slug) unknown.push({ key, slug: slug.slice(0, 60) });
    }
    return found;
  });
  return { chosen, page: Math.max(1, Number.parseInt(query.get("page"), 10) || 1), unknown };
};

/* The address of a page of results, from the list's own. */
export const write = (index, chosen, page = 1) => {
  const query = new URLSearchParams();
  for (const { at, term } of allChosen(index, chosen)) query.append(index.groups[at].key, index.groups[at].terms[term].slug);
  if (page > 1) query.set("page", page);
  return query.size === 0 ? "./" : `?${query}`;
};

/* The pages led to by number from one of them: as making/listing.py has it. */
export const shownPages = (number, of) => {
  const step = 10 ** (String(of).length - 1);
  const all = Array.from({ length: of }, (_, before) => before + 1);
  return all.filter((one) => of <= 16 || one === 1 || one === of || one % step === 0 || Math.abs(one - number) <= 2);
};
