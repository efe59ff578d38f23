"""A fact as a sentence, by its relation and status."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from allygraph.graph.data_files import read_yaml
from allygraph.graph.kinds import relation_kinds
from allygraph.queries.records import Edge
from allygraph.views.wording import amount_words, date_words, likelihood_words, period_words

_SPACE = re.compile(r"\s+")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
#: Statuses whose dates bound a time in which the fact held; the date of every other one is that of an event.
_LASTS = frozenset({"active", "ended"})
#: Relations that happen on a day and do not last, whatever their status.
_MOMENTS = frozenset({"ACQUIRES", "HALTS"})


def one_line(text: str) -> str:
    """Text on one line, without control characters and without marks that turn the direction of what follows."""
    return _SPACE.sub(" ", _CONTROL.sub(" ", text)).strip()


def joined(names: Iterable[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    listed = list(names)
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} and {listed[-1]}" if listed else ""


def sentence(text: str) -> str:
    """The text with one full stop; names keep the small letter they may start with."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


@cache
def phrases() -> Mapping[str, Any]:
    """The sentence patterns of phrases.yaml: `relations`, `facts`, `alliances`."""
    patterns: Mapping[str, Any] = read_yaml("allygraph.views.report", "phrases.yaml")
    return patterns


def fact_sentence(edge: Edge, subject: str, obj: str) -> str:
    """The fact in a sentence that names its status and any likelihood first: 'Likely (55–80 %): A owns B.'"""
    denied = bool(edge.evidence) and all(claim.polarity == "negative" for claim in edge.evidence)
    pattern = phrases()["facts"]["denied" if denied else edge.status or "not stated"]
    forms = _forms(edge.predicate, edge.role)
    text = pattern.format(subject=subject, object=obj, details=_details(edge), **forms)
    likelihood = None if denied else likelihood_of(edge)
    return sentence(with_likelihood(likelihood, text))


def likelihood_of(edge: Edge) -> str | None:
    """'highly likely (80–95 %)', in the words of the evidence that gives this very interval.

    None where that evidence speaks of another status: that a plan was likely says nothing of its halt.
    """
    interval = (edge.likelihood_low, edge.likelihood_high)
    claims = [claim for claim in edge.evidence if (claim.likelihood_low, claim.likelihood_high) == interval]
    fitting = [claim for claim in claims if claim.status in (edge.status, None)]
    if claims and not fitting:
        return None
    return likelihood_words(*interval, fitting[0].likelihood_words if fitting else None)


def with_likelihood(likelihood: str | None, text: str) -> str:
    """The likelihood before the text: nobody then reads the text as certain."""
    return f"{likelihood[:1].upper()}{likelihood[1:]}: {text}" if likelihood else text


def _forms(predicate: str, role: str | None) -> dict[str, str]:
    kind = relation_kinds().get(predicate)
    plain = kind.reads if kind else predicate.replace("_", " ").lower()
    forms = {"plain": plain, **phrases()["relations"].get(predicate, {"infinitive": plain, "past": plain})}
    if role and predicate == "HAS_ROLE":
        return {form: words.replace("a role", f"the role “{one_line(role)}”") for form, words in forms.items()}
    return forms


def _details(edge: Edge) -> str:
    lasts = edge.status in _LASTS and edge.predicate not in _MOMENTS
    when = period_words(edge.valid_from, edge.valid_to) if lasts else date_words(edge.valid_from)
    role = edge.role if edge.role and edge.predicate != "HAS_ROLE" else None
    parts = [part for part in (role and one_line(role), amount_words(edge.amount, edge.currency), when) if part]
    return f" ({', '.join(parts)})" if parts else ""
