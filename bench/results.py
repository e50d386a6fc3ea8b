"""Results kept as JSON, and compared with the last: what has become slower than its rounds can explain is told."""

import hashlib
import json
import os
import platform
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from bench.contenders import versions
from bench.figures import Figures, Measured

FOLDER = Path(__file__).parent / "results"
_LIST = re.compile(r"\[[^\[\]{}]*\]")
_LOSS = 0.1
"""What any two runs may differ by, beside what the rounds of each differ by."""


def machine() -> dict[str, str | int]:
    """What the figures were measured on; nothing by which anybody could find it."""
    return {
        "system": platform.system(),
        "cores": os.cpu_count() or 1,
        "processor": _processor(),
        "memory GB": _memory(),
    }


def machine_id() -> str:
    """Six letters, the same for machines that are alike."""
    return hashlib.sha256(json.dumps(machine(), sort_keys=True).encode()).hexdigest()[:6]


def keep(figures: Figures, reached: Mapping[str, Measured], seconds: float) -> Path:
    """Write them down, and say where."""
    kept = {
        "day": date.today().isoformat(),
        "machine": machine(),
        "versions": versions(),
        "minutes": round(seconds / 60, 1),
        "goals": {what: [round(value, 4) for value in found] for what, found in reached.items()},
        "costs": {name: [[round(each, 3) for each in cost] for cost in costs] for name, costs in figures.costs.items()},
        "numbers": {name: [round(each, 3) for each in found] for name, found in figures.numbers.items()},
        "missing": figures.missing,
    }
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"{kept['day']}-{machine_id()}.json"
    # One list a line, so that the difference of two runs can be read.
    spread = json.dumps(kept, indent=1, ensure_ascii=False)
    file.write_text(_LIST.sub(lambda one: " ".join(one[0].split()), spread) + "\n", encoding="utf-8")
    return file


def last() -> tuple[str, dict[str, Measured]] | None:
    """The newest result that is kept, of a machine like this one if there is any: its name, and its goals."""
    files = sorted(FOLDER.glob("*.json"))
    alike = [file for file in files if file.stem.endswith(machine_id())]
    for file in reversed(alike or files):
        goals = json.loads(file.read_text(encoding="utf-8"))["goals"]
        return file.name, {what: Measured(*found) for what, found in goals.items()}
    return None


def losses(now: Mapping[str, Measured], before: Mapping[str, Measured]) -> Sequence[str]:
    """A line for each figure that has become worse by more than noise: the spread of the rounds, and a tenth."""
    told = []
    for what in now.keys() & before.keys():
        new, old = now[what], before[what]
        noise = max(new.high - new.low, old.high - old.low)
        if new.value > old.value * (1 + _LOSS) + noise:
            told.append(f"Lost: {what} was {old.value:.2f} and is {new.value:.2f}.")
    return sorted(told)


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*:\s*(.+)", listed.read_text(encoding="utf-8")) if listed.is_file() else None
    return found[1].strip() if found else platform.machine()


def _memory() -> int:
    listed = Path("/proc/meminfo")
    found = re.search(r"MemTotal:\s+(\d+)", listed.read_text(encoding="utf-8")) if listed.is_file() else None
    return round(int(found[1]) / 1024**2) if found else 0
