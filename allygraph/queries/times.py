"""When things happened: events and facts counted by year or month, and the alliances with the events of their lives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from allygraph.queries.outline import AllianceOutline, alliance_outlines
from allygraph.queries.slices import Slice
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store

#: Characters of an ISO date that name the period.
_WIDTHS = {"year": 4, "month": 7}


@dataclass(frozen=True, slots=True)
class Period:
    """What falls into a year (`2020`) or a month (`2020-07`): status events by status, and facts that begin.

    With months, what is dated by its year alone stands in a period of that year; None holds what has no date.
    """

    period: str | None
    events: Mapping[str, int]
    facts: int


def count_events(store: Store, by: Literal["year", "month"] = "year") -> tuple[Period, ...]:
    """The periods that hold anything, earliest first, what has no date last."""
    rows = store.read(statement("event_counts"), {"width": _WIDTHS[by]})
    periods = dict.fromkeys(row["period"] for row in rows)
    return tuple(
        Period(
            period,
            {row["status"]: row["number"] for row in rows if row["period"] == period and row["what"] == "event"},
            sum(row["number"] for row in rows if row["period"] == period and row["what"] == "fact"),
        )
        for period in periods
    )


def read_timeline(store: Store, entity: str | None = None, *, limit: int, offset: int = 0) -> Slice[AllianceOutline]:
    """The alliances of an entity (id), or all, by their first date, undated ones last."""
    found = store.read(statement("timeline_slice"), {"id": entity, "limit": limit, "offset": offset})[0]
    rows = store.read(statement("alliances"), {"ids": found["ids"], "on": None}) if found["ids"] else []
    outlines = {one.id: one for one in alliance_outlines(rows)}
    return Slice(tuple(outlines[one] for one in found["ids"] if one in outlines), found["total"])
