"""The words of the graph in one record: what a page needs to say facts as reports say them."""

from __future__ import annotations

from typing import Any

from allygraph.graph.kinds import entity_kinds, relation_kinds
from allygraph.graph.scales import CREDIBILITY, LIKELIHOOD, RELIABILITY
from allygraph.views.wording import STATUS_MEANINGS, relation_name


def vocabulary() -> dict[str, Any]:
    """Kinds, relations, statuses and the scales of judgement, as JSON holds them."""
    return {
        "kinds": list(entity_kinds()),
        "relations": {
            name: {
                "name": relation_name(name),
                "reads": kind.reads,
                "reads_back": kind.reads_back,
                "symmetric": kind.symmetric,
                "subject": list(kind.subject),
                "object": list(kind.object),
            }
            for name, kind in relation_kinds().items()
        },
        "statuses": [{"name": name, "meaning": meaning} for name, meaning in STATUS_MEANINGS.items()],
        "likelihood": [{"words": words, "low": low, "high": high} for words, (low, high) in LIKELIHOOD.items()],
        "reliability": dict(RELIABILITY),
        "credibility": {str(grade): words for grade, words in CREDIBILITY.items()},
    }
