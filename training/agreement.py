"""How far the second reader of each lot agreed with its writer: `python -m training.agreement FIRST [NOW]`.

FIRST holds the lots as written, NOW (the corpus) as they are after the second reading. Agreement is F1: of names by
their words and type, of stated and denied facts by relation and the first names of their ends. Prints CSV.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.corpus import CORPUS, Paragraph, Problem, try_lot


def _paragraphs(path: Path) -> dict[str, Paragraph]:
    return {one.id: one for one in try_lot(path) if not isinstance(one, Problem)}


def _marks(paragraph: Paragraph) -> Iterator[tuple[str, ...]]:
    for mark in paragraph.marks:
        if mark.is_name:
            yield paragraph.id, paragraph.text[mark.start : mark.end], mark.entities[0][0]


def _facts(paragraph: Paragraph) -> Iterator[tuple[str, ...]]:
    names = {entity: forms[0] for entity, forms in paragraph.names().items() if forms}
    for fact in paragraph.facts:
        if fact.sign != "?":
            yield paragraph.id, fact.sign, fact.relation, names[fact.subject], names[fact.object]


def agreement(first: Iterable[tuple[str, ...]], now: Iterable[tuple[str, ...]]) -> float:
    """F1 of two sets; 1 where both are empty."""
    one, two = set(first), set(now)
    return 2 * len(one & two) / (len(one) + len(two)) if one or two else 1.0


def main() -> None:
    first = Path(sys.argv[1])
    now = Path(sys.argv[2]) if len(sys.argv) > 2 else CORPUS
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["lot", "paragraphs", "facts", "names agreed", "facts agreed"])
    for path in sorted(now.glob("*.txt")):
        before = first / path.name
        if before.exists():
            old, new = _paragraphs(before).values(), _paragraphs(path).values()
            row = [
                f"{agreement((m for p in old for m in read(p)), (m for p in new for m in read(p))):.3f}"
                for read in (_marks, _facts)
            ]
            table.writerow([path.stem, len(new), sum(len(p.facts) for p in new), *row])


if __name__ == "__main__":
    main()
