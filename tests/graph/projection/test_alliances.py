"""Which claims make one alliance, and what the alliance says."""

from __future__ import annotations

from allygraph.graph.model import Alliance, Party
from allygraph.graph.projection import ClaimView, project
from tests.graph.projection.build import view


def deals(*views: ClaimView) -> tuple[Alliance, ...]:
    return project(views).alliances


def test_a_joint_venture_with_its_contributions() -> None:
    """Partners, the venture and what each brings are one alliance, whatever sentence says which part."""
    (deal,) = deals(
        view("c1", "C2CX", "PARTNERS_WITH", "CyberTrust", status="signed", date="2017-09-12", deal="d"),
        view("c2", "C2CX", "JOINT_VENTURE_IN", "CyberEX", status="signed", date="2017-09-12", deal="d"),
        view("c3", "CyberTrust", "JOINT_VENTURE_IN", "CyberEX", status="signed", deal="d"),
        view("c4", "C2CX", "INVESTS_IN", "CyberEX", status="planned", amount=80e6, currency="USD"),
    )
    assert (deal.kind, deal.title, deal.status, deal.valid_from) == (
        "joint venture",
        "C2CX - CyberTrust: CyberEX",
        "signed",
        "2017-09-12",
    )
    assert deal.parties == (Party("C2CX", None, 80e6, "USD"), Party("CyberTrust"))
    assert deal.creates == ("CyberEX",)
    assert deal.claims == ("c1", "c2", "c3", "c4")


def test_far_apart_dates_are_two_deals() -> None:
    """Explicit dates more than half a year apart speak of two deals of the same parties."""
    found = deals(
        view("c1", "A", "PARTNERS_WITH", "B", status="signed", date="2017-01-10"),
        view("c2", "B", "PARTNERS_WITH", "A", status="active", date="2017-05"),
        view("c3", "A", "PARTNERS_WITH", "B", status="signed", date="2019-03-01"),
    )
    assert sorted(deal.claims for deal in found) == [("c1", "c2"), ("c3",)]


def test_a_vague_date_bridges_no_deals() -> None:
    """A year that two deals share goes to one of them and leaves them two."""
    found = deals(
        view("c1", "A", "PARTNERS_WITH", "B", date="2019-01-10"),
        view("c2", "A", "PARTNERS_WITH", "B", date="2019-11-10"),
        view("c3", "A", "PARTNERS_WITH", "B", date="2019"),
    )
    assert len(found) == 2


def test_an_undated_claim_speaks_of_the_deal_before_its_publication() -> None:
    """Without a date of its own a claim joins the latest deal begun before its document."""
    found = deals(
        view("c1", "A", "PARTNERS_WITH", "B", date="2015-01"),
        view("c2", "A", "PARTNERS_WITH", "B", date="2018-01"),
        view("c3", "A", "PARTNERS_WITH", "B", published="2017-06-01"),
    )
    assert ("c1", "c3") in [deal.claims for deal in found]


def test_a_halt_joins_the_deal_it_stops() -> None:
    """The halt comes long after the signing and is no deal of its own."""
    (deal,) = deals(
        view("c1", "Metaverse", "PARTNERS_WITH", "KICKICO", status="signed", date="2016-01"),
        view("c2", "CSRC", "HALTS", "Metaverse", "KICKICO", status="active", date="2017-09"),
    )
    assert (deal.status, deal.valid_from, deal.valid_to) == ("halted", "2016-01", "2017-09")
    assert deal.events[-1].by == ("CSRC",)
    assert [party.entity for party in deal.parties] == ["KICKICO", "Metaverse"]


def test_a_threatened_halt_halts_nothing() -> None:
    """An authority that plans to step in has not done so."""
    (deal,) = deals(
        view("c1", "A", "PARTNERS_WITH", "B", status="active"),
        view("c2", "CSRC", "HALTS", "A", "B", status="planned"),
    )
    assert deal.status == "active"


def test_two_parties_of_a_consortium_are_no_second_deal() -> None:
    """A bilateral claim joins the deal of many that holds both; one who leaves does not end it."""
    (deal,) = deals(
        view("c1", "A", "PARTNERS_WITH", "B", status="active", deal="d"),
        view("c2", "A", "PARTNERS_WITH", "C", status="active", deal="d"),
        view("c3", "B", "PARTNERS_WITH", "C", status="ended"),
    )
    assert (deal.kind, deal.status, len(deal.parties)) == ("consortium", "active", 3)


def test_a_venture_alone_makes_the_partnership() -> None:
    """Two documents that each name one founder tell of one joint venture."""
    (deal,) = deals(
        view("c1", "A", "JOINT_VENTURE_IN", "V", document="doc-1"),
        view("c2", "B", "JOINT_VENTURE_IN", "V", document="doc-2"),
        view("c3", "A", "PARTNERS_WITH", "B", document="doc-3"),
    )
    assert (deal.creates, deal.claims) == (("V",), ("c1", "c2", "c3"))


def test_two_ventures_are_two_deals() -> None:
    """The same partners found two things in two deals."""
    ventures = [view(f"c{f}{v}", f, "JOINT_VENTURE_IN", v) for f in "AB" for v in "VW"]
    assert sorted(deal.creates for deal in deals(*ventures)) == [("V",), ("W",)]


def test_a_later_deal_leaves_the_id_of_the_first() -> None:
    """A better date, a venture, and a further deal do not change the id of the first."""
    first = view("c1", "A", "PARTNERS_WITH", "B")
    (alone,) = deals(first)
    more = deals(
        first,
        view("c2", "A", "PARTNERS_WITH", "B", date="2020-02"),
        view("c3", "A", "PARTNERS_WITH", "B", date="2022-02"),
    )
    assert alone.id in {deal.id for deal in more if "c2" in deal.claims}
    assert len(more) == 2


def test_a_plan_alone_is_never_active() -> None:
    """What is only planned stays planned and holds from no day."""
    (deal,) = deals(view("c1", "A", "PARTNERS_WITH", "B", status="planned", date="2020-01"))
    assert (deal.status, deal.valid_from) == ("planned", None)
