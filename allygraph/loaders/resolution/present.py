"""How an entity shows itself: one kind, one name, the other names as aliases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from allygraph.graph.model import Kind
from allygraph.loaders.resolution.candidates import Candidate, acronym_form


def present(cluster: Sequence[Candidate]) -> tuple[Kind, str, tuple[str, ...]]:
    """Kind, name and aliases of an entity from its candidates, one or more.

    The kind is that of most documents. The name is the one that most documents use as the main one; of several the one
    that is no acronym, then the longest, then the first in the alphabet. Aliases are sorted without regard to case.
    """
    kinds: Counter[Kind] = Counter()
    names: Counter[str] = Counter()
    for candidate in cluster:
        kinds[candidate.kind] += candidate.documents
        names[candidate.name] += candidate.documents
    kind = min(kinds, key=lambda one: (-kinds[one], one))
    name = min(names, key=lambda one: (-names[one], acronym_form(one) is not None, -len(one), one))
    others = {other for candidate in cluster for other in candidate.names if other} - {name}
    return kind, name, tuple(sorted(others, key=lambda other: (other.casefold(), other)))
