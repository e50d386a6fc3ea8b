"""Word the remarks on what readers of documents leave out or change; each is made once, however often it applies."""

from collections.abc import Iterator

HIDDEN = "Words that were hidden in the document were left out."
STRUCK = "Words that were struck out while changes were being tracked were left out."
ADDED = "Words that were added while changes were being tracked were taken in."
COMMENTS = "Comments in the margin were left out."
DRAWN = "Charts, diagrams and formulas were left out: send them as pictures if they matter."
EMBEDDED = "Another document within the document was left out: take that one in by itself."
SHAPES = (
    "Shapes and lines drawn in the document were left out. If one lay over a picture, look at that photo for what it "
    "covered or pointed to."
)
ELSEWHERE = "A picture that the document only points to, kept elsewhere, was not fetched: ask for it as a photo."
MISSING = "A picture is missing from the document: ask for it as a photo."
HIDDEN_PICTURE = "A picture that was hidden in the document was left out."
BACKGROUND = "A picture at the head or foot of the pages, or behind them, was left out."
UNREADABLE = "A part of the document could not be read, such as its styles or its notes. Compare the draft with it."
NUMBERED = "A list is numbered in a way that the guide cannot write. Compare its numbers with the document."
HEADINGS = "The headings were numbered in the document, and are not here: number them by hand if it matters."
SIGN = "A sign from a font of signs, such as Wingdings, stands as □. Look at what it is in the document."
CROPPED = (
    "A picture was cropped in the document, and only what is seen there was kept. Look whether it is the right part."
)
STRAIGHTENED = "A picture stood askew in the document, and is straight now."
UNCROPPABLE = (
    "A picture was cropped in the document in a way that the guide cannot follow, and was left out, so that nothing "
    "cut away is published: crop it in a photo program, and add it by hand."
)
UNTURNED = "A picture was turned or mirrored in the document, and is not so here. Look at it, and turn it by hand."
MASKED = "A picture was cut to a shape in the document. What lay outside the shape is blank."
_LONGEST = 300


def page_edges(words: str) -> str:
    """Return the remark on words at the head or foot of pages, with up to _LONGEST characters of them."""
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return f"Words at the head or foot of its pages were left out: “{shown}”."


class Remarks:
    """Remarks made while a document is read, in order and without repeats."""

    def __init__(self) -> None:
        self._made: dict[str, None] = {}

    def add(self, remark: str) -> None:
        """Add a remark, unless it is there already."""
        self._made.setdefault(remark)

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)
