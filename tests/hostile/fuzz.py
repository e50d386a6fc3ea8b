"""Looks for what breaks reading or the press, led by the ways through our code that each try takes; run by hand.

    python3 -m pip install atheris
    python3 -m tests.hostile.fuzz reading 300
    python3 -m tests.hostile.fuzz pictures 300

It is given seconds, begins with the hostile cases, and stops at the first thing that breaks, whose bytes it leaves
in tests/hostile/corpus: every file there is tried again by the tests (tests/hostile/test_fuzz.py).
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
_LARGEST = {"reading": 4_000, "pictures": 20_000}


def begin(target: str, seconds: int) -> None:
    """Try until the time is over, or something breaks."""
    import atheris  # type: ignore[import-not-found]

    with atheris.instrument_imports(include=["storyguide", "yaml"]):
        from tests.hostile.trying import TARGETS

    with tempfile.TemporaryDirectory() as begun_with:
        for number, data in enumerate(TARGETS[target].beginnings()):
            (Path(begun_with) / str(number)).write_bytes(data)
        options = [f"-max_total_time={seconds}", f"-max_len={_LARGEST[target]}", f"-artifact_prefix={CORPUS}/{target}-"]
        tried: Callable[[bytes], None] = TARGETS[target].tried
        atheris.Setup([sys.argv[0], begun_with, "-timeout=5", "-rss_limit_mb=1000", *options], tried)
        atheris.Fuzz()


if __name__ == "__main__":
    begin(sys.argv[1], int(sys.argv[2]))
