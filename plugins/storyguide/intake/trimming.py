"""Remove from an e-mail what is not its story: signatures, the e-mail it answers, headers of a forwarded one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from storyguide.intake.growing import Element
from storyguide.intake.manuscript import Cut

_SIGNATURE = re.compile(r"--[ \t]?")
_SENT_FROM = re.compile(
    r"(?:Sent|Written|Typed) (?:from|via|with|using) .{1,60}|Get Outlook for .{1,40}|Sent by .{1,30} app", re.IGNORECASE
)
_WROTE = re.compile(
    r"(?:On|Am|Le|El|Il|Op|W dniu)\b.{4,200}(?:wrote|schrieb|écrit|escribió|scritto|schreef|pisze)\s*:", re.IGNORECASE
)
_PASSED_ON = re.compile(r"-{2,}\s*Forwarded [Mm]essage\s*-{2,}|Begin forwarded message:")
_ORIGINAL = re.compile(r"-{2,}\s*Original (?:[Mm]essage|[Aa]ppointment)\s*-{2,}|_{20,}")
_HEAD = re.compile(r"\*?(?:From|Sent|Date|To|Cc|Subject|Reply-To):\*?(?:\s|$)")
_FEWEST_HEADS = 3
_MOST_BLANK = 3
"""Most empty lines before the headers of a quoted e-mail; each line may begin some, and none is read over and over."""

_QUOTED_CLASSES = re.compile(r"gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote")
_SIGNATURE_CLASSES = re.compile(r"gmail_signature|moz-signature|Signature\b")
_QUOTED_IDS = {"appendonsend", "divRplyFwdMsg", "reply-intro", "isForwardContent"}

SIGNATURE, ANSWERED, PASSED_ON = "a signature", "an earlier letter", "how it was passed on"
"""Descriptions of what was cut off, as they are shown to the editor."""


@dataclass
class _Trimmed:
    kept: list[str] = field(default_factory=list)
    cut: dict[str, list[str]] = field(default_factory=dict)

    def off(self, what: str, lines: Sequence[str]) -> None:
        self.cut.setdefault(what, []).extend(lines)


def trim_text(text: str) -> tuple[str, list[Cut]]:
    """Return the words of an e-mail that are its story, and what was cut off them.

    What stands below a forwarded e-mail's headers is the story; what stands below those of an answered one is not.
    Where nothing would be left, the earlier e-mail is what was meant.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    trimmed = _trimmed(lines)
    if not any(line.strip() for line in trimmed.kept):
        unquoted = [re.sub(r"^(?:> ?)+", "", line) for line in lines]
        if unquoted != lines:
            trimmed = _trimmed(unquoted)
    cuts = [Cut(what, "\n".join(cut).strip()) for what, cut in trimmed.cut.items() if any(line.strip() for line in cut)]
    return "\n".join(trimmed.kept).strip("\n"), cuts


def _trimmed(lines: Sequence[str]) -> _Trimmed:
    """Split the lines of an e-mail into those that are kept and those cut off, by their description."""
    found = _Trimmed()
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        heads = _heads(lines, at + 1 if _PASSED_ON.fullmatch(line) or _ORIGINAL.fullmatch(line) else at)
        if _SIGNATURE.fullmatch(lines[at].rstrip("\xa0")):
            end = next((later for later in range(at + 1, len(lines)) if _begins_other(lines, later)), len(lines))
            found.off(SIGNATURE, lines[at:end])
        elif _SENT_FROM.fullmatch(line):
            end = at + 1
            found.off(SIGNATURE, lines[at:end])
        elif _PASSED_ON.fullmatch(line):
            end = heads
            found.off(PASSED_ON, lines[at:end])
        elif _ORIGINAL.fullmatch(line) and heads > at + 1:
            end = len(lines)
            found.off(ANSWERED, lines[at:end])
        elif heads > at:
            # Outlook puts such headers there without a word before them, whether it is answered or forwarded.
            end = len(lines) if any(each.strip() for each in found.kept) else heads
            found.off(ANSWERED if end == len(lines) else PASSED_ON, lines[at:end])
        elif wrote := _wrote(lines, at):
            end = wrote
            found.off(ANSWERED, lines[at:end])
        elif line.startswith(">"):
            end = at + 1
            found.off(ANSWERED, lines[at:end])
        else:
            end = at + 1
            found.kept.append(lines[at])
        at = end
    return found


def _begins_other(lines: Sequence[str], at: int) -> bool:
    line = lines[at].strip()
    return bool(line.startswith(">") or _PASSED_ON.fullmatch(line) or _ORIGINAL.fullmatch(line) or _wrote(lines, at))


def _wrote(lines: Sequence[str], at: int) -> int:
    """Return the index after "On Monday, Jo wrote:", which programs break into up to three lines; 0 if not here."""
    if not lines[at].strip():
        return 0
    for end in range(at + 1, min(at + 4, len(lines) + 1)):
        if _WROTE.fullmatch(" ".join(line.strip() for line in lines[at:end])):
            return end
    return 0


def _heads(lines: Sequence[str], at: int) -> int:
    """Return the index of the line after the headers of an e-mail within an e-mail; `at` when there are none."""
    end, count = at, 0
    while end < len(lines) and (
        _HEAD.match(lines[end].strip()) or (not lines[end].strip() and count < 1 and end < at + _MOST_BLANK)
    ):
        count += bool(lines[end].strip())
        end += 1
    return end if count >= _FEWEST_HEADS else at


def trim_page(page: Element) -> list[Cut]:
    """Remove signatures and earlier e-mails from an e-mail's HTML tree, in place; return what was cut."""
    cut: dict[str, list[str]] = {}
    _prune(page, cut)
    return [Cut(what, words) for what, parts in cut.items() if (words := "\n".join(filter(None, parts)))]


def _prune(holder: Element, cut: dict[str, list[str]]) -> None:
    """Remove signatures and earlier e-mails below an element, in place, and collect their text in `cut`."""
    for at, each in enumerate(holder.inside):
        if not isinstance(each, Element):
            continue
        kind, name = each.facts.get("class", ""), each.facts.get("id", "")
        if name in _QUOTED_IDS:
            cut.setdefault(ANSWERED, []).extend(_text_of(one) for one in holder.inside[at:])
            del holder.inside[at:]
            return
        quoted = _QUOTED_CLASSES.search(kind) or (each.tag == "blockquote" and each.facts.get("type") == "cite")
        if quoted or _SIGNATURE_CLASSES.search(kind) or name.endswith("Signature"):
            cut.setdefault(ANSWERED if quoted else SIGNATURE, []).append(_text_of(each))
            each.inside.clear()
        elif each.tag in ("p", "div") and _SENT_FROM.fullmatch(_text_of(each)):
            cut.setdefault(SIGNATURE, []).append(_text_of(each))
            each.inside.clear()
        else:
            _prune(each, cut)


def _text_of(part: "Element | str") -> str:
    if isinstance(part, str):
        return " ".join(part.split())
    return " ".join(filter(None, map(_text_of, part.inside))) if part.is_seen else ""
