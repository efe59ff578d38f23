"""Which predicted entity stands for which gold one, and when two facts are the same.

All of this is part of how figures are compared with those of others, so it is fixed here: the folding of names is not
that of `graph.names`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from allygraph.graph.kinds import relation_kinds
from allygraph.loaders.evaluation.records import Record

Key = tuple[str, str, str]
QUALIFIERS = ("status", "date", "amount", "role")

_LEGAL_FORM = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|sa|nv|bv|kk|oy|ab|as|spa|pte|pty"
    r"|holdings?)\b\.?"
)


def aligned(found: Sequence[Record], wanted: Sequence[Record]) -> dict[str, str]:
    """The gold entity that each predicted one stands for, by id; those that share no name are missing."""
    gold = [(entity["id"], _names(entity)) for entity in wanted]
    stands_for = {}
    for entity in found:
        own = _names(entity)
        best = max(gold, key=lambda other: len(own & other[1]), default=None)
        if best and own & best[1]:
            stands_for[entity["id"]] = best[0]
    return stands_for


def fact_key(fact: Record, stands_for: Mapping[str, str] | None = None) -> Key:
    """What makes a fact the same as another; `stands_for` turns predicted ends into gold ones, others get a '?'."""
    ends = [fact["subject"], fact["object"]]
    if stands_for is not None:
        ends = [stands_for.get(end, f"?{end}") for end in ends]
    kind = relation_kinds().get(fact["relation"])
    if kind and kind.symmetric:
        ends.sort()
    return ends[0], fact["relation"], ends[1]


def same_value(got: object, want: object) -> bool:
    """Whether a qualifier is what was asked for; case does not count."""
    return got.casefold() == want.casefold() if isinstance(got, str) and isinstance(want, str) else got == want


def folded(name: str) -> str:
    """A name without case, punctuation, possessives, leading article and legal form."""
    text = re.sub(r"'s\b", "", name.casefold().replace("\u2019", "'"))
    text = re.sub(r"[^\w\s/&+-]", " ", text)
    text = re.sub(r"^(?:the|a|an)\s+", "", text.strip())
    return " ".join(_LEGAL_FORM.sub(" ", text).split()) or " ".join(text.split())


def _names(entity: Record) -> set[str]:
    return {name for each in (entity["name"], *entity.get("mentions", ())) if (name := folded(each))}
