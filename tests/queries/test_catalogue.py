"""The `.cypher` files, their headers, and how parameters are checked."""

from __future__ import annotations

import re
import shlex
from importlib.resources import files

import pytest

from allygraph.graph.errors import AmbiguousName, UnknownName
from allygraph.graph.kinds import relation_kinds
from allygraph.queries.catalogue import ask, find_question, questions
from allygraph.queries.question import parse_question

FILES = sorted(
    (entry for folder in ("cypher", "statements") for entry in files("allygraph.queries").joinpath(folder).iterdir()),
    key=lambda entry: entry.name,
)
STATEMENTS = {
    entry.name.removesuffix(".cypher"): entry.read_text("utf-8") for entry in FILES if ".cypher" in entry.name
}


def test_there_is_a_question_for_each_file():
    """All headers parse; there are at least 24 questions, in the order of their names."""
    assert len(questions()) >= 24
    assert list(questions()) == sorted(questions())


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_file_holds_one_statement_without_extensions(name):
    """No semicolon, no APOC, no GDS, no text put together from outside."""
    body = re.sub(r"^//.*$", "", STATEMENTS[name], flags=re.MULTILINE)
    assert not re.search(r";|\bapoc\.|\bgds\.|\{\{", body)


@pytest.mark.parametrize("name", questions())
def test_header_and_statement_name_the_same_parameters(name):
    """Each parameter of the statement is in the header, and the other way round."""
    question = find_question(name)
    body = re.sub(r"^//.*$", "", question.cypher, flags=re.MULTILINE)
    assert set(re.findall(r"\$(\w+)", body)) == {parameter.name for parameter in question.parameters}


@pytest.mark.parametrize("name", questions())
def test_example_asks_the_question_with_its_own_parameters(name):
    """The example names this question, only parameters it has, and all it needs."""
    question = find_question(name)
    words = shlex.split(question.example)
    given = {word.partition("=")[0] for word in words[3:]}
    assert words[:3] == ["allygraph", "query", name]
    assert given <= {parameter.name for parameter in question.parameters}
    assert given >= {parameter.name for parameter in question.parameters if parameter.required}


@pytest.mark.parametrize("name", STATEMENTS)
def test_statement_ends_in_a_stable_order(name):
    """The last clause is ORDER BY, or there is one row."""
    body = STATEMENTS[name].rstrip()
    assert re.search(r"\nORDER BY [^{}]*(\{[^{}]*\}[^{}]*)?$", body) or name == "whole"


@pytest.mark.parametrize("name", [name for name, text in STATEMENTS.items() if "BASED_IN|HOSTS" in text])
def test_statement_over_all_facts_names_every_relation(name):
    """A new kind of relation must be added to the statements that walk all of them."""
    unions = re.findall(r"\[\w*:([A-Z_|\s]*?BASED_IN\|HOSTS)\]", STATEMENTS[name])
    assert unions
    assert all(set(re.split(r"[|\s]+", union)) == set(relation_kinds()) for union in unions)


@pytest.mark.store
def test_statements_only_read_in_both_languages(store):
    """Cypher 5, which Neo4j 5.26 speaks, and Cypher 25 plan each statement as reading."""
    languages = ["CYPHER 5 ", "CYPHER 25 "] if store.version().startswith("20") else [""]
    values = {name: None for text in STATEMENTS.values() for name in re.findall(r"\$(\w+)", text)}
    values |= {"limit": 1, "in_force": True, "text": "x", "ids": [], "keys": [], "facts": []}
    wrong = {
        (language, name)
        for language in languages
        for name, text in STATEMENTS.items()
        if store.explain(language + text, values)[0] != "r"
    }
    assert wrong == set()


def test_header_without_title_is_refused():
    """The message names the file and what it lacks."""
    with pytest.raises(ValueError, match=r"odd\.cypher has no header line Title"):
        parse_question("odd", "// Column: a string\n// Order: a\n// Example: allygraph query odd\nRETURN 1 AS a")


def test_unknown_question_offers_the_nearest():
    """A slip of the finger leads to the right name."""
    with pytest.raises(UnknownName) as caught:
        find_question("aliances_of")
    assert caught.value.nearest[0] == "alliances_of"


@pytest.mark.store
@pytest.mark.parametrize(
    ("name", "parameters", "error", "words"),
    [
        ("alliances_of", {"organization": "Alder"}, UnknownName, r"Nearest: organisation"),
        ("alliances_of", {}, ValueError, r"needs organisation.*It takes organisation \(entity\)"),
        ("alliances_of", {"organisation": ""}, ValueError, r"takes entity, not ''"),
        ("facts_on", {"on": "14.7.2020"}, ValueError, r"expected 2020, 2020-07 or 2020-07-14"),
        ("facts_on", {"on": "2020-02-30"}, ValueError, r"not in the calendar"),
        ("strongest_facts", {"limit": "many"}, ValueError, r"takes integer, not 'many'"),
        ("strongest_facts", {"limit": "-1"}, ValueError, r"expected 0 or more"),
        ("brokers", {"in_force": "perhaps"}, ValueError, r"expected true or false"),
        ("alliances_of", {"organisation": "Aldr Exchnge"}, UnknownName, r"Nearest: Alder Exchange"),
        ("facts_of", {"entity": "Spruce"}, AmbiguousName, r"org-spruce \(Spruce, Organisation\); pro-spruce"),
    ],
)
def test_unusable_parameter_is_refused(example, name, parameters, error, words):
    """The message says what was found and what is allowed."""
    with pytest.raises(error, match=words):
        ask(example, name, **parameters)


@pytest.mark.store
def test_text_parameters_give_the_same_answer(example):
    """What the command line writes is converted; `null` and an empty text leave an optional one out."""
    typed = ask(example, "entities", kind=None, limit=3)
    assert ask(example, "entities", kind="null", limit="3").rows == typed.rows
    assert len(typed) == 3


@pytest.mark.store
def test_answer_as_records_and_frame(example):
    """The columns of the header name the values of each row; an empty answer keeps them."""
    answer = ask(example, "licences")
    assert answer.to_records()[0]["licensee"] == "Larch Bank"
    assert answer.to_frame()["authority"].tolist() == ["Ivy Financial Authority"]
    empty = ask(example, "seats", place="pla-york").to_frame().iloc[:0]
    assert list(empty.columns) == [column.name for column in find_question("seats").columns]
