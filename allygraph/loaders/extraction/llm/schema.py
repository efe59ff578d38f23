"""The form of an answer as a JSON schema, made from the kinds of the graph.

Every field is required and nothing else may stand there, as the strict mode of structured output wants it; what may be
missing is null.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from allygraph.graph.kinds import entity_kinds, relation_kinds
from allygraph.graph.scales import LIKELIHOOD, STATUSES

_TEXT: dict[str, Any] = {"type": "string"}


@cache
def answer_schema() -> dict[str, Any]:
    """The schema: entities with their mentions, facts with their ends, qualifiers and evidence."""
    entity = {
        "id": _TEXT,
        "type": _one_of(entity_kinds()),
        "name": _TEXT,
        "mentions": {"type": "array", "items": _TEXT},
    }
    fact = {
        "subject": _TEXT,
        "relation": _one_of(relation_kinds()),
        "object": _TEXT,
        "counterpart": _or_null(_TEXT),
        "subject_text": _TEXT,
        "object_text": _TEXT,
        "polarity": _one_of(("positive", "negative")),
        "status": _or_null(_one_of(STATUSES)),
        "date": _or_null(_TEXT),
        "amount": _or_null(_record({"value": {"type": "number"}, "currency": _TEXT})),
        "role": _or_null(_TEXT),
        "likelihood": _or_null(_one_of(LIKELIHOOD)),
        "deal": _or_null(_TEXT),
        "evidence": _TEXT,
    }
    lists = {"entities": entity, "facts": fact}
    return _record({name: {"type": "array", "items": _record(fields)} for name, fields in lists.items()})


def _record(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _one_of(names: Iterable[str]) -> dict[str, Any]:
    return {"type": "string", "enum": list(names)}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}
