"""Named questions, and Cypher that only reads."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from allygraph.queries.catalogue import questions
from allygraph.web.routes import asking
from tests.web.test_guard import error

pytestmark = pytest.mark.store


def cypher(api: httpx.Client, statement: str, **more: object) -> Any:
    """What a statement gives."""
    response = api.post("/cypher", json={"statement": statement, **more})
    assert response.status_code == 200
    return response.json()


def test_questions_say_what_a_form_must_ask(api: httpx.Client) -> None:
    """All of them, with parameters and columns."""
    listed = {one["name"]: one for one in api.get("/questions").json()["items"]}
    assert set(listed) == set(questions())
    assert listed["common_partners"]["parameters"][0]["type"] == "entity"
    assert {"name": "partner_id", "type": "string"} in listed["common_partners"]["columns"]


def test_question_is_answered_page_by_page(api: httpx.Client) -> None:
    """The rows are those of the command line, in the same order."""
    whole = api.post("/questions/facts_of", json={"parameters": {"entity": "Alder Exchange"}}).json()
    asked = {"parameters": {"entity": "Alder Exchange"}, "limit": 4, "offset": 8}
    page = api.post("/questions/facts_of", json=asked).json()
    assert page["rows"] == whole["rows"][8:12]
    assert (page["total"], page["more"], page["offset"]) == (len(whole["rows"]), whole["total"] > 12, 8)


@pytest.mark.parametrize(
    ("name", "parameters", "expected"),
    [
        ("facts_off", {}, (404, "UnknownName")),
        ("facts_of", {}, (422, "UnusableValue")),
        ("facts_of", {"entty": "Alder"}, (404, "UnknownName")),
        ("facts_of", {"entity": ["Alder"]}, (422, "UnusableValue")),
        ("facts_of", {"entity": "Spruce"}, (409, "AmbiguousName")),
    ],
)
def test_question_that_cannot_be_asked(
    api: httpx.Client, name: str, parameters: dict[str, object], expected: tuple[int, str]
) -> None:
    """The error says why."""
    assert error(api.post(f"/questions/{name}", json={"parameters": parameters})) == expected


def test_cypher_gives_rows_and_the_entities_in_them(api: httpx.Client) -> None:
    """Nodes and ids anywhere in a value, for "show in graph"; ids that are none are left out."""
    statement = (
        "MATCH (e:Entity {id: $id}) RETURN e, [e.id, 'org-none'] AS ids, 'pla-york' AS place, 'org-elm, too' AS no"
    )
    table = cypher(api, statement, parameters={"id": "org-fir"})
    assert [column["name"] for column in table["columns"]] == ["e", "ids", "place", "no"]
    assert table["rows"][0][0]["name"] == "Fir Chips"
    assert table["entities"] == ["org-fir", "pla-york"]


def test_cypher_is_fetched_page_by_page(api: httpx.Client) -> None:
    """No more rows than asked for leave the database."""
    table = cypher(api, "UNWIND range(1, 10000000) AS n RETURN n", limit=3, offset=5)
    assert (table["rows"], table["more"], table["total"]) == ([[6], [7], [8]], True, None)
    assert not cypher(api, "UNWIND range(1, 8) AS n RETURN n", limit=3, offset=5)["more"]


def test_values_that_json_has_no_form_for(api: httpx.Client) -> None:
    """Dates and points are told, not a number is null."""
    table = cypher(
        api, "RETURN date('2020-07-14') AS d, 0.0 / 0.0 AS n, point({x: 1, y: 2}) AS p, duration('P1D') AS u"
    )
    assert table["rows"][0][:2] == ["2020-07-14", None]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (n) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = ''",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "CALL dbms.killConnections(['bolt-1'])",
        "TERMINATE TRANSACTION 'neo4j-transaction-1'",
        "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS",
    ],
)
def test_cypher_that_does_more_than_read_is_refused(api: httpx.Client, statement: str) -> None:
    """Nothing of it is run."""
    before = api.get("/changes").json()["mark"]
    assert error(api.post("/cypher", json={"statement": statement})) == (403, "NotReadOnly")
    assert api.get("/changes").json()["mark"] == before


def test_cypher_that_is_not_understood(api: httpx.Client) -> None:
    """The message is that of the database."""
    response = api.post("/cypher", json={"statement": "MATCH (n) RETRUN n"})
    assert error(response) == (400, "InvalidStatement")
    assert "RETRUN" in response.json()["message"]


def test_cypher_that_takes_too_long_is_ended(api: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the database, so that nothing goes on behind."""
    monkeypatch.setattr(asking, "TIME_LIMIT", 0.5)
    slow = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN max(a * b)"
    assert error(api.post("/cypher", json={"statement": slow})) == (504, "StatementTimedOut")
