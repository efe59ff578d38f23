"""Passages of a text: its sentences, without page furniture and footnotes, graded by the footnotes they cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from allygraph.graph.ids import passage_id
from allygraph.graph.model import Passage
from allygraph.loaders.documents.blocks import Block, blocks_of
from allygraph.loaders.documents.datelines import dateline_of
from allygraph.loaders.documents.furniture import is_furniture, where_text_ends
from allygraph.loaders.documents.notes import notes_of, rate
from allygraph.loaders.documents.sentences import sentences_of

__all__ = ["passages_of"]

#: Of the blocks at the front, how many may begin with a dateline.
_DATELINE_BLOCKS = 8


def passages_of(text: str, series: str) -> tuple[Passage, ...]:
    """The passages of `text` in reading order, disjoint; `text[start:end]` is the passage."""
    notes = notes_of(text)
    ratings = {note.number: note.rating for note in notes.values() if note.rating}
    in_round = not any(note.bracketed for note in notes.values())
    blocks = list(blocks_of(text, notes.keys()))
    seen: Counter[str] = Counter()
    passages = []
    for index, (start, end) in enumerate(_sentences(text, blocks)):
        words = text[start:end]
        spaced = " ".join(words.split())
        reliability, rating_words = rate(words, ratings, in_round=in_round)
        passages.append(
            Passage(passage_id(series, spaced, seen[spaced]), index, words, start, end, reliability, rating_words)
        )
        seen[spaced] += 1
    return tuple(passages)


def _sentences(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The sentences that are no furniture; a dateline is a sentence of its own."""
    ends = where_text_ends(text, blocks)
    for at, block in enumerate(blocks):
        if block.start >= ends:
            return
        if is_furniture(text[block.start : block.end]):
            continue
        start = block.start
        dateline = dateline_of(text, block.start, block.end) if at < _DATELINE_BLOCKS else None
        if dateline:
            yield block.start, block.start + len(text[block.start : dateline.end].rstrip())
            start = dateline.end
        for sentence in sentences_of(text, start, block.end):
            if not is_furniture(text[slice(*sentence)]):
                yield sentence
