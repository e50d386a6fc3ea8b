"""What the editors look at first: every story with its state, its needs and whom to ask. Nothing of it is published."""

from storyguide.editing.desk.openers import opener_of
from storyguide.editing.desk.rows import desk_of
from storyguide.reading.answers import read_answers

__all__ = ["desk_of", "opener_of", "read_answers"]
