"""The same sizes by libvips from Python: each photo shrunk while it is read, for every size anew, a core a photo."""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

os.environ["VIPS_CONCURRENCY"] = "1"

import pyvips  # type: ignore[import-not-found]  # it reads that when it is loaded


def main(wanted: dict[str, Any]) -> None:
    """Press every photo."""
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
        for _ in threads.map(lambda job: _press(job, wanted), wanted["jobs"]):
            pass


def _press(job: dict[str, Any], wanted: dict[str, Any]) -> None:
    for width, height in job["sizes"]:
        small = pyvips.Image.thumbnail(job["photo"], width, height=height, size="force").copy_memory()
        path = f"{wanted['out']}/{job['name']}-{width}"
        webp, jpeg = wanted["webp"], wanted["jpeg"]
        small.webpsave(f"{path}.webp", Q=webp["quality"], effort=webp["method"], strip=True)
        small.jpegsave(
            f"{path}.jpg", Q=jpeg["quality"], interlace=jpeg["progressive"], optimize_coding=True, strip=True
        )


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
