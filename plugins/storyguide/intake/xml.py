"""Reads a stranger's XML: nothing in it may be spelt out elsewhere, or grow while it is read."""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

_NAMESPACE = re.compile(r"\{[^}]*\}")


def read_xml(data: bytes) -> Element | None:
    """The root of a document; None when it cannot be read, or holds what no office program writes."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None
    return root


def name_of(element: Element) -> str:
    """An element's name without its namespace: programs differ on those, and no two names here are alike."""
    return _NAMESPACE.sub("", element.tag) if isinstance(element.tag, str) else ""


def fact(element: Element, name: str) -> str:
    """An attribute by its name without its namespace; "" when it has none."""
    return next((value for key, value in element.items() if _NAMESPACE.sub("", key) == name), "")
