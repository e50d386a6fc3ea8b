"""Read the name of a time zone, and load the zone."""

from datetime import tzinfo
from difflib import get_close_matches

from storyguide.model.problems import news as wording
from storyguide.reading.kinds import Kind, text_of
from storyguide.reading.written import Reading, Written


def clock_of(name: str) -> tzinfo:
    """Return the time zone of this IANA name; raises ZoneInfoNotFoundError if there is none."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - most guides have no hour to read

    return ZoneInfo(name)


def _read_zone(value: Written, key: str, reading: Reading) -> str | None:
    text = text_of(value, key, reading)
    if text is None:
        return None
    try:
        clock_of(text)
    except (ValueError, OSError, KeyError):
        from zoneinfo import available_timezones  # noqa: PLC0415 - as above

        near = get_close_matches(text.replace(" ", "_"), sorted(available_timezones()), n=1)
        reading.tell(wording.unknown_time_zone(reading.at(value.line), text, near[0] if near else ""))
        return None
    return text


TIME_ZONE = Kind(_read_zone, {"type": "string"})
"""Kind of the IANA name of a time zone."""
