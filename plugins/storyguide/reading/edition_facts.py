"""Read the facts of a YAML group one by one, and report unknown names."""

from collections.abc import Iterator
from typing import TypeVar

from storyguide.model.problems import fields
from storyguide.reading.values import Kind
from storyguide.reading.written import Group, Reading, Several, Text, Unread, Written

T = TypeVar("T")
D = TypeVar("D")


class Facts:
    """A group of facts in one of the edition's lists, read by name.

    Unreadable facts are reported to `reading` and count as not given. Unknown names are reported on construction.
    """

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
        """Return the value of this name, or `default` if it is not given or unreadable."""
        value = self._given(name)
        read = None if value is None else kind.read(value, self._key(name), self.reading)
        return default if read is None else read

    def needed(self, name: str, kind: Kind[str], example: str) -> str:
        """Return the value of this name; report it as missing and return "" if it is not given."""
        if name not in self._values:
            where = self.reading.at(self._lines.get(name, self.line if self._at else 0))
            self.reading.tell(fields.missing(where, name, example, of=self._of))
        return self.one(name, kind, "")

    def several(self, name: str, kind: Kind[T]) -> tuple[T, ...]:
        """Return the readable values of a list; a single value counts as a list of one."""
        read = (kind.read(item, f"{self._key(name)}[{i}]", self.reading) for i, item in enumerate(self._items(name)))
        return tuple(value for value in read if value is not None)

    def groups(self, name: str, *, of: str, known: tuple[str, ...]) -> "Iterator[Facts]":
        """Yield each group of a list, or the single group under a name; report items that are no groups."""
        for number, item in enumerate(self._items(name)):
            if isinstance(item, Group):
                yield Facts(item, self.reading, of=of, known=known, at=f"{self._key(name)}[{number}].")
            elif not isinstance(item, Unread):
                written = item.written if isinstance(item, Text) else "a list"
                self.reading.tell(fields.not_a_group(self.reading.at(item.line), name, written, f"{known[0]}: ..."))

    def line_of(self, name: str) -> int:
        """Return the line of this name, or the first line of the group if the name is not given."""
        return self._lines.get(name, self.line)

    def words_line(self, name: str) -> int:
        """Return the line on which the text of this name begins: the next line if it is a block text."""
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
