"""The judgement scales agree with their sources and with the model."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

from allygraph.graph.model import Status
from allygraph.graph.scales import CREDIBILITY, LIKELIHOOD, RATING_RELIABILITY, RELIABILITY, STATUSES


def test_likelihood_words_cover_the_scale_without_overlap() -> None:
    """The seven bands of ICD 203 meet at their ends, from 1 to 99 percent."""
    bands = sorted(set(LIKELIHOOD.values()))
    assert len(bands) == 7
    assert (bands[0][0], bands[-1][1]) == (1, 99)
    assert all(one[1] == other[0] for one, other in pairwise(bands))


def test_highly_likely_reads_as_very_likely() -> None:
    """Words of one band are one estimate."""
    assert LIKELIHOOD["highly likely"] == LIKELIHOOD["very likely"] == (80, 95)


def test_the_admiralty_scales_are_whole() -> None:
    """Six letters, six figures; footnote ratings are letters."""
    assert "".join(RELIABILITY) == "ABCDEF"
    assert tuple(CREDIBILITY) == (1, 2, 3, 4, 5, 6)
    assert set(RATING_RELIABILITY.values()) <= set(RELIABILITY)


def test_the_life_of_a_deal_has_every_status() -> None:
    """The order of life names each status of the model once."""
    assert get_args(Status) == STATUSES
