"""Words of likelihood that govern a clause, on the scale of ICD 203."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from allygraph.graph.scales import LIKELIHOOD
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import Mark, VerbGroup


@dataclass(frozen=True, slots=True)
class Likelihood:
    """`low` and `high` in percent, both included; `words` as written."""

    low: int
    high: int
    words: str


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(LIKELIHOOD, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in longest_first) + r")\b", re.IGNORECASE)


def find_likelihoods(text: str) -> list[tuple[int, int, Likelihood]]:
    """The likelihood words of a text with their characters, longest reading first at each place."""
    found = []
    for match in _pattern().finditer(text):
        low, high = LIKELIHOOD[match.group().lower()]
        found.append((match.start(), match.end(), Likelihood(low, high, match.group())))
    return found


def likelihood_of(parse: Parse, offset: int, group: VerbGroup | None) -> Likelihood | None:
    """The likelihood that governs a verb group: in its own clause, or in the clause it depends on.

    `offset` is where the sentence starts in the document.
    """
    found = find_likelihoods(parse.text)
    if not found or group is None:
        return None
    for start, _, likelihood in found:
        place = next((index for index, token in enumerate(parse.tokens) if token.end > offset + start), None)
        if place is not None and _governs(place, group, parse):
            return likelihood
    return None


def _governs(place: int, group: VerbGroup, parse: Parse) -> bool:
    """Before the verb with no boundary between but "that"; or right after it ("is likely to")."""
    if group.start <= place < group.end:
        return True
    if place >= group.end:
        return place - group.end < 2 and group.lemma == "be"
    for item in parse.items[: group.place]:
        if not isinstance(item, Mark) or item.token.start < parse.tokens[place].end:
            continue
        breaks = item.kind in {"SEMI", "COLON"} or (item.kind == "SUB" and item.token.low != "that")
        if breaks or (item.kind == "CC" and item.token.low in {"but", "and"} and _starts_clause(parse, item.place)):
            return False
    return True


def _starts_clause(parse: Parse, place: int) -> bool:
    for item in parse.items[place + 1 :]:
        if isinstance(item, VerbGroup):
            return item.form == "finite" and item.place > place + 1
        if isinstance(item, Mark) and item.kind in {"COMMA", "CC", "SUB"}:
            return False
    return False
