"""Paragraphs as gold documents: `python -m training.gold OUT [LOT.txt ...]` writes NAME.txt and NAME.json for each."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from training.corpus import CORPUS, KINDS, Fact, Paragraph, read_lots


def gold_of(paragraph: Paragraph) -> dict[str, Any]:
    """A paragraph in the format of the evaluation; evidence is the first line that states a fact."""
    entities = [
        {"id": entity, "type": KINDS[entity[0]], "name": max(names, key=len), "mentions": names}
        for entity, names in paragraph.names().items()
    ]
    return {
        "doc": paragraph.id,
        "title": paragraph.text[paragraph.lines[0].start : paragraph.lines[0].end],
        "published": paragraph.published,
        "source": paragraph.source,
        "entities": entities,
        "facts": [_fact(fact, paragraph) for fact in paragraph.facts if fact.sign == "+"],
        "optional_facts": [_fact(fact, paragraph) for fact in paragraph.facts if fact.sign == "?"],
    }


def _fact(fact: Fact, paragraph: Paragraph) -> dict[str, Any]:
    line = paragraph.lines[fact.lines[0]]
    amount = {"value": fact.amount[0], "currency": fact.amount[1]} if fact.amount else None
    if amount and amount["value"] == int(amount["value"]):  # type: ignore[call-overload]
        amount["value"] = int(amount["value"])  # type: ignore[call-overload]
    return {
        "subject": fact.subject,
        "relation": fact.relation,
        "object": fact.object,
        "status": fact.status,
        "date": fact.date,
        "amount": amount,
        **({"role": fact.role} if fact.relation == "HAS_ROLE" else {}),
        "evidence": paragraph.text[line.start : line.end],
    }


def write_gold(paragraphs: list[Paragraph], folder: Path) -> None:
    """One NAME.txt and NAME.json a paragraph. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for paragraph in paragraphs:
        folder.joinpath(f"{paragraph.id}.txt").write_text(paragraph.text + "\n", encoding="utf-8")
        text = json.dumps(gold_of(paragraph), ensure_ascii=False, indent=1)
        folder.joinpath(f"{paragraph.id}.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("lots", type=Path, nargs="*", default=[CORPUS])
    given = parser.parse_args()
    write_gold(read_lots(*given.lots), given.out)


if __name__ == "__main__":
    main()
