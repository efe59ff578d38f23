"""The life of a deal or a fact: from what claims say of its status to dated events and the status it has now.

A plan never makes anything hold: `planned` is the status only while nothing else is known. What goes forward
(announced, signed, active) counts by the furthest step reached: an announcement after the signing takes nothing back.
A halt or an end stands until a step forward with a later explicit date; without dates the later place in the life wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allygraph.graph.ids import stable_id
from allygraph.graph.model import Status, StatusEvent
from allygraph.graph.projection.dates import exactness, interval, within
from allygraph.graph.scales import STATUSES

RANK = {status: place for place, status in enumerate(STATUSES)}
FORWARD = frozenset({"announced", "signed", "active"})
FINAL = frozenset({"halted", "ended"})


@dataclass(frozen=True, slots=True)
class Step:
    """What one claim says of the status, when, and by whom it came about. `status` None: it held, no more is said."""

    status: Status | None
    date: str | None
    claim: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """The status now, and the interval in which the thing held; None where nothing is known."""

    status: Status | None
    valid_from: str | None
    valid_to: str | None


def merged(steps: Iterable[Step]) -> list[tuple[Step, tuple[str, ...]]]:
    """Steps that can be one and the same, joined, each with the ids of its claims; in order of the life.

    A less exact date, or none, joins the earliest more exact date of the same status that it can mean.
    """
    stated = sorted(
        (step for step in steps if step.status),
        key=lambda step: (-exactness(step.date), step.date or "", step.status or "", step.claim),
    )
    groups: list[list[Step]] = []
    for step in stated:
        fitting = (group for group in groups if group[0].status == step.status and within(step.date, group[0].date))
        group = min(fitting, key=lambda one: one[0].date or "", default=None)
        if group is None:
            groups.append([step])
        else:
            group.append(step)
    joined = [
        (
            Step(
                group[0].status, group[0].date, group[0].claim, tuple(sorted({by for step in group for by in step.by}))
            ),
            tuple(sorted({step.claim for step in group})),
        )
        for group in groups
    ]
    return _in_order(joined)


def _in_order(joined: list[tuple[Step, tuple[str, ...]]]) -> list[tuple[Step, tuple[str, ...]]]:
    """Dated steps by date; an undated one before the first that comes later in life."""
    ordered = sorted((one for one in joined if one[0].date), key=lambda one: (one[0].date or "", _rank(one[0])))
    for one in sorted((one for one in joined if not one[0].date), key=lambda one: _rank(one[0])):
        later = (place for place, other in enumerate(ordered) if _rank(other[0]) > _rank(one[0]))
        ordered.insert(next(later, len(ordered)), one)
    return ordered


def events(owner: str, steps: Iterable[Step]) -> tuple[StatusEvent, ...]:
    """The status events of an alliance (`owner` is its id), earliest first."""
    return tuple(
        StatusEvent(stable_id("eve", owner, step.status, step.date), step.status, step.date, claims, step.by)
        for step, claims in merged(steps)
        if step.status
    )


def life(steps: Iterable[Step]) -> Life:
    """What the steps add up to.

    `valid_from` is the first date signed or active (or stated without a status), else the first announced; `valid_to`
    the date of the halt or end that stands.
    """
    given = list(steps)
    joined = [step for step, _ in merged(given)]
    status = _status(joined)
    last = [step.date for step in joined if step.status == status and step.date]
    return Life(status, _began(given), max(last, default=None) if status in FINAL else None)


def _began(steps: list[Step]) -> str | None:
    held = _first_date(step for step in steps if step.status in ("signed", "active", None))
    return held or _first_date(step for step in steps if step.status == "announced")


def _first_date(steps: Iterable[Step]) -> str | None:
    """The earliest date; of those that can mean the same day, the more exact."""
    dates = {step.date for step in steps if step.date and interval(step.date)}
    exact = [one for one in dates if not any(other != one and within(one, other) for other in dates)]
    return min(exact, default=None)


def _status(steps: list[Step]) -> Status | None:
    final = [step for step in steps if step.status in FINAL]
    forward = [step for step in steps if step.status in FORWARD]
    if final:
        stop = max(final, key=lambda step: (step.date is None, step.date or "", _rank(step)))
        resumed = [step for step in forward if step.date and stop.date and _after(step.date, stop.date)]
        return max(resumed, key=_rank).status if resumed else stop.status
    if forward:
        return max(forward, key=_rank).status
    return steps[0].status if steps else None


def _after(later: str, earlier: str) -> bool:
    one, other = interval(later), interval(earlier)
    return one is not None and other is not None and one[0] > other[1]


def _rank(step: Step) -> int:
    return RANK[step.status] if step.status else -1
