"""A slice of a longer list: what a page shows, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Slice(Generic[Item]):
    """Some items in their order, and the number of all."""

    items: tuple[Item, ...]
    total: int
