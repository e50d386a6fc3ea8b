"""Put the tins (practitioner resources) into the book as an appendix; their worksheets are named and not bound in."""

from collections.abc import Iterator

from storyguide.making.book.book import Section
from storyguide.making.downloads import paper
from storyguide.making.downloads.contents import Papers
from storyguide.model.guide import Guide


def tins_in_book(guide: Guide, address: str) -> Iterator[Section]:
    """Yield a section of the book for each tin, with all there is to read in it."""
    papers = Papers(guide, address)
    for tin in guide.tins:
        whole = papers.whole(tin).pieces
        end = next((n for n, piece in enumerate(whole) if isinstance(piece, paper.NewPage)), len(whole))
        pieces = tuple(piece for piece in whole[1:end] if not isinstance(piece, paper.Contents))
        sheets: tuple[paper.Piece, ...] = ()
        if tin.worksheets:
            where = papers.address_of(tin, tin) or f"on-the-tin/{tin.slug}/"
            names = paper.Listing(tuple((paper.Para((sheet.title,)),) for sheet in tin.worksheets))
            said = paper.Para((f"To print or to type into, from {where}",))
            sheets = (paper.Heading(2, ("Sheets to fill in",)), said, names)
        yield Section(id=f"tin-{tin.slug}", title=tin.title, pieces=(*pieces, *sheets))
