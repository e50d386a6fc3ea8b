"""What a host is to say with each file, in the form of _headers, which Netlify, Cloudflare Pages and others read."""

from collections.abc import Iterable, Sequence

from storyguide.making.output import OutputFile, OutputPage

HEADERS = "_headers"

_OFF = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen"),
    *("geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi"),
    *("payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb"),
    *("window-management", "xr-spatial-tracking"),
)
"""What a page could ask a reader's device for. Left out: copying and sharing, which come only of a button pressed."""
_NEVER_CHANGES = ("photos/", "pagefind/fragment/", "pagefind/index/")
"""Folders of files that are named by what is in them."""
_OF_SEARCH = tuple(
    f"pagefind/{name}"
    for name in (
        "pagefind.js",
        "pagefind-worker.js",
        "pagefind-entry.json",
        "wasm.en.pagefind",
        "terms.json",
        "words.txt",
    )
)
"""Beside two of those: what is fetched by one name for ever."""
_BESIDE = ("pagefind/", "404.html", "_headers", "files.sha256", "sitemap.xml.gz")
"""What is written once everything else is known."""
_FOR_OTHERS = ("photos/", "stories/", "card.png", "data/", "events/", "feeds/", "feed.xml", "feed.json")
"""Parts with pictures that feeds, letters and other sites show, and with what is there to be taken away. A story's
cover and card lie beside its page: of one part no two things can be said."""
_FETCHED = ("data/", "feed.xml", "feed.json")
"""Parts that another site's script may read,"""
_FEEDS, _CALENDAR = ("feed.xml", "feed.json"), "events/all.ics"
"""and so it may these, wherever they stand; nothing here is for one reader only."""
_NEAR = "near.js"
_READ_BY_ANY = {"Access-Control-Allow-Origin": "*"}
_AGAIN, _KEPT = "public, max-age=0, must-revalidate", "public, max-age=31536000, immutable"


def make_headers(made: Iterable[OutputPage | OutputFile], *, others: Iterable[str] = ()) -> OutputFile:
    """The file, for a site of what was made and of other paths.

    A page may ask where its reader is if it brings the script for that. Where there is /admin/, one signs in through
    a window that has to be able to answer.
    """
    near, paths = False, set(others)
    for one in made:
        paths.add(one.url if isinstance(one, OutputPage) else one.path)
        near = near or (isinstance(one, OutputPage) and _NEAR in _list(one.meta.get("scripts")))
    editor = any(path.startswith("admin/") for path in paths)
    # A page's own policy says all else. Of two policies both hold, so one for all files would break the editor and the
    # search, whose worker has a policy of its own; but only a header can keep a page out of others' frames.
    for_all = {
        "Content-Security-Policy": "frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups" if editor else "same-origin",
        "Permissions-Policy": ", ".join(
            f"{name}={'(self)' if near and name == 'geolocation' else '()'}" for name in _OFF
        ),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return OutputFile(path=HEADERS, content="\n".join((_rule("/*", for_all), *_of_parts(paths), *_of_feeds(paths))))


def _of_parts(paths: Iterable[str]) -> Iterable[str]:
    """A rule for each part of the site, of which no two meet: hosts would put two answers into one line."""
    starts = {_first(path) for path in paths} - {_first(path) for path in _NEVER_CHANGES}
    for part in sorted(starts):
        yield _rule(_all_of(part), {"Cache-Control": _AGAIN, **_shared(part)})
    for part in _NEVER_CHANGES:
        yield _rule(_all_of(part), {"Cache-Control": _KEPT, **({} if part.startswith(_BESIDE) else _shared(part))})
    for path in _OF_SEARCH:
        yield _rule(_all_of(path), {"Cache-Control": _AGAIN})
    for part in _BESIDE:
        yield _rule(_all_of(part), _shared(part))


def _of_feeds(paths: Iterable[str]) -> Iterable[str]:
    """Rules for feeds and the calendar, which lie among pages; they say what no other rule says of them."""
    named = ((path, path.rpartition("/")[2]) for path in paths if "/" in path)
    feeds = {f"/{_first(path)}*/{name}" for path, name in named if name in _FEEDS and _first(path) not in _FETCHED}
    for pattern in (*sorted(feeds), *(f"/{path}" for path in paths if path == _CALENDAR)):
        yield _rule(pattern, _READ_BY_ANY)


def _all_of(part: str) -> str:
    return f"/{part}*" if part.endswith("/") else f"/{part}"


def _shared(part: str) -> dict[str, str]:
    """Who else may show what is in a part, and who may read it."""
    said = {"Cross-Origin-Resource-Policy": "cross-origin" if part in _FOR_OTHERS else "same-origin"}
    return said | (_READ_BY_ANY if part in _FETCHED else {})


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _first(path: str) -> str:
    """The folder at the root that a path leads into, or the file there; "" for the first page."""
    folder, slash, _ = path.partition("/")
    return f"{folder}/" if slash else folder.removesuffix("index.html")


def _rule(what: str, said: dict[str, str]) -> str:
    return "".join((f"{what}\n", *(f"  {name}: {value}\n" for name, value in said.items())))
