"""Asks whoever sits at the terminal the few things a new story begins with."""

from collections.abc import Callable, Sequence

Ask = Callable[[str], str]


def a_line(question: str, ask: Ask) -> str:
    """What was answered, or "" for nothing: that may be given later, in the file."""
    try:
        return " ".join(ask(f"{question}\n> ").split())
    except EOFError:
        return ""


def some_of(question: str, names: Sequence[str], ask: Ask, *, most: int) -> list[str]:
    """Names out of a list, chosen by their numbers or by being typed; what is not in the list is asked for again."""
    listed = "\n".join(f"  {number:>2}  {name}" for number, name in enumerate(names, 1))
    shown = f"{listed}\n{question}"
    while True:
        answers = [each.strip() for each in a_line(shown, ask).split(",") if each.strip()]
        chosen = [_chosen(each, names) for each in answers]
        if all(chosen) and len(chosen) <= most:
            return list(dict.fromkeys(chosen))
        shown = f"Type numbers or names from the list, at most {most}, with commas between them; or nothing."


def _chosen(answer: str, names: Sequence[str]) -> str:
    if answer.isascii() and answer.isdigit():
        return names[int(answer) - 1] if 0 < int(answer) <= len(names) else ""
    return next((name for name in names if name.casefold() == answer.casefold()), "")
