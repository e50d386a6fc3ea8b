"""Ask libphonenumber whether digits are a valid telephone number."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

HOME = "GB"
"""Region whose numbers are recognised without a country code."""

NEIGHBOURS = ("FR", "IE", "BE", "NL", "DE", "CH", "AT", "IT", "ES", "PT", "PL")
"""Regions whose numbers are recognised without a country code after words about telephones."""
_FOR_DRAMA = ("1632960", "7700900")
"""Number ranges that Ofcom reserves for films and books; libphonenumber calls them invalid, as no network has them."""


@lru_cache(maxsize=1024)
def is_known(digits: str, region: str | None) -> bool:
    """Return whether the digits are a valid number, or one reserved for films and books.

    `region`: region of a number without country code; None if the digits begin with a country code (without plus).
    """
    from phonenumbers import is_valid_number  # noqa: PLC0415 - loaded only where something looks like a number

    number = _parsed(digits, region)
    if number is None:
        return False
    drama = number.country_code == 44 and str(number.national_number).startswith(_FOR_DRAMA)
    return (drama and len(str(number.national_number)) == 10) or bool(is_valid_number(number))


def is_possible(digits: str) -> bool:
    """Return whether the digits, which begin with a country code, have a length that country's numbers may have."""
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
    """Return whether the digits are a short number of the home region, such as 116 123."""
    from phonenumbers import PhoneNumber  # noqa: PLC0415 - as above
    from phonenumbers.shortnumberinfo import is_valid_short_number_for_region  # noqa: PLC0415 - as above

    number = PhoneNumber(country_code=44, national_number=int(digits))
    return bool(is_valid_short_number_for_region(number, HOME))
