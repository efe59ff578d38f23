"""The values a question is asked with: checked against its header, converted from text where need be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from allygraph.graph.errors import UnknownName
from allygraph.queries.dates import partial_date
from allygraph.queries.question import Parameter, Question

_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def convert_parameters(question: Question, given: Mapping[str, object]) -> dict[str, Any]:
    """Every parameter of the question with its value; entities are still as written.

    Raises UnknownName for a parameter the question does not have, ValueError for a missing or unusable value.
    """
    allowed = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in allowed:
            nearest = tuple(get_close_matches(name, allowed, cutoff=0.4)) or tuple(allowed)
            raise UnknownName(f"parameter of '{question.name}'", name, nearest, remedy=_usage(question))
    missing = [
        parameter.name for parameter in question.parameters if parameter.required and parameter.name not in given
    ]
    if missing:
        raise ValueError(f"'{question.name}' needs {', '.join(missing)}. {_usage(question)}")
    return {name: _converted(question, allowed[name], given.get(name)) for name in allowed}


def _converted(question: Question, parameter: Parameter, value: object) -> Any:
    if value is None or (parameter.nullable and isinstance(value, str) and value.strip() in ("", "null")):
        if parameter.default is None and parameter.required:
            raise ValueError(f"'{parameter.name}' of '{question.name}' cannot be empty. {_usage(question)}")
        value = None if parameter.nullable and parameter.default is None else parameter.default
    if value is None:
        return None
    try:
        return _CONVERTERS[parameter.type](value)
    except (TypeError, ValueError) as error:
        problem = f"'{parameter.name}' of '{question.name}' takes {parameter.type}, not {value!r}"
        raise ValueError(f"{problem} ({error}). {_usage(question)}") from error


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("expected some text")
    return value.strip()


def _date(value: object) -> str:
    if not isinstance(value, str | date):
        raise ValueError("expected text such as 2020-07-14")
    return partial_date(value)


def _integer(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError("expected a whole number")
    number = int(value)
    if number < 0:
        raise ValueError("expected 0 or more")
    return number


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("expected a number")
    return float(value)


def _boolean(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().casefold() in _TRUTHS:
        return _TRUTHS[value.strip().casefold()]
    raise ValueError("expected true or false")


_CONVERTERS: Mapping[str, Callable[[object], Any]] = {
    "entity": _text,
    "string": _text,
    "date": _date,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
}


def _usage(question: Question) -> str:
    parts = []
    for parameter in question.parameters:
        form = parameter.type + (" or null" if parameter.nullable else "")
        parts.append(f"{parameter.name} ({form}{f', {parameter.default}' if parameter.default else ''})")
    return f"It takes {', '.join(parts)}." if parts else "It takes no parameter."
