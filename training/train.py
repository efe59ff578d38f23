"""Trains the network on annotated paragraphs; `training.build` does it from corpus to weights."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch.nn import functional

from training.batch import Batch, collate
from training.corpus import CORPUS, Paragraph, Problem, try_lot
from training.examples import Example, examples
from training.network import Reader
from training.renaming import generic_words, renamed
from training.steps import Steps

#: Styles and sectors that are never trained on: a test of our own.
HELD_OUT = ("opinion", "events", "sports", "agriculture")

#: Passes over the corpus.
EPOCHS = 12


def is_held_out(paragraph: Paragraph) -> bool:
    return any(part in HELD_OUT for part in paragraph.lot.split("-"))


def corpus(*folders: Path) -> list[Paragraph]:
    """All sound paragraphs of the lots."""
    files = [path for folder in folders or (CORPUS,) for path in sorted(folder.rglob("*.txt"))]
    return [one for path in files for one in try_lot(path) if not isinstance(one, Problem)]


def loss_of(network: Reader, batch: Batch) -> torch.Tensor:
    """Tags, labels of pairs and statuses together."""
    states, tagged, tags = network.lower(batch.ids, batch.shapes, batch.kept)
    loss = functional.cross_entropy(tags.float()[batch.kept], batch.tags[batch.kept], ignore_index=-1)
    if len(batch.ties):
        loss = loss + 0.5 * loss_of_links(network, tagged, batch)
    if len(batch.rows) == 0:
        return loss
    states = network.upper(states, batch.marks, batch.kept)
    labels, statuses = network.judge(states, batch.rows, batch.spans, batch.sides)
    each = functional.binary_cross_entropy_with_logits(labels.float(), batch.labels, reduction="none") * batch.counts
    loss = loss + each.sum() / len(batch.rows) * 2.0
    taught = batch.statuses >= 0
    if taught.any():
        loss = loss + 0.3 * functional.cross_entropy(statuses.float()[taught], batch.statuses[taught])
    return loss


def loss_of_links(network: Reader, tagged: torch.Tensor, batch: Batch) -> torch.Tensor:
    """What references stand for: one of the entities or none where one at most is meant, else each by itself."""
    scores = network.link(
        tagged,
        batch.reference_rows,
        batch.references,
        batch.name_rows,
        batch.names,
        batch.ties,
        batch.figures,
    ).float()
    count, width = batch.meant.shape
    places = batch.ties[:, 0] * width + batch.slots
    best = scores.new_full((count * width,), -20.0).scatter_reduce(0, places, scores, "amax").view(count, width)
    several = batch.meant.sum(1) > 1
    single = torch.cat([best.new_zeros(count, 1), best], 1).log_softmax(1)
    wanted = torch.cat([(batch.meant.sum(1, keepdim=True) == 0).float(), batch.meant], 1)
    one = -(single * wanted).sum(1)
    each = functional.binary_cross_entropy_with_logits(best, batch.meant, reduction="none")
    known = best > -19
    many = (each * known).sum(1) / known.sum(1).clamp(min=1) * 3
    return torch.where(several, many, one).mean()


def batches(found: Sequence[Example], size: int, random_: random.Random) -> list[list[Example]]:
    """Examples of like length together, at most `size` pieces (padding counted)."""
    order = sorted(found, key=lambda example: len(example.window.ids) + random_.random() * 20)
    made: list[list[Example]] = [[]]
    for example in order:
        if made[-1] and len(example.window.ids) * (len(made[-1]) + 1) > size:
            made.append([])
        made[-1].append(example)
    random_.shuffle(made)
    return made


def train(
    paragraphs: Sequence[Paragraph],
    *,
    epochs: int = EPOCHS,
    seed: int = 1,
    rate: float = 3e-4,
    size: int = 1500,
    share: float = 0.8,
    report: Callable[[Reader, int], None] | None = None,
) -> Reader:
    """A trained network, in evaluation mode."""
    torch.manual_seed(seed)
    random_ = random.Random(seed)
    network = Reader()
    network.load_encoder()
    generic = generic_words(paragraphs)
    steps = None
    for epoch in range(epochs):
        started = time.monotonic()
        shown = [renamed(paragraph, generic, random_, share) for paragraph in paragraphs]
        found = [example for paragraph in shown for example in examples(paragraph)]
        made = batches(found, size, random_)
        steps = steps or Steps(network, len(made) * epochs, rate=rate)
        network.train()
        losses = sum(steps.take(loss_of(network, collate(batch))) for batch in made)
        seconds = time.monotonic() - started
        print(f"epoch {epoch + 1}: loss {losses / len(made):.3f}, {len(made)} batches, {seconds:.0f} s", flush=True)
        if report is not None:
            report(steps.whole(), epoch)
    return steps.whole() if steps else network.eval()
