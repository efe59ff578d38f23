"""Where the names of entities stand: every mention is found in the document, or it is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allygraph.graph.model import Mention
from allygraph.loaders.extraction.llm.clustering import Cluster
from allygraph.loaders.extraction.llm.folding import FoldedText, fold
from allygraph.loaders.extraction.protocol import FoundEntity

#: Never names, whatever a model says.
_PRONOUNS = frozenset(
    {
        *("he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "me", "his", "hers", "its", "their"),
        *("theirs", "our", "ours", "my", "mine", "who", "which", "this", "that", "these", "those"),
    }
)
_NOMINALS = ("the ", "a ", "an ", "its ", "their ", "his ", "her ", "our ")


def align_entities(text: FoldedText, document: str, clusters: Sequence[Cluster]) -> list[FoundEntity | None]:
    """The entities with every place that names them, ids by place in the list; None for one that no passage names.

    Where one name is part of another ("Metaverse" in "Metaverse Foundation"), the longer one has the place. A name that
    two entities bear goes to the first.
    """
    owners: dict[str, int] = {}
    for place, cluster in enumerate(clusters):
        for surface in cluster.surfaces:
            if _is_name(surface, cluster.names):
                owners.setdefault(fold(surface), place)
    taken = bytearray(len(document))
    found: list[list[Mention]] = [[] for _ in clusters]
    for surface in sorted(owners, key=lambda name: (-len(name), name)):
        for start, end in text.find(surface):
            inside = text.passage_at(start).end >= end
            if inside and not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found[owners[surface]].append(Mention(document[start:end], start, end))
    return [
        _entity(place, cluster, mentions) if mentions else None
        for place, (cluster, mentions) in enumerate(zip(clusters, found, strict=True))
    ]


def _entity(place: int, cluster: Cluster, mentions: Iterable[Mention]) -> FoundEntity:
    ordered = tuple(sorted(mentions, key=lambda mention: mention.start))
    written = {fold(mention.text): " ".join(mention.text.split()) for mention in reversed(ordered)}
    named = [fold(name) for name, _ in cluster.names.most_common() if fold(name) in written]
    # Later parts of a document give the short form as the name; the fullest one is wanted.
    name = written[max(named or written, key=lambda form: (len(form.split()), len(form) if not named else 0))]
    aliases = tuple(dict.fromkeys(alias for alias in reversed(written.values()) if alias != name))
    return FoundEntity(f"e{place + 1}", cluster.kind, name, aliases, ordered)


def _is_name(surface: str, names: Iterable[str]) -> bool:
    """Whether a form can be a name: no pronoun or description; all in lower case only as the entity's own name."""
    low = fold(surface).lower()
    if not any(letter.isalnum() for letter in low) or low in _PRONOUNS:
        return False
    if surface != surface.lower() or any(letter.isalpha() and not letter.islower() for letter in surface):
        return True
    return surface in names and not low.startswith(_NOMINALS)
