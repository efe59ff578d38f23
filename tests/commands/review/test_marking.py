"""Which words of a sentence are marked."""

from __future__ import annotations

from dataclasses import replace

from allygraph.commands.review.editing import matching
from allygraph.commands.review.marking import marked_pieces
from allygraph.queries.review import ReviewClaim, ReviewEnd

CLAIM = ReviewClaim(
    id="cla-1",
    predicate="OWNS",
    subject=ReviewEnd("org-a", "org-a", "Ash Group", "Organisation", "Ash"),
    object=ReviewEnd("org-b", "org-b", "Ash Mills", "Organisation", "Ash\nMills"),
    counterpart=None,
    sentence="Ashby says Ash\n owns Ash Mills, as Ash does.",
    start=11,
    end=30,
    names=(("org-c", 0, 5),),
    before="",
    after="",
    polarity="positive",
    status=None,
    date=None,
    amount=None,
    currency=None,
    role=None,
    likelihood_low=None,
    likelihood_high=None,
    likelihood_words=None,
    engine="rules",
    confidence=0.5,
    review="unreviewed",
    reviewed_by=None,
    review_reason=None,
    series="doc-1",
    document="A note",
    source=None,
    published=None,
    reliability=None,
    others=0,
)


def test_whole_names_inside_the_evidence_are_marked() -> None:
    """No part of another word, and line ends are spaces."""
    assert marked_pieces(CLAIM) == [
        ("Ashby says ", ""),
        ("Ash", "subject"),
        (" owns ", ""),
        ("Ash Mills", "object"),
        (", as Ash does.", ""),
    ]


def test_an_end_that_is_named_elsewhere_is_not_marked() -> None:
    """Unless the sentence has a name of it."""
    other = replace(CLAIM, subject=replace(CLAIM.subject, key="org-c", text="the group"), object=CLAIM.subject)
    assert [piece for piece in marked_pieces(other) if piece[1]] == [("Ashby", "subject"), ("Ash", "object")]
    gone = replace(CLAIM, subject=replace(CLAIM.subject, text="the group"))
    assert [mark for _, mark in marked_pieces(gone) if mark] == ["object"]


def test_what_is_typed_is_matched_by_number_whole_beginning_and_part() -> None:
    """The first of these ways that fits decides."""
    names = ["Ash (Organisation)", "Ash Mills (Organisation)", "Mills of Ash (Place)"]
    assert matching("2", names) == names[1:2]
    assert matching("ash", names) == names[:1]
    assert matching("ash m", names) == names[1:2]
    assert matching("mills", names) == names[2:]
    assert matching("of", names) == names[2:]
    assert matching("oak", names) == []
    assert matching("listed on", ["LISTED_ON", "OWNS"]) == ["LISTED_ON"]
