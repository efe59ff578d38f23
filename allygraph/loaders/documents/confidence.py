"""An analyst's own judgement of an assessment: "analytic confidence is moderate", "source reliability is high"."""

from __future__ import annotations

import re

from allygraph.graph.scales import RATING_RELIABILITY

__all__ = ["stated_confidence", "stated_reliability"]

_LEVEL = r"(?P<level>high|moderate|medium|low)"
_JOIN = r"(?:\s+(?:for|in|of|on|behind)\s+[\w\s’'-]{1,60}?)?\s*(?:is|was|are|were|remains|ranges?(?:\s+from)?|:|=|–|-|,|rated(?:\s+as)?|assessed(?:\s+as)?|\s)+\s*(?:an?\s+)?"
_CONFIDENCE = re.compile(
    rf"\b(?:analytic(?:al)?\s+confidence|confidence\s+level|level\s+of\s+confidence){_JOIN}(?P<words>(?:(?:low|medium|moderate|high|very|fairly)(?:\s+to\s+|-|\s+)?)*{_LEVEL})\b"
    rf"|\b(?:we|i)\s+(?:have|make\s+this\s+assessment\s+with|assess\s+with)\s+(?P<words_with>{_LEVEL.replace('level', 'level_with')})\s+(?:analytic\s+)?confidence\b"
    rf"|\b(?P<words_before>{_LEVEL.replace('level', 'level_before')})\s+analytic(?:al)?\s+confidence\b",
    re.IGNORECASE,
)
_RELIABILITY = re.compile(
    rf"\bsources?['’]?\s+(?:reliability|credibility){_JOIN}(?:very\s+|fairly\s+|generally\s+)?(?P<first>high|moderate|medium|low)\b(?:\s*(?:to|and|-|/)\s*(?P<second>high|moderate|medium|low)\b)?"
    r"|\breliability\s+of\s+(?:the\s+|our\s+|all\s+)?sources\s+(?:is|was|ranges\s+from|:)\s*(?P<third>high|moderate|medium|low)\b(?:\s*(?:to|and|-|/)\s*(?P<fourth>high|moderate|medium|low)\b)?",
    re.IGNORECASE,
)


def stated_confidence(text: str) -> str | None:
    """The analytic confidence that a text states for itself, as written; None where it states none."""
    found = _CONFIDENCE.search(text)
    return (found["words"] or found["words_with"] or found["words_before"]) if found else None


def stated_reliability(text: str) -> str | None:
    """The reliability (A-F) that a text states for its sources as a whole; the weaker of two words."""
    found = _RELIABILITY.search(text)
    if found is None:
        return None
    words = [word for word in found.group("first", "second", "third", "fourth") if word]
    return max(RATING_RELIABILITY[word.casefold()] for word in words)
