"""Generated documents: seeded, so that every run has the same."""

from __future__ import annotations

import random

from allygraph.loaders.documents import ReadDocument, read_text

_FIRST = ("Alder", "Birch", "Cedar", "Dover", "Elm", "Fern", "Grove", "Hazel", "Iron", "Juniper", "Kestrel", "Linden")
_SECOND = ("field", "water", "stone", "bridge", "wood", "gate", "haven", "ridge", "well", "mere", "ford", "cliff")
_FORM = ("Group", "Bank", "Logistics", "Energy", "Systems", "Holdings", "Shipping", "Labs")
_SENTENCES = (
    "{a} signed a partnership with {b} on {day} March {year}.",
    "{a} owns {b}.",
    "{a} will invest USD {sum} million in {b}.",
    "{a} is a member of the {b}.",
    "Analysts said that demand in the region rose by {sum} percent in the quarter.",
    "{a}, a subsidiary of {b}, reported higher costs.",
    "The weather delayed several deliveries, a spokesman said.",
    "{a} competes with {b}.",
)


def documents(count: int, sentences: int = 12, seed: int = 7) -> list[ReadDocument]:
    """`count` documents of `sentences` sentences each, about organisations drawn from one pool."""
    draw = random.Random(seed)
    pool = [f"{draw.choice(_FIRST)}{draw.choice(_SECOND)} {draw.choice(_FORM)}" for _ in range(max(20, count * 3))]
    return [_document(draw, pool, number, sentences) for number in range(count)]


def _document(draw: random.Random, pool: list[str], number: int, sentences: int) -> ReadDocument:
    lines = [f"Digest number {number}", "3 May 2024"]
    for _ in range(sentences):
        one, other = draw.sample(pool, 2)
        values = {"a": one, "b": other, "day": draw.randint(1, 28), "year": 2024, "sum": draw.randint(2, 900)}
        lines.append(draw.choice(_SENTENCES).format(**values))
    document, passages = read_text("\n\n".join(lines), name=f"digest-{number}.txt")
    return ReadDocument(document, passages, f"digest-{number}.txt")
