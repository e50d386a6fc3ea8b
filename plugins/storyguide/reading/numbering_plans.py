"""Asks libphonenumber which figures a network may give out as a telephone number."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

HOME = "GB"
"""The region whose numbers are known without their country."""

NEIGHBOURS = ("FR", "IE", "BE", "NL", "DE", "CH", "AT", "IT", "ES", "PT", "PL")
"""Regions whose numbers, without their country, are known after words that speak of a telephone."""
_FOR_DRAMA = ("1632960", "7700900")
"""Kept by Ofcom for films and books: no network has them, so that the library calls them impossible."""


@lru_cache(maxsize=1024)
def is_known(digits: str, region: str | None) -> bool:
    """Return whether a network may have this number, or dramas have it."""
    from phonenumbers import is_valid_number  # noqa: PLC0415 - loaded only where something looks like a number

    number = _parsed(digits, region)
    if number is None:
        return False
    drama = number.country_code == 44 and str(number.national_number).startswith(_FOR_DRAMA)
    return (drama and len(str(number.national_number)) == 10) or bool(is_valid_number(number))


def is_possible(digits: str) -> bool:
    """Return whether these figures, which begin with a country's prefix, are as many as that country's numbers have."""
    from phonenumbers import ValidationResult, is_possible_number_with_reason  # noqa: PLC0415 - as above

    number = _parsed(digits, None)
    return number is not None and is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE


def _parsed(digits: str, region: str | None) -> "PhoneNumber | None":
    from phonenumbers import NumberParseException, parse  # noqa: PLC0415 - as above

    try:
        return parse(digits if region else f"+{digits}", region)
    except NumberParseException:
        return None


@cache
def is_public_service(digits: str) -> bool:
    """Return whether this is a short number for everybody, such as 116 123."""
    from phonenumbers import PhoneNumber  # noqa: PLC0415 - as above
    from phonenumbers.shortnumberinfo import is_valid_short_number_for_region  # noqa: PLC0415 - as above

    number = PhoneNumber(country_code=44, national_number=int(digits))
    return bool(is_valid_short_number_for_region(number, HOME))
