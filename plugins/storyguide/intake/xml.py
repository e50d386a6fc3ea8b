"""Reads a stranger's XML: nothing in it may be spelt out elsewhere, or grow while it is read."""

from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

_RELATIONSHIPS = "/relationships}"


def read_xml(data: bytes) -> Element | None:
    """The root of a document; None when it cannot be read, or holds what no office program writes."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None
    return root


def name_of(element: Element) -> str:
    """An element's name without its namespace: programs differ on those, and no two names here are alike."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def fact(element: Element, name: str) -> str:
    """An attribute by its name without its namespace; "" when it has none."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def relation(element: Element, *names: str) -> str:
    """The id by which an element of a Word document names another part, such as r:embed; "" when it names none."""
    found = (value for name in names for key, value in element.items() if key.endswith(_RELATIONSHIPS + name))
    return next(found, "")


def child(element: Element | None, *names: str) -> Element | None:
    """Return what stands under these names, each a child of the one before; None where one is missing."""
    for name in names:
        element = None if element is None else next((each for each in element if name_of(each) == name), None)
    return element
