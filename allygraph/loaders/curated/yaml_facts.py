"""Facts from YAML, with the characters at which each value stands.

source: {name: Desk notes, kind: analyst, reliability: B}
published: 2020-10-01
entities:
  - {name: Ebang, kind: Organisation, aliases: [Ebang International]}
facts:
  - subject: FINTRAC
    relation: REGULATES
    object: Ebang
    date: 2020-09-16
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import yaml

from allygraph.graph.errors import InvalidFact, UnreadableDocument
from allygraph.graph.ids import source_id
from allygraph.graph.model import Source
from allygraph.loaders.curated.checking import Checker
from allygraph.loaders.curated.entries import FIELDS, NAMES, DeclaredEntity, Entry, Name, Sheet, Value
from allygraph.loaders.curated.wording import not_allowed

__all__ = ["read_yaml"]

_TOP = ("source", "title", "published", "entities", "facts")
_T = TypeVar("_T")


def read_yaml(text: str, checker: Checker) -> Sheet:
    """The facts of a YAML file as written; raises UnreadableDocument where the whole file is no such thing."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableDocument(
            checker.path, f"The YAML cannot be read: {_told(error)}.", "Correct it and load it again."
        ) from error
    return _Reader(text, checker).sheet(root)


class _Reader:
    """Turns the nodes of one file into entries; what does not fit is collected in `problems`."""

    def __init__(self, text: str, checker: Checker) -> None:
        self.text = text
        self.checker = checker
        self.problems: list[InvalidFact] = []

    def sheet(self, root: yaml.Node | None) -> Sheet:
        top = self.fields(root, _TOP, strict=False) if isinstance(root, yaml.MappingNode) else {}
        facts = top.get("facts")
        if not isinstance(facts, yaml.SequenceNode) or not facts.value:
            raise UnreadableDocument(
                self.checker.path, "There is no list of facts under 'facts:'.", "Write one entry per fact."
            )
        title = next(self.kept(self.value, top.get("title")), None)
        published = next(
            self.kept(lambda node: self.checker.date(self.value(node), "published"), top.get("published")), None
        )
        source = next(self.kept(self.source, top.get("source")), None)
        entities = [
            entity for node in self.items(top.get("entities"), "entities") for entity in self.kept(self.declared, node)
        ]
        entries = [entry for node in facts.value for entry in self.kept(self.entry, node)]
        return Sheet(
            tuple(entries), tuple(entities), title.text if title else None, published, source, tuple(self.problems)
        )

    def kept(self, read: Callable[[yaml.Node], _T], node: yaml.Node | None) -> Iterator[_T]:
        """What `read` makes of the node, or nothing and a problem more."""
        if node is None:
            return
        try:
            yield read(node)
        except InvalidFact as problem:
            self.problems.append(problem)

    def invalid(self, node: yaml.Node, message: str) -> InvalidFact:
        return self.checker.invalid(node.start_mark.line + 1, message)

    def fields(self, node: yaml.Node, allowed: tuple[str, ...], *, strict: bool = True) -> dict[str, yaml.Node]:
        """The values of a mapping by key, without empty ones; an unknown key raises, or is a problem."""
        if not isinstance(node, yaml.MappingNode):
            raise self.invalid(node, f"found {_shape(node)}, expected a mapping with {', '.join(allowed)}.")
        found = {}
        for key, value in node.value:
            name = str(key.value).strip().casefold() if isinstance(key, yaml.ScalarNode) else _shape(key)
            if name not in allowed:
                problem = self.invalid(key, not_allowed("key", name, allowed))
                if strict:
                    raise problem
                self.problems.append(problem)
            elif value.tag != "tag:yaml.org,2002:null":
                found[name] = value
        return found

    def items(self, node: yaml.Node | None, what: str) -> list[yaml.Node]:
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.problems.append(self.invalid(node, f"'{what}' is {_shape(node)}, expected a list."))
            return []
        return list(node.value)

    def value(self, node: yaml.Node) -> Value:
        if not isinstance(node, yaml.ScalarNode):
            raise self.invalid(node, f"found {_shape(node)}, expected a single value.")
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in {"'", '"'}:
            start, end = start + 1, end - 1
        elif node.style in {"|", ">"}:
            start = self.text.index("\n", start, end) + 1 if "\n" in self.text[start:end] else end
        raw = self.text[start:end]
        start += len(raw) - len(raw.lstrip())
        return Value(str(node.value).strip(), start, start + len(raw.strip()), node.start_mark.line + 1)

    def name(self, node: yaml.Node) -> Name:
        if isinstance(node, yaml.ScalarNode):
            return Name(self.value(node))
        parts = self.fields(node, ("name", "kind"))
        if "name" not in parts:
            raise self.invalid(node, "the entity has no name.")
        return Name(self.value(parts["name"]), self.value(parts["kind"]) if "kind" in parts else None)

    def declared(self, node: yaml.Node) -> DeclaredEntity:
        parts = self.fields(node, ("name", "kind", "aliases"))
        if "name" not in parts:
            raise self.invalid(node, "the entity has no name.")
        name = Name(self.value(parts["name"]), self.value(parts["kind"]) if "kind" in parts else None)
        aliases = parts.get("aliases")
        listed = [aliases] if isinstance(aliases, yaml.ScalarNode) else self.items(aliases, "aliases")
        return DeclaredEntity(name, tuple(map(self.value, listed)), node.start_mark.index, _end(self.text, node))

    def entry(self, node: yaml.Node) -> Entry:
        parts = self.fields(node, FIELDS)
        amount = parts.get("amount")
        if isinstance(amount, yaml.MappingNode):
            money = self.fields(amount, ("value", "currency"))
            if "value" not in money:
                raise self.invalid(amount, "the amount has no value.")
            parts = {**parts, "amount": money.pop("value"), **money}
        names = {end: self.name(parts[end]) for end in NAMES if end in parts}
        values = {key: self.value(part) for key, part in parts.items() if key not in NAMES}
        return Entry(names, values, node.start_mark.index, _end(self.text, node), node.start_mark.line + 1)

    def source(self, node: yaml.Node) -> Source:
        if isinstance(node, yaml.ScalarNode):
            name = self.value(node).text
            return Source(source_id(name), name)
        parts = {key: self.value(part) for key, part in self.fields(node, ("name", "kind", "reliability")).items()}
        if "name" not in parts:
            raise self.invalid(node, "the source has no name.")
        name = parts["name"].text
        kind = parts["kind"].text if "kind" in parts else None
        return Source(source_id(name), name, kind, self.checker.reliability(parts.get("reliability")))


def _end(text: str, node: yaml.Node) -> int:
    """The character after a node, without the comments and white space that PyYAML counts to a block."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        key, value = last if isinstance(last, tuple) else (last, last)
        # An alias (`*name`) stands for a node further up.
        node = value if value.start_mark.index >= node.start_mark.index and value is not node else key
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def _shape(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    return "a list" if isinstance(node, yaml.SequenceNode) else f"'{node.value}'"


def _told(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is nested too deeply"
    return f"line {mark.line + 1}, {problem}" if mark else str(problem)
