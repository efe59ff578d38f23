"""Merges and splits, previews that keep their word, and the history of all that was judged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

import allygraph
from tests.graph_content import content, facts
from tests.loaders.load.notes import DEAL, SEAT, STAKE, write_notes
from tests.web.judging.conftest import Post
from tests.web.test_guard import error

pytestmark = pytest.mark.store
PORT = "Port Authority of the Lower Maas"


@pytest.fixture
def port(graph: allygraph.Workspace, tmp_path: Path) -> str:
    """Another name of Brightwater Ports, with a seat and a partner that both have, and a stake in the other."""
    seat, deal = {**SEAT, "subject": PORT}, {**DEAL, "object": PORT}
    stake = {**STAKE, "subject": PORT, "object": "Brightwater Ports"}
    graph.load(write_notes(tmp_path / "port.yaml", seat, deal, stake, source="Harbour Gazette"))
    return PORT


def held(api: httpx.Client, entity: str) -> tuple[int, int, int]:
    """The numbers of claims, facts and alliances of an entity, as it is shown."""
    shown = api.get(f"/entities/{entity}").json()
    return shown["claims"], sum(count["facts"] for count in shown["relations"]), shown["alliances"]


def told(entity: dict[str, Any]) -> tuple[int, int, int]:
    """The same numbers of an entity in a preview."""
    return entity["claims"], entity["facts"], entity["alliances"]


def test_preview_of_a_merge_keeps_its_word(
    api: httpx.Client, post: Post, port: str, graph: allygraph.Workspace
) -> None:
    """It writes nothing; the merge gives what it said; the undo gives what was before, but for the ledger."""
    # The very first one may teach the database the name of a property, which changes the mark.
    post("/merge/preview", left="Rotterdam", right=port)
    before, mark = content(graph.store), api.get("/changes").json()["mark"]
    preview = post("/merge/preview", left="Brightwater Ports", right=port)
    assert (content(graph.store), api.get("/changes").json()["mark"]) == (before, mark)
    assert told(preview["left"]) == held(api, preview["left"]["id"])
    assert (preview["claims"], preview["facts"], preview["alliances"]) == told(preview["right"]) == held(api, port)

    made = post("/merge", left="Brightwater Ports", right=port, reason="one port", author="ana")
    result = preview["result"]
    assert preview["stays"] == result["id"] == preview["left"]["id"]
    assert told(result) == held(api, result["id"])
    assert preview["names"] == [port] == result["aliases"]
    kept = {item["fact"]["id"]: item for item in api.get(f"/entities/{result['id']}/facts").json()["items"]}
    coincide = {fact["id"]: fact for fact in preview["coincide"]["items"]}
    assert {fact["predicate"] for fact in coincide.values()} == {"BASED_IN", "PARTNERS_WITH"}
    assert all(kept[one]["fact"]["claims"] == fact["claims"] == 2 for one, fact in coincide.items())
    assert all(len(fact["of"]) == 2 for fact in coincide.values())
    (vanished,) = preview["vanish"]["items"]
    assert (vanished["predicate"], vanished["id"] in kept) == ("OWNS", False)
    assert len(kept) == preview["left"]["facts"] + preview["facts"] - preview["coincide"]["total"] - 2
    assert [one["kind"] for one in preview["warnings"]] == ["facts_vanish", "alliances_fewer"]

    assert api.get("/changes", params={"since": mark}).json()["changed"]
    assert post(f"/judgements/{made['id']}/undo") == {"id": made["id"], "verdict": "same", "author": "ana"}
    nodes, edges = content(graph.store)
    assert {labels for labels, _ in nodes - before[0]} == {("Judgement",)}
    assert edges == before[1]


def test_kinds_that_differ_are_warned_of(post: Post, graph: allygraph.Workspace) -> None:
    """The kind that it would be is told."""
    preview = post("/merge/preview", left="Brightwater Ports", right="Rotterdam")
    assert preview["warnings"][0]["kind"] == "different_kinds"
    assert {preview["left"]["kind"], preview["right"]["kind"]} == {"Organisation", "Place"}


def test_name_that_an_earlier_no_parts_is_warned_of(api: httpx.Client, post: Post, port: str) -> None:
    """The last word counts most: a name that was judged different from the one leaves the other, and is not counted."""
    post("/merge", left="Brightwater Ports", right=port)
    post("/split", entity="Brightwater Ports", names=[port], author="ben")
    alone = held(api, port)
    post("/merge", left="Aldermoor Shipping", right=port)
    preview = post("/merge/preview", left="Brightwater Ports", right="Aldermoor Shipping")
    assert preview["warnings"][-1]["kind"] == "names_leave"
    assert (port in preview["warnings"][-1]["message"], preview["names"]) == (True, ["Aldermoor Shipping"])
    post("/merge", left="Brightwater Ports", right="Aldermoor Shipping")
    assert told(preview["result"]) == held(api, "Brightwater Ports")
    assert held(api, port) == alone


def test_merge_that_would_change_nothing_is_warned_of(post: Post, graph: allygraph.Workspace) -> None:
    """As where a machine with a clock ahead of ours has judged the two different."""
    asked = {"left": "Brightwater Ports", "right": "Aldermoor Shipping"}
    before = facts(graph.store)
    post("/merge", **asked)
    merged = "MATCH (judgement:Judgement {verdict: 'same', author: $author})"
    ahead = f"{merged} SET judgement.verdict = 'different', judgement.date = '2999-01-01'"
    graph.store.write(ahead, {"author": graph.author})
    post("/split", entity="Brightwater Ports", names=["Aldermoor Shipping"])
    assert facts(graph.store) == before
    preview = post("/merge/preview", **asked)
    assert ([one["kind"] for one in preview["warnings"]], preview["claims"]) == (["kept_apart"], 0)


def test_preview_of_a_split_keeps_its_word(
    api: httpx.Client, post: Post, port: str, graph: allygraph.Workspace
) -> None:
    """A name leaves with its claims and the facts that these make."""
    post("/merge", left="Brightwater Ports", right=port)
    names = {one["name"]: one for one in api.get("/entities/Brightwater Ports/names").json()["items"]}
    assert set(names) == {"Brightwater Ports", port}
    before = content(graph.store)
    preview = post("/split/preview", entity="Brightwater Ports", names=[port])
    assert content(graph.store) == before
    assert (preview["names"], preview["claims"]) == ([port], names[port]["claims"])
    (stays,), (leaves,) = preview["stays"], preview["leaves"]

    made = post("/split", entity="Brightwater Ports", names=[port], reason="two ports", author="ana")["items"]
    assert [(one["verdict"], one["author"]) for one in made] == [("different", "ana")]
    assert told(stays) == held(api, "Brightwater Ports") == held(api, stays["id"])
    assert told(leaves) == held(api, port) == held(api, leaves["id"])
    items = {fact["id"]: fact for fact in preview["facts"]["items"]}
    assert set(items) == {one["fact"]["id"] for one in api.get(f"/entities/{leaves['id']}/facts").json()["items"]}
    assert {fact["predicate"]: fact["stays"] for fact in items.values()} == {
        "BASED_IN": True,
        "OWNS": False,
        "PARTNERS_WITH": True,
    }
    for one in made:
        post(f"/judgements/{one['id']}/undo")
    nodes, edges = content(graph.store)
    assert {labels for labels, _ in nodes - before[0]} == {("Judgement",)}
    assert edges == before[1]


def test_split_by_document(api: httpx.Client, post: Post, graph: allygraph.Workspace, tmp_path: Path) -> None:
    """One name that is two: what one document says of it leaves, and the preview says the same."""
    moors = {**SEAT, "subject": "Aldermoor Shipping"}
    graph.load(write_notes(tmp_path / "moors.yaml", moors, source="Parish News"))
    asked = {"entity": "Aldermoor Shipping", "document": "moors"}
    preview = post("/split/preview", **asked)
    (leaves,) = preview["leaves"]
    assert (preview["claims"], [fact["predicate"] for fact in preview["facts"]["items"]]) == (1, ["BASED_IN"])
    post("/split", **asked)
    assert told(leaves) == held(api, leaves["id"]) == (1, 1, 0)
    assert told(preview["stays"][0]) == held(api, preview["entity"]["id"])
    (only,) = post("/split/preview", entity=leaves["id"], document="moors")["warnings"]
    assert only["kind"] == "nothing_stays"


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        ("/merge/preview", {"left": "Rotterdam", "right": "Rotterdam"}, (400, "AllygraphError")),
        ("/merge", {"left": "Rotterdam", "right": "Nobody at all"}, (404, "UnknownName")),
        ("/merge", {"left": "Rotterdam"}, (422, "UnusableValue")),
        ("/split", {"entity": "Rotterdam"}, (422, "UnusableValue")),
        ("/split", {"entity": "Rotterdam", "names": ["x"], "document": "notes"}, (422, "UnusableValue")),
        ("/split/preview", {"entity": "Rotterdam", "names": ["Delft"]}, (404, "UnknownName")),
        ("/split/preview", {"entity": "Rotterdam", "names": ["Rotterdam"]}, (400, "AllygraphError")),
        ("/split/preview", {"entity": "Rotterdam", "document": "nothing"}, (404, "UnknownName")),
        ("/judgements/jud-none/undo", {}, (404, "UnknownName")),
    ],
)
def test_what_cannot_be_judged(api: httpx.Client, path: str, body: dict[str, Any], expected: tuple[int, str]) -> None:
    """The error says why."""
    assert error(api.post(path, json=body)) == expected


def test_history_holds_all_that_was_judged(api: httpx.Client, post: Post, port: str) -> None:
    """Decisions and judgements in one list, the latest first, page by page; what was undone stays, and says so."""
    (claim,) = api.get("/review", params={"relation": "BASED_IN", "document": "port"}).json()["items"]
    merged = post("/merge", left="Brightwater Ports", right=port, reason="one port", author="ana")
    decided = post(f"/claims/{claim['id']}/decision", verdict="rejected", reason="a rumour", author="ben")
    post(f"/judgements/{decided['id']}/undo")
    page = api.get("/judgements").json()
    first, second = page["items"][:2]
    assert (first["id"], first["verdict"], first["what"]) == (decided["id"], "rejected", "rejected a claim")
    assert (first["author"], first["reason"], first["in_force"]) == ("ben", "a rumour", False)
    assert [first["claim"][name] for name in ("id", "subject", "object")] == [claim["id"], port, "Rotterdam"]
    assert (second["id"], second["verdict"], second["in_force"]) == (merged["id"], "same", True)
    assert [(second[end]["name"], second[end]["id"]) for end in ("left", "right")] == [
        ("Brightwater Ports", merged["left"]),
        (port, merged["left"]),
    ]
    assert first["claim"]["subject_id"] == merged["left"]
    later = api.get("/judgements", params={"limit": 1, "offset": 1}).json()
    assert (later["items"], later["total"], later["more"]) == ([second], page["total"], page["total"] > 2)
    people = api.get("/judgements", params={"by": "people"}).json()
    assert [one["id"] for one in people["items"]] == [decided["id"], merged["id"]]
