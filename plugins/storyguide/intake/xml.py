"""Read XML from strangers safely: no DTD, so no outside entities and none that grow while they are read."""

from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

_RELATIONSHIPS = "/relationships}"


def read_xml(data: bytes) -> Element | None:
    """Return the root of an XML document; None if it cannot be parsed, or has a DTD, as no office program writes."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None
    return root


def name_of(element: Element) -> str:
    """Return an element's name without its namespace: programs differ on namespaces, and no two names here collide."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def fact(element: Element, name: str) -> str:
    """Return an attribute by its name without its namespace; "" when it is missing."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def relation(element: Element, *names: str) -> str:
    """Return the relationship id in an attribute such as r:embed, the first of these names present; "" for none."""
    found = (value for name in names for key, value in element.items() if key.endswith(_RELATIONSHIPS + name))
    return next(found, "")


def child(element: Element | None, *names: str) -> Element | None:
    """Return the element at this path of child names, from the first match of each; None where one is missing."""
    for name in names:
        element = None if element is None else next((each for each in element if name_of(each) == name), None)
    return element
