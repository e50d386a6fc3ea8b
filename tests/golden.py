"""What must come out word for word is kept in files, for a person to read; `pytest --accept` writes them anew."""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what comes out now to the files it is compared with")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether what comes out now is to be kept."""
    return bool(request.config.getoption("--accept"))


def assert_golden(text: str, file: Path, accept: bool) -> None:
    """The file holds this text; with --accept, from now on."""
    if accept:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    assert file.is_file(), f"There is no {file.name} yet: run pytest --accept, and read what it writes."
    assert text == file.read_text(encoding="utf-8")
