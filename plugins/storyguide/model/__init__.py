"""Frozen dataclasses for everything the guide consists of; they import the standard library only."""

# Classes whose values are cached between builds have no slots: without slots, pickling and unpickling take half the
# time.
