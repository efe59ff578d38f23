"""From an edge to the claims, from a claim to the document and the exact characters."""

from __future__ import annotations

import httpx
import pytest

from tests.web.many import CLAIMS

pytestmark = pytest.mark.store


def test_claim_says_everything_about_itself(api: httpx.Client) -> None:
    """Ends by id and as written, grading, sentence and place, what it supports."""
    page = api.get("/edges/fac-22/evidence").json()
    (claim,) = page["items"]
    assert (claim["id"], claim["status"], claim["likelihood_low"], claim["likelihood_words"]) == (
        "cla-22",
        "planned",
        80,
        "very likely",
    )
    assert claim["subject"] == {
        "id": "org-larch",
        "name": "Larch Bank",
        "kind": "Organisation",
        "text": "Larch Bank",
    }
    assert (claim["document"], claim["document_title"], claim["source"], claim["reliability"]) == (
        "doc-c",
        "Chips and mines",
        "Forest Gazette",
        "B",
    )
    assert claim["sentence"][claim["start"] : claim["end"]] == claim["sentence"].removesuffix(".")


def test_place_of_a_claim_leads_into_the_document(api: httpx.Client) -> None:
    """The number of the passage is the offset to ask the document for; start and end are found in it."""
    (claim,) = api.get("/edges/fac-22/evidence").json()["items"]
    asked = {"offset": claim["passage"], "limit": 1}
    (passage,) = api.get(f"/documents/{claim['document']}", params=asked).json()["passages"]
    assert (passage["text"], passage["start"]) == (claim["sentence"], claim["passage_start"])
    (marked,) = [each for each in passage["claims"] if each["id"] == claim["id"]]
    assert (marked["start"], marked["end"]) == (claim["start"], claim["end"])


def test_denials_come_last(api: httpx.Client) -> None:
    """Where there is conflict."""
    claims = api.get("/edges/fac-17/evidence").json()["items"]
    assert [(claim["id"], claim["polarity"]) for claim in claims] == [("cla-17", "positive"), ("cla-30", "negative")]


def test_stronger_source_comes_first(api: httpx.Client) -> None:
    """Reliability B before C."""
    claims = api.get("/edges/fac-16/evidence").json()["items"]
    assert [claim["source"] for claim in claims] == ["Forest Gazette", "Timber Wire"]


def test_two_hundred_claims_are_paged(api: httpx.Client) -> None:
    """The surest first, each once."""
    pages = [
        api.get("/edges/fac-many/evidence", params={"limit": 90, "offset": start}).json() for start in (0, 90, 180)
    ]
    claims = [claim for page in pages for claim in page["items"]]
    assert [page["more"] for page in pages] == [True, True, False]
    assert pages[0]["total"] == CLAIMS == len({claim["id"] for claim in claims})
    assert [claim["confidence"] for claim in claims] == sorted((claim["confidence"] for claim in claims), reverse=True)


def test_evidence_of_an_alliance(api: httpx.Client) -> None:
    """The plan and the stop."""
    page = api.get("/alliances/all-stopped/evidence").json()
    assert {(claim["id"], claim["predicate"]) for claim in page["items"]} == {
        ("cla-06", "PARTNERS_WITH"),
        ("cla-10", "HALTS"),
    }
    halt = next(claim for claim in page["items"] if claim["id"] == "cla-10")
    assert halt["counterpart"]["name"] == "Kapok Labs"


def test_documents_are_listed_latest_first(api: httpx.Client) -> None:
    """Those that count; retired ones on demand, with the reason; by a part of the title."""
    page = api.get("/documents", params={"limit": 2}).json()
    assert [document["id"] for document in page["items"]] == ["doc-many", "doc-d"]
    assert (page["total"], page["more"]) == (5, True)
    every = api.get("/documents", params={"retired": True, "q": "first version"}).json()["items"]
    assert [(document["id"], document["retired"]) for document in every] == [("doc-e", "superseded")]


def test_document_is_read_passage_by_passage(api: httpx.Client) -> None:
    """In reading order, with its claims and the names in it at their places."""
    page = api.get("/documents/doc-many", params={"limit": 50, "offset": 150}).json()
    assert [passage["index"] for passage in page["passages"]] == list(range(150, 200))
    assert (page["document"]["passages"], page["document"]["claims"], page["more"]) == (CLAIMS, CLAIMS, False)
    assert page["passages"][0]["text"][: page["passages"][0]["claims"][0]["end"]] == "Hubwood"
    assert api.get("/documents/doc-many", params={"limit": 50}).json()["more"]
