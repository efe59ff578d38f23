"""The life of a deal: events, the status now, the interval in which it held."""

from __future__ import annotations

import pytest

from allygraph.graph.projection.life import Life, Step, events, life


def steps(*given: tuple[str | None, str | None]) -> list[Step]:
    return [Step(status, date, f"c{place}") for place, (status, date) in enumerate(given)]


@pytest.mark.parametrize(
    ("given", "lived"),
    [
        ([("planned", None)], Life("planned", None, None)),
        ([("planned", "2020-05")], Life("planned", None, None)),
        ([("signed", None), ("planned", "2021")], Life("signed", None, None)),
        ([("signed", "2017-09-12"), ("announced", "2017-09-15")], Life("signed", "2017-09-12", None)),
        ([("announced", "2020-07")], Life("announced", "2020-07", None)),
        ([("active", None), ("ended", None)], Life("ended", None, None)),
        ([("planned", None), ("halted", None)], Life("halted", None, None)),
        ([("signed", "2018"), ("ended", "2020-01")], Life("ended", "2018", "2020-01")),
        ([("halted", "2018-03"), ("active", "2019-02-01")], Life("active", "2019-02-01", None)),
        ([("halted", "2018-03"), ("planned", "2019-02-01")], Life("halted", None, "2018-03")),
        ([("halted", "2018-03"), ("active", "2018")], Life("halted", "2018", "2018-03")),
        ([("signed", "2020"), ("active", "2020-07-14")], Life("active", "2020-07-14", None)),
        ([(None, "2015")], Life(None, "2015", None)),
        ([], Life(None, None, None)),
    ],
)
def test_what_steps_add_up_to(given: list[tuple[str | None, str | None]], lived: Life) -> None:
    """Plans never hold, forward steps are not taken back, a later explicit date ends or resumes."""
    assert life(steps(*given)) == lived


def test_a_vague_date_joins_the_exact_one() -> None:
    """The year, the month and the day of one signing are one event with three claims."""
    found = events("all-1", steps(("signed", "2020"), ("signed", "2020-07-14"), ("signed", "2020-07")))
    assert [(event.status, event.date, event.claims) for event in found] == [
        ("signed", "2020-07-14", ("c0", "c1", "c2"))
    ]


def test_an_undated_event_stands_where_its_place_in_life_is() -> None:
    """An undated signing comes before the dated end."""
    found = events("all-1", steps(("ended", "2021-01"), ("signed", None), ("announced", "2019-05")))
    assert [event.status for event in found] == ["announced", "signed", "ended"]


def test_two_authorities_bring_about_one_halt() -> None:
    """A halt keeps everyone who brought it about."""
    found = events("all-1", [Step("halted", None, "c1", ("CSRC",)), Step("halted", None, "c2", ("CBRC",))])
    assert [(event.by, event.claims) for event in found] == [(("CBRC", "CSRC"), ("c1", "c2"))]
