"""Deals: several claims that speak of one alliance, and who stops it."""

from __future__ import annotations

from tests.loaders.extraction.relations.marked import claims_of


def test_three_parties_share_one_deal() -> None:
    """All pairs of a consortium carry the same deal."""
    claims = claims_of("[O Ardent Bank], [O Corvus Bank] and [O Helm Bank] signed an agreement.")
    assert len(claims) == 3
    assert len({claim.deal for claim in claims}) == 1


def test_the_venture_belongs_to_the_deal_that_founds_it() -> None:
    """Partnership and venture of one sentence are one deal with one date."""
    claims = claims_of("[O Orbis Labs] signed a pact on 5 May 2023 with [O Tessel] to launch [R Deepmap].")
    assert {claim.predicate for claim in claims} == {"PARTNERS_WITH", "JOINT_VENTURE_IN"}
    assert {(claim.deal, claim.date, claim.status) for claim in claims} == {("d0.1", "2023-05-05", "signed")}


def test_two_deals_of_one_sentence_stay_apart() -> None:
    """Two partnerships with two verbs are two deals."""
    claims = claims_of("[O Telvia] partnered with [O Brightmast], and [O Dornex] teamed up with [O Tidal Forge].")
    assert len({claim.deal for claim in claims}) == 2


def test_each_authority_halts_the_alliance() -> None:
    """A list of authorities gives a halt each, with both parties; the alliance itself is halted."""
    claims = claims_of(
        "The [O Norland Securities Commission] and the [O Norland Banking Authority] halted the partnership between "
        "[O Ardent Bank] and [O Corvus Bank]."
    )
    halts = [claim for claim in claims if claim.predicate == "HALTS"]
    assert {claim.subject for claim in halts} == {"Norland Securities Commission", "Norland Banking Authority"}
    assert {(claim.object, claim.counterpart) for claim in halts} == {("Ardent Bank", "Corvus Bank")}
    [alliance] = [claim for claim in claims if claim.predicate == "PARTNERS_WITH"]
    assert alliance.status == "halted"
    assert {claim.deal for claim in claims} == {alliance.deal}


def test_a_firm_that_stops_its_own_deal_is_no_authority() -> None:
    """A party that ends a partnership halts nobody."""
    claims = claims_of("[O Telvia] suspended its partnership with [O Brightmast].")
    assert [(claim.predicate, claim.status) for claim in claims] == [("PARTNERS_WITH", "halted")]
