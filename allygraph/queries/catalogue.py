"""The catalogue of named questions, and how one is asked."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from allygraph.graph.errors import UnknownName
from allygraph.graph.kinds import entity_kinds
from allygraph.queries.answer import Answer
from allygraph.queries.entities import resolve_entity
from allygraph.queries.parameters import convert_parameters
from allygraph.queries.question import Parameter, Question, parse_question

if TYPE_CHECKING:
    from allygraph.graph.store import Store


@cache
def questions() -> Mapping[str, Question]:
    """The questions by name, sorted: one per file in `cypher/`."""
    folder = files("allygraph.queries").joinpath("cypher")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".cypher"))
    found = [parse_question(name.removesuffix(".cypher"), folder.joinpath(name).read_text("utf-8")) for name in names]
    return MappingProxyType({question.name: question for question in found})


def find_question(name: str) -> Question:
    """The question of that name; raises UnknownName with the nearest ones."""
    if name not in questions():
        nearest = tuple(get_close_matches(name, questions(), n=5, cutoff=0.4))
        raise UnknownName("question", name, nearest, remedy="'allygraph query' lists them.")
    return questions()[name]


def ask(store: Store, name: str, /, **parameters: object) -> Answer:
    """The answer to a question of the catalogue.

    Parameters may be text, as on the command line. Entities are ids, names or aliases; raises UnknownName or
    AmbiguousName where one stands for none or several, ValueError where a value cannot be used.
    """
    question = find_question(name)
    values = convert_parameters(question, parameters)
    for parameter in question.parameters:
        if parameter.type == "entity" and values[parameter.name] is not None:
            values[parameter.name] = resolve_entity(store, values[parameter.name], prefer=_kind(parameter))
    rows: list[dict[str, Any]] = store.read(question.cypher, values)
    if question.measure:
        from allygraph.queries.measures import MEASURES  # networkx takes a while to import, and few questions need it

        rows = MEASURES[question.measure](rows)
    names = [column.name for column in question.columns]
    return Answer(question.name, question.title, question.columns, tuple(tuple(row[n] for n in names) for row in rows))


def _kind(parameter: Parameter) -> str | None:
    kind = parameter.name.capitalize()
    return kind if kind in entity_kinds() else None
