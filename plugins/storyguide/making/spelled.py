"""Small numbers as readers say them."""

_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def spelled(number: int) -> str:
    """A number in words up to ten, in figures beyond: "none", "three", "1,200"."""
    return _WORDS[number] if number < len(_WORDS) else f"{number:,}"
