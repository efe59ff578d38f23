"""Fact sheets and lists under a heading: "Owner: A; Competitors: B, C; Headquarters: D"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from allygraph.graph.kinds import relation_kinds
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.sheet_items import Item, items_of
from allygraph.loaders.extraction.relations.sheet_labels import LABEL, Label, heading_of, label_of, names_owner
from allygraph.loaders.extraction.relations.title_spans import title_spans

_BREAK = re.compile(r"[|\n]")
_WEIGHT = 0.8
#: Characters before the name of a row: bullets and numbers.
_ROW_START = 4
#: A place of registration stands behind the seat: "Oslo, Norway; incorporated in Bergen".
_SEATED = re.compile(r"\s*(?:incorporated|registered|domiciled)\s+in\s+", re.IGNORECASE)
#: Rows from which on a document is a sheet, whose lines may leave out whom they speak of.
_SHEET = 2


@dataclass(slots=True)
class Sheet:
    """Whose sheet is being read (`owner`) and under which heading, passage after passage; `rows` counts its rows."""

    owner: Slot | None
    heading: Label | None = None
    rows: int = 0

    def headed(self, text: str) -> None:
        """Take note of a passage that may be a heading, with or without names in it."""
        self.heading = heading_of(text) or self.heading

    @property
    def terse(self) -> bool:
        """True where lines without a subject speak of the owner."""
        return self.owner is not None and self.rows >= _SHEET

    def read(self, parse: Parse, offset: int, slots: Sequence[Slot]) -> tuple[list[Finding], list[tuple[int, int]]]:
        """The findings of a passage that starts at character `offset`, and the stretches that the sheet has read.

        What the words of such a stretch say to a reader of sentences is not to be trusted.
        """
        alone = slots[0].end - slots[0].start == len(parse.text.strip())
        if alone and slots[0].kind in {"Organisation", "Product"} and self.heading is None:
            # A line with nothing but a name: what follows is its sheet.
            self.owner = slots[0]
            return [], []
        if any(group.form == "finite" for group in parse.groups):
            self.heading = None
        found: list[Finding] = []
        spans: list[tuple[int, int]] = []
        for label, place, items in self._rows(parse, offset):
            self.rows += 1
            spans += [(item.start, item.end) for item in items]
            found += _related(label, self._at(parse, offset, place), items, parse.tokens)
        return [*found, *match_rows(parse, offset, self.heading, self.owner)], spans

    def _at(self, parse: Parse, offset: int, place: tuple[int, int]) -> Slot | None:
        """The owner, for which the label at these characters of the passage stands."""
        start, end = place
        return (
            replace(self.owner, text=parse.text[start:end], start=offset + start, end=offset + end, reference=True)
            if self.owner is not None
            else None
        )

    def _rows(self, parse: Parse, offset: int) -> Iterator[tuple[Label, tuple[int, int], list[Item]]]:
        """Each label of a passage with the entries behind it; a row that is a sentence has none."""
        if ":" not in parse.text:
            return
        matches = list(LABEL.finditer(parse.text))
        for number, match in enumerate(matches):
            stop = _BREAK.search(parse.text, match.end())
            after = matches[number + 1 :]
            end = min(stop.start() if stop else len(parse.text), after[0].start() if after else len(parse.text))
            row = parse.text[match.end() : end].rstrip(" ;•*")
            items = list(items_of(row, match.end(), offset, parse.tokens))
            if names_owner(match["label"]) and items and items[0].slot.kind == "Organisation":
                self.owner = items[0].slot
                continue
            label = label_of(match["label"])
            if label is not None and not _is_sentence(parse, match.end(), end):
                yield label, match.span("label"), items


def _is_sentence(parse: Parse, start: int, end: int) -> bool:
    """True where the first entry is a clause: "Technology: A runs on B"."""
    end = min(parse.text.find(";", start) % (len(parse.text) + 1), end)
    offset = parse.tokens[0].start - (len(parse.text) - len(parse.text.lstrip())) if parse.tokens else 0
    for group in parse.groups:
        first = parse.tokens[group.start].start - offset
        if group.form == "finite" and group.subject is not None and start <= first < end:
            return parse.tokens[group.subject.start].start - offset >= start
    return False


def match_rows(parse: Parse, offset: int, label: Label | None, owner: Slot | None) -> Iterator[Finding]:
    """The findings of lines without a verb that stand under the heading `label`; each names its entry first."""
    if label is None or owner is None or any(group.form == "finite" for group in parse.groups):
        return
    for line in re.finditer(r"[^\n]+", parse.text):
        start = offset + line.start()
        for place, token in enumerate(parse.tokens):
            if token.slot is not None and start <= token.start <= start + _ROW_START:
                own = replace(owner, text=token.text, start=token.start, end=token.start, reference=True)
                stop = offset + line.end()
                remark = parse.text[token.end - offset : line.end()]
                yield from _related(
                    label, own, [Item(token.slot, place, start, stop, remark.strip(), None)], parse.tokens
                )
                break


def _related(label: Label, own: Slot | None, items: Sequence[Item], tokens: Sequence[Token]) -> Iterator[Finding]:
    if own is None or any(set(item.slot.entities) & set(own.entities) for item in items):
        # A sheet that names its owner among the others is someone else's.
        return
    seats = [item for item in items[1:] if _SEATED.match(item.remark)]
    for item in [*items[:1], *seats] if label.first else items:
        subject, obj = (item.slot, own) if label.names == "subject" else (own, item.slot)
        if item.slot.kind not in label.kinds or not ends_fit(label.relation, subject, obj):
            continue
        stative = not relation_kinds()[label.relation].symmetric
        dated = next(
            (token for token in tokens if token.date is not None and item.slot.end <= token.start < item.end), None
        )
        yield Finding(
            label.relation,
            subject,
            obj,
            _WEIGHT,
            item.place,
            status=item.status or label.status or "active",
            nominal=True,
            stative=stative,
            role=_role(label, item, tokens) if label.relation == "HAS_ROLE" else None,
            dated=dated,
        )


def _role(label: Label, item: Item, tokens: Sequence[Token]) -> str | None:
    """The title behind a person, else the one that the label is."""
    behind = [token for token in tokens if item.slot.end <= token.start < item.end]
    return next((span.role for span in title_spans(behind) if span.role), label.role)
