"""The entities of one file of facts: which name is which entity, of which kind, named where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from allygraph.graph.kinds import RelationKind, relation_kinds
from allygraph.graph.model import Kind, Mention
from allygraph.graph.names import normal_name
from allygraph.loaders.curated.checking import Checker, kind_named, relation_name
from allygraph.loaders.curated.entries import DeclaredEntity, Entry, Name, Value
from allygraph.loaders.extraction.protocol import FoundEntity

__all__ = ["Roster"]

_USUAL: Kind = "Organisation"


class Roster:
    """Collects names while the facts of one file are read; `entities` gives what was collected.

    A name without a kind gets the one it has elsewhere in the file, if the relation allows it, else the first kind that
    the relation allows at that end.
    """

    def __init__(self, text: str, checker: Checker) -> None:
        self._text = text
        self._checker = checker
        self._kinds: dict[str, Kind] = {}
        self._ids: dict[tuple[Kind, str], str] = {}
        self._names: dict[str, str] = {}
        self._kind_of: dict[str, Kind] = {}
        self._aliases: dict[str, dict[str, None]] = {}
        self._mentions: dict[str, dict[Mention, None]] = {}

    def declare(self, entity: DeclaredEntity) -> None:
        """Take in an entry of `entities`."""
        kind = self._checker.kind(entity.name.kind) if entity.name.kind else _USUAL
        identifier = self._identify(entity.name.name, kind)
        for alias in entity.aliases:
            self._ids.setdefault((kind, normal_name(alias.text, kind)), identifier)
            self._kinds.setdefault(normal_name(alias.text), kind)
            self._aliases[identifier][alias.text] = None
            self._mention(identifier, alias)
        self._kinds[normal_name(entity.name.name.text)] = kind

    def learn(self, entries: Sequence[Entry]) -> None:
        """Note the kinds that entries state, then those that follow from their relations; declared ones stay."""
        for entry in entries:
            for name in entry.names.values():
                stated = kind_named(name.kind.text) if name.kind else None
                if stated:
                    self._kinds.setdefault(normal_name(name.name.text), stated)
        for entry in entries:
            relation = relation_kinds().get(relation_name(entry))
            if relation is None:
                continue
            for end, name in entry.names.items():
                usual = cast(Kind, _allowed(relation, end)[0])
                if usual != _USUAL:
                    self._kinds.setdefault(normal_name(name.name.text), usual)

    def check(self, entry: Entry, relation: RelationKind) -> None:
        """Raise InvalidFact where the entry states a kind that the relation does not allow at that end."""
        for end, name in entry.names.items():
            allowed = _allowed(relation, end)
            if name.kind and (kind := self._checker.kind(name.kind)) not in allowed:
                raise self._checker.invalid(
                    name.kind.line, f"the {end} of {relation.name} cannot be a {kind}. Allowed: {', '.join(allowed)}."
                )

    def entity(self, name: Name, relation: RelationKind, end: str) -> str:
        """The id of the entity that `name` stands for at one end (subject, object, counterpart) of a relation."""
        stated = kind_named(name.kind.text) if name.kind else None
        known = stated or self._kinds.get(normal_name(name.name.text))
        allowed = _allowed(relation, end)
        return self._identify(name.name, known if known and known in allowed else cast(Kind, allowed[0]))

    def entities(self) -> tuple[FoundEntity, ...]:
        """All entities, in the order in which they came up."""
        return tuple(
            FoundEntity(
                identifier,
                self._kind_of[identifier],
                name,
                tuple(alias for alias in self._aliases[identifier] if alias != name),
                tuple(sorted(self._mentions[identifier], key=lambda mention: mention.start)),
            )
            for identifier, name in self._names.items()
        )

    def _identify(self, name: Value, kind: Kind) -> str:
        key = (kind, normal_name(name.text, kind))
        identifier = self._ids.setdefault(key, f"e{len(self._names) + 1}")
        if identifier not in self._names:
            self._names[identifier], self._kind_of[identifier] = name.text, kind
            self._aliases[identifier], self._mentions[identifier] = {}, {}
        self._aliases[identifier][name.text] = None
        self._mention(identifier, name)
        return identifier

    def _mention(self, identifier: str, name: Value) -> None:
        self._mentions[identifier][Mention(self._text[name.start : name.end], name.start, name.end)] = None


def _allowed(relation: RelationKind, end: str) -> tuple[str, ...]:
    return relation.subject if end == "subject" else relation.object
