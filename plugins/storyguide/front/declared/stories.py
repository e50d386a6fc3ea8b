"""What may be typed to begin a story, to have it agreed to, and to move or take it down."""

from pathlib import Path

from storyguide.front.declared.commands import Commands
from storyguide.front.declared.kinds import day, file


def new(commands: Commands) -> None:
    command = commands.for_a_guide(
        "new",
        "begin a story: a folder with a story.md to fill in",
        "Its folder is named by the title, or give its name instead: lower-case letters, digits and hyphens. "
        "In a terminal you are asked the few things there are to know; whatever is missing can be added later. "
        "It begins as a draft, and nothing that stands there already is written over.",
        ['new "Tea and tales"', "new tea-and-tales", 'new "Wren’s Nest" --place Dudley --fact-file'],
    )
    command.add_argument("title", metavar="TITLE", nargs="?", help="what it is called, or its folder’s name")
    command.add_argument("--summary", default="", metavar="SENTENCE", help="what it is about")
    command.add_argument(
        "--place", action="append", default=[], metavar="PLACE", help="where it happens; may be given twice"
    )
    command.add_argument("--theme", action="append", default=[], metavar="THEME", help="a theme; up to four times")
    command.add_argument(
        "--teller", default="", metavar="NAME", help="who tells it, by the name they wish, or: anonymous"
    )
    command.add_argument(
        "--fact-file", action="store_true", help="editors’ notes from public sources, nobody’s own words yet"
    )


def proof(commands: Commands) -> None:
    command = commands.for_a_guide(
        "proof",
        "make one story into what its storyteller is sent to say yes to",
        "A page in one file, which opens without the internet, and the same to print: the story as it will look, "
        "what to look at, and how to answer. Neither is ever published.",
        ["proof tea-and-tales", "proof tea-and-tales --out ~/Desktop"],
    )
    command.add_argument("slug", metavar="STORY", help="the name of its folder")
    command.add_argument(
        "--out", type=Path, metavar="FOLDER", help="where to put them (default: proof, in the edition)"
    )


def approve(commands: Commands) -> None:
    command = commands.for_a_guide(
        "approve",
        "write down that the storyteller has said yes, and to which words",
        "If a word of the story is changed afterwards it is not published until they have been asked again. "
        "A space, a line break or a quotation mark makes no difference.",
        ["approve tea-and-tales", "approve tea-and-tales --on YEAR-MONTH-DAY"],
    )
    command.add_argument("slug", metavar="STORY", help="the name of its folder")
    command.add_argument(
        "--on", type=day, metavar="DAY", help="when they said yes, as year, month and day (default: today)"
    )


def withdraw(commands: Commands) -> None:
    command = commands.for_a_guide(
        "withdraw",
        "take a story down, its translations with it",
        "No reason is asked for. Its words and photos go from the guide and from all that is kept between builds; "
        "a page without names stays at its address. It then says what else mentions the story, and what no "
        "command can do. Until the guide is next built it can be undone.",
        ["withdraw tea-and-tales", "withdraw tea-and-tales --undo"],
    )
    command.add_argument("slug", metavar="STORY", help="the name of its folder")
    command.add_argument("--yes", action="store_true", help="do not ask whether it is meant")
    command.add_argument("--undo", action="store_true", help="put it back, as long as the guide has not been built")


def leaks(commands: Commands) -> None:
    command = commands.for_a_guide(
        "leaks",
        "look through everything the guide has written for words and photos that must not be there",
        "Every byte of every file is read, packed ones and pictures too, and words are found however they are "
        "written down. A place is found by its two figures, rounded ones too; a photo by its bytes, and by what it "
        "shows. The exit status is 0 if nothing was found, 1 if something was, and 2 if nobody could look.",
        [
            'leaks "Zebedee Quagmire" "45.09381, -29.91642"',
            "leaks --story tea-and-tales --photo bench.jpg --in ../other-site",
        ],
    )
    command.add_argument("terms", nargs="*", metavar="TERM", help="words, a name, or two figures of a place")
    command.add_argument(
        "--story",
        action="append",
        default=[],
        metavar="STORY",
        help="a story’s folder: its title, its storyteller’s name and its sentences; may be given again",
    )
    command.add_argument(
        "--photo", action="append", default=[], type=file, metavar="FILE", help="a photo; may be given again"
    )
    command.add_argument(
        "--in", dest="folder", type=Path, metavar="FOLDER", help="what to look through (default: all the guide wrote)"
    )


def rename(commands: Commands) -> None:
    command = commands.for_a_guide(
        "rename",
        "give a story another address",
        "Its folder is moved, the old address leads on to the new one, and links from other stories, trails, "
        "translations, tins and the first page are mended. Nothing that stands there already is written over.",
        ["rename tea-and-tales tea-and-tall-tales"],
    )
    command.add_argument("old", metavar="OLD", help="the name its folder has")
    command.add_argument("new", metavar="NEW", help="the name it is to have")


def intake(commands: Commands) -> None:
    command = commands.for_a_guide(
        "intake",
        "make a draft story of what somebody sent",
        "From a Word or OpenDocument document, text (.txt, .rtf or .html), an e-mail saved as .eml, a zip or a folder "
        "with one of these or the form’s story and its photos, or an issue from GitHub’s form. Photos lose all that "
        "tells of place, time and device before they are written down. Nothing is guessed: what is missing is listed. "
        "The exit status is 1 if nothing could be taken in, and 2 if it could not be read at all.",
        [
            "intake ~/Downloads/our-garden.docx",
            "intake letter.eml",
            "intake from-the-form.zip",
            "intake issue.json",
        ],
    )
    command.add_argument("source", type=Path, metavar="FILE", help="what was sent: a file, or a folder")
