"""What may be typed after build.py, and the help that explains it."""

import argparse
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from textwrap import fill
from typing import NoReturn

HANDED_ON = ("test", "bench")
"""Commands whose further arguments are another program's."""

FORMATS = ("text", "github", "summary", "comment", "json")
"""The ways in which problems can be told."""

_FOOT = """\
what most people type:
  python3 build.py                 build the guide, then look at it in your browser
  python3 build.py serve           see every change to a story as you make it
  python3 build.py new tea-and-tales
                                   begin a story, in stories/tea-and-tales/story.md
  python3 build.py check           say what needs mending, and build nothing

The first command sets everything up in .venv, which takes about half a minute and needs the internet.
After that it works offline. To start afresh, delete .venv and .cache: nothing of yours is in them.
Each command has its own help: python3 build.py check --help
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:]}.\nFor help type: {self.prog} --help\n")


def read_arguments(project: Path, arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked for: its command, and that command's own settings.

    Without a command the site is built. Help is printed, and a slip told, by ending the process as argparse does.
    """
    parser, commands = _parser(project)
    words = list(arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words.insert(0, "site")
    if words[0] in HANDED_ON and words[1:2] not in (["-h"], ["--help"]):
        return argparse.Namespace(command=words[0], further=words[1:])
    if words[0] not in commands and not words[0].startswith("-"):
        near = get_close_matches(words[0], commands, n=1)
        meant = f" Did you mean “{near[0]}”?" if near else ""
        parser.exit(2, f"There is no command “{words[0]}”.{meant}\nFor help type: python3 build.py --help\n")
    return parser.parse_args(words)


def _parser(project: Path) -> tuple[argparse.ArgumentParser, Sequence[str]]:
    parser = _Parser(
        prog="python3 build.py",
        description="Builds a community story guide: stories in folders become a website.",
        epilog=_FOOT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, brief: str, more: str = "", examples: Sequence[str] = ()) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=brief,
            description=fill(f"{brief[:1].upper()}{brief[1:]}. {more}".strip(), 100),
            epilog="\n".join(["examples:", *(f"  python3 build.py {line}".rstrip() for line in examples)]),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def with_root(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
        parser.add_argument(
            "--root",
            type=_edition,
            default=project,
            metavar="FOLDER",
            help="the edition to work on (default: this one)",
        )
        return parser

    site = with_root(
        command(
            "site",
            "build the website (this is what happens when no command is given)",
            "A story that needs mending is left out and told; all others are built. "
            "In a terminal the site is then shown in your browser.",
            ["", "--strict", "site --root ../another-town --site ../another-town-site"],
        )
    )
    site.add_argument("--site", type=Path, metavar="FOLDER", help="where to put it (default: site, in the edition)")
    site.add_argument("--strict", action="store_true", help="build nothing if any story needs mending")
    site.add_argument("--fresh", action="store_true", help="use nothing kept from earlier builds")
    site.add_argument(
        "--allow-removals",
        action="store_true",
        help="build even if addresses are lost that were published once, and forget them",
    )
    site.add_argument("--no-open", action="store_true", help="build only; do not show it in the browser")
    site.add_argument(
        "--offline",
        action="store_true",
        help="make it to be read from a folder or a stick, without the internet; it is put into site-offline",
    )

    serve = with_root(
        command(
            "serve",
            "preview the site while you write",
            "Each change to a story is shown when you save it. End it with Ctrl+C.",
            ["serve"],
        )
    )
    serve.add_argument("--no-open", action="store_true", help="do not open the browser")

    check = with_root(
        command(
            "check",
            "read every story and say what needs mending",
            "Nothing is built. Name a story’s folder, or several, to be told of those alone. "
            "The exit status is 0 if nothing keeps a story from being published, 1 if something does, "
            "and 2 if the guide could not be checked at all.",
            ["check", "check stories/tea-and-tales", "check --fix", "check --format json"],
        )
    )
    check.add_argument("paths", nargs="*", metavar="PATH", help="a story’s folder, or a file (default: all of them)")
    check.add_argument(
        "--fix", action="store_true", help="first mend what can be mended without asking you, and say what was done"
    )
    check.add_argument(
        "--strict", action="store_true", help="count reminders too, which keep nothing from being published"
    )
    check.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text to read; json for programs; for a pull request github (notes beside its lines), "
        "summary and comment (default: text)",
    )

    preview = with_root(
        command(
            "preview",
            "make a folder that shows what has changed, drafts included",
            "It opens by a double click and needs no internet: for an e-mail, a stick, or a pull request. "
            "Its first page lists the stories that differ from an earlier state of the files, as git keeps it, "
            "and the addresses that no longer lead anywhere. Nothing in it is published. "
            "The exit status is 1 if there is no edition to show, and 2 if nobody can say what has changed.",
            ["preview --since origin/main", "preview --since HEAD", "preview --since HEAD~5 --out ../to-look-at"],
        )
    )
    preview.add_argument("--since", required=True, metavar="REF", help="the earlier state: a branch, a tag or a commit")
    preview.add_argument(
        "--out", type=Path, metavar="FOLDER", help="where to put it (default: preview, in the edition)"
    )
    preview.add_argument(
        "--agreed-only",
        action="store_true",
        help="show no words of a told story that nobody has agreed to yet, for a folder that strangers can fetch",
    )

    desk = with_root(
        command(
            "desk",
            "tell how far every story has come, what it needs and who to ask",
            "The preview shows the same as a page, at desk/. Nothing of it is ever published. "
            "With --fail-on the exit status is 1 if the desk holds any of these, and 2 if it could not be laid out.",
            ["desk", "desk --csv > desk.csv", "desk --fail-on held,consent-ending"],
        )
    )
    shape = desk.add_mutually_exclusive_group()
    shape.add_argument("--csv", action="store_true", help="a line for every story, for a spreadsheet")
    shape.add_argument("--json", action="store_true", help="all of it, for programs")
    desk.add_argument(
        "--fail-on",
        action="append",
        default=[],
        metavar="KIND,…",
        help="states or needs, with hyphens: held, draft, late, consent-ending, review-due, link-dead, facts-old …",
    )

    links = with_root(
        command(
            "links",
            "ask every address the guide leads to whether it is still there",
            "Slowly and politely, one at a time of each website; what was asked in the last week is left alone. "
            "The answers are kept in stories/links.txt, which check and desk read.",
            ["links", "links --all"],
        )
    )
    links.add_argument("--all", action="store_true", help="ask again what was asked in the last week, too")
    links.add_argument(
        "--private", action="store_true", help="ask addresses on your own network too, which is refused otherwise"
    )

    new = with_root(
        command(
            "new",
            "begin a story: a folder with a story.md to fill in",
            "Its folder is named by the title, or give its name instead: lower-case letters, digits and hyphens. "
            "In a terminal you are asked the few things there are to know; whatever is missing can be added later. "
            "It begins as a draft, and nothing that stands there already is written over.",
            ['new "Tea and tales"', "new tea-and-tales", 'new "Wren’s Nest" --place Dudley --fact-file'],
        )
    )
    new.add_argument("title", metavar="TITLE", nargs="?", help="what it is called, or its folder’s name")
    new.add_argument("--summary", default="", metavar="SENTENCE", help="what it is about")
    new.add_argument(
        "--place", action="append", default=[], metavar="PLACE", help="where it happens; may be given twice"
    )
    new.add_argument("--theme", action="append", default=[], metavar="THEME", help="a theme; up to four times")
    new.add_argument("--teller", default="", metavar="NAME", help="who tells it, by the name they wish, or: anonymous")
    new.add_argument(
        "--fact-file", action="store_true", help="editors’ notes from public sources, nobody’s own words yet"
    )

    proof = with_root(
        command(
            "proof",
            "make one story into what its storyteller is sent to say yes to",
            "A page in one file, which opens without the internet, and the same to print: the story as it will look, "
            "what to look at, and how to answer. Neither is ever published.",
            ["proof tea-and-tales", "proof tea-and-tales --out ~/Desktop"],
        )
    )
    proof.add_argument("slug", metavar="STORY", help="the name of its folder")
    proof.add_argument("--out", type=Path, metavar="FOLDER", help="where to put them (default: proof, in the edition)")

    approve = with_root(
        command(
            "approve",
            "write down that the storyteller has said yes, and to which words",
            "If a word of the story is changed afterwards it is not published until they have been asked again. "
            "A space, a line break or a quotation mark makes no difference.",
            ["approve tea-and-tales", "approve tea-and-tales --on 2026-03-12"],
        )
    )
    approve.add_argument("slug", metavar="STORY", help="the name of its folder")
    approve.add_argument(
        "--on", type=_day, metavar="DAY", help="when they said yes, as year, month and day (default: today)"
    )

    withdraw = with_root(
        command(
            "withdraw",
            "take a story down, its translations with it",
            "No reason is asked for. Its words and photos go from the guide and from all that is kept between builds; "
            "a page without names stays at its address. It then says what else mentions the story, and what no "
            "command can do. Until the guide is next built it can be undone.",
            ["withdraw tea-and-tales", "withdraw tea-and-tales --undo"],
        )
    )
    withdraw.add_argument("slug", metavar="STORY", help="the name of its folder")
    withdraw.add_argument("--yes", action="store_true", help="do not ask whether it is meant")
    withdraw.add_argument("--undo", action="store_true", help="put it back, as long as the guide has not been built")

    leaks = with_root(
        command(
            "leaks",
            "look through everything published for words and photos that must not be there",
            "Every byte of every file is read, packed ones and pictures too, and words are found however they are "
            "written down. A place is found by its two figures, rounded ones too; a photo by its bytes, and by what it "
            "shows. The exit status is 0 if nothing was found, 1 if something was, and 2 if nobody could look.",
            ['leaks "Zebedee Quagmire" "45.09381, -29.91642"', "leaks Quagmire --photo bench.jpg --in ../other-site"],
        )
    )
    leaks.add_argument("terms", nargs="*", metavar="TERM", help="words, a name, or two figures of a place")
    leaks.add_argument(
        "--photo", action="append", default=[], type=_file, metavar="FILE", help="a photo; may be given again"
    )
    leaks.add_argument(
        "--in", dest="folder", type=Path, metavar="FOLDER", help="what to look through (default: site, in the edition)"
    )

    rename = with_root(
        command(
            "rename",
            "give a story another address",
            "Its folder is moved, the old address leads on to the new one, and links from other stories, trails, "
            "translations, tins and the first page are mended. Nothing that stands there already is written over.",
            ["rename tea-and-tales tea-and-tall-tales"],
        )
    )
    rename.add_argument("old", metavar="OLD", help="the name its folder has")
    rename.add_argument("new", metavar="NEW", help="the name it is to have")

    intake = with_root(
        command(
            "intake",
            "make a draft story of what somebody sent",
            "From a Word or OpenDocument document, an e-mail saved as .eml, a zip or a folder with one of these or the "
            "form’s story and its photos, or an issue from GitHub’s form. Photos lose all that tells of place, time "
            "and device before they are written down. Nothing is guessed: what is missing is listed. "
            "The exit status is 1 if nothing could be taken in, and 2 if it could not be read at all.",
            [
                "intake ~/Downloads/our-garden.docx",
                "intake letter.eml",
                "intake from-the-form.zip",
                "intake issue.json",
            ],
        )
    )
    intake.add_argument("source", type=Path, metavar="FILE", help="what was sent: a file, or a folder")

    book = with_root(
        command(
            "book",
            "bind the guide as a book, to read, to print and to give away",
            "PDF in two sizes, and EPUB. Stories that may not be copied, and those whose storyteller has not agreed to "
            "a book, are left out and named. Name a place, a theme or a trail for a booklet of its stories alone. "
            "The whole book is offered on the site by the next build, for as long as no word of it is changed.",
            ["book", "book --place lye", "book --theme food-and-growing --to ~/Desktop", "book --size a5 --bleed"],
        )
    )
    book.add_argument("--place", default="", metavar="PLACE", help="only stories from this place or area")
    book.add_argument("--theme", default="", metavar="THEME", help="only stories about this")
    book.add_argument("--trail", default="", metavar="TRAIL", help="only the stories of this trail, in its order")
    book.add_argument("--size", choices=("a5", "a4"), help="only a PDF of this size (default: both, and EPUB)")
    book.add_argument(
        "--bleed",
        action="store_true",
        help="for a printing firm: only a PDF, with 3 mm beyond each edge to be cut off (A5 unless --size says a4)",
    )
    book.add_argument("--to", type=Path, metavar="FOLDER", help="where to put it (default: book, in the edition)")

    poster = with_root(
        command(
            "poster",
            "make a poster of a story or a place, to hang in a window",
            "A picture, two lines and a square code that a phone’s camera follows to the guide.",
            ["poster tea-and-tales", "poster lye --size a3"],
        )
    )
    poster.add_argument("slug", metavar="STORY|PLACE", help="the name of a story’s folder, or of a place or an area")
    poster.add_argument("--size", choices=("a4", "a3"), default="a4", help="of the paper (default: a4)")
    poster.add_argument("--to", type=Path, metavar="FOLDER", help="where to put it (default: poster, in the edition)")

    newsletter = with_root(
        command(
            "newsletter",
            "make a month’s newsletter of what is new, to be sent by e-mail",
            "A page, with all its styles within, and the same as plain text: new stories, news, what is on, and tins. "
            "Stories whose tellers do not wish to be sent round are left out, and named. It is yours to "
            "send: no reader’s address is asked for or kept.",
            ["newsletter 2026-11", "newsletter 2026-11 --to ~/Desktop"],
        )
    )
    newsletter.add_argument("month", type=_month, metavar="MONTH", help="year and month, such as 2026-11")
    newsletter.add_argument(
        "--to", type=Path, metavar="FOLDER", help="where to put it (default: newsletter, in the edition)"
    )

    folder = with_root(
        command(
            "folder",
            "write the guide as a plain docs folder, for another engine",
            examples=["folder ../plain-docs"],
        )
    )
    folder.add_argument("out", type=Path, metavar="OUT", help="the folder to write; made if it is not there")

    command("parts", "fetch the fonts (done by itself where npm is installed)", examples=["parts"])
    test = command(
        "test",
        "run every test, a real browser’s included",
        "What follows is handed to pytest. What the tests need is fetched first: once.",
        ["test", "test -k consent", "test tests/browser -x"],
    )
    test.add_argument("further", nargs="*", metavar="PYTEST ARGUMENT")
    bench = command("bench", "measure how fast the guide is built", examples=["bench"])
    bench.add_argument("further", nargs="*", metavar="ARGUMENT")
    command("lock", "remake the lists of exact versions from requirements*.in and package.json", examples=["lock"])
    sbom = command(
        "sbom",
        "list every part the guide is made with, for programs that look for known faults",
        "The list is CycloneDX, made from the locks; each published site has it too, below about/licences/.",
        ["sbom", "sbom --out sbom.cdx.json", "sbom --everything"],
    )
    sbom.add_argument("--out", type=Path, metavar="FILE", help="where to write it (default: into the terminal)")
    sbom.add_argument("--everything", action="store_true", help="with what tests and measuring want, too")
    command(
        "audit",
        "ask PyPI and npm whether faults are known of anything that is locked",
        "The exit status is 0 if none is, 1 if one is, and 2 if they could not be asked, which says nothing.",
        ["audit"],
    )
    return parser, tuple(commands.choices)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{written}” is no day: write it like 2026-03-14") from None


def _month(written: str) -> tuple[int, int]:
    try:
        first = date.fromisoformat(f"{written}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{written}” is no month: write it like 2026-11") from None
    return first.year, first.month


def _file(name: str) -> Path:
    if not Path(name).is_file():
        raise argparse.ArgumentTypeError(f"there is no file “{name}”")
    return Path(name)


def _edition(name: str) -> Path:
    folder = Path(name).resolve()
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder “{name}”")
    if not (folder / "stories").is_dir() or not (folder / "mkdocs.yml").is_file():
        raise argparse.ArgumentTypeError(f"“{name}” is no edition: it needs a folder “stories” and a file “mkdocs.yml”")
    return folder
