/* Judges pages by Lighthouse as a phone on a slow line would show them: one browser, one line of JSON for each address. */

import { launch } from "chrome-launcher";
import lighthouse, { defaultConfig } from "lighthouse";

const [chromePath, judges, ...addresses] = process.argv.slice(2);

const COUNTED = ["cumulative-layout-shift", "network-requests", "total-byte-weight"];
const JUDGED = ["accessibility", "best-practices", "seo"];

/* "speed" judges how quick a page is as well, by this machine's clock; "counts" only what no busy machine can change.
   What takes long and no score goes by: pictures of the page, and going away and back, which has a test of its own. */
const config = {
  ...defaultConfig,
  settings: {
    onlyCategories: judges === "speed" ? ["performance", ...JUDGED] : JUDGED,
    onlyAudits: COUNTED,
    skipAudits: ["bf-cache", "screenshot-thumbnails", "final-screenshot"],
    disableFullPageScreenshot: true,
    throttlingMethod: "simulate",
  },
};
const chrome = await launch({
  chromePath,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  logLevel: "silent",
});

/* A machine too busy to paint in time leaves some of it unmeasured; that says nothing of the page. */
const judged = async (address, tries = 3) => {
  const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "silent" }, config);
  const failed = Object.values(lhr.audits).filter(({ scoreDisplayMode }) => scoreDisplayMode === "error");
  if (!lhr.runtimeError && !failed.length) return lhr;
  if (tries > 1) return judged(address, tries - 1);
  throw new Error(`${address}: ${lhr.runtimeError?.message ?? failed.map((one) => `${one.id}: ${one.errorMessage}`)}`);
};

try {
  for (const address of addresses) {
    const { audits, categories } = await judged(address);
    const scores = Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]);
    const counting = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight));
    const short = counting.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 1);
    const valued = (id) => audits[id]?.numericValue ?? 0;
    const listed = (id) => audits[id].details?.items ?? [];
    console.log(
      JSON.stringify({
        address,
        scores: Object.fromEntries(scores),
        paint: Math.round(valued("first-contentful-paint")),
        largest: Math.round(valued("largest-contentful-paint")),
        shift: valued("cumulative-layout-shift"),
        blocked: Math.round(valued("total-blocking-time")),
        bytes: valued("total-byte-weight"),
        requests: listed("network-requests").length,
        short: short.map(({ id, title, displayValue = "" }) => `${id}: ${title} ${displayValue}`.trim()),
      }),
    );
  }
} finally {
  await chrome.kill();
}
