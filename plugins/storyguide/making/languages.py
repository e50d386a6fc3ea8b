"""What languages call themselves."""

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


def own_name(language: str) -> str:
    """The name of a language in itself, by its tag; of one we do not know, the tag."""
    return _NAMES.get(language.split("-", maxsplit=1)[0], language)
