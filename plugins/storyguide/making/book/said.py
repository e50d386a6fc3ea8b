"""Word the book's own texts, which are the same however it is bound."""

from collections.abc import Iterator

from storyguide.making.book.book import Book
from storyguide.making.render import counted, in_words

COVER = "Cover: {}. {} is drawn as cut paper: its landmarks on a hill, its neighbours at one long table."
BEFORE_YOU_READ = "Before you read:"
HERO = "Drawing: {} as cut paper, its landmarks on a hill and its neighbours at one long table."
DOOR = "Drawing: a house’s front door, a window with a cat in it, and a board on the pavement."
TELL = "You’ve got one of these, haven’t you?"
CODE = "Square code that leads to “{}” on the web"
READ_ON = "To read on, pass on or correct:"
WILL_STAND = "Its place in the guide:"
SHELF = "On the Tin"
SHELF_SAYS = "Short, plain guides for people who work with communities. Each does what it says on the tin."
INDEX = "Places and themes"


def imprint(book: Book) -> Iterator[str]:
    """Yield the lines at the foot of the title page: what the book holds, its editors, licence and address."""
    number = len(book.stories)
    files = number - book.told
    said = [counted(book.told, "told story", "told stories")] if book.told else []
    said += [counted(files, "fact-file")] if files else []
    newest = f", the newest of {in_words(book.newest)}" if book.newest else ""
    yield f"{' and '.join(said) or 'No stories yet'}{newest}."
    if book.editors:
        yield f"Looked after by {'; '.join(book.editors)}."
    yield f"What the editors have written may be passed on: {book.licence}. Each story names its own terms."
    if book.address:
        yield book.address


def ways_to_tell(book: Book) -> Iterator[str]:
    """Yield the lines on the back cover, on how to tell a story."""
    yield (
        "If you have done something good with your neighbours, we want to hear it. Write it, record it, or ring us and "
        "just talk."
    )
    yield from filter(None, (f"{book.address}tell-your-story/" if book.address else "", book.contact))
