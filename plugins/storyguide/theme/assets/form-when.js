/* Whether words say when something happened, so that the guide can put it in order: as reading/when.py, shorter. */

const PARTS = { early: [0, 3], mid: [4, 6], late: [7, 9] };

/** Tells of words whether a time can be understood from them, by the patterns and names that the page brings. */
export const timesOf = ({ patterns, times, limits }) => {
  const tell = (name) => {
    const pattern = new RegExp(patterns[name], "u");
    return (text) => pattern.exec(text);
  };
  const [isMoment, isCentury, isMonth, isRange, goesOn, isEdge] =
    ["moment", "century", "month", "range", "goesOn", "edge"].map(tell);
  const span = (first, last = first) =>
    limits.firstYear <= first && first <= last && last <= limits.lastYear ? { first, last } : null;
  const partOf = (year, tenth, part) => {
    const [from, to] = PARTS[part] ?? [0, 9];
    return span(year + from * tenth, year + (to + 1) * tenth - 1);
  };

  const moment = (text) => {
    const [, ...day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
    const date = new Date(`${day.join("-")}T00:00Z`);
    if (day.length && date.getUTCDate() === Number(day[2])) return span(Number(day[0]));
    let found = isMonth(text);
    if (found) return found[2] >= 1 && found[2] <= 12 ? span(Number(found[1])) : null;
    found = isCentury(text)?.groups;
    if (found) return partOf((found.century - 1) * 100, 10, found.part);
    found = isMoment(text)?.groups;
    if (!found) return null;
    const year = Number(found.year);
    if (found.decade) return found.within || found.day || year % 10 ? null : partOf(year, 1, found.part);
    const inMonth = times.months.includes(found.within);
    if (found.day && !(inMonth && found.day >= 1 && found.day <= 31)) return null;
    return found.within && !inMonth && !times.seasons.includes(found.within) ? null : span(year);
  };
  /* "March to May 2016", "14-16 May 2016": the year, or the month, is said once. */
  const borrowed = (first, last) => {
    const words = last.split(" ");
    return moment(`${first} ${words.at(-1)}`) ?? moment(`${first} ${words.slice(-2).join(" ")}`);
  };
  const lasting = ({ first, last }) => {
    const begun = moment(first);
    if (begun && times.now.includes(last)) return true;
    const from = begun ?? borrowed(first, last);
    const until = from && moment(/^\d\d$/.test(last) ? `${Math.floor(from.first / 100)}${last}` : last);
    return !!until && from.first <= until.last;
  };

  return (written) => {
    const text = written.toLowerCase();
    const [range, on, edge] = [isRange, goesOn, isEdge].map((told) => told(text)?.groups);
    return (
      [...written].length <= limits.time &&
      !!(moment(text) || (edge && moment(edge.moment)) || (range && lasting(range)) || (on && moment(on.a ?? on.b)))
    );
  };
};
