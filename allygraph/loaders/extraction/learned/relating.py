"""What the relation head says of the pairs of a document's entities, passage by passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import cast

from allygraph.graph.kinds import relation_kinds
from allygraph.graph.model import Kind, Status
from allygraph.loaders.extraction.learned.labels import LABELS, STATUSES
from allygraph.loaders.extraction.learned.network import Floats, Network
from allygraph.loaders.extraction.learned.windows import Pair, Span, Window, marked
from allygraph.loaders.extraction.relations.reading import Reading

#: Readings below this are not passed on: they can neither stand alone nor confirm what the rules say.
FLOOR = 0.05
_DENIED = STATUSES.index("denied")


def relate(
    network: Network, read: Sequence[tuple[Window, Floats]], spans: Sequence[Span], kinds: Mapping[str, Kind]
) -> Mapping[int, tuple[Reading, ...]]:
    """The readings by index of passage; `read` gives each window with its states, `kinds` the kind of each entity."""
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    best: dict[tuple[int, str, str, str], Reading] = {}
    for window, states in read:
        marks, found_pairs = marked(window, ordered)
        # Over sentences the network is right too seldom to be evidence for one of them.
        pairs = [pair for pair in found_pairs if not pair.crossing]
        if not pairs:
            continue
        labels, statuses = network.judge(states, marks, pairs)
        for row, number in zip(*(labels > FLOOR).nonzero(), strict=True):
            reading = _reading(pairs[row], int(number), float(labels[row, number]), statuses[row], kinds)
            if reading is None:
                continue
            key = (reading.passage, reading.relation, reading.subject, reading.object)
            if key not in best or best[key].probability < reading.probability:
                best[key] = reading
    found: defaultdict[int, list[Reading]] = defaultdict(list)
    for reading in best.values():
        found[reading.passage].append(reading)
    return {passage: tuple(readings) for passage, readings in found.items()}


def _reading(pair: Pair, label: int, probability: float, statuses: Floats, kinds: Mapping[str, Kind]) -> Reading | None:
    """One answer for a pair; None where the relation does not take such ends."""
    relation, forward = LABELS[label]
    kind = relation_kinds()[relation]
    ends = [(pair.first_entity, pair.first.span), (pair.second_entity, pair.second.span)]
    if not forward:
        ends.reverse()
    (subject, subject_span), (object_, object_span) = ends
    if kinds[subject] not in kind.subject or kinds[object_] not in kind.object:
        return None
    denied = float(statuses[_DENIED])
    life = statuses.copy()
    life[_DENIED] = 0.0
    status = STATUSES[int(life.argmax())]
    return Reading(
        relation,
        subject,
        object_,
        (subject_span.start, subject_span.end),
        (object_span.start, object_span.end),
        pair.passage,
        probability * min(subject_span.score, object_span.score),
        None if status == "unknown" else cast(Status, status),
        float(life.max() / max(life.sum(), 1e-6)),
        denied,
    )
