"""The page of a longer list, as every route that lists something gives it."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, Field

from allygraph.queries.slices import Slice

Item = TypeVar("Item")


class Page(BaseModel, Generic[Item]):
    """Some items of a list in its order; the next page begins at `offset` plus the number of items."""

    items: list[Item]
    total: int | None = Field(description="The number of all items; null where counting them would cost too much.")
    more: bool = Field(description="Whether items come after these.")
    offset: int


def page(found: Slice[Item], offset: int) -> Page[Item]:
    """The page of a slice that begins at `offset`."""
    items = list(found.items)
    return Page(items=items, total=found.total, more=offset + len(items) < found.total, offset=offset)
