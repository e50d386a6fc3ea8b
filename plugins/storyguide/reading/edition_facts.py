"""Reads a group of facts name by name, and tells of the names nobody asked for."""

from collections.abc import Iterator
from typing import TypeVar

from storyguide.model.problems import fields
from storyguide.reading.values import Kind
from storyguide.reading.written import Group, Reading, Several, Text, Unread, Written

T = TypeVar("T")
D = TypeVar("D")


class Facts:
    """The facts of one group in an edition's lists; what cannot be read is told, and counts as not given."""

    def __init__(self, group: Group, reading: Reading, *, of: str, known: tuple[str, ...], at: str = "") -> None:
        self.reading = reading
        self.line = group.line
        self._values = group.values
        self._lines = group.lines
        self._of = of
        self._at = at
        for name, line in group.lines.items():
            reading.lines[self._key(name)] = line
            if name not in known:
                reading.tell(fields.unknown(reading.at(line), name, known))

    def one(self, name: str, kind: Kind[T], default: D) -> T | D:
        """The value of this name, or the default."""
        value = self._given(name)
        read = None if value is None else kind.read(value, self._key(name), self.reading)
        return default if read is None else read

    def needed(self, name: str, kind: Kind[str], example: str) -> str:
        """The value of this name, told of when it is missing; "" when it cannot be had."""
        if name not in self._values:
            where = self.reading.at(self._lines.get(name, self.line if self._at else 0))
            self.reading.tell(fields.missing(where, name, example, of=self._of))
        return self.one(name, kind, "")

    def several(self, name: str, kind: Kind[T]) -> tuple[T, ...]:
        """Each value of a list; one value alone is a list of one."""
        read = (kind.read(item, f"{self._key(name)}[{i}]", self.reading) for i, item in enumerate(self._items(name)))
        return tuple(value for value in read if value is not None)

    def groups(self, name: str, *, of: str, known: tuple[str, ...]) -> "Iterator[Facts]":
        """Each group of a list, or the one group of a name."""
        for number, item in enumerate(self._items(name)):
            if isinstance(item, Group):
                yield Facts(item, self.reading, of=of, known=known, at=f"{self._key(name)}[{number}].")
            elif not isinstance(item, Unread):
                written = item.written if isinstance(item, Text) else "a list"
                self.reading.tell(fields.not_a_group(self.reading.at(item.line), name, written, f"{known[0]}: ..."))

    def line_of(self, name: str) -> int:
        """The line this name stands on; where the group begins when it is not given."""
        return self._lines.get(name, self.line)

    def words_line(self, name: str) -> int:
        """The line on which the words of this name begin: below it, when they take up lines of their own."""
        value = self._given(name)
        if not isinstance(value, Text):
            return self.line_of(name)
        return value.line + 1 if value.written.endswith("\n") else value.line

    def _items(self, name: str) -> tuple[Written, ...]:
        value = self._given(name)
        if value is None:
            return ()
        return value.items if isinstance(value, Several) else (value,)

    def _given(self, name: str) -> Written | None:
        value = self._values.get(name)
        return None if isinstance(value, Unread) else value

    def _key(self, name: str) -> str:
        return self._at + name
