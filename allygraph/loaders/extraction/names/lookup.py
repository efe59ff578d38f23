"""Known forms found wherever they stand: in headlines, in capitals, at the start of sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from allygraph.graph.model import Document
from allygraph.loaders.extraction.names.layout import Layout
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.lower_names import is_currency
from allygraph.loaders.extraction.names.tokens import Shape, Tokens
from allygraph.loaders.extraction.names.trimming import Candidate

Index = dict[str, list[tuple[str, ...]]]


def index_forms(candidates: Iterable[Candidate], tokens: Sequence[Tokens], words: Lexicon) -> Index:
    """The words of every form by their first word in lower case, longest first."""
    index: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for one in candidates:
        parts = tuple(tokens[one.passage].words[one.first : one.last + 1])
        if not is_currency(parts[0], words):
            index[parts[0].casefold()].add(parts)
    return {first: sorted(found, key=lambda p: (-len(p), p)) for first, found in index.items()}


def look_up(
    document: Document,
    tokens: Sequence[Tokens],
    layouts: Sequence[Layout],
    covered: Sequence[set[int]],
    index: Index,
    words: Lexicon,
) -> Iterator[Candidate]:
    """Occurrences of indexed forms on tokens that nothing covers yet. Cost: O(tokens x forms sharing a first word)."""
    for number, (row, layout) in enumerate(zip(tokens, layouts, strict=True)):
        taken = covered[number]
        position = 0
        while position < len(row.words):
            size = 0
            if position not in taken and row.lower[position] in index:
                size = _match(row, position, taken, index, layout, words)
            if size:
                last = position + size - 1
                start, end = row.starts[position], row.ends[last]
                yield Candidate(number, position, last, document.text[start:end], start, end)
                taken.update(range(position, last + 1))
            position += size or 1


def _match(row: Tokens, position: int, taken: set[int], index: Index, layout: Layout, words: Lexicon) -> int:
    for parts in index[row.lower[position]]:
        after = position + len(parts)
        if after > len(row.words) or any(spot in taken for spot in range(position, after)):
            continue
        if all(_same(part, row, position + i, layout) for i, part in enumerate(parts)):
            if len(parts) == 1 and layout is not Layout.RUNNING and words.is_common(row.lower[position]):
                continue
            return len(parts)
    return 0


def _same(part: str, row: Tokens, position: int, layout: Layout) -> bool:
    if row.words[position] == part:
        return True
    if row.lower[position] != part.casefold() or row.shapes[position] is Shape.LOWER:
        return False
    return layout is Layout.CAPITALS or len(part) > 3 or part.isupper() == row.words[position].isupper()
