"""Small candidates and judgements for the tests of resolution."""

from __future__ import annotations

from allygraph.graph.model import Judgement, Kind, Verdict
from allygraph.loaders.resolution import AUTOMATIC, Candidate


def candidate(name: str, *aliases: str, kind: Kind = "Organisation", documents: int = 1) -> Candidate:
    """A candidate whose key is its kind and main name."""
    return Candidate(f"{kind} {name}", kind, name, aliases, documents)


def judgement(
    left: str,
    right: str,
    verdict: Verdict = "same",
    score: float = 1.0,
    author: str = "analyst",
    date: str = "2020-01-01",
) -> Judgement:
    """A judgement known by its ends, author and date."""
    return Judgement(f"{left} {right} {author} {date}", left, right, verdict, score, "", author, date)


def automatic(left: str, right: str, score: float = 0.9) -> Judgement:
    """What a rule says."""
    return judgement(left, right, score=score, author=AUTOMATIC)
