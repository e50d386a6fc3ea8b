"""Licences that a story or a photo may carry."""

from dataclasses import dataclass

_ADDRESS = "https://creativecommons.org/"


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence by its short name, with the address of its terms ("" if all rights are kept)."""

    name: str
    address: str
    """Address of the plain-language summary at Creative Commons."""

    @property
    def shares(self) -> bool:
        """Whether others may copy the work; only then may it go into the book, feeds and open data."""
        return bool(self.address)


ALL_RIGHTS_KEPT = "all rights kept"

"""Short name of the licence for works that nobody else may copy."""
LICENCES = {
    licence.name: licence
    for licence in (
        Licence("CC BY 4.0", _ADDRESS + "licenses/by/4.0/"),
        Licence("CC BY-SA 4.0", _ADDRESS + "licenses/by-sa/4.0/"),
        Licence("CC BY-NC 4.0", _ADDRESS + "licenses/by-nc/4.0/"),
        Licence("CC BY-NC-SA 4.0", _ADDRESS + "licenses/by-nc-sa/4.0/"),
        Licence("CC BY-ND 4.0", _ADDRESS + "licenses/by-nd/4.0/"),
        Licence("CC BY-NC-ND 4.0", _ADDRESS + "licenses/by-nc-nd/4.0/"),
        Licence("CC0 1.0", _ADDRESS + "publicdomain/zero/1.0/"),
        Licence(ALL_RIGHTS_KEPT, ""),
    )
}
"""Allowed licences by short name, in the order in which forms offer them."""
