"""Scoring extraction against gold facts: what counts as found, as wrong and as missed.

A predicted entity stands for the gold entity with which it shares most names; a second one for the same gold entity is
wrong. A fact is right when both ends and the relation are; a gold fact marked optional is neither asked for nor wrong.
Status, date, amount and role are counted over the facts that were found.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allygraph.graph.errors import InputError
from allygraph.graph.kinds import relation_kinds
from allygraph.loaders.documents import ReadDocument, read_inputs
from allygraph.loaders.extraction import engine as engine_named
from allygraph.loaders.extraction.prediction import to_prediction

Record = Mapping[str, Any]
Key = tuple[str, str, str]
_QUALIFIERS = ("status", "date", "amount", "role")
# Folding is part of how figures are compared with those of others, so it is fixed here and not that of `names`.
_LEGAL_FORM = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|sa|nv|bv|kk|oy|ab|as|spa|pte|pty"
    r"|holdings?)\b\.?"
)


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
class Score:
    """The score of a folder; `qualifiers` gives right and asked for, `missing` the documents without a prediction."""

    documents: int
    missing: tuple[str, ...]
    entities: Ratio
    facts: Ratio
    facts_without_roles: Ratio
    relations: Mapping[str, Ratio]
    qualifiers: Mapping[str, tuple[int, int]]


def evaluate_engine(gold: Path, engine: str) -> Score:
    """Runs an engine on every NAME.txt of a gold folder and scores what it finds."""
    extractor = engine_named(engine)
    pairs = []
    for path, wanted in _gold(gold):
        text = path.with_suffix(".txt")
        read = next(iter(read_inputs([text])), None) if text.exists() else None
        if not isinstance(read, ReadDocument):
            raise InputError(str(text), f"{text} cannot be read.", "Put the text beside its gold facts.")
        pairs.append((path.name, wanted, to_prediction(read.document, extractor.extract(read.document, read.passages))))
    return _score(pairs)


def evaluate_predictions(gold: Path, predicted: Path) -> Score:
    """Scores a folder of predictions, one NAME.json for each of the gold folder."""
    pairs = []
    for path, wanted in _gold(gold):
        other = predicted / path.name
        pairs.append((path.name, wanted, _read(other) if other.exists() else None))
    return _score(pairs)


def _gold(folder: Path) -> Iterator[tuple[Path, Record]]:
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(str(folder), f"{folder} holds no gold facts (*.json).", "Give the folder that does.")
    return ((path, _read(path)) for path in paths)


def _read(path: Path) -> Record:
    try:
        record: Record = json.loads(path.read_text(encoding="utf-8"))
        record["entities"], record["facts"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            str(path), f"{path} is no list of entities and facts ({error}).", "Mend or remove it."
        ) from error
    return record


def _score(pairs: Sequence[tuple[str, Record, Record | None]]) -> Score:
    entities: Counter[str] = Counter()
    relations: dict[str, Counter[str]] = defaultdict(Counter)
    qualifiers: Counter[str] = Counter()
    for _, wanted, predicted in pairs:
        found = predicted or {"entities": [], "facts": []}
        stands_for = _aligned(found["entities"], wanted["entities"])
        right = len(set(stands_for.values()))
        entities.update(right=right, wrong=len(found["entities"]) - right, missed=len(wanted["entities"]) - right)
        asked = {_key(fact): fact for fact in wanted["facts"]}
        optional = {_key(fact) for fact in wanted.get("optional_facts", ())} - asked.keys()
        said: dict[Key, Record] = {}
        for fact in found["facts"]:
            said.setdefault(_key(fact, stands_for), fact)
        for key in asked.keys() | (said.keys() - optional):
            relations[key[1]]["right" if key in asked and key in said else "wrong" if key in said else "missed"] += 1
        for key in asked.keys() & said.keys():
            qualifiers += _qualifiers(asked[key], said[key])
    return Score(
        documents=len(pairs),
        missing=tuple(name for name, _, predicted in pairs if predicted is None),
        entities=_ratio(entities),
        facts=_ratio(sum(relations.values(), Counter())),
        facts_without_roles=_ratio(sum((c for name, c in relations.items() if name != "HAS_ROLE"), Counter())),
        relations={name: _ratio(relations[name]) for name in sorted(relations)},
        qualifiers={
            name: (qualifiers[name], qualifiers[f"{name} asked"]) for name in _QUALIFIERS if qualifiers[f"{name} asked"]
        },
    )


def _aligned(found: Sequence[Record], wanted: Sequence[Record]) -> dict[str, str]:
    """The gold entity that each predicted one stands for, by id; those that share no name are missing."""
    gold = [(entity["id"], _names(entity)) for entity in wanted]
    stands_for = {}
    for entity in found:
        own = _names(entity)
        best = max(gold, key=lambda other: len(own & other[1]), default=None)
        if best and own & best[1]:
            stands_for[entity["id"]] = best[0]
    return stands_for


def _names(entity: Record) -> set[str]:
    return {folded for name in (entity["name"], *entity.get("mentions", ())) if (folded := _folded(name))}


def _folded(name: str) -> str:
    text = re.sub(r"'s\b", "", name.casefold().replace("\u2019", "'"))
    text = re.sub(r"[^\w\s/&+-]", " ", text)
    text = re.sub(r"^(?:the|a|an)\s+", "", text.strip())
    return " ".join(_LEGAL_FORM.sub(" ", text).split()) or " ".join(text.split())


def _key(fact: Record, stands_for: Mapping[str, str] | None = None) -> Key:
    ends = [fact["subject"], fact["object"]]
    if stands_for is not None:
        ends = [stands_for.get(end, f"?{end}") for end in ends]
    kind = relation_kinds().get(fact["relation"])
    if kind and kind.symmetric:
        ends.sort()
    return ends[0], fact["relation"], ends[1]


def _qualifiers(wanted: Record, said: Record) -> Counter[str]:
    counts: Counter[str] = Counter()
    for name in _QUALIFIERS:
        if wanted.get(name):
            got, want = said.get(name), wanted[name]
            same = got.casefold() == want.casefold() if isinstance(got, str) and isinstance(want, str) else got == want
            counts.update({f"{name} asked": 1, name: int(same)})
    return counts


def _ratio(counts: Mapping[str, int]) -> Ratio:
    right, wrong, missed = (counts.get(name, 0) for name in ("right", "wrong", "missed"))
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Ratio(right, wrong, missed, round(precision, 3), round(recall, 3), round(f1, 3))
