"""What one sentence lends the next."""

from __future__ import annotations

from tests.loaders.extraction.relations.marked import claims_of


def test_the_buyer_buys_what_was_named_before() -> None:
    """ "The buyer is C" completes the purchase of the sentence before."""
    claims = claims_of("[O Novatrix] is set to acquire [O Helion Labs].", "The buyer is [O Novatrix Capital].")
    assert ("Novatrix Capital", "ACQUIRES", "Helion Labs") in {(c.subject, c.predicate, c.object) for c in claims}


def test_according_to_the_announcement_dates_the_deal() -> None:
    """The day of the announcement is carried over, with the status."""
    claims = claims_of(
        "On 1 June, [O Maritas] announced a new plant.",
        "According to the announcement, through the partnership with [O Dornex], [O Maritas] will sell pumps.",
    )
    [claim] = [claim for claim in claims if claim.predicate == "PARTNERS_WITH"]
    assert (claim.status, claim.date) == ("announced", "2023-06-01")


def test_a_listing_takes_the_exchange_named_before() -> None:
    """ "B was listed in June" is on the exchange of the sentence before."""
    claims = claims_of("[O Sunforge] is a [O Nasdaq]-listed company.", "[O Sunforge] was listed in March.")
    assert ("2023-03", "Nasdaq") in {(claim.date, claim.object) for claim in claims if claim.predicate == "LISTED_ON"}


def test_the_deal_blocked_later_is_halted() -> None:
    """ "The regulator blocked the deal" halts the deal of the sentence before, for both parties."""
    claims = claims_of(
        "[O Telvia] agreed to buy [O Brightmast].", "In May the [O Competition Commission] blocked the deal."
    )
    later = [claim for claim in claims if claim.passage == 1]
    assert {(claim.predicate, claim.status) for claim in later} == {("ACQUIRES", "halted"), ("HALTS", "active")}


def test_a_deal_too_far_back_is_left_alone() -> None:
    """ "The deal" does not reach over many sentences."""
    between = ["[O Dornex] had a good year."] * 6
    claims = claims_of("[O Telvia] bought [O Brightmast].", *between, "[O Dornex] cancelled the deal.")
    assert [claim.passage for claim in claims] == [0]


def test_capital_for_a_venture_to_come_is_planned() -> None:
    """What is being provided to a venture only agreed upon is a plan."""
    claims = claims_of(
        "[O Orbis Labs] signed a pact with [O Tessel] to launch [R Deepmap].",
        "[O Orbis Labs] is providing USD 8 million of capital and [O Tessel] is providing USD 9 million "
        "to promote the start of [R Deepmap].",
    )
    money = {(c.subject, c.amount, c.status) for c in claims if c.predicate == "INVESTS_IN"}
    assert money == {("Orbis Labs", 8e6, "planned"), ("Tessel", 9e6, "planned")}
