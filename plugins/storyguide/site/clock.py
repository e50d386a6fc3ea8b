"""Which day it is: the machine's, unless whoever builds has said otherwise."""

import os
from datetime import UTC, date, datetime

from storyguide.site.faults import MachineError

_FIRST = date(2025, 1, 1)
"""No guide is older. A machine that has lost its clock wakes up long before, and would hold every story back
as one whose consent is still to come."""


def today() -> date:
    """The day that decides what is due: the editors' own, or that of SOURCE_DATE_EPOCH, which is meant as it is."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(told), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise MachineError(
                f"SOURCE_DATE_EPOCH is “{told}”, which is no number of seconds since 1970. Mend it, or take it away."
            ) from None
    day = date.today()
    if day < _FIRST:
        raise MachineError(
            f"This machine’s clock says that it is {day.day} {day:%B %Y}, which cannot be. Set the clock, then type "
            "the same again."
        )
    return day
