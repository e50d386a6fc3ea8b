"""List the RTF control words that name groups or stand for characters, and the state of a group while it is read."""

from dataclasses import dataclass

from storyguide.intake.manuscript import Run

UNSEEN = {
    *("colortbl", "info", "themedata", "datastore", "latentstyles", "listtable", "listoverridetable", "rsidtbl"),
    *(
        "generator",
        "xmlnstbl",
        "nonshppict",
        "shprslt",
        "nonesttables",
        "objdata",
        "objclass",
        "objname",
        "bkmkstart",
        "bkmkend",
    ),
    *("filetbl", "revtbl", "pnseclvl", "tc", "xe", "template", "operator", "listpicture", "fldtype", "datafield"),
    *("footnotesep", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "background", "panose", "falt"),
    *("atnid", "atnauthor", "atndate", "atnref", "atntime", "atnicn", "atrfstart", "atrfend", "pntxta", "pntxtb"),
    *(
        "bkmkend",
        "formfield",
        "userprops",
        "docvar",
        "private",
        "pgptbl",
        "wgrffmtfilter",
        "mmathPr",
        "htmltag",
        "shpgrp",
    ),
}
"""Groups whose words are not part of the story."""
EDGES = {*("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")}
"""Groups whose words stand at the head or foot of pages."""
READ_THOUGH_STARRED = {
    *("shppict", "shpinst", "shptxt", "fldinst", "listtext", "pn", "footnote", "annotation", "moMath")
}
r"""Groups marked with \* (to be skipped by programs that do not know them) that this reader does know."""
SIGNS = {
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"},
    **{"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "tab": "\t", "zwnj": "\u200c", "zwj": "\u200d"},
    **{"ltrmark": "\u200e", "rtlmark": "\u200f", "~": "\xa0", "_": "\u2011", "-": "", "{": "{", "}": "}", "\\": "\\"},
}
"""Characters that control words and control symbols stand for."""
PLAIN = Run("")
"""Formatting of words without any."""


@dataclass(frozen=True, slots=True)
class State:
    """State of a group: the formatting of its words, and what is done with them."""

    looks: Run = PLAIN
    font: int = -1
    """Number of the font in the font table; -1 for the document's default."""
    skips: int = 1
    r"""Number of fallback characters after each Unicode character, for programs that know no Unicode (\uc)."""
    is_hidden: bool = False
    is_deleted: bool = False
    role: str = ""
    """Kind of group whose words are not the story's, such as "fonttbl"; "" for the story's own words."""
    is_first: bool = True
    """Whether the next word is the group's first, which may say what the group is."""
    is_starred: bool = False
    """Whether the group is marked to be skipped by programs that do not know it."""
