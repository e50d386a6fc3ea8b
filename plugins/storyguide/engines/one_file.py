"""One page as one file that opens from disk: its frame, style, faces and pictures inside, and nothing to be fetched."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from posixpath import dirname, join, normpath
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader

from storyguide.engines.frame_values import frame_values
from storyguide.engines.offline import is_policy, page_from_disk
from storyguide.engines.theme_files import THEME, theme_files
from storyguide.making.output import OutputFile, OutputPage
from storyguide.model.edition import Edition
from storyguide.model.markup.elements import Element, without_lines
from storyguide.model.markup.tags import Tag, change_tags

Content = str | bytes | Path

_URL = re.compile(r"url\(([^)\"']+)\)")
_FETCHED_BY = ("srcset", "sizes", "loading", "decoding", "fetchpriority")
"""How a browser chooses and fetches a picture: nothing to say of one that is there already."""
_LEADS_OUT = re.compile(r"#|https?://|mailto:|tel:", re.IGNORECASE)
_TYPES = {".woff2": "font/woff2", ".svg": "image/svg+xml"}


def one_file(
    page: OutputPage,
    pictures: Iterable[OutputFile],
    edition: Edition,
    *,
    parts: Path | None,
    styles: Iterable[Path] = (),
) -> str:
    """The page in its frame, whole. No script is left, and a link to another page of the guide is plain words.

    pictures: those the page shows. styles: what it brings beside the guide's own.
    """
    files: dict[str, Content] = {made.path: made.content for made in (*theme_files(parts), *pictures)}
    html = page_from_disk(_framed(page, edition, fonts=parts is not None), f"{page.url}index.html", ())
    sheets: list[str] = []

    def within(link: Element) -> bool:
        is_sheet = link.tag.raw("rel") == "stylesheet"
        if is_sheet:
            sheets.append(_at(page.url, link.tag.value("href")))
        return is_sheet

    html = without_lines(html, within, "link")
    style = "".join(_style(sheet, files) for sheet in sheets) + "".join(map(_read_text, styles))
    html = change_tags(html, lambda tag: _shown(tag, page.url, files), "img", "link")
    html = change_tags(html, _leading, "a")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    html = change_tags(
        html, lambda tag: tag.with_value("content", policy).written if is_policy(tag) else tag.written, "meta"
    )
    return html.replace("</head>", f"<style>{style}</style>\n</head>", 1)


def _framed(page: OutputPage, edition: Edition, *, fonts: bool) -> str:
    environment = Environment(
        loader=FileSystemLoader(THEME),
        autoescape=False,  # noqa: S701 - the frame escapes every value itself, since no engine does it for us
        trim_blocks=True,
    )
    guide = frame_values(edition, news=False, fonts=fonts, share_cards=False, preview=False)
    shown_for_good = {"until": "", "ends": False}
    meta = {"made": True, "description": page.description, **page.meta, **shown_for_good}
    named = SimpleNamespace(title=page.title, content=page.html, url=page.url, canonical_url="", meta=meta)
    config = SimpleNamespace(site_name=edition.name, site_url="", extra={"guide": guide})
    up = "../" * page.url.count("/") or "./"
    return environment.get_template("main.html").render(page=named, config=config, base_url=up)


def _style(path: str, files: Mapping[str, Content]) -> str:
    def within(found: re.Match[str]) -> str:
        return f"url({_data(_at(dirname(path) + '/', found[1]), files)})"

    return _URL.sub(within, _text(files[path]))


def _shown(tag: Tag, url: str, files: Mapping[str, Content]) -> str:
    """The tag of a picture or an icon with what it shows in it; one that stands on its own already is left."""
    name = "src" if tag.name == "img" else "href"
    address = tag.value(name)
    if not address or ":" in address:
        return tag.written
    return tag.without(*_FETCHED_BY).with_value(name, _data(_at(url, address), files)).written


def _leading(tag: Tag) -> str:
    """The link, or where it leads to another page of the guide no more than the mark of one."""
    if tag.closes or _LEADS_OUT.match(tag.raw("href")):
        return tag.written
    return tag.only("class", "lang", "dir").written


def _at(url: str, link: str) -> str:
    return normpath(join(url, link))


def _data(path: str, files: Mapping[str, Content]) -> str:
    content = files[path]
    data = (
        content.read_bytes() if isinstance(content, Path) else content.encode() if isinstance(content, str) else content
    )
    kind = _TYPES.get(Path(path).suffix) or guess_type(path)[0] or "application/octet-stream"
    return f"data:{kind};base64,{b64encode(data).decode()}"


def _text(content: Content) -> str:
    return (
        content if isinstance(content, str) else content.decode() if isinstance(content, bytes) else _read_text(content)
    )


def _read_text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
