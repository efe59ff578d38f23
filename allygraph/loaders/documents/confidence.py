"""An analyst's own judgement of an assessment: "analytic confidence is moderate", "source reliability is high"."""

from __future__ import annotations

import re

from allygraph.graph.scales import RATING_RELIABILITY

__all__ = ["stated_confidence", "stated_reliability"]

_LEVEL = r"(?:high|moderate|medium|low)"
_LEVELS = rf"(?:very\s+|fairly\s+|generally\s+)?{_LEVEL}(?:(?:\s+to\s+|\s+and\s+|\s*[-–/]\s*){_LEVEL})?"
_VERB = r"(?:\s+(?:is|was|are|were|remains|ranges?|rated|assessed|judged|as|at|from|an?)\b)+"
#: "for this assessment is", " - ", ": ", " was rated as", or nothing.
_JOIN = rf"(?:(?:\s+(?:for|in|of|on|behind)\s+[\w\s’'-]{{1,60}}?)?(?:{_VERB}|\s*[:=–-])|)\s+"
_CONFIDENCE = re.compile(
    rf"\b(?:analytic(?:al)?\s+confidence|confidence\s+level|level\s+of\s+confidence){_JOIN}(?P<after>{_LEVELS})\b"
    rf"|\b(?:have|with|at)\s+(?P<with>{_LEVELS})\s+(?:analytic(?:al)?\s+)?confidence\b"
    rf"|\b(?P<before>{_LEVELS})\s+analytic(?:al)?\s+confidence\b",
    re.IGNORECASE,
)
_RELIABILITY = re.compile(
    rf"\b(?:sources?['’]?\s+(?:reliability|credibility)|reliability\s+of\s+(?:(?:the|our|all)\s+)*sources){_JOIN}(?P<after>{_LEVELS})\b",
    re.IGNORECASE,
)


def stated_confidence(text: str) -> str | None:
    """The analytic confidence that a text states for itself, as written; None where it states none."""
    found = _CONFIDENCE.search(text)
    return (found["after"] or found["with"] or found["before"]) if found else None


def stated_reliability(text: str) -> str | None:
    """The reliability (A-F) that a text states for its sources as a whole; the weaker of two words."""
    found = _RELIABILITY.search(text)
    words = re.findall(_LEVEL, found["after"], re.IGNORECASE) if found else []
    return max((RATING_RELIABILITY[word.casefold()] for word in words), default=None)
