"""Files of decisions: CSV with the columns id, decision, reason, a JSON list of such objects, or one object a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from allygraph.graph.model import Review

_WORDS: Mapping[str, Review] = {
    **dict.fromkeys(("accepted", "accept"), "accepted"),
    **dict.fromkeys(("rejected", "reject"), "rejected"),
    **dict.fromkeys(("unreviewed", "undecided"), "unreviewed"),
}
_NAMES = {"claim": "id", "claim_id": "id", "verdict": "decision"}


@dataclass(frozen=True, slots=True)
class ClaimDecision:
    """A decision of a file: `line` counts from 1."""

    line: int
    claim: str
    verdict: Review
    reason: str


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no decision, or one that could not be carried out, and why."""

    line: int
    problem: str


def read_decisions(text: str) -> Iterator[ClaimDecision | BadLine]:
    """The decisions of a file in their order, a BadLine in the place of each one that cannot be read."""
    text = text.removeprefix("\ufeff")
    beginning = text.lstrip()[:1]
    records = _json_list(text) if beginning == "[" else _json_lines(text) if beginning == "{" else _csv(text)
    for line, record in records:
        yield record if isinstance(record, BadLine) else _decision(line, record)


def _decision(line: int, record: Any) -> ClaimDecision | BadLine:
    if not isinstance(record, dict):
        return BadLine(line, "an object with id and decision was expected.")
    values = {_NAMES.get(str(name).strip().casefold(), str(name).strip().casefold()): record[name] for name in record}
    claim, word, reason = values.get("id"), values.get("decision"), values.get("reason")
    if not isinstance(claim, str) or not claim.strip():
        return BadLine(line, "there is no id of a claim.")
    verdict = _WORDS.get(word.strip().casefold()) if isinstance(word, str) else None
    if verdict is None:
        return BadLine(line, f"unknown decision '{word or ''}'. Allowed: accepted, rejected, unreviewed.")
    return ClaimDecision(line, claim.strip(), verdict, reason.strip() if isinstance(reason, str) else "")


_Records = Iterator[tuple[int, Any]]


def _csv(text: str) -> _Records:
    reader = csv.reader(io.StringIO(text, newline=""))
    header: list[str] | None = None
    before = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.line_num, BadLine(reader.line_num, f"this is no CSV ({error}).")
            continue
        line, before = before + 1, reader.line_num
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header = row
            names = {_NAMES.get(name.strip().casefold(), name.strip().casefold()) for name in row}
            if not {"id", "decision"} <= names:
                yield line, BadLine(line, "the first line must name the columns: id,decision,reason.")
                return
            continue
        # A comma too many, as an unquoted reason has, must not become a shorter reason.
        if len(row) > len(header):
            yield line, BadLine(line, f"{len(row)} columns where the first line has {len(header)}; quote the reason.")
            continue
        yield line, dict(zip(header, row, strict=False))


def _json_lines(text: str) -> _Records:
    for line, words in enumerate(text.splitlines(), start=1):
        if words.strip():
            try:
                yield line, json.loads(words)
            except (ValueError, RecursionError) as error:
                yield line, BadLine(line, f"this is no JSON ({error}).")


def _json_list(text: str) -> _Records:
    """The items of a list with the line where each begins; after a mistake in the JSON nothing more can be read."""
    decoder = json.JSONDecoder()
    at = text.index("[") + 1
    while True:
        at = _skip(text, at, " \t\r\n,")
        line = text.count("\n", 0, at) + 1
        if at >= len(text):
            yield line, BadLine(line, "the list is not closed; what stands before was read.")
            return
        if text[at] == "]":
            return
        try:
            record, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield line, BadLine(line, f"this is no JSON ({error}); the rest cannot be read.")
            return
        yield line, cast(Any, record)


def _skip(text: str, at: int, characters: str) -> int:
    while at < len(text) and text[at] in characters:
        at += 1
    return at
