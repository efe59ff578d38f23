"""Partial dates, and the comparison in Cypher against days counted one by one."""

from __future__ import annotations

import calendar
import random
from datetime import date

import pytest

from allygraph.queries.catalogue import ask
from allygraph.queries.dates import partial_date

SEED = 20200714


def first_day(text):
    """The first day a partial date can mean."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(text):
    """The last day a partial date can mean."""
    parts = [*map(int, text.split("-"))]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def random_date(chance):
    """A year, a month or a day of 2019 to 2021, with few different values so that they meet often."""
    text = f"{chance.randint(2019, 2021)}-{chance.choice((1, 2, 12)):02}-{chance.choice((1, 28)):02}"
    return text[: chance.choice((4, 7, 10))]


def expected(start, end, on):
    """Some day of `on` on which the fact, taken at its longest, held; the day of a whole end date is excluded."""
    begun = start is None or first_day(start) <= last_day(on)
    if end is None:
        return begun
    over = last_day(end) < first_day(on) if len(end) < 10 else first_day(end) <= first_day(on)
    return begun and not over


def test_date_forms():
    """A year, a month, a day and a date are taken; anything else is refused with what is allowed."""
    given = ["2020", "2020-07", " 2020-07-14 ", date(2020, 7, 14)]
    assert [partial_date(each) for each in given] == ["2020", "2020-07", "2020-07-14", "2020-07-14"]
    for wrong in ("20", "2020-7", "2020-13", "2020-02-30", "2020-07-14T00:00", "yesterday"):
        with pytest.raises(ValueError, match=wrong):
            partial_date(wrong)


@pytest.mark.store
def test_in_force_agrees_with_counting_days(store):
    """For random partial dates (seed shown) `facts_on` finds the facts that counting days finds."""
    chance = random.Random(SEED)
    facts = [
        {
            "id": f"f{n:03}",
            "start": chance.choice((None, random_date(chance))),
            "end": chance.choice((None, random_date(chance))),
        }
        for n in range(150)
    ]
    store.write(
        "MERGE (a:Entity:Organisation {id: 'a', name: 'A', kind: 'Organisation'}) "
        "MERGE (b:Entity:Organisation {id: 'b', name: 'B', kind: 'Organisation'}) WITH a, b UNWIND $facts AS row "
        "CREATE (a)-[:OWNS {id: row.id, status: 'active', valid_from: row.start, valid_to: row.end}]->(b)",
        {"facts": facts},
    )
    for on in sorted({random_date(chance) for _ in range(40)}):
        found = {row["fact_id"] for row in ask(store, "facts_on", on=on).to_records()}
        assert found == {fact["id"] for fact in facts if expected(fact["start"], fact["end"], on)}, (on, SEED)


@pytest.mark.store
@pytest.mark.parametrize(
    ("status", "start", "end", "shown"),
    [
        (None, None, None, True),
        ("announced", None, None, True),
        ("planned", "2019", None, False),
        ("ended", None, "2021", True),
        ("ended", "2019", None, False),
        ("halted", "2019", "2021", True),
        ("halted", None, "2021", False),
        ("halted", "2019", None, False),
    ],
)
def test_status_decides_what_dates_leave_open(store, status, start, end, shown):
    """No plan, nothing that ended nobody knows when, nothing halted that is not known to have begun."""
    store.write(
        "MERGE (a:Entity {id: 'a', name: 'A'}) MERGE (b:Entity {id: 'b', name: 'B'}) "
        "CREATE (a)-[:OWNS {id: 'f', status: $status, valid_from: $start, valid_to: $end}]->(b)",
        {"status": status, "start": start, "end": end},
    )
    assert len(ask(store, "facts_on", on="2020-06-15")) == int(shown)
