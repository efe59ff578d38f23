"""A linear model beside the network on the held-out lots, names and references given: `python -m training.compare`.

Both answer for the same pairs of a line; facts are counted once a paragraph. For each threshold: precision, recall, F1.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.svm import LinearSVC

from allygraph.graph.kinds import relation_kinds
from allygraph.loaders.extraction.learned.labels import LABELS
from allygraph.loaders.extraction.learned.network import Network
from allygraph.loaders.extraction.learned.windows import Pair
from training.build import WEIGHTS
from training.corpus import Paragraph
from training.examples import Example, examples
from training.linear import matrix
from training.renaming import generic_words, renamed
from training.train import corpus, is_held_out

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """The pairs of a paragraph's lines with the window that each stands in, and the facts to be found."""

    paragraph: Paragraph
    pairs: list[tuple[Example, Pair]]


def asked(paragraphs: Sequence[Paragraph]) -> list[Asked]:
    return [
        Asked(one, [(example, pair) for example in examples(one) for pair in example.pairs if not pair.crossing])
        for one in paragraphs
    ]


def by_lines(taught: Sequence[Paragraph], test: Sequence[Asked]) -> Iterator[Scores]:
    """Scores (pairs, labels) of the linear model for each paragraph of `test`."""
    rows = [
        (example.window, pair, labels)
        for paragraph in taught
        for example in examples(paragraph)
        for pair, labels in zip(example.pairs, example.labels, strict=True)
        if not pair.crossing
    ]
    given = matrix([(window, pair) for window, pair, _ in rows])
    true = np.array([[number in labels for number in range(len(LABELS))] for _, _, labels in rows])
    lines = [LinearSVC(C=0.05, max_iter=300, random_state=1).fit(given, true[:, n]) for n in range(len(LABELS))]
    for one in test:
        if one.pairs:
            found = matrix([(example.window, pair) for example, pair in one.pairs])
            yield np.stack([line.decision_function(found) for line in lines], 1)
        else:
            yield np.zeros((0, len(LABELS)))


def by_network(folder: Path, test: Sequence[Asked]) -> Iterator[Scores]:
    """Probabilities (pairs, labels), those of denied pairs lowered."""
    network = Network(folder)
    for one in test:
        found = []
        for example in {id(example): example for example, _ in one.pairs}.values():
            pairs = [pair for pair in example.pairs if not pair.crossing]
            labels, statuses = network.judge(network.read(example.window)[0], example.marks, pairs)
            found.append(labels * (1 - statuses[:, -1:]))
        yield np.concatenate(found) if found else np.zeros((0, len(LABELS)))


def figures(test: Sequence[Asked], scores: Sequence[Scores], threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of facts; doubtful ones count neither way."""
    right = said = wanted = 0
    for one, own in zip(test, scores, strict=True):
        true = {_key(f.relation, f.subject, f.object) for f in one.paragraph.facts if f.sign == "+"}
        open_ = {_key(f.relation, f.subject, f.object) for f in one.paragraph.facts} - true
        found = set()
        for row, number in zip(*(own > threshold).nonzero(), strict=True):
            pair = one.pairs[row][1]
            relation, forward = LABELS[number]
            ends = (pair.first_entity, pair.second_entity)
            found.add(_key(relation, *(ends if forward else ends[::-1])))
        right, said, wanted = right + len(found & true), said + len(found - open_), wanted + len(true)
    precision, recall = right / max(said, 1), right / wanted
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _key(relation: str, subject: str, object_: str) -> tuple[str, ...]:
    ends = sorted((subject, object_)) if relation_kinds()[relation].symmetric else (subject, object_)
    return (relation, *ends)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    paragraphs = corpus()
    random_, generic = random.Random(1), generic_words(paragraphs)
    taught = [renamed(one, generic, random_) for one in paragraphs if not is_held_out(one)]
    test = asked([one for one in paragraphs if is_held_out(one)])
    for name, scores, thresholds in (
        ("linear", list(by_lines(taught, test)), np.arange(-0.7, 0.3, 0.1)),
        ("network", list(by_network(given.folder, test)), np.arange(0.2, 0.8, 0.1)),
    ):
        for threshold in thresholds:
            precision, recall, f1 = figures(test, scores, float(threshold))
            print(f"{name} {threshold:5.2f}: {precision:.3f} {recall:.3f} {f1:.3f}", flush=True)


if __name__ == "__main__":
    main()
