"""Read slugs, web addresses and language tags from facts, and convert titles into folder names."""

import re
from urllib.parse import urlsplit

from storyguide.model.problems import fields
from storyguide.model.slug import KEPT_FREE, NO_FOLDERS, slug_of
from storyguide.reading.kinds import Kind, name_of, text_of
from storyguide.reading.written import Reading, Written

LONGEST_SLUG = 60
"""Maximum length of a slug in characters."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)
_SIGNS = {
    name: sign
    for sign, names in {
        "ar": "arabic العربية",
        "bn": "bengali bangla বাংলা",
        "cy": "welsh cymraeg",
        "en": "english",
        "es": "spanish español",
        "fr": "french français",
        "gu": "gujarati ગુજરાતી",
        "hi": "hindi हिन्दी",
        "pa": "punjabi panjabi ਪੰਜਾਬੀ",
        "pl": "polish polski",
        "pt": "portuguese português",
        "ro": "romanian română",
        "so": "somali soomaali",
        "uk": "ukrainian українська",
        "ur": "urdu اردو",
    }.items()
    for name in names.split()
}
"""Language tags by the names people use, for the languages most spoken in the United Kingdom."""
_UNSAFE_IN_AN_ADDRESS = re.compile("[\\s<>\"'\\\\^`{|}\x00-\x20\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _read_slug(value: Written, key: str, reading: Reading) -> str | None:
    text = text_of(value, key, reading)
    if text is None:
        return None
    if _SLUG.fullmatch(text) and len(text) <= LONGEST_SLUG:
        return text
    better = slug_of(text)[:LONGEST_SLUG].strip("-")
    reading.tell(fields.not_an_address_name(reading.at(value.line), name_of(key), text, better))
    return None


SLUG = Kind(_read_slug, {"type": "string", "pattern": f"^{_SLUG.pattern}$", "maxLength": LONGEST_SLUG})
"""Kind of a slug: a-z, 0-9 and single hyphens."""


def is_slug(text: str) -> bool:
    """Return whether the text is a valid slug as it stands."""
    return len(text) <= LONGEST_SLUG and bool(_SLUG.fullmatch(text))


def folder_name_for(text: str) -> str:
    """Return a name for a story's folder made from the text, cut at a word if too long.

    The result is a valid slug, not reserved, and allowed as a folder name on every computer; "" if the text has no
    letter or digit to make it from.
    """
    slug = slug_of(text)
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    return f"{slug}-story" if slug in NO_FOLDERS | KEPT_FREE else slug


def why_no_folder(name: str) -> str:
    """Return why a story's folder cannot have this name, as a sentence that offers another; "" if it can."""
    better = folder_name_for(name)
    instead = f" “{better}” can." if better else " Use the letters a to z, figures and single hyphens."
    if not is_slug(name):
        return f"“{name}” cannot be an address.{instead}"
    if name in NO_FOLDERS | KEPT_FREE:
        return f"The guide or a computer needs the name “{name}” itself.{instead.replace(' can.', ' is free.')}"
    return ""


def _read_language(value: Written, key: str, reading: Reading) -> str | None:
    text = text_of(value, key, reading)
    if text is None:
        return None
    found = _LANGUAGE.fullmatch(text)
    if not found:
        reading.tell(fields.not_a_language(reading.at(value.line), name_of(key), text, _SIGNS.get(text.lower(), "")))
        return None
    language, script, region = found.groups()
    parts = (language.lower(), script and script.title(), region and region.upper())
    return "-".join(part for part in parts if part)


LANGUAGE = Kind(_read_language, {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"})
"""Kind of a language tag such as "cy" or "en-GB", returned in its usual capitals."""


def _read_web_address(value: Written, key: str, reading: Reading) -> str | None:
    text = text_of(value, key, reading)
    if text is None:
        return None
    if _is_web_address(text):
        return text
    guess = "https://" + text.removeprefix("//")
    better = guess if text and ":" not in text and _is_web_address(guess) else ""
    reading.tell(fields.not_a_web_address(reading.at(value.line), name_of(key), text, better))
    return None


def _is_web_address(text: str) -> bool:
    if len(text) > 2000 or _UNSAFE_IN_AN_ADDRESS.search(text):
        return False
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - raises when it is no number
    except ValueError:
        return False
    host = parts.hostname or ""
    return parts.scheme in ("http", "https") and "." in host.strip(".") and "@" not in parts.netloc


WEB_ADDRESS = Kind(_read_web_address, {"type": "string", "format": "uri", "pattern": "^https?://"})
"""Kind of an http or https address."""
