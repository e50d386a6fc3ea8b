"""What a host that reads _headers says with a file, as Netlify and Cloudflare Pages document it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

Rules = Sequence[tuple[str, Mapping[str, str]]]


def rules_of(text: str) -> Rules:
    """Each address with what is said there, in the order in which they are written."""
    rules: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line, {}))
        elif line.strip():
            name, value = line.strip().split(": ", 1)
            rules[-1][1][name] = value
    return rules


def said_with(rules: Rules, address: str) -> dict[str, list[str]]:
    """What is said with the file at this address: of every rule that fits, all that it says."""
    said = defaultdict(list)
    for pattern, values in rules:
        if re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), address):
            for name, value in values.items():
                said[name].append(value)
    return dict(said)
