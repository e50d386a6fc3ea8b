"""How soon the list of all stories answers to a filter on a slow phone, and what the first one costs over the wire."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.phone import on_a_phone
from tests.browser.served import Sites

SLOWER = 4
"""As Lighthouse slows a desktop processor to stand for a cheap phone's."""

# One option after another is chosen and taken off again, so that each answer is to a change of the one before. An
# answer is there once the list and the counts are in the page; one that has to fetch cards is marked busy until then.
_CHANGES = """async () => {
  const section = document.querySelector("[data-filters]");
  const settled = () => new Promise((done) => {
    const busy = () => section.ariaBusy === "true";
    if (!busy()) return done(false);
    new MutationObserver((_, watching) => {
      if (busy()) return;
      watching.disconnect();
      done(true);
    }).observe(section, { attributes: true });
  });
  const told = [];
  const inputs = [...section.querySelectorAll("input")];
  for (const input of [...inputs, ...inputs]) {
    const start = performance.now();
    input.click();
    const fetched = await settled();
    const answered = performance.now() - start;
    section.getBoundingClientRect();
    told.push([answered, performance.now() - start, fetched]);
    await new Promise((next) => setTimeout(next, 20));
    // At most two at once: the one before the last is taken off, unmeasured.
    const on = inputs.filter((one) => one.checked && one !== input);
    for (const other of on.slice(1)) other.click();
    await settled();
  }
  return told;
}"""


@dataclass(frozen=True, kw_only=True)
class Filtering:
    """What was measured."""

    changes: int
    median: float
    """Milliseconds from a change to the new list and counts in the page, their cards fetched already; so with the
    next two. On a busy machine the longest says more of the machine."""
    most: float
    """Nineteen in twenty take no longer."""
    longest: float
    laid_out: float
    """And the median to where the browser has laid the page out as well."""
    fetching: float
    """The longest of those that had cards to fetch first, from this machine."""
    before: int
    """Compressed bytes of what filters need that are sent with the page: its own script and stylesheet."""
    panel: int
    """And of what opening the panel sends."""
    first: int
    """And of the cards that the first choice sends."""
    everything: int
    """And of all cards, as once every one of them has been shown."""


def filtering(site: Path) -> Filtering:
    """Measure the list of all stories of a built site in Chromium, its processor slowed down."""
    with on_a_phone(site, "stories/", slower=SLOWER) as (page, sites):
        before = _sent(sites, "/filters")
        sites.forget()
        page.locator(".narrowing > summary").click()
        page.locator(".choices").wait_for()
        panel = _sent(sites, "/filters")
        sites.forget()
        page.evaluate("document.querySelectorAll('.narrowing details').forEach(part => part.open = true)")
        theme = page.locator("input[name=theme]").first
        theme.check()
        page.locator(".chosen").wait_for()
        page.wait_for_load_state("networkidle")
        first = _sent(sites, "/cards/")
        theme.uncheck()
        told: Sequence[tuple[float, float, bool]] = page.evaluate(_CHANGES)
        everything = _sent(sites, "/cards/")
    answers = sorted(time for time, _, fetched in told if not fetched)
    return Filtering(
        changes=len(told),
        median=median(answers),
        most=answers[len(answers) * 19 // 20],
        longest=answers[-1],
        laid_out=median(time for _, time, fetched in told if not fetched),
        fetching=max((time for time, _, fetched in told if fetched), default=0.0),
        before=before,
        panel=panel,
        first=first,
        everything=everything,
    )


def _sent(sites: Sites, part: str) -> int:
    return sum(answer.size for answer in sites.sent if part in answer.path)
