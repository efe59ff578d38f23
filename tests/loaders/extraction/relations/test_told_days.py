"""Days that a sentence or a title gives without tying them to the verb of the deal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allygraph.loaders.extraction.relations.claims import find_claims
from tests.loaders.extraction.relations.marked import PUBLISHED, claims_of, read_marked


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("[O Telvia] has bought [O Brightmast], both firms said on 3 March 2021.", "2021-03-03"),
        ("On 3 March 2021, in a letter to its owners, [O Telvia] took over [O Brightmast].", "2021-03-03"),
        ("[O Telvia] and [O Brightmast] are partners, and the alliance grew in 2019 and on 3 March 2021.", None),
        ("[O Telvia], a rival of [O Brightmast], closed a plant on 3 March 2021.", None),
        ("[O Telvia] (NYSE: TLV), a supplier of [O Brightmast], closed a plant on 3 March 2021.", None),
        ("[O Telvia] plans to buy [O Brightmast], both firms said on 3 March 2021.", None),
    ],
)
def test_the_day_of_a_report_is_that_of_the_event(text: str, date: str | None) -> None:
    """Not for plans, states and what is only mentioned on the way."""
    claims = [claim for claim in claims_of(text) if claim.object in {"Telvia", "Brightmast"}]
    assert claims
    assert {claim.date for claim in claims} == {date}


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("[O Telvia] buys [O Brightmast]", PUBLISHED),
        ("[O Telvia] to buy [O Brightmast]", None),
        ("How [O Telvia] had bought [O Brightmast]", None),
    ],
)
def test_the_title_is_news_of_the_day(title: str, date: str | None) -> None:
    """A title in the present tells what happened when the document came out; the same words elsewhere do not."""
    document, passages, entities = read_marked(title)
    [claim] = find_claims(replace(document, title=passages[0].text), passages, entities, ())
    assert claim.date == date
    [elsewhere] = find_claims(document, passages, entities, ())
    assert elsewhere.date is None
