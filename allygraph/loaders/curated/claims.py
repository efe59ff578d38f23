"""An entry becomes a claim: its values checked, its names known to the roster of the file."""

from __future__ import annotations

from dataclasses import replace

from allygraph.loaders.curated.checking import Checker
from allygraph.loaders.curated.entries import Entry
from allygraph.loaders.curated.roster import Roster
from allygraph.loaders.extraction.protocol import FoundClaim

__all__ = ["claim_of"]


def claim_of(text: str, entry: Entry, passage: int, roster: Roster, checker: Checker) -> FoundClaim:
    """The claim that an entry makes; raises InvalidFact, with the roster untouched, where it follows no model."""
    relation = checker.relation(entry)
    for needed in ("subject", "object"):
        if needed not in entry.names:
            raise checker.invalid(
                entry.line, f"the fact has no {needed}. Every fact names a subject, a relation and an object."
            )
    roster.check(entry, relation)
    amount, currency = checker.amount(entry)
    low, high, words = checker.likelihood(entry)
    start, end = _evidence(entry)
    role = entry.values.get("role")
    claim = FoundClaim(
        subject="",
        predicate=relation.name,
        object="",
        subject_text=_written(text, entry, "subject"),
        object_text=_written(text, entry, "object"),
        passage=passage,
        start=start,
        end=end,
        counterpart_text=_written(text, entry, "counterpart") or None,
        polarity=checker.polarity(entry),
        status=checker.status(entry),
        date=checker.date(entry.values.get("date")),
        amount=amount,
        currency=currency,
        role=role.text if role else None,
        likelihood_low=low,
        likelihood_high=high,
        likelihood_words=words,
        reliability=checker.reliability(entry.values.get("reliability")),
        credibility=checker.credibility(entry),
    )
    ends = {place: roster.entity(name, relation, place) for place, name in entry.names.items()}
    return replace(claim, subject=ends["subject"], object=ends["object"], counterpart=ends.get("counterpart"))


def _evidence(entry: Entry) -> tuple[int, int]:
    """The characters of the quotation that the entry gives, else of the whole entry."""
    quote = entry.values.get("evidence")
    return (quote.start, quote.end) if quote and quote.start < quote.end else (entry.start, entry.end)


def _written(text: str, entry: Entry, end: str) -> str:
    name = entry.names.get(end)
    return text[name.name.start : name.name.end] if name else ""
