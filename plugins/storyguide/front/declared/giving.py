"""What may be typed to make what is given away beside the site: books, posters, newsletters, plain folders."""

from pathlib import Path

from storyguide.front.declared.commands import Commands
from storyguide.front.declared.kinds import month


def book(commands: Commands) -> None:
    command = commands.for_a_guide(
        "book",
        "bind the guide as a book, to read, to print and to give away",
        "PDF in two sizes, and EPUB. Stories that may not be copied, and those whose storyteller has not agreed to "
        "a book, are left out and named. Name a place, a theme or a trail for a booklet of its stories alone. "
        "The whole book is offered on the site by the next build, for as long as no word of it is changed.",
        ["book", "book --place lye", "book --theme food-and-growing --to ~/Desktop", "book --size a5 --bleed"],
    )
    command.add_argument("--place", default="", metavar="PLACE", help="only stories from this place or area")
    command.add_argument("--theme", default="", metavar="THEME", help="only stories about this")
    command.add_argument("--trail", default="", metavar="TRAIL", help="only the stories of this trail, in its order")
    command.add_argument("--size", choices=("a5", "a4"), help="only a PDF of this size (default: both, and EPUB)")
    command.add_argument(
        "--bleed",
        action="store_true",
        help="for a printing firm: only a PDF, with 3 mm beyond each edge to be cut off (A5 unless --size says a4)",
    )
    command.add_argument("--to", type=Path, metavar="FOLDER", help="where to put it (default: book, in the edition)")


def poster(commands: Commands) -> None:
    command = commands.for_a_guide(
        "poster",
        "make a poster of a story or a place, to hang in a window",
        "A picture, two lines and a square code that a phone’s camera follows to the guide.",
        ["poster tea-and-tales", "poster lye --size a3"],
    )
    command.add_argument("slug", metavar="STORY|PLACE", help="the name of a story’s folder, or of a place or an area")
    command.add_argument("--size", choices=("a4", "a3"), default="a4", help="of the paper (default: a4)")
    command.add_argument("--to", type=Path, metavar="FOLDER", help="where to put it (default: poster, in the edition)")


def newsletter(commands: Commands) -> None:
    command = commands.for_a_guide(
        "newsletter",
        "make a month’s newsletter of what is new, to be sent by e-mail",
        "A page, with all its styles within, and the same as plain text: new stories, news, what is on, and tins. "
        "Stories whose tellers do not wish to be sent round are left out, and named. It is yours to "
        "send: no reader’s address is asked for or kept.",
        ["newsletter 2026-11", "newsletter 2026-11 --to ~/Desktop"],
    )
    command.add_argument("month", type=month, metavar="MONTH", help="year and month, such as 2026-11")
    command.add_argument(
        "--to", type=Path, metavar="FOLDER", help="where to put it (default: newsletter, in the edition)"
    )


def folder(commands: Commands) -> None:
    command = commands.for_a_guide(
        "folder",
        "write the guide as a plain docs folder, for another engine",
        examples=["folder ../plain-docs"],
    )
    command.add_argument("out", type=Path, metavar="OUT", help="the folder to write; made if it is not there")
