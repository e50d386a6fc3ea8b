"""Named sets of principles by which a story can be read, and the sentence by which it shows one."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """One principle of a framework, with its statements in order."""

    slug: str
    """Unique in the guide, across all frameworks."""
    name: str
    summary: str
    """A short sentence that completes "this story shows ..."."""
    statements: tuple[str, ...]
    sign: str = ""
    """Name of its drawn sign (sun, circles, bunting, links, rings, ...); empty for a plain one."""


@dataclass(frozen=True, kw_only=True)
class Framework:
    """A set of dimensions, its framing ("We collaborate so that we are ...") and where it comes from."""

    slug: str
    name: str
    framing: str
    source: str
    """Whose principles these are, in words."""
    source_address: str = ""
    summary: str = ""
    dimensions: tuple[Dimension, ...]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One sentence from a story that shows a dimension."""

    dimension: str
    """Slug of the dimension; whether the guide has it is for checking to say."""
    sentence: str
