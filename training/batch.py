"""Examples as tensors, many windows at once."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from allygraph.loaders.extraction.learned.antecedents import TIE, ties
from allygraph.loaders.extraction.learned.labels import LABELS
from allygraph.loaders.extraction.learned.pairs import sides_of, stretches_of
from training.examples import Example
from training.network import SIDES


@dataclass
class Batch:
    """Padded windows and the pairs of all of them; see `collate`."""

    ids: Tensor
    shapes: Tensor
    marks: Tensor
    kept: Tensor
    tags: Tensor
    rows: Tensor
    spans: Tensor
    sides: Tensor
    labels: Tensor
    counts: Tensor
    statuses: Tensor
    reference_rows: Tensor
    references: Tensor
    name_rows: Tensor
    names: Tensor
    ties: Tensor
    figures: Tensor
    slots: Tensor
    meant: Tensor


def collate(batch: list[Example]) -> Batch:
    """Examples as tensors, padded to the longest window; stretches of pairs: first, second, between, before, after."""
    longest = max(len(example.window.ids) for example in batch)

    def padded(values: list[list[int]]) -> Tensor:
        return torch.tensor([row + [0] * (longest - len(row)) for row in values])

    rows, spans, sides, labels, counts, statuses = [], [], [], [], [], []
    for number, example in enumerate(batch):
        for pair, true, ignored, status in zip(
            example.pairs, example.labels, example.ignored, example.statuses, strict=True
        ):
            rows.append(number)
            spans.append(stretches_of(pair, len(example.window.ids)))
            sides.append(sides_of(pair))
            labels.append([float(n in true) for n in range(len(LABELS))])
            counts.append([float(n not in ignored) for n in range(len(LABELS))])
            statuses.append(status)
    reference_rows, references, name_rows, names, tied, figures, slots, meant = [], [], [], [], [], [], [], []
    for number, example in enumerate(batch):
        entities = {
            one: n for n, one in enumerate(dict.fromkeys(e for name in example.names for e in name.span.entities))
        }
        for reference, name, row in ties(example.references, example.names):
            tied.append((len(references) + reference, len(names) + name))
            figures.append(row)
            slots.append(entities[example.names[name].span.entities[0]])
        reference_rows += [number] * len(example.references)
        references += [(piece.first, piece.last) for piece in example.references]
        name_rows += [number] * len(example.names)
        names += [(piece.first, piece.last) for piece in example.names]
        meant += [[entities[one] for one in sorted(who)] for who in example.meant]
    width = max([0, *slots, *(place for who in meant for place in who)]) + 1
    windows = [example.window for example in batch]
    return Batch(
        padded([window.ids for window in windows]),
        padded([window.shapes for window in windows]),
        padded([example.marks for example in batch]),
        padded([[1] * len(window.ids) for window in windows]).bool(),
        padded([example.tags for example in batch]),
        torch.tensor(rows, dtype=torch.long),
        torch.tensor(spans, dtype=torch.long).view(-1, 5, 2),
        torch.tensor(sides, dtype=torch.float).view(-1, SIDES),
        torch.tensor(labels, dtype=torch.float).view(-1, len(LABELS)),
        torch.tensor(counts, dtype=torch.float).view(-1, len(LABELS)),
        torch.tensor(statuses, dtype=torch.long),
        torch.tensor(reference_rows, dtype=torch.long),
        torch.tensor(references, dtype=torch.long).view(-1, 2),
        torch.tensor(name_rows, dtype=torch.long),
        torch.tensor(names, dtype=torch.long).view(-1, 2),
        torch.tensor(tied, dtype=torch.long).view(-1, 2),
        torch.tensor(figures, dtype=torch.float).view(-1, TIE),
        torch.tensor(slots, dtype=torch.long),
        torch.tensor([[float(n in who) for n in range(width)] for who in meant]).view(-1, width),
    )
