"""Disjoint sets of keys, some pairs of which must stay apart."""

from __future__ import annotations

from collections.abc import Iterable


class Clusters:
    """Sets that can be joined, never so that a pair in `apart` comes together. Joining costs O(smaller set)."""

    def __init__(self, apart: Iterable[tuple[str, str]]) -> None:
        self.members: dict[str, list[str]] = {}
        self._name: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        for one, other in apart:
            self._apart.setdefault(self.find(one), set()).add(self.find(other))
            self._apart.setdefault(self.find(other), set()).add(self.find(one))

    def find(self, key: str) -> str:
        """The name of the set that holds the key; a key not seen before is a set by itself."""
        if key not in self._name:
            self._name[key] = key
            self.members[key] = [key]
        return self._name[key]

    def join(self, one: str, other: str) -> bool:
        """Make both sets one; False, and nothing done, where they must stay apart."""
        large, small = self.find(one), self.find(other)
        if large == small:
            return True
        if small in self._apart.get(large, ()):
            return False
        if len(self.members[large]) < len(self.members[small]):
            large, small = small, large
        for key in self.members[small]:
            self._name[key] = large
        self.members[large] += self.members.pop(small)
        for stranger in self._apart.pop(small, ()):
            self._apart[stranger].discard(small)
            self._apart[stranger].add(large)
            self._apart.setdefault(large, set()).add(stranger)
        return True
