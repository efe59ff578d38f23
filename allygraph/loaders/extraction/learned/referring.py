"""What pronouns and nominals stand for, by the network where it is asked and by the rules where it has no answer."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from allygraph.graph.model import Document, Passage
from allygraph.loaders.extraction.learned.network import Floats, Network
from allygraph.loaders.extraction.learned.windows import Span, Window, placed
from allygraph.loaders.extraction.names import Reference, find_anaphors
from allygraph.loaders.extraction.protocol import FoundEntity
from allygraph.loaders.extraction.relations.roster import SELF_NAMES, roster_of

#: What it adds to an entity's score that the rules choose it too.
RULED = 1.5
#: Scores are surer of themselves than they should be; divided by this their shares are about how often they are right.
TEMPERATURE = 3.0
#: References less likely than this are left open.
LEAST = 0.5
#: They may stand for several: pronouns, numbers, and nominals in the plural.
_PLURAL = re.compile(
    r"they|them|their|theirs|both|(?:the|these|those|all|both)\b.*(?:\b(?:two|three|four|five|pair|trio|duo)\b.*|[a-rt-z]s)",
    re.IGNORECASE,
)
_NUMBERS = {"both": 2, "two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5}
#: "They" of more than these is nobody in particular.
MOST = 3
#: "The Company": what a document calls somebody by, where it says so; no word to be guessed.
_TERM = re.compile(rf"(?:[Tt]he |[Tt]his )?(?:{SELF_NAMES}|Parties|Borrower)")
_DEFINED = 0.9


def refer(
    network: Network,
    document: Document,
    passages: Sequence[Passage],
    read: Sequence[tuple[Window, Floats]],
    entities: Sequence[FoundEntity],
    *,
    tagged: Sequence[tuple[int, int]],
    ruled: Sequence[Reference],
) -> list[Reference]:
    """The references of a document in reading order.

    `read` gives each window with the states of the tagger, `tagged` the stretches that it takes for references, `ruled`
    what the rules make of theirs.
    """
    names = [
        Span((entity.id,), mention.start, mention.end, entity.kind)
        for entity in entities
        for mention in entity.mentions
    ]
    names.sort(key=lambda span: (span.start, -span.end))
    asked = list(_apart([*tagged, *_looked(passages), *((one.start, one.end) for one in ruled)], names))
    by_rules, found = _matched(ruled, asked)
    main = roster_of(document.text, entities).main
    for (start, end), scores in _answers(network, read, names, asked).items():
        told = _told(document.text[start:end], start, scores, by_rules.get((start, end)), main)
        if told is not None:
            found.append(told)
    return sorted(found, key=lambda one: one.start)


def _told(
    text: str, start: int, scores: Mapping[str, float], rule: Reference | None, main: str | None
) -> Reference | None:
    """What one stretch stands for, by the scores of the entities, with what a rule says of it; None where left open.

    `main` is the entity that the document calls "the Company".
    """
    end = start + len(text)
    if rule is not None and len(rule.entities) > 1:
        # Lists of names are what the rules see best.
        return rule
    if _TERM.fullmatch(text):
        return rule or (Reference(text, start, end, (main,), _DEFINED) if main is not None else None)
    weighed = {one: score + RULED * (rule is not None and one in rule.entities) for one, score in scores.items()}
    chosen = _chosen(text, weighed)
    share = _share(weighed, chosen) if chosen else 0.0
    return Reference(text, start, end, chosen, round(share, 2)) if share >= LEAST else rule


def _matched(
    ruled: Sequence[Reference], asked: Sequence[tuple[int, int]]
) -> tuple[dict[tuple[int, int], Reference], list[Reference]]:
    """What the rules say of the stretches that are asked about, as far as both overlap, and what else they say."""
    starts = [start for start, _ in asked]
    found: dict[tuple[int, int], Reference] = {}
    others = []
    for one in ruled:
        near = asked[max(0, bisect_left(starts, one.start) - 1) : bisect_left(starts, one.end)]
        if met := next((stretch for stretch in near if stretch[0] < one.end and one.start < stretch[1]), None):
            found.setdefault(met, one)
        else:
            others.append(one)
    return found, others


def _looked(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    for passage in passages:
        for one in find_anaphors(passage.text):
            yield passage.start + one.start, passage.start + one.end


def _apart(stretches: Sequence[tuple[int, int]], names: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Those that overlap neither a name nor one before them in the list, in reading order."""
    taken = [(name.start, name.end) for name in names]
    kept = []
    for start, end in stretches:
        place = bisect_left(taken, (start, end))
        if all(b <= start or end <= a for a, b in taken[max(0, place - 2) : place + 1]):
            taken.insert(place, (start, end))
            kept.append((start, end))
    return iter(sorted(kept))


def _answers(
    network: Network, read: Sequence[tuple[Window, Floats]], names: Sequence[Span], asked: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], Mapping[str, float]]:
    """For each stretch the best score of each entity named in its window."""
    spans = [Span((), start, end, "Organisation", is_name=False) for start, end in asked]
    found: dict[tuple[int, int], Mapping[str, float]] = {}
    for window, states in read:
        rows = {row.passage for row in window.rows if row.asked}
        references = [piece for piece in placed(window, spans) if piece.passage in rows]
        known = placed(window, names)
        for reference, scores in zip(references, network.link(states, references, known), strict=True):
            found[reference.span.start, reference.span.end] = scores
    return found


def _chosen(text: str, scores: Mapping[str, float]) -> tuple[str, ...]:
    """The entities that the words stand for, as many as they say; none where there are not as many."""
    likely = sorted((one for one, score in scores.items() if score > 0), key=lambda one: -scores[one])
    if not _PLURAL.fullmatch(text):
        return tuple(likely[:1])
    wanted = next((number for word, number in _NUMBERS.items() if word in text.lower().split()), None)
    if wanted is None:
        return tuple(sorted(likely)) if len(likely) <= MOST else ()
    return tuple(sorted(likely[:wanted])) if len(likely) >= wanted else ()


def _share(scores: Mapping[str, float], chosen: Sequence[str]) -> float:
    """How likely the least likely of the chosen is, beside nobody and the entities that were not chosen."""
    others = [0.0, *(score for one, score in scores.items() if one not in chosen)]
    best = min(scores[one] for one in chosen)
    return 1 / (1 + sum(math.exp((other - best) / TEMPERATURE) for other in others))
