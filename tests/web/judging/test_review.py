"""Claims to review: the list, one claim with what an edit needs, decisions, and their undoing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

import allygraph
from tests.graph_content import facts
from tests.web.judging.conftest import Post
from tests.web.test_guard import error

pytestmark = pytest.mark.store
Find = Callable[[str], str]


def listed(api: httpx.Client, **parameters: str | int | float | bool) -> dict[str, Any]:
    """A page of claims to review."""
    response = api.get("/review", params=parameters)
    assert response.status_code == 200, response.text
    page: dict[str, Any] = response.json()
    return page


def test_least_certain_claims_come_first(api: httpx.Client) -> None:
    """Page by page, with the number of all."""
    whole = listed(api)
    certain = [item["confidence"] for item in whole["items"]]
    assert certain == sorted(certain)
    assert certain[0] < certain[-1]
    assert (whole["total"], whole["more"]) == (len(certain), False)
    second = listed(api, limit=2, offset=1)
    assert (second["items"], second["total"], second["more"]) == (whole["items"][1:3], whole["total"], True)


def test_claim_to_review_says_where_its_names_stand(api: httpx.Client) -> None:
    """Characters of the sentence; ends by id and as written, the document by id."""
    (item,) = listed(api, relation="ACQUIRES")["items"]
    sentence = item["sentence"]
    assert sentence[item["subject_start"] : item["subject_end"]] == item["subject_text"] == "Tarn Foods"
    assert sentence[item["object_start"] : item["object_end"]] == item["object_text"] == "Velling Dairy"
    assert item["subject"] == {"id": item["subject"]["id"], "name": "Tarn Foods", "kind": "Organisation"}
    assert (item["date"], item["engine"], item["review"]) == ("2021-03-03", "rules", "unreviewed")
    (passage,) = api.get(f"/documents/{item['document']['id']}", params={"offset": item["passage"], "limit": 1}).json()[
        "passages"
    ]
    assert passage["text"] == sentence


@pytest.mark.parametrize(
    ("asked", "relations"),
    [
        ({"relation": "owns"}, {"OWNS"}),
        ({"entity": "Brightwater Ports"}, {"PARTNERS_WITH", "BASED_IN"}),
        ({"document": "notes", "relation": "BASED_IN"}, {"BASED_IN"}),
        ({"engine": "curated"}, {"PARTNERS_WITH", "OWNS", "BASED_IN"}),
        ({"engine": "curated", "max_confidence": 0.5}, set()),
        ({"again": True}, set()),
    ],
)
def test_claims_to_review_are_narrowed(api: httpx.Client, asked: dict[str, Any], relations: set[str]) -> None:
    """By relation, entity, document, engine, confidence, and to those reviewed before."""
    page = listed(api, **asked)
    assert {item["predicate"] for item in page["items"]} == relations
    assert page["total"] == len(page["items"])


@pytest.mark.parametrize("asked", [{"relation": "LIKES"}, {"entity": "Nobody at all"}, {"document": "nothing"}])
def test_what_is_not_there_cannot_narrow(api: httpx.Client, asked: dict[str, str]) -> None:
    """An error, never an unfiltered list."""
    assert error(api.get("/review", params=asked)) == (404, "UnknownName")


def test_decision_is_counted_signed_and_undone(
    api: httpx.Client, post: Post, claim: Find, graph: allygraph.Workspace
) -> None:
    """A rejected claim makes no fact; the undo brings it back; each changes the mark that other windows look at."""
    found, before = claim("OWNS"), facts(graph.store)
    waiting = api.get("/review/count").json()["waiting"]
    mark = api.get("/changes").json()["mark"]
    made = post(f"/claims/{found}/decision", verdict="rejected", reason="a rumour", author="ana", seen="unreviewed")
    assert (made["claim"], made["verdict"], made["author"], made["before"]) == (found, "rejected", "ana", "unreviewed")
    assert api.get("/review/count").json() == {"waiting": waiting - 1, "accepted": 0, "rejected": 1}
    assert {relation for _, relation, _, _ in before - facts(graph.store)} == {"OWNS"}
    (again,) = listed(api, again=True)["items"]
    assert (again["id"], again["reviewed_by"], again["review_reason"]) == (found, "ana", "a rumour")
    changed = api.get("/changes", params={"since": mark}).json()
    assert changed["changed"]
    assert post(f"/decisions/{made['id']}/undo")["id"] == made["id"]
    assert facts(graph.store) == before
    assert api.get("/changes", params={"since": changed["mark"]}).json()["changed"]
    assert error(api.post(f"/decisions/{made['id']}/undo", json={})) == (404, "UnknownName")


def test_user_of_the_server_signs_where_nobody_is_named(api: httpx.Client, post: Post, claim: Find) -> None:
    """Health says who that is; the undo without an id ends the latest decision of the author alone."""
    signed = api.get("/health").json()["author"]
    first = post(f"/claims/{claim('OWNS')}/decision", verdict="accepted")
    other = post(f"/claims/{first['claim']}/note", text="ask again", author=" ana ")
    assert (first["author"], other["author"], other["verdict"]) == (signed, "ana", "noted")
    assert post("/decisions/undo", author="ana")["id"] == other["id"]
    assert post("/decisions/undo")["id"] == first["id"]
    assert error(api.post("/decisions/undo", json={})) == (404, "UnknownName")


def test_second_window_is_told_of_the_first(api: httpx.Client, post: Post, claim: Find) -> None:
    """Its decision rests on what is so no longer; without saying what was seen it decides anew."""
    path = f"/claims/{claim('OWNS')}/decision"
    post(path, verdict="accepted", author="ana", seen="unreviewed")
    late = api.post(path, json={"verdict": "rejected", "author": "ben", "seen": "unreviewed"})
    assert error(late) == (409, "Outdated")
    assert "accepted by ana" in late.json()["message"]
    assert post(path, verdict="rejected", author="ben", seen="accepted")["before"] == "accepted"
    assert post(path, verdict="unreviewed")["before"] == "rejected"


def test_of_two_decisions_at_once_one_is_told(api: httpx.Client, claim: Find) -> None:
    """However close they come: the first one stands."""
    path = f"/claims/{claim('OWNS')}/decision"
    bodies = [{"verdict": verdict, "seen": "unreviewed"} for verdict in ("accepted", "rejected") * 4]
    with ThreadPoolExecutor(len(bodies)) as threads:
        statuses = [response.status_code for response in threads.map(lambda body: api.post(path, json=body), bodies)]
    assert sorted(statuses) == [200, *[409] * 7]


def test_form_of_a_claim_offers_what_fits(api: httpx.Client, claim: Find) -> None:
    """The names of its document, the relations, the statuses, the kinds."""
    form = api.get(f"/claims/{claim('ACQUIRES')}").json()
    assert (form["claim"]["subject"]["text"], form["claim"]["predicate"]) == ("Tarn Foods", "ACQUIRES")
    assert {"Tarn Foods", "Velling Dairy", "Aarhus"} <= {name["name"] for name in form["names"]}
    relations = {relation["name"]: relation for relation in form["relations"]}
    assert (relations["OWNS"]["fits"], relations["BASED_IN"]["fits"], relations["HAS_ROLE"]["role"]) == (
        True,
        False,
        True,
    )
    assert "planned" in form["statuses"]
    assert "Organisation" in form["kinds"]
    assert error(api.get("/claims/cla-none")) == (404, "UnknownName")


def test_edit_changes_what_is_given_and_keeps_the_rest(
    api: httpx.Client, post: Post, claim: Find, graph: allygraph.Workspace
) -> None:
    """Ends by the key of a name of the document, or by a name of its text; the undo brings the claim back."""
    found, before = claim("ACQUIRES"), facts(graph.store)
    shown = api.get(f"/claims/{found}").json()["claim"]
    turned = {"subject": {"key": shown["object"]["key"]}, "object": {"key": shown["subject"]["key"]}}
    made = post(f"/claims/{found}/edit", predicate="OWNS", status="active", **turned, seen="unreviewed")
    assert (made["verdict"], made["claim"]) == ("edited", found)
    assert ("Velling Dairy", "OWNS", "Tarn Foods", "active") in facts(graph.store)
    edited = api.get(f"/claims/{made['edit']}").json()["claim"]
    assert (edited["date"], edited["review"]) == ("2021-03-03", "accepted")
    new = {"name": "Old Mill", "kind": "Organisation"}
    again = post(f"/claims/{made['edit']}/edit", object=new, date=None, reason="the rival")
    assert ("Velling Dairy", "OWNS", "Old Mill", "active") in facts(graph.store)
    assert api.get(f"/claims/{again['edit']}").json()["claim"]["date"] is None
    for decision in (again, made):
        post(f"/decisions/{decision['id']}/undo")
    assert facts(graph.store) == before


def test_claim_that_was_edited_meanwhile_is_told(api: httpx.Client, post: Post, claim: Find) -> None:
    """It is no longer a claim to decide on."""
    found = claim("ACQUIRES")
    post(f"/claims/{found}/edit", status="announced")
    late = api.post(f"/claims/{found}/decision", json={"verdict": "accepted", "seen": "unreviewed"})
    assert error(late) == (409, "Outdated")
    assert error(api.post(f"/claims/{found}/decision", json={"verdict": "accepted"})) == (404, "UnknownName")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, (422, "UnusableValue")),
        ({"predicate": None}, (422, "UnusableValue")),
        ({"predicate": "LIKES"}, (404, "UnknownName")),
        ({"subject": {"key": "org-none"}}, (404, "UnknownName")),
        ({"subject": {"name": "Old Mill"}}, (422, "UnusableValue")),
        ({"subject": {"name": "Nowhere", "kind": "Organisation"}}, (400, "AllygraphError")),
        ({"predicate": "HAS_ROLE"}, (400, "AllygraphError")),
        ({"status": "soon"}, (422, "UnusableValue")),
        ({"date": "soon"}, (400, "AllygraphError")),
        ({"amount": 5}, (400, "AllygraphError")),
        ({"engine": "mine"}, (422, "UnusableValue")),
    ],
)
def test_edit_that_cannot_be_saved(
    api: httpx.Client, claim: Find, change: dict[str, Any], expected: tuple[int, str]
) -> None:
    """The error says why, and the claim stays."""
    found = claim("ACQUIRES")
    assert error(api.post(f"/claims/{found}/edit", json=change)) == expected
    assert claim("ACQUIRES") == found
