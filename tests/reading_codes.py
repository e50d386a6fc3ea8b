"""Square codes read from pictures of pages, as a camera would."""

import pypdfium2
import zxingcpp

_DOTS = 130


def codes_in(pdf: bytes, most: int = 2) -> list[str]:
    """What the codes on the first pages say."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].render(scale=_DOTS / 72).to_pil() for number in range(min(most, len(document)))]
    return [found.text for page in pages for found in zxingcpp.read_barcodes(page)]
