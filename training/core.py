"""The network beside a linear model on CORE: `python -m training.core TRAIN.json TEST.json [--epochs N]`.

Spans given, 12 classes, trained on the train split alone. The test split is not part of the repository; it is read from
where it lies and only measured on. Nothing of this ships.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from sklearn.metrics import accuracy_score, f1_score
from sklearn.svm import LinearSVC
from torch import nn
from torch.nn import functional

from allygraph.loaders.extraction.learned.pairs import sides_of, stretches_of
from allygraph.loaders.extraction.learned.windows import Pair, Span, Window, marked, windows
from training.examples import pieces
from training.linear import matrix
from training.network import SIDES, Reader
from training.steps import Steps

#: Pieces of a sentence that are read.
_LONGEST = 380


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence with its two mentions and the number of its relation."""

    window: Window
    marks: list[int]
    pair: Pair
    relation: int


def read(path: Path, relations: dict[str, int]) -> list[Item]:
    """The items of a split. Raises OSError, KeyError for a file in another form."""
    return [_item(one, relations) for one in json.loads(path.read_text(encoding="utf-8"))]


def _item(one: dict[str, Any], relations: dict[str, int]) -> Item:
    starts, place = [], 0
    for word in one["context"]:
        starts.append(place)
        place += len(word) + 1
    text = " ".join(one["context"])
    spans = []
    for name in ("e1", "e2"):
        end = one[f"{name}_end"]
        spans.append(
            Span((name,), starts[one[f"{name}_start"]], starts[end] + len(one["context"][end]), "Organisation")
        )
    spans.sort(key=lambda span: (span.start, -span.end))
    window, *_ = windows(text, [(0, len(text))], pieces(), pieces().first_id, pieces().last_id, _LONGEST)
    marks, pairs = marked(window, spans)
    return Item(window, marks, pairs[0], relations[one["relation"]])


def by_lines(train: list[Item], test: list[Item]) -> list[int]:
    """What the linear model answers."""
    model = LinearSVC(C=0.1, random_state=1)
    model.fit(matrix([(one.window, one.pair) for one in train]), [one.relation for one in train])
    return list(model.predict(matrix([(one.window, one.pair) for one in test])))


def by_network(train: list[Item], test: list[Item], count: int, *, epochs: int, seed: int = 1) -> list[int]:
    """What our relation tower answers, with a head for these classes."""
    torch.manual_seed(seed)
    random_ = random.Random(seed)
    network = Reader()
    network.load_encoder()
    network.pair[-1] = nn.Linear(network.pair[-1].in_features, count)
    steps = Steps(network, epochs * (len(train) // 24 + 1), rate=1.5e-4)
    network.train()
    for _ in range(epochs):
        order = sorted(train, key=lambda one: len(one.window.ids) + random_.random() * 20)
        made = [order[n : n + 24] for n in range(0, len(order), 24)]
        random_.shuffle(made)
        for batch in made:
            wanted = torch.tensor([one.relation for one in batch])
            steps.take(functional.cross_entropy(_scores(network, batch).float(), wanted, label_smoothing=0.1))
    whole = steps.whole()
    with torch.no_grad():
        return [int(_scores(whole, [one]).argmax()) for one in test]


def _scores(network: Reader, batch: list[Item]) -> torch.Tensor:
    longest = max(len(one.window.ids) for one in batch)

    def padded(rows: list[list[int]]) -> torch.Tensor:
        return torch.tensor([row + [0] * (longest - len(row)) for row in rows])

    kept = padded([[1] * len(one.window.ids) for one in batch]).bool()
    states = network.embedded(padded([one.window.ids for one in batch]), padded([one.window.shapes for one in batch]))
    states = network.upper(states, padded([one.marks for one in batch]), kept)
    spans = torch.tensor([stretches_of(one.pair, len(one.window.ids)) for one in batch])
    sides = torch.tensor([sides_of(one.pair) for one in batch]).view(-1, SIDES)
    scores, _ = network.judge(states, torch.arange(len(batch)), spans, sides)
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("test", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    names = sorted({one["relation"] for one in json.loads(given.train.read_text(encoding="utf-8"))})
    relations = {name: number for number, name in enumerate(names)}
    train, test = read(given.train, relations), read(given.test, relations)
    wanted = [one.relation for one in test]
    for name in ("linear", "network"):
        found = by_lines(train, test) if name == "linear" else by_network(train, test, len(names), epochs=given.epochs)
        accuracy, macro = accuracy_score(wanted, found), f1_score(wanted, found, average="macro")
        print(f"{name}: accuracy {accuracy:.3f}, macro F1 {macro:.3f}", flush=True)


if __name__ == "__main__":
    main()
