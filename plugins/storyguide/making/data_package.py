"""What describes the files of the guide's data to programs: a data package, as datapackage.org has it."""

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
    """One file of the data."""

    name: str
    title: str
    content: bytes
    schema: Mapping[str, object] | None = None
    """Of its rows, where it has rows."""
    licences: Sequence[str] = ()
    """Names of those under which others may have what is in it."""

    @property
    def output(self) -> OutputFile:
        """The same as a file of the site."""
        return OutputFile(path=addresses.DATA + self.name, content=self.content)


def as_package(edition: Edition, files: Sequence[DataFile], licences: Sequence[str], address: str) -> dict[str, object]:
    """What the files hold, as programs that read data packages want it; licences: of the stories in them."""
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
    """As a data package says them: none of something that is not ours to give."""
    said = [
        {"name": name.replace(" ", "-"), "title": name, "path": LICENCES[name].address}
        for name in names
        if name in LICENCES and LICENCES[name].shares
    ]
    return {"licenses": said} if said else {}
