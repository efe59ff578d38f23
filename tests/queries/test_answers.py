"""Every question asked of the made-up graph, on the real server."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from allygraph.queries.catalogue import ask, questions

CASES = yaml.safe_load(Path(__file__).with_name("answers.yaml").read_text("utf-8"))

pytestmark = pytest.mark.store


def test_answers_are_those_of_the_table(example):
    """Each question gives exactly the rows of `answers.yaml`, in their order."""
    wrong = {}
    for case in CASES:
        rows = [list(row) for row in ask(example, case["question"], **case["parameters"])]
        if rows != case["rows"]:
            wrong[case["question"], str(case["parameters"])] = rows
    assert wrong == {}


def test_every_question_is_in_the_table():
    """No question goes without an answer that was checked, and each gives at least one row somewhere."""
    assert {case["question"] for case in CASES if case["rows"]} == set(questions())


def test_columns_are_those_of_the_header(example):
    """The statement returns the columns that the header names, in that order; measures make their own."""
    wrong = {}
    for name, question in questions().items():
        values = {parameter.name: None for parameter in question.parameters} | {"limit": 1, "in_force": False}
        columns, _ = example.values(question.cypher, values)
        if question.measure is None and list(columns) != [column.name for column in question.columns]:
            wrong[name] = columns
    assert wrong == {}


def test_values_have_the_type_of_their_column():
    """Integers, booleans, lists and dates are what the header says, and null only where it says so."""
    types = {"string": str, "date": str, "integer": int, "number": float | int, "boolean": bool, "list": list}
    wrong = set()
    for case in CASES:
        for column, values in zip(questions()[case["question"]].columns, zip(*case["rows"], strict=True), strict=False):
            expected = types[column.type.removesuffix(" or null")]
            nullable = column.type.endswith(" or null")
            wrong |= {
                (case["question"], column.name)
                for value in values
                if not (nullable if value is None else isinstance(value, expected))
            }
    assert wrong == set()
