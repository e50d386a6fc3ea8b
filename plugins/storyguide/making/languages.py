"""What languages call themselves, and from which side they are written."""

_NAMES = {
    "en": "English",
    "ar": "العربية",
    "bn": "বাংলা",
    "cy": "Cymraeg",
    "es": "Español",
    "fr": "Français",
    "gu": "ગુજરાતી",
    "hi": "हिन्दी",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "Polski",
    "ro": "Română",
    "uk": "Українська",
    "ur": "اردو",
}

_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"))
"""Languages written from the right, by the first part of their tag (CLDR, with their usual script)."""


def own_name(language: str) -> str:
    """The name of a language in itself, by its tag; of one we do not know, the tag."""
    return _NAMES.get(language.split("-", maxsplit=1)[0], language)


def right_to_left(language: str) -> bool:
    """Whether a language is written from the right, by its tag."""
    return language.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT
