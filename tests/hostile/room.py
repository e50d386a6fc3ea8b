"""How much memory a process has taken."""

import re
import resource
from pathlib import Path

_STATUS = Path("/proc/self/status")


def most_room() -> int:
    """The most that this process ever held, in megabytes.

    Linux counts what whoever started it held to a process's resource usage, which may be a long run of tests; its
    own account of this process alone does not.
    """
    if _STATUS.exists() and (found := re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text(encoding="utf-8"))):
        return int(found[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
