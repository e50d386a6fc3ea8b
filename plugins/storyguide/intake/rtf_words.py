"""The words of RTF that say what a group is or stand for a sign, and how words look within a group."""

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
"""Groups whose words are none of the story."""
EDGES = {*("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")}
READ_THOUGH_STARRED = {
    *("shppict", "shpinst", "shptxt", "fldinst", "listtext", "pn", "footnote", "annotation", "moMath")
}
"""Groups marked as ones to pass over by programs that do not know them, which this one does."""
SIGNS = {
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"},
    **{"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "tab": "\t", "zwnj": "\u200c", "zwj": "\u200d"},
    **{"ltrmark": "\u200e", "rtlmark": "\u200f", "~": "\xa0", "_": "\u2011", "-": "", "{": "{", "}": "}", "\\": "\\"},
}
PLAIN = Run("")


@dataclass(frozen=True, slots=True)
class State:
    """How words look in a group, and what becomes of them."""

    looks: Run = PLAIN
    font: int = -1
    skips: int = 1
    """Characters that stand after each letter of Unicode for programs that know none."""
    is_hidden: bool = False
    is_deleted: bool = False
    role: str = ""
    """What the words of a group are if they are none of the story, such as "fonttbl"; "" for the story's own."""
    is_first: bool = True
    is_starred: bool = False
