"""Numbers of the evidence: each quoted passage gets the next one when a report first rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from allygraph.queries.records import Edge, Event, Evidence, Network
from allygraph.views.report.records import Citation
from allygraph.views.report.sentences import one_line
from allygraph.views.wording import (
    confidence_words,
    credibility_words,
    date_words,
    likelihood_words,
    polarity_words,
    relation_words,
    reliability_words,
    status_words,
)

#: Passages that one sentence cites at most; they come strongest first.
MOST_CITED = 6
#: Characters of a passage beyond which it is cut down to the words of the claim and what stands around them.
LONGEST_QUOTE = 600
_AROUND = 150


class Numbering:
    """Gives out numbers from 1 in the order in which passages are first cited."""

    def __init__(self, facts: Mapping[str, str]) -> None:
        """`facts` has the words of the fact behind each claim, by claim id."""
        self._facts = facts
        self._numbers: dict[tuple[str, str], int] = {}
        self._claims: dict[int, dict[str, Evidence]] = {}

    def cite(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """The numbers of the first six passages among these claims, in rising order."""
        kept: dict[tuple[str, str], list[Evidence]] = {}
        for claim in evidence:
            kept.setdefault((claim.document, claim.sentence), []).append(claim)
        numbers = []
        for passage, claims in list(kept.items())[:MOST_CITED]:
            number = self._numbers.setdefault(passage, len(self._numbers) + 1)
            self._claims.setdefault(number, {}).update({claim.claim: claim for claim in claims})
            numbers.append(number)
        return tuple(sorted(numbers))

    def citations(self) -> tuple[Citation, ...]:
        """Everything cited so far, by number."""
        return tuple(self._citation(number, tuple(claims.values())) for number, claims in self._claims.items())

    def _citation(self, number: int, claims: tuple[Evidence, ...]) -> Citation:
        first = claims[0]
        rating = f" (rated {one_line(first.rating_words)})" if first.rating_words else ""
        return Citation(
            number=number,
            quote=quote(first),
            document=one_line(first.document_title),
            source=one_line(first.source),
            published=date_words(first.published) or "date not stated",
            reliability=reliability_words(first.reliability) + rating,
            says=tuple(dict.fromkeys(self._says(claim) for claim in claims)),
        )

    def _says(self, claim: Evidence) -> str:
        fact = self._facts.get(claim.claim) or relation_words(claim.predicate)
        stated = claim.polarity == "positive" and claim.predicate != "HALTS"
        lead = status_words(claim.status) if stated else polarity_words(claim.polarity)
        likelihood = likelihood_words(claim.likelihood_low, claim.likelihood_high, claim.likelihood_words)
        parts = (
            date_words(claim.date),
            f"credibility {credibility_words(claim.credibility)}",
            f"read by {one_line(claim.engine)} with {confidence_words(claim.confidence)} confidence",
            f"review: {claim.review}" if claim.review != "unreviewed" else None,
        )
        leads = ", ".join(part for part in (lead.capitalize(), likelihood) if part)
        return f"{leads}: {fact} ({'; '.join(part for part in parts if part)})"


def quote(claim: Evidence) -> str:
    """The passage on one line, cut around the words of the claim where it is too long to print."""
    if len(claim.sentence) <= LONGEST_QUOTE:
        return one_line(claim.sentence)
    start = max(claim.start - _AROUND, 0)
    end = min(max(claim.end, claim.start) + _AROUND, start + LONGEST_QUOTE, len(claim.sentence))
    before, after = "… " if start else "", " …" if end < len(claim.sentence) else ""
    return before + one_line(claim.sentence[start:end]) + after


def positive(item: Edge | Event) -> tuple[Evidence, ...]:
    """The claims that state it, strongest first."""
    return tuple(claim for claim in item.evidence if claim.polarity != "negative")


def negative(item: Edge | Event) -> tuple[Evidence, ...]:
    """The claims that deny it."""
    return tuple(claim for claim in item.evidence if claim.polarity == "negative")


def claim_facts(network: Network) -> dict[str, str]:
    """The words of the relation behind each claim, by claim id: 'A partners with B', or the alliance it speaks of."""
    names = {node.id: one_line(node.name) for node in network.nodes}
    titles = {alliance.id: f"the alliance “{one_line(alliance.title)}”" for alliance in network.alliances}
    steps = ((event, titles[alliance.id]) for alliance in network.alliances for event in alliance.events)
    found = {claim.claim: title for event, title in steps for claim in event.evidence}
    for edge in network.edges:
        halted = titles.get(edge.alliance or "") if edge.predicate == "HALTS" else None
        obj = halted or names.get(edge.target) or titles.get(edge.target) or edge.target
        words = f"{names.get(edge.source, edge.source)} {relation_words(edge.predicate)} {obj}"
        found |= {claim.claim: words for claim in edge.evidence if claim.predicate == edge.predicate}
    return found
