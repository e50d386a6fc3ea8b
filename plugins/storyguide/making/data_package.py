"""Describe the files of the open data to programs, as a data package (datapackage.org)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storyguide.making import addresses
from storyguide.making.output import OutputFile
from storyguide.model.edition import Edition
from storyguide.model.licence import LICENCES
from storyguide.model.slug import slug_of

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {"json": "application/json", "csv": "text/csv", "geojson": "application/geo+json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file of the open data."""

    name: str
    title: str
    content: bytes
    schema: Mapping[str, object] | None = None
    """Table Schema of its rows; None where it has no rows."""
    licences: Sequence[str] = ()
    """Names of the licences under which others may use its content."""

    @property
    def output(self) -> OutputFile:
        """The same file as an output file of the site."""
        return OutputFile(path=addresses.DATA + self.name, content=self.content)


def as_package(edition: Edition, files: Sequence[DataFile], licences: Sequence[str], address: str) -> dict[str, object]:
    """Return the data package that describes these files.

    licences: those of the stories in them. address: the guide's own.
    """
    return {
        "$schema": _PROFILE,
        "name": slug_of(edition.name) or "guide",
        "title": edition.name,
        "description": f"{edition.summary} Each story’s row names the licence its teller chose.".strip(),
        **({"homepage": address} if address else {}),
        "contributors": [{"title": edition.name, "roles": ["publisher"], **({"path": address} if address else {})}],
        **_licences(dict.fromkeys((*licences, edition.licence))),
        "resources": [
            {
                "name": slug_of(one.name),
                "path": one.name,
                "title": one.title,
                **({"type": "table"} if one.schema else {}),
                "format": one.name.rpartition(".")[2],
                "mediatype": _TYPES[one.name.rpartition(".")[2]],
                "encoding": "utf-8",
                **_licences(one.licences),
                **({"schema": one.schema} if one.schema else {}),
            }
            for one in files
        ],
    }


def _licences(names: Sequence[str] | Mapping[str, None]) -> dict[str, object]:
    """Return licences as a data package has them; those that do not let others share are left out."""
    said = [
        {"name": name.replace(" ", "-"), "title": name, "path": LICENCES[name].address}
        for name in names
        if name in LICENCES and LICENCES[name].shares
    ]
    return {"licenses": said} if said else {}
