"""One confidence from rules and network: `python -m training.calibrate FOLDER GOLD...` writes FOLDER/settings.json.

Every claim that a rule or the network makes of the gold documents is right or wrong; two logistic regressions turn the
weight of the rule and the probability of the reading into the share that is right. Prints what each threshold costs.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from allygraph.loaders.documents import ReadDocument, read_inputs
from allygraph.loaders.evaluation.matching import Key, aligned, fact_key
from allygraph.loaders.evaluation.records import gold_paths, read_record
from allygraph.loaders.extraction.learned.engine import CombinedEngine
from allygraph.loaders.extraction.learned.network import Network
from allygraph.loaders.extraction.prediction import to_prediction
from allygraph.loaders.extraction.protocol import Extraction
from allygraph.loaders.extraction.relations.reading import Reading, Weights, has_rival, taken_by

#: Claims that are surer than this are kept: precision on the development texts stays well above 0.8.
THRESHOLD = 0.4
#: Nothing is left out and rules keep their weights, so that both figures can be read off the claims.
_BARE = Weights((0.0, 1.0, 0.0), (0.0, 1.0, 0.0), 0.06)


@dataclass(frozen=True, slots=True)
class Said:
    """A fact of a document: the weight of the rule that says it, the network's reading, whether it is right.

    `rival`: a rule gives one of the ends another partner.
    """

    relation: str
    rule: float | None
    reading: float
    rival: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of a document, and how many of its gold facts nobody said."""

    said: tuple[Said, ...]
    missed: int


def judge(network: Network, folders: Sequence[Path]) -> Iterator[Judged]:
    """Each gold document of the folders. Raises InputError, OSError."""
    engine = CombinedEngine(network, _BARE)
    for folder in folders:
        for path in gold_paths(folder):
            gold = read_record(path)
            (read,) = [one for one in read_inputs([str(path.with_suffix(".txt"))]) if isinstance(one, ReadDocument)]
            readings, extraction = engine.read(read.document, read.passages)
            stands_for = aligned(to_prediction(read.document, extraction)["entities"], gold["entities"])
            wanted = {fact_key(fact) for fact in gold["facts"]}
            open_ = {fact_key(fact) for fact in gold.get("optional_facts", ())} - wanted
            rules, seen = _by_rules(extraction, stands_for), _by_network(readings, stands_for)
            taken = {
                passage.index: taken_by(claim for claim in extraction.claims if claim.passage == passage.index)
                for passage in read.passages
            }
            said = []
            for key in (rules.keys() | seen.keys()) - open_:
                best = seen.get(key)
                rival = best is not None and has_rival(best, taken[best.passage])
                chance = best.probability if best else 0.0
                said.append(Said(key[1], rules.get(key), chance, rival, key in wanted))
            yield Judged(tuple(said), len(wanted - rules.keys() - seen.keys()))


def _by_rules(extraction: Extraction, stands_for: Mapping[str, str]) -> dict[Key, float]:
    """The weight of the surest rule for each fact."""
    found: dict[Key, float] = {}
    for claim in extraction.claims:
        if claim.polarity == "negative" or claim.found_by == "model":
            continue
        for end in filter(None, (claim.object, claim.counterpart)):
            key = fact_key({"subject": claim.subject, "relation": claim.predicate, "object": end}, stands_for)
            found[key] = max(found.get(key, 0.0), claim.confidence)
    return found


def _by_network(readings: Mapping[int, Sequence[Reading]], stands_for: Mapping[str, str]) -> dict[Key, Reading]:
    """The surest reading of each fact."""
    found: dict[Key, Reading] = {}
    for one in (reading for own in readings.values() for reading in own if reading.denied <= 0.5):
        key = fact_key({"subject": one.subject, "relation": one.relation, "object": one.object}, stands_for)
        if key not in found or found[key].probability < one.probability:
            found[key] = one
    return found


Alone = tuple[float, float, float]
Both = tuple[float, float, float]


def fit(judged: Sequence[Judged]) -> tuple[Alone, Both]:
    """The weights of readings alone, and of rules with readings."""
    said = [one for document in judged for one in document.said]
    alone = [one for one in said if one.rule is None]
    both = [one for one in said if one.rule is not None]
    first = LogisticRegression(C=10).fit(
        [[odds(one.reading), one.rival] for one in alone], [one.right for one in alone]
    )
    second = LogisticRegression(C=1).fit(
        [[odds(one.rule or 0.0), odds(one.reading)] for one in both], [one.right for one in both]
    )
    return (
        (float(first.intercept_[0]), *(float(value) for value in first.coef_[0])),
        (float(second.intercept_[0]), float(second.coef_[0][0]), float(second.coef_[0][1])),
    )


def odds(probability: float) -> float:
    bounded = min(max(probability, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))


def confidence(one: Said, alone: Alone, both: Both) -> float:
    if one.rule is None:
        total = alone[0] + alone[1] * odds(one.reading) + alone[2] * one.rival
    else:
        total = both[0] + both[1] * odds(one.rule) + both[2] * odds(one.reading)
    return 1 / (1 + math.exp(-total))


def figures(judged: Sequence[Judged], alone: Alone, both: Both, threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of the facts above a threshold."""
    kept = [o for document in judged for o in document.said if confidence(o, alone, both) >= threshold]
    right = sum(one.right for one in kept)
    wanted = sum(document.missed + sum(one.right for one in document.said) for document in judged)
    precision, recall = right / max(len(kept), 1), right / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def calibrate(folder: Path, gold: Sequence[Path], threshold: float = THRESHOLD) -> None:
    """Fits on the gold folders, prints what each threshold gives, writes the settings. Raises InputError, OSError."""
    network = Network(folder)
    by_folder = {one: list(judge(network, [one])) for one in gold}
    judged = [document for documents in by_folder.values() for document in documents]
    alone, both = fit(judged)
    for one, documents in by_folder.items():
        for bound in np.arange(0.3, 0.75, 0.05):
            row = "/".join(f"{value:.3f}" for value in figures(documents, alone, both, float(bound)))
            print(f"{one.name:>20} {bound:.2f} {row}")
    said = [(confidence(one, alone, both), one.right) for document in judged for one in document.said]
    for low in np.arange(0.1, 1.0, 0.1):
        inside = [right for value, right in said if low <= value < low + 0.1]
        if inside:
            print(f"stated {low:.1f}-{low + 0.1:.1f}: right {np.mean(inside):.2f} of {len(inside)}")
    settings = {
        "alone": [round(value, 3) for value in alone],
        "both": [round(value, 3) for value in both],
        "threshold": threshold,
    }
    (folder / "settings.json").write_text(json.dumps(settings) + "\n", encoding="utf-8")
    print(settings)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    given = parser.parse_args()
    calibrate(given.folder, given.gold, given.threshold)


if __name__ == "__main__":
    main()
