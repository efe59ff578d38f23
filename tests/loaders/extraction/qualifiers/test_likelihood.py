"""Words of likelihood."""

from __future__ import annotations

from allygraph.loaders.extraction.qualifiers.likelihood import find_likelihoods
from tests.loaders.extraction.relations.marked import claims_of


def test_the_longest_reading_counts() -> None:
    """ "Highly unlikely" is not "likely"."""
    [(_, _, likelihood)] = find_likelihoods("It is highly unlikely to happen.")
    assert (likelihood.low, likelihood.high, likelihood.words) == (5, 20, "highly unlikely")


def test_the_word_of_another_clause_does_not_count() -> None:
    """A likelihood behind "because" says nothing of the main clause."""
    [claim] = claims_of("[O Dornex] bought [O Tidal Forge] because prices will probably rise.")
    assert claim.likelihood_words is None


def test_a_word_inside_the_verb_counts() -> None:
    """ "Will probably acquire" is 55 to 80 percent."""
    [claim] = claims_of("[O Dornex] will probably acquire [O Tidal Forge].")
    assert (claim.likelihood_low, claim.likelihood_high) == (55, 80)
