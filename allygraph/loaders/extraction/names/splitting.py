"""Candidates that hold two names, told by what else the document names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allygraph.graph.model import Document
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.tokens import Shape, Tokens
from allygraph.loaders.extraction.names.trimming import Candidate


def split_candidates(
    document: Document, candidates: Sequence[Candidate], tokens: Sequence[Tokens], words: Lexicon, known: Gazetteer
) -> list[Candidate]:
    """The candidates with double ones cut in two: "Toyota-Uber", "London Toyota Motor Corp" (a dateline), "A and B"."""
    attested = {one.text for one in candidates}
    openings = attested | {
        tokens[one.passage].words[one.first]
        for one in candidates
        if one.last > one.first and tokens[one.passage].words[one.first + 1] != "-"
    }
    result: list[Candidate] = []
    for one in candidates:
        row = tokens[one.passage]
        cut = _cut(one, row, attested, openings, words, known)
        if cut is None:
            result.append(one)
            continue
        for first, last, initial in ((one.first, cut[0], one.initial), (cut[1], one.last, False)):
            start, end = row.starts[first], row.ends[last]
            tail = one.tail if last == one.last else None
            result.append(
                replace(
                    one,
                    first=first,
                    last=last,
                    text=document.text[start:end],
                    start=start,
                    end=end,
                    initial=initial,
                    tail=tail,
                )
            )
    return result


def _cut(
    one: Candidate, row: Tokens, attested: set[str], openings: set[str], words: Lexicon, known: Gazetteer
) -> tuple[int, int] | None:
    """The last token of the left and the first of the right name, or None."""
    for index in range(one.first + 1, one.last):
        mark = row.lower[index]
        if mark in {"-", "/", "and", "&", "\u2013"}:
            left = " ".join(row.words[one.first : index])
            right = " ".join(row.words[index + 1 : one.last + 1])
            named = openings if mark == "-" else attested
            alone = mark == "-" and left not in attested and right not in attested and _are_firms(left, right, known)
            if not alone and _is_attested(left, named, known) and _is_attested(right, named, known):
                return index - 1, index + 1
    if cut := _after_head(one, row, attested, words, known):
        return cut
    located = one.first > 0 and row.lower[one.first - 1] in {"in", "at"}
    if one.initial or one.first == 0 or located:
        after = _place_end(one, row, known)
        if after and after <= one.last:
            rest = " ".join(row.words[after : one.last + 1])
            if rest in attested or (row.words[after] in attested and not located):
                return after - 1, after
            if located and (found := known.find(rest)) and found.kind != "Place":
                return after - 1, after
    return None


def _after_head(
    one: Candidate, row: Tokens, attested: set[str], words: Lexicon, known: Gazetteer
) -> tuple[int, int] | None:
    """Cuts after an organisation's last word where a person or a known name follows: "Acme Foundation Ann Lee"."""
    heads = words.classes["organisation_heads"] | words.classes["legal_forms"]
    for index in range(one.first + 1, one.last):
        if row.lower[index] not in heads or row.shapes[index + 1] not in (Shape.CAPITAL, Shape.UPPER, Shape.MIXED):
            continue
        rest = " ".join(row.words[index + 1 : one.last + 1])
        person = (
            row.words[index + 1] in words.given_names
            and 1 <= one.last - index - 1 <= 2
            and row.lower[one.last] not in heads
        )
        found = known.find(rest)
        if person or (rest in attested and not (found and found.kind == "Place")) or (found and found.kind != "Place"):
            return index, index + 1
    return None


def _are_firms(left: str, right: str, known: Gazetteer) -> bool:
    """Whether both are known organisations; one name where the text has neither by itself: "Acme-Brix"."""
    found = (known.find(left), known.find(right))
    return all(one is not None and one.kind == "Organisation" for one in found)


def _is_attested(text: str, attested: set[str], known: Gazetteer) -> bool:
    return text in attested or known.find(text) is not None


def _place_end(one: Candidate, row: Tokens, known: Gazetteer) -> int | None:
    for size in (3, 2, 1):
        found = known.find(" ".join(row.words[one.first : one.first + size]))
        if found and found.kind == "Place" and one.first + size <= one.last:
            return one.first + size
    return None
