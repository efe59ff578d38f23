"""What the relation head answers for a pair: a relation and its direction, and the status of what is said."""

from __future__ import annotations

from allygraph.graph.kinds import relation_kinds
from allygraph.graph.scales import STATUSES as _LIFE

#: (relation, whether the entity that stands first in the text is the subject), in a fixed order.
LABELS: tuple[tuple[str, bool], ...] = tuple(
    (name, forward)
    for name, kind in relation_kinds().items()
    for forward in ((True,) if kind.symmetric else (True, False))
)
STATUSES: tuple[str, ...] = (*_LIFE, "unknown", "denied")
_NUMBERS = {label: number for number, label in enumerate(LABELS)}


def label_of(relation: str, forward: bool) -> int:
    """The number of a label; direction is folded for symmetric relations."""
    return _NUMBERS[relation, forward or relation_kinds()[relation].symmetric]
