"""Extract what old programs put among the words of an e-mail: uuencoded files, and PGP's armour."""

import re
from binascii import Error, a2b_uu

_FILE = re.compile(r"^begin [0-7]{3,4} ([^\n]{1,200})\n((?:[^\n]{0,90}\n)*?)[` ]?\n?end[ \t]*$", re.MULTILINE)
_BEGUN = re.compile(r"^begin [0-7]", re.MULTILINE)
_MOST = 50
"""Most beginnings of a file that are followed up, as each may be searched for to the end of the e-mail."""
_ENCRYPTED = "-----BEGIN PGP MESSAGE-----"
_SIGNED = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[^\n]+\n)*\n"
    r"(.*?)^-----BEGIN PGP SIGNATURE-----\n.*?^-----END PGP SIGNATURE-----$",
    re.MULTILINE | re.DOTALL,
)
_DASHED = re.compile(r"^- ", re.MULTILINE)


def without_files(text: str) -> tuple[str, list[tuple[str, bytes]]]:
    """Return the words without the uuencoded files among them, and those files as (name, content)."""
    files: list[tuple[str, bytes]] = []

    def taken(found: re.Match[str]) -> str:
        try:
            data = b"".join(a2b_uu(line) for line in found[2].split("\n") if line.strip())
        except (Error, ValueError):
            return found[0]
        files.append((found[1].strip(), data))
        return ""

    return (_FILE.sub(taken, text) if 0 < len(_BEGUN.findall(text)) <= _MOST else text), files


def without_seal(text: str) -> str:
    """Return the words of a PGP-signed text without its signature and armour."""
    return (
        _SIGNED.sub(lambda found: _DASHED.sub("", found[1]), text)
        if 0 < text.count("BEGIN PGP SIGNED") <= _MOST
        else text
    )


def is_encrypted(text: str) -> bool:
    """Return whether the words are encrypted with PGP."""
    return text.lstrip().startswith(_ENCRYPTED)
