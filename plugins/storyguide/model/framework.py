"""Data classes for named sets of principles, and for the sentence by which a story shows one of them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """A principle of a framework, with its statements in order."""

    slug: str
    """Slug, unique across all frameworks of the guide."""
    name: str
    summary: str
    """Short sentence that completes "this story shows ..."."""
    statements: tuple[str, ...]
    sign: str = ""
    """Name of the drawn sign, from `drawings.SIGNS`; empty for a plain one."""


@dataclass(frozen=True, kw_only=True)
class Framework:
    """A set of dimensions with its framing sentence ("We collaborate so that we are ...") and its source."""

    slug: str
    name: str
    framing: str
    source: str
    """Name of whoever the principles come from, in words."""
    source_address: str = ""
    summary: str = ""
    dimensions: tuple[Dimension, ...]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A sentence in a story that shows a dimension."""

    dimension: str
    """Slug of the dimension; existence in the guide is checked later."""
    sentence: str
