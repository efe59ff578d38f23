"""Makes the weights that ship with the package, from corpus to settings; see `make train`.

    python -m training.build [--extra FOLDER ...] [--sets FOLDER] [--epochs N] [--threads N] [--limit N] [--out FOLDER]

`--extra` takes folders of gold documents (NAME.txt with NAME.json), as `allygraph review --export-gold` writes them.
`--limit` takes that many paragraphs of the corpus, drawn by chance, and no public sets: for a learning curve.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch

from training.calibrate import calibrate
from training.corpus import Paragraph
from training.examples import paragraph_of_gold
from training.export import export
from training.gold import write_gold
from training.public import read_public
from training.train import EPOCHS, corpus, is_held_out, train

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "allygraph" / "loaders" / "extraction" / "learned" / "weights"
#: Where confidences are fitted, beside the held-out lots: texts that are never trained on.
GOLD = (ROOT / "tests" / "data" / "gold" / "a", ROOT / "tests" / "data" / "gold" / "b")


def build(
    out: Path,
    *,
    extra: Sequence[Path] = (),
    sets: Path | None = None,
    epochs: int = EPOCHS,
    seed: int = 1,
    limit: int | None = None,
) -> None:
    """Trains, writes and calibrates. Raises Problem for a faulty lot, OSError."""
    paragraphs = corpus()
    taught = [paragraph for paragraph in paragraphs if not is_held_out(paragraph)]
    if limit is None:
        taught += read_public(sets) if sets else []
    else:
        random.Random(seed).shuffle(taught)
        del taught[limit:]
    taught += gold_paragraphs(extra)
    print(f"{len(taught)} paragraphs to learn from, {len(paragraphs)} in the corpus")
    network = train(taught, epochs=epochs, seed=seed)
    export(network, out)
    with tempfile.TemporaryDirectory() as temporary:
        held_out = Path(temporary) / "held-out"
        write_gold([paragraph for paragraph in paragraphs if is_held_out(paragraph)], held_out)
        development = sets.parent / "eval" / "dev" if sets else None
        calibrate(out, [held_out, *GOLD, *([development] if development and development.is_dir() else [])])


def gold_paragraphs(folders: Sequence[Path]) -> list[Paragraph]:
    """Gold documents to learn from. Raises OSError, KeyError."""
    return [paragraph_of_gold(path) for folder in folders for path in sorted(folder.glob("*.json"))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extra", type=Path, nargs="*", default=[])
    parser.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "datasets")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    build(given.out, extra=given.extra, sets=given.sets, epochs=given.epochs, seed=given.seed, limit=given.limit)


if __name__ == "__main__":
    main()
