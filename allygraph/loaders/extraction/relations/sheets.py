"""Fact sheets and lists under a heading: "Owner: A; Competitors: B, C; Headquarters: D"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from allygraph.graph.kinds import relation_kinds
from allygraph.loaders.extraction.protocol import FoundEntity
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.grammar.fillers import singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.slots import Slot

_LABEL = re.compile(r"(?:^|(?<=[;|•\n]))[\s*•–-]*(?P<label>[^\W\d_][\w /&'-]{1,38}?)\s*:(?=\s|$)")
_HEADING = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?\s+|[*•–-]\s+)?(?P<label>[^\W\d_][\w /&'-]{2,40}?)\s*:?\s*$")
_BREAK = re.compile(r"[;|\n]")
_WEIGHT = 0.8
#: What a document names once is not what it is about.
_MAIN = 2
#: Characters before the name of a row: bullets and numbers.
_ROW_START = 4


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says of the names behind it; `names` is the end they are. `first` takes one name only."""

    relation: str
    names: str
    kinds: tuple[str, ...]
    first: bool = False


@cache
def _labels() -> Mapping[str, Label]:
    entries: list[dict[str, Any]] = yaml.safe_load(
        files(__package__).joinpath("sheets.yaml").read_text(encoding="utf-8")
    )
    return MappingProxyType(
        {
            word: Label(entry["relation"], entry["names"], tuple(entry["kinds"]), entry.get("first", False))
            for entry in entries
            for word in entry["labels"]
        }
    )


def label_of(words: str) -> Label | None:
    """The label these words are: "Key competitors", "Headquarters"."""
    *before, last = words.lower().split()
    return _labels().get(" ".join([*before, singular(last)])) or _labels().get(" ".join([*before, last]))


def heading_of(text: str) -> Label | None:
    """The label a line of its own puts over the lines that follow: "3. Principal subsidiaries"."""
    match = _HEADING.match(text) if len(text) < 60 else None
    return label_of(match["label"]) if match else None


@dataclass(slots=True)
class Sheet:
    """Whose sheet is being read (`owner`) and under which heading, passage after passage."""

    owner: Slot | None
    heading: Label | None = None

    def headed(self, text: str) -> None:
        """Take note of a passage that may be a heading, with or without names in it."""
        self.heading = heading_of(text) or self.heading

    def read(self, parse: Parse, offset: int, slots: Sequence[Slot]) -> list[Finding]:
        """The findings of a passage that starts at character `offset` and has these names in it."""
        alone = slots[0].end - slots[0].start == len(parse.text.strip())
        if alone and slots[0].kind in {"Organisation", "Product"} and self.heading is None:
            # A line with nothing but a name: what follows is its sheet.
            self.owner = slots[0]
            return []
        if any(group.form == "finite" for group in parse.groups):
            self.heading = None
        return [*match_sheet(parse, offset, self.owner), *match_rows(parse, offset, self.heading, self.owner)]


def main_of(entities: Sequence[FoundEntity]) -> Slot | None:
    """The organisation of which a document speaks most, the first of equals; None where it speaks of none twice."""
    bodies = [entity for entity in entities if entity.kind == "Organisation" and entity.mentions]
    if not bodies:
        return None
    entity = max(bodies, key=lambda body: (len(body.mentions), -body.mentions[0].start))
    mention = entity.mentions[0]
    if len(entity.mentions) < _MAIN:
        return None
    return Slot((entity.id,), entity.kind, mention.text, mention.start, mention.end)


def match_sheet(parse: Parse, offset: int, owner: Slot | None) -> Iterator[Finding]:
    """Findings of "label: names" in a passage that starts at character `offset`; `owner` is whose sheet it is."""
    if owner is None or ":" not in parse.text:
        return
    for match in _LABEL.finditer(parse.text):
        label = label_of(match["label"])
        if label is None:
            continue
        stop = _BREAK.search(parse.text, match.end())
        end = offset + (stop.start() if stop else len(parse.text))
        own = replace(
            owner,
            text=match["label"],
            start=offset + match.start("label"),
            end=offset + match.end("label"),
            reference=True,
        )
        inside = [(i, t.slot) for i, t in enumerate(parse.tokens) if t.slot and offset + match.end() <= t.start < end]
        yield from _related(label, own, inside)


def match_rows(parse: Parse, offset: int, label: Label | None, owner: Slot | None) -> Iterator[Finding]:
    """The findings of lines without a verb that stand under the heading `label`; each names its entry first."""
    if label is None or owner is None or any(group.form == "finite" for group in parse.groups):
        return
    for line in re.finditer(r"[^\n]+", parse.text):
        start = offset + line.start()
        for place, token in enumerate(parse.tokens):
            if token.slot is not None and start <= token.start <= start + _ROW_START:
                own = replace(owner, text=token.text, start=token.start, end=token.start, reference=True)
                yield from _related(label, own, [(place, token.slot)])
                break


def _related(label: Label, own: Slot, names: Sequence[tuple[int, Slot]]) -> Iterator[Finding]:
    if any(set(slot.entities) & set(own.entities) for _, slot in names):
        # A sheet that names its owner among the others is someone else's.
        return
    for place, slot in names:
        subject, obj = (slot, own) if label.names == "subject" else (own, slot)
        if slot.kind in label.kinds and ends_fit(label.relation, subject, obj):
            stative = not relation_kinds()[label.relation].symmetric
            yield Finding(label.relation, subject, obj, _WEIGHT, place, status="active", nominal=True, stative=stative)
            if label.first:
                return
