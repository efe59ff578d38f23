"""Judged documents counted: precision, recall and F1, qualifiers, extractors and how far confidence can be trusted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allygraph.loaders.evaluation.judging import JudgedDocument, JudgedFact
from allygraph.loaders.evaluation.matching import QUALIFIERS, same_value

#: Lower bounds of the bands of confidence; the last one includes 1.
_BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Ratio:
    """Counts of right, wrong and missed, and what they make: 0 to 1, to three places."""

    right: int
    wrong: int
    missed: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The score of one document."""

    entities: Ratio
    facts: Ratio


@dataclass(frozen=True, slots=True)
class FinderScore:
    """How many facts that one extractor (`found_by`) found are right; `share` is 0 to 1, to three places."""

    right: int
    wrong: int
    share: float


@dataclass(frozen=True, slots=True)
class Band:
    """Predicted facts with a confidence from `low` on and below `high`, 1 included in the last.

    `stated` is their mean confidence and `share` the share of right ones among them, 0 to 1, to three places: the
    closer the two, the better the confidence says what it means.
    """

    low: float
    high: float
    right: int
    wrong: int
    stated: float
    share: float


@dataclass(frozen=True, slots=True)
class Score:
    """The score of a folder.

    `qualifiers` gives right and asked for, `missing` the documents without a prediction, `found_by` and `calibration`
    are empty where the predictions state no extractor and no confidence.
    """

    documents: int
    missing: tuple[str, ...]
    entities: Ratio
    facts: Ratio
    facts_without_roles: Ratio
    relations: Mapping[str, Ratio]
    qualifiers: Mapping[str, tuple[int, int]]
    per_document: Mapping[str, DocumentScore]
    found_by: Mapping[str, FinderScore]
    calibration: tuple[Band, ...]


def score_documents(documents: Sequence[JudgedDocument]) -> Score:
    """Counts over all documents together; facts that are optional or denied count nowhere."""
    entities: Counter[str] = Counter()
    relations: dict[str, Counter[str]] = defaultdict(Counter)
    qualifiers: Counter[str] = Counter()
    per_document = {}
    for document in documents:
        named, stated = _entities(document), Counter[str](fact.verdict for fact in document.facts)
        entities += named
        per_document[document.name] = DocumentScore(ratio(named), ratio(stated))
        for fact in _counted(document):
            relations[fact.key[1]][fact.verdict] += 1
            qualifiers += _qualifiers(fact)
    said = [fact for document in documents for fact in _counted(document) if fact.said]
    return Score(
        documents=len(documents),
        missing=tuple(f"{document.name}.json" for document in documents if document.predicted is None),
        entities=ratio(entities),
        facts=ratio(sum(relations.values(), Counter())),
        facts_without_roles=ratio(sum((c for name, c in relations.items() if name != "HAS_ROLE"), Counter())),
        relations={name: ratio(relations[name]) for name in sorted(relations)},
        qualifiers={
            name: (qualifiers[name], qualifiers[f"{name} asked"]) for name in QUALIFIERS if qualifiers[f"{name} asked"]
        },
        per_document=per_document,
        found_by=_found_by(said),
        calibration=tuple(_calibration(said)),
    )


def ratio(counts: Mapping[str, int]) -> Ratio:
    """Precision, recall and F1 of the counts of 'right', 'wrong' and 'missed'; 0 where nothing was there to count."""
    right, wrong, missed = (counts.get(name, 0) for name in ("right", "wrong", "missed"))
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Ratio(right, wrong, missed, round(precision, 3), round(recall, 3), round(f1, 3))


def _counted(document: JudgedDocument) -> Iterator[JudgedFact]:
    return (fact for fact in document.facts if fact.verdict in ("right", "wrong", "missed"))


def _entities(document: JudgedDocument) -> Counter[str]:
    right = len(set(document.stands_for.values()))
    wrong = len(document.found["entities"]) - right
    return Counter(right=right, wrong=wrong, missed=len(document.gold["entities"]) - right)


def _qualifiers(fact: JudgedFact) -> Counter[str]:
    counts: Counter[str] = Counter()
    if fact.gold and fact.said:
        for name in QUALIFIERS:
            if fact.gold.get(name):
                counts.update({f"{name} asked": 1, name: int(same_value(fact.said.get(name), fact.gold[name]))})
    return counts


def _found_by(said: Sequence[JudgedFact]) -> dict[str, FinderScore]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in said:
        finder = fact.said.get("found_by") if fact.said else None
        counts[finder if isinstance(finder, str) else ""][fact.verdict] += 1
    if counts.keys() <= {""}:
        return {}
    return {
        name or "not stated": FinderScore(c["right"], c["wrong"], _share(c["right"], c.total()))
        for name, c in sorted(counts.items())
    }


def _calibration(said: Sequence[JudgedFact]) -> Iterator[Band]:
    stated = [(sure, fact.verdict == "right") for fact in said if (sure := _confidence(fact)) is not None]
    for low, high in zip(_BANDS, (*_BANDS[1:], 1.0), strict=True):
        inside = [(sure, right) for sure, right in stated if low <= sure < high or sure == high == 1.0]
        if inside:
            right = sum(right for _, right in inside)
            mean = round(sum(sure for sure, _ in inside) / len(inside), 3)
            yield Band(low, high, right, len(inside) - right, mean, _share(right, len(inside)))


def _confidence(fact: JudgedFact) -> float | None:
    value = fact.said.get("confidence") if fact.said else None
    sound = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
    return float(value) if sound and value is not None else None


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0
