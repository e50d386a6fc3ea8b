"""What the guide is made with, part by part, for programs that look for known faults: CycloneDX, from the locks."""

import base64
import json
import re
from collections.abc import Iterator, Sequence
from email.parser import HeaderParser
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import quote

from storyguide import __version__
from storyguide.site.parts import BUILT_WITH, LOCKS, NPM_LOCK

_PIN = re.compile(r"([A-Za-z0-9][\w.-]*)==([\w.+!]+)")
_NEXT = re.compile(r"\n(?=\w)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_CARRIES = {"pypandoc-binary": "GPL-2.0-or-later"}
"""Packages that carry a program under terms of its own, beside the licence that they say for themselves: pandoc."""
_OF_OTHER_SYSTEMS = {
    ("comrak", "0.0.12"): "MIT",
    ("comrak", "0.0.16"): "MIT",
    ("pymdown-extensions", "12.3"): "MIT",
    ("pymdown-extensions", "13.1"): "MIT",
}
"""Licences of versions that are locked for some systems only, as their packages say: one of them is never at hand."""
_PYPI, _REQUIRED, _NOT_SHIPPED = "https://pypi.org/project/", "required", "excluded"

Component = dict[str, object]


def make_sbom(project: Path, *, everything: bool = False) -> str:
    """The list of what its locks name; two of the same parts on one machine are the same to the letter.

    everything: with what tests, measuring and the locks themselves want.
    """
    locks = [project / name for name in BUILT_WITH]
    if everything:
        locks += [lock for lock in sorted((project / LOCKS).glob("*.txt")) if lock not in locks]
    parts: dict[str, Component] = {}
    for component in (*_of_python(locks), *_of_npm(project / NPM_LOCK, everything=everything)):
        parts.setdefault(str(component["purl"]), component)
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "storyguide", "version": __version__}},
        "components": [parts[purl] for purl in sorted(parts)],
    }
    return json.dumps(bill, ensure_ascii=False, separators=(",", ":")) + "\n"


def _of_python(locks: Sequence[Path]) -> Iterator[Component]:
    for lock in locks:
        for pin in _NEXT.split(lock.read_text(encoding="utf-8")):
            named = _PIN.match(pin)
            if not named:
                continue
            name, version = named.groups()
            files = [{"alg": "SHA-256", "content": digest} for digest in _HASH.findall(pin)]
            yield {
                **_component(
                    name, version, f"pkg:pypi/{name}@{quote(version)}", shipped=f"{LOCKS}/{lock.name}" in BUILT_WITH
                ),
                **_licensed(_licence_of(name, version)),
                "hashes": files,
                "externalReferences": [{"type": "distribution", "url": f"{_PYPI}{name}/{quote(version)}/#files"}],
            }


def _of_npm(lock: Path, *, everything: bool) -> Iterator[Component]:
    for path, said in json.loads(lock.read_text(encoding="utf-8"))["packages"].items():
        # Optional are the programs of Pagefind, which are not fetched (storyguide.cli.dependencies.npm).
        if not path or said.get("optional") or (said.get("dev") and not everything):
            continue
        name, version = path.rpartition("node_modules/")[2], said["version"]
        kind, digest = said["integrity"].split("-", 1)
        yield {
            **_component(name, version, f"pkg:npm/{quote(name)}@{quote(version)}", shipped=not said.get("dev")),
            **_licensed({"expression": said["license"]} if "license" in said else None),
            "hashes": [{"alg": f"SHA-{kind.removeprefix('sha')}", "content": base64.b64decode(digest).hex()}],
        }


def _component(name: str, version: str, purl: str, *, shipped: bool) -> Component:
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "scope": _REQUIRED if shipped else _NOT_SHIPPED,
    }


def _licensed(licence: dict[str, object] | None) -> Component:
    return {"licenses": [licence]} if licence else {}


def _licence_of(name: str, version: str) -> dict[str, object] | None:
    """Return the terms of a package with all that it carries; None where nothing at hand says them."""
    if elsewhere := _OF_OTHER_SYSTEMS.get((name, version)):
        return {"expression": elsewhere}
    said = _said_of_itself(name, version)
    if name in _CARRIES and said and "expression" in said:
        return {"expression": f"{said['expression']} AND {_CARRIES[name]}"}
    return {"expression": _CARRIES[name]} if name in _CARRIES else said


def _said_of_itself(name: str, version: str) -> dict[str, object] | None:
    """Return what this very version says; None where it is not installed, as parts of tests need not be."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return None
    said = HeaderParser().parsestr((found.read_text("METADATA") or "").partition("\n\n")[0])
    if said["Version"] != version:
        return None
    if said["License-Expression"]:
        return {"expression": said["License-Expression"]}
    for classifier in said.get_all("Classifier", []):
        if classifier.startswith("License :: "):
            return {"license": {"name": classifier.rpartition(" :: ")[2]}}
    plain = (said["License"] or "").partition("\n")[0].strip()
    return {"license": {"name": plain}} if plain else None
