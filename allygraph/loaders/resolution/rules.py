"""Whether two candidates are the same entity: one rule per line, tried in order, the first that speaks decides.

`score` is 0 to 1, how likely the two are the same. From `SAME` on they are joined without an analyst; what is `unsure`
waits for one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from allygraph.graph.model import Verdict
from allygraph.loaders.resolution import organisations, people
from allygraph.loaders.resolution.candidates import Candidate
from allygraph.loaders.resolution.pairs import Pair

#: A wrong join puts words into the mouth of a stranger, a missed one only splits a picture that an analyst can join.
#: So the bar lies above every rule that rests on initials or on a part of a name alone.
SAME = 0.8
#: From here on a rule rests on whole names. Below, one of the two is a short form, which several entities may bear.
WHOLE_NAME = 0.87


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with its score and its reason: which rule, on which two names."""

    verdict: Verdict
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Rule:
    """`finds` gives the two names on which the rule speaks, or None."""

    verdict: Verdict
    score: float
    reason: str
    finds: Callable[[Candidate, Candidate], Pair | None]


ORGANISATION_RULES = (
    Rule("same", 0.97, "same full name", organisations.same_name),
    Rule("same", 0.92, "same name but for accents or alphabet", organisations.same_in_latin),
    Rule("same", 0.90, "same name but for spaces", organisations.same_but_spaces),
    Rule("same", 0.88, "same name but for endings of words", organisations.inflected),
    Rule("same", 0.86, "acronym introduced for the full name", organisations.acronym_told),
    Rule("same", 0.84, "short form in use, generic words left out", organisations.short_name),
    Rule("unsure", 0.65, "may be an acronym of the full name", organisations.acronym_of_other),
    Rule("unsure", 0.60, "generic words added", organisations.generic_remainder),
    Rule("unsure", 0.60, "one acronym, one full name within the other", organisations.one_in_other),
    Rule("different", 0.05, "one acronym of two full names", organisations.homonyms),
    Rule("unsure", 0.50, "same sound in another script", organisations.same_sound),
    Rule("unsure", 0.40, "a short name in common", organisations.any_name),
)

MIXED_RULES = (
    Rule("same", 0.90, "same full name, as organisation and as product", organisations.same_name),
    Rule("unsure", 0.40, "a short name in common, as organisation and as product", organisations.any_name),
)

PERSON_RULES = (
    Rule("same", 0.95, "same full name", people.same_person),
    Rule("same", 0.92, "same name but for accents or alphabet", people.same_person_in_latin),
    Rule("same", 0.88, "same words in another order", people.other_order),
    Rule("unsure", 0.60, "initials or middle name", people.initials),
    Rule("unsure", 0.50, "same sound in another script", people.same_person_by_sound),
)

PLACE_RULES = (
    Rule("same", 0.97, "same place", organisations.same_name),
    Rule("same", 0.92, "same name but for accents or alphabet", organisations.same_in_latin),
)

#: What is said of two kinds, sorted; kinds that are not here cannot be one entity.
RULES = {
    ("Organisation", "Organisation"): ORGANISATION_RULES,
    ("Organisation", "Product"): MIXED_RULES,
    ("Person", "Person"): PERSON_RULES,
    ("Place", "Place"): PLACE_RULES,
    ("Product", "Product"): ORGANISATION_RULES,
}


#: What is decided when no rule speaks.
NOTHING_IN_COMMON = Decision("different", 0.0, "no rule finds a name in common")


def decide(left: Candidate, right: Candidate) -> Decision:
    """What the names alone tell; the same whichever comes first but for the order of the names in the reason."""
    if left.key == right.key:
        return Decision("same", 1.0, "same key")
    kinds = (min(left.kind, right.kind), max(left.kind, right.kind))
    if kinds not in RULES:
        return Decision("different", 0.0, f"a {kinds[0].lower()} is no {kinds[1].lower()}")
    for rule in RULES[kinds]:
        found = rule.finds(left, right)
        if found:
            return Decision(rule.verdict, rule.score, f"{rule.reason}: '{found[0]}' and '{found[1]}'")
    return NOTHING_IN_COMMON
