"""Trains the network on the corpus: `python -m training.train OUT [--epochs N] ...`; see `make train`."""

from __future__ import annotations

import argparse
import copy
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch.nn import functional

from training.corpus import CORPUS, Paragraph, Problem, try_lot
from training.examples import Example, examples
from training.network import Batch, Reader, collate
from training.renaming import generic_words, renamed

#: Styles and sectors that are never trained on: a test of our own.
HELD_OUT = ("opinion", "events", "sports", "agriculture")


def is_held_out(paragraph: Paragraph) -> bool:
    return any(part in HELD_OUT for part in paragraph.lot.split("-"))


def corpus(*folders: Path) -> list[Paragraph]:
    """All sound paragraphs of the lots."""
    files = [path for folder in folders or (CORPUS,) for path in sorted(folder.rglob("*.txt"))]
    return [one for path in files for one in try_lot(path) if not isinstance(one, Problem)]


def loss_of(network: Reader, batch: Batch, *, tagging: float = 1.0) -> torch.Tensor:
    """Tags, labels of pairs and statuses together."""
    states, tags = network.lower(batch.ids, batch.shapes, batch.kept)
    loss = tagging * functional.cross_entropy(tags.float()[batch.kept], batch.tags[batch.kept])
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
    epochs: int = 7,
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
    fresh = [p for name, p in network.named_parameters() if name.startswith(("shapes", "marks", "tagger.", "pair"))]
    known = {id(p) for p in fresh}
    network.words.weight.requires_grad_(False)
    old = [p for p in network.parameters() if id(p) not in known and p.requires_grad]
    # Run in half precision, where a CPU of today is several times faster; learnt in full precision beside it.
    masters = [[one.detach().clone() for one in group] for group in (old, fresh)]
    optimizer = torch.optim.AdamW(
        [{"params": masters[0], "lr": rate}, {"params": masters[1], "lr": rate * 5}], weight_decay=0.01, fused=True
    )
    network.to(torch.bfloat16)
    halves = [*old, *fresh]
    wholes = [*masters[0], *masters[1]]
    generic = generic_words(paragraphs)
    total = None
    step = 0
    for epoch in range(epochs):
        started = time.monotonic()
        shown = [renamed(paragraph, generic, random_, share) for paragraph in paragraphs]
        found = [example for paragraph in shown for example in examples(paragraph)]
        made = batches(found, size, random_)
        total = total or len(made) * epochs
        network.train()
        losses = 0.0
        for batch in made:
            factor = min(1.0, step / (0.1 * total)) * max(0.02, 1 - step / total)
            for group, base in zip(optimizer.param_groups, (rate, rate * 5), strict=True):
                group["lr"] = base * factor
            loss = loss_of(network, collate(batch))
            network.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(halves, 1.0)
            for half, whole in zip(halves, wholes, strict=True):
                whole.grad = half.grad.float() if half.grad is not None else None
            optimizer.step()
            with torch.no_grad():
                for half, whole in zip(halves, wholes, strict=True):
                    half.copy_(whole)
            losses += loss.item()
            step += 1
        seconds = time.monotonic() - started
        print(f"epoch {epoch + 1}: loss {losses / len(made):.3f}, {len(made)} batches, {seconds:.0f} s", flush=True)
        if report is not None:
            report(_whole(network, halves, wholes), epoch)
    return _whole(network, halves, wholes)


def _whole(network: Reader, halves: Sequence[torch.Tensor], wholes: Sequence[torch.Tensor]) -> Reader:
    """A copy in full precision, in evaluation mode."""
    found = copy.deepcopy(network).float()
    places = {id(half): whole for half, whole in zip(halves, wholes, strict=True)}
    with torch.no_grad():
        for half, own in zip(network.parameters(), found.parameters(), strict=True):
            if id(half) in places:
                own.copy_(places[id(half)])
    return found.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    paragraphs = [paragraph for paragraph in corpus() if not is_held_out(paragraph)]
    if given.limit is not None:
        random.Random(0).shuffle(paragraphs)
        paragraphs = paragraphs[: given.limit]
    network = train(paragraphs, epochs=given.epochs, seed=given.seed, rate=given.rate)
    torch.save(network.state_dict(), given.out)


if __name__ == "__main__":
    main()
