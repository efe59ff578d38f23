"""Two runs over the same gold facts side by side: what one finds and the other does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from allygraph.loaders.evaluation.judging import JudgedDocument, JudgedFact
from allygraph.loaders.evaluation.matching import Key, fact_key, folded
from allygraph.loaders.evaluation.runs import Run


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """A fact of one document with what each run makes of it, in their order; None where a run does not say it."""

    document: str
    names: tuple[str, str]
    judged: tuple[JudgedFact | None, ...]

    @property
    def first(self) -> JudgedFact:
        """The fact as the first run has it that knows it."""
        return next(fact for fact in self.judged if fact is not None)


@dataclass(frozen=True, slots=True)
class Difference:
    """How many facts two runs share: right and wrong ones of the first alone, of the second alone, and of both."""

    right_first: int
    right_second: int
    right_both: int
    missed_both: int
    wrong_first: int
    wrong_second: int
    wrong_both: int


def compared_facts(runs: Sequence[Run]) -> list[tuple[ComparedFact, ...]]:
    """The facts of each document, those of the gold first; runs over other gold facts cannot be compared."""
    return [_compared(documents) for documents in zip(*(run.documents for run in runs), strict=True)]


def difference(first: Run, second: Run) -> Difference:
    """What each of two runs finds that the other does not."""
    counts: Counter[tuple[str, ...]] = Counter()
    for document in compared_facts((first, second)):
        for fact in document:
            counts[tuple(each.verdict if each else "" for each in fact.judged)] += 1
    return Difference(
        right_first=counts["right", "missed"],
        right_second=counts["missed", "right"],
        right_both=counts["right", "right"],
        missed_both=counts["missed", "missed"],
        wrong_first=sum(count for (one, two), count in counts.items() if one == "wrong" and two != "wrong"),
        wrong_second=sum(count for (one, two), count in counts.items() if two == "wrong" and one != "wrong"),
        wrong_both=counts["wrong", "wrong"],
    )


def _compared(documents: Sequence[JudgedDocument]) -> tuple[ComparedFact, ...]:
    rows: dict[tuple[str, str, str, int], list[JudgedFact | None]] = {}
    names: dict[tuple[str, str, str, int], tuple[str, str]] = {}
    for at, document in enumerate(documents):
        seen: Counter[Key] = Counter()
        # Each run has its own ids for what is no gold entity; by name they are the same thing.
        ends = {f"?{entity['id']}": f"?{folded(entity['name'])}" for entity in document.found["entities"]}
        for fact in document.facts:
            subject, relation, object_ = (ends.get(part, part) for part in fact.key)
            shared = fact_key({"subject": subject, "relation": relation, "object": object_})
            # Two wrong facts of one run may read the same, since two of its entities may bear one name.
            key = (*shared, seen[shared])
            seen[shared] += 1
            rows.setdefault(key, [None] * len(documents))[at] = fact
            names.setdefault(key, document.fact_names(fact))
    asked_first = sorted(rows.items(), key=lambda item: not any(fact and fact.gold for fact in item[1]))
    return tuple(ComparedFact(documents[0].name, names[key], tuple(row)) for key, row in asked_first)
