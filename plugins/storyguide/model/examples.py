"""Examples of facts that say somebody agreed, made so that nobody can copy a yes that was never given."""

import re

_AGREED = re.compile(r"\b(given|withdrawn|approved_on): \d{4}-\d\d-\d\d")


def to_fill_in(example: str) -> str:
    """Return the example with YEAR-MONTH-DAY for each day of consent or approval, which no check takes for a day."""
    return _AGREED.sub(r"\1: YEAR-MONTH-DAY", example)
