"""A real browser goes through the hostile site: nothing speaks, nothing foreign is fetched, nothing complains."""

from pathlib import Path

from playwright.sync_api import Browser, Page, Request

from tests.browser.served import Sites
from tests.hostile.guide import Hostile

_SIDE_BY_SIDE = 4
_SEARCHES = ('"><img src=x onerror=alert(1)>', "constructor")
_NOT_FOUND = "404 (Not Found)"
_WINDOWS = (
    "<link rel=icon href=/assets/mark.svg><style>iframe{width:320px;height:256px}</style>"
    + "<iframe></iframe>" * _SIDE_BY_SIDE
)
_GO_THROUGH = """async addresses => {
  const windows = [...document.querySelectorAll('iframe')];
  const waiting = [...addresses];
  const missing = [];
  const go = async window => {
    while (waiting.length) {
      const address = waiting.shift();
      await new Promise(loaded => { window.onload = loaded; window.src = address; });
      const page = window.contentDocument;
      if (!page || !page.querySelector('main, [http-equiv=refresh]')) missing.push(address);
      const policy = page && page.querySelector('[http-equiv=Content-Security-Policy]');
      if (!policy) missing.push(`no policy: ${address}`);
    }
  };
  await Promise.all(windows.map(go));
  return missing;
}"""


def addresses(site: Path, harmless: Path) -> list[str]:
    """Every page that is not the same in the harmless site and does not itself lead on to another.

    Of lists that go on over many pages the list of all stories will do: the others have the same cards.
    """
    found = []
    for file in sorted(site.rglob("*.html")):
        path, data = file.relative_to(site), file.read_bytes()
        same = (harmless / path).is_file() and (harmless / path).read_bytes() == data
        again = "page" in path.parts and path.parts[0] != "stories"
        if not same and not again and b'http-equiv="refresh"' not in data:
            found.append("/" + path.as_posix().removesuffix("index.html"))
    return found


def test_a_hostile_site_does_nothing_but_be_read(
    hostile: Hostile, anytown_site: Path, serve_site: Sites, browser: Browser
):
    address = serve_site(hostile.site).rstrip("/")
    context = browser.new_context(service_workers="block")
    told: list[str] = []
    context.on("page", lambda page: told.append(f"a window opened: {page.url}") if context.pages[1:] else None)
    context.on("request", lambda request: told.append(request.url) if _is_foreign(request, address) else None)
    page = context.new_page()
    _listen(page, told)
    serve_site.forget()

    page.goto(f"{address}/assets/guide.css")  # a file that may hold windows: the guide's pages allow none
    page.set_content(_WINDOWS)
    missing = page.evaluate(_GO_THROUGH, addresses(hostile.site, anytown_site))
    for words in _SEARCHES:
        page.goto(f"{address}/search/")
        page.get_by_role("searchbox").first.fill(words)
        page.get_by_role("searchbox").first.press("Enter")
        page.locator("[data-results][aria-busy=false]").wait_for(state="attached")
        assert page.locator("main :is(script, iframe, object, embed, [onerror], [onload], [style])").count() == 0
    page.goto(f"{address}/stories/")
    page.wait_for_load_state("networkidle")
    context.close()

    assert missing == []
    assert {sent.path for sent in serve_site.sent if sent.status >= 400} <= {"/favicon.ico"}  # of the page of windows
    assert [one for one in told if _NOT_FOUND not in one] == []


def _is_foreign(request: Request, address: str) -> bool:
    return not request.url.startswith((address, "about:", "data:", "blob:"))


def _listen(page: Page, told: list[str]) -> None:
    page.on("dialog", lambda dialog: (told.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda said: told.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: told.append(str(fault)))
    page.on("download", lambda file: told.append(f"a download: {file.url}"))
