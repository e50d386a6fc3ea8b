"""What may be typed to build the guide, to look at it and to look after it."""

from pathlib import Path

from storyguide.front.declared.commands import Commands

FORMATS = ("text", "github", "summary", "comment", "json")
"""The ways in which problems can be told."""


def site(commands: Commands) -> None:
    command = commands.for_a_guide(
        "site",
        "build the website (this is what happens when no command is given)",
        "A story that needs mending is left out and told; all others are built. "
        "In a terminal the site is then shown in your browser.",
        ["", "--strict", "site --root ../another-town --site ../another-town-site"],
    )
    command.add_argument("--site", type=Path, metavar="FOLDER", help="where to put it (default: site, in the edition)")
    command.add_argument("--strict", action="store_true", help="build nothing if any story needs mending")
    command.add_argument("--fresh", action="store_true", help="use nothing kept from earlier builds")
    command.add_argument(
        "--allow-removals",
        action="store_true",
        help="build even if addresses are lost that were published once, and forget them",
    )
    command.add_argument("--no-open", action="store_true", help="build only; do not show it in the browser")
    command.add_argument(
        "--offline",
        action="store_true",
        help="make it to be read from a folder or a stick, without the internet; it is put into site-offline",
    )


def serve(commands: Commands) -> None:
    command = commands.for_a_guide(
        "serve",
        "preview the site while you write",
        "Each change to a story is shown when you save it. End it with Ctrl+C.",
        ["serve"],
    )
    command.add_argument("--no-open", action="store_true", help="do not open the browser")


def check(commands: Commands) -> None:
    command = commands.for_a_guide(
        "check",
        "read every story and say what needs mending",
        "Nothing is built. Name a story’s folder, or several, to be told of those alone. "
        "The exit status is 0 if nothing keeps a story from being published, 1 if something does, "
        "and 2 if the guide could not be checked at all.",
        ["check", "check stories/tea-and-tales", "check --fix", "check --format json"],
    )
    command.add_argument("paths", nargs="*", metavar="PATH", help="a story’s folder, or a file (default: all of them)")
    command.add_argument(
        "--fix", action="store_true", help="first mend what can be mended without asking you, and say what was done"
    )
    command.add_argument(
        "--strict", action="store_true", help="count reminders too, which keep nothing from being published"
    )
    command.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text to read; json for programs; for a pull request github (notes beside its lines), "
        "summary and comment (default: text)",
    )


def preview(commands: Commands) -> None:
    command = commands.for_a_guide(
        "preview",
        "make a folder that shows what has changed, drafts included",
        "It opens by a double click and needs no internet: for an e-mail, a stick, or a pull request. "
        "Its first page lists the stories that differ from an earlier state of the files, as git keeps it, "
        "and the addresses that no longer lead anywhere. Nothing in it is published. "
        "The exit status is 1 if there is no edition to show, and 2 if nobody can say what has changed.",
        ["preview --since origin/main", "preview --since HEAD", "preview --since HEAD~5 --out ../to-look-at"],
    )
    command.add_argument("--since", required=True, metavar="REF", help="the earlier state: a branch, a tag or a commit")
    command.add_argument(
        "--out", type=Path, metavar="FOLDER", help="where to put it (default: preview, in the edition)"
    )
    command.add_argument(
        "--agreed-only",
        action="store_true",
        help="show no words of a told story that nobody has agreed to yet, for a folder that strangers can fetch",
    )


def desk(commands: Commands) -> None:
    command = commands.for_a_guide(
        "desk",
        "tell how far every story has come, what it needs and who to ask",
        "The preview shows the same as a page, at desk/. Nothing of it is ever published. "
        "With --fail-on the exit status is 1 if the desk holds any of these, and 2 if it could not be laid out.",
        ["desk", "desk --csv > desk.csv", "desk --fail-on held,consent-ending"],
    )
    shape = command.add_mutually_exclusive_group()
    shape.add_argument("--csv", action="store_true", help="a line for every story, for a spreadsheet")
    shape.add_argument("--json", action="store_true", help="all of it, for programs")
    command.add_argument(
        "--fail-on",
        action="append",
        default=[],
        metavar="KIND,…",
        help="states or needs, with hyphens: held, draft, late, consent-ending, review-due, link-dead, facts-old …",
    )


def links(commands: Commands) -> None:
    command = commands.for_a_guide(
        "links",
        "ask every address the guide leads to whether it is still there",
        "Slowly and politely, one at a time of each website; what was asked in the last week is left alone. "
        "The answers are kept in stories/links.txt, which check and desk read.",
        ["links", "links --all"],
    )
    command.add_argument("--all", action="store_true", help="ask again what was asked in the last week, too")
    command.add_argument(
        "--private", action="store_true", help="ask addresses on your own network too, which is refused otherwise"
    )
