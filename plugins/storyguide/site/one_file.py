"""One page as one file that opens from disk: its frame, style, faces and pictures inside, and nothing to be fetched."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import unescape
from mimetypes import guess_type
from pathlib import Path
from posixpath import dirname, join, normpath
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader

from storyguide.making.output import OutputFile, OutputPage
from storyguide.model.edition import Edition
from storyguide.site.frame_values import frame_values
from storyguide.site.offline import page_from_disk
from storyguide.site.theme_files import THEME, theme_files

Content = str | bytes | Path

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)">\n?')
_URL = re.compile(r"url\(([^)\"']+)\)")
_SHOWN = re.compile(r'(<(?:img|link)\b[^>]*?\s(?:src|href)=")([^":]+)("[^>]*>)')
_SIZES = re.compile(r'\s(?:srcset|sizes|loading|decoding|fetchpriority)="[^"]*"')
_LINK = re.compile(r"""<a\b(?>(?:[^"'>]++|"[^"]*+"|'[^']*+')*)>""")
_HREF = re.compile(r'\shref="([^"]*)"')
_KEPT = re.compile(r'\s(?:class|lang|dir)="[^"]*"')
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

    def within(found: re.Match[str]) -> str:
        sheets.append(_at(page.url, unescape(found[1])))
        return ""

    html = _SHEET.sub(within, html)
    style = "".join(_style(sheet, files) for sheet in sheets) + "".join(map(_read_text, styles))
    html = _SHOWN.sub(lambda found: _shown(found, page.url, files), html)
    html = _LINK.sub(lambda found: _leading(found[0]), html)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    html = _POLICY.sub(f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n', html, count=1)
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


def _shown(found: re.Match[str], url: str, files: Mapping[str, Content]) -> str:
    before, written, after = found.groups()
    if written.startswith("data:"):
        return found[0]
    return _SIZES.sub("", f"{before}{_data(_at(url, unescape(written)), files)}{after}")


def _leading(tag: str) -> str:
    """The link, or where it leads to another page of the guide no more than the mark of one."""
    href = _HREF.search(tag)
    if href and _LEADS_OUT.match(href[1]):
        return tag
    return f"<a{''.join(_KEPT.findall(tag))}>"


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
