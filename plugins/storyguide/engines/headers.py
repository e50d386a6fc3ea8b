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
_NEAR = "near.js"
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
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(
            f"{name}={'(self)' if near and name == 'geolocation' else '()'}" for name in _OFF
        ),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return OutputFile(path=HEADERS, content="\n".join((_rule("/*", for_all), *_caching(paths))))


def _caching(paths: Iterable[str]) -> Iterable[str]:
    """A rule for each part of the site, of which no two meet: hosts would put two answers into one line."""
    starts = {_first(path) for path in paths} - {_first(path) for path in _NEVER_CHANGES}
    for start in (*sorted(starts), *_OF_SEARCH):
        yield _rule(f"/{start}*" if start.endswith("/") else f"/{start}", {"Cache-Control": _AGAIN})
    for folder in _NEVER_CHANGES:
        yield _rule(f"/{folder}*", {"Cache-Control": _KEPT})


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _first(path: str) -> str:
    """The folder at the root that a path leads into, or the file there; "" for the first page."""
    folder, slash, _ = path.partition("/")
    return f"{folder}/" if slash else folder.removesuffix("index.html")


def _rule(what: str, said: dict[str, str]) -> str:
    return "".join((f"{what}\n", *(f"  {name}: {value}\n" for name, value in said.items())))
