"""The claims behind a fact or an alliance, and the alliance itself."""

from __future__ import annotations

from fastapi import APIRouter

from allygraph.queries.claims import ClaimRecord, evidence_of_alliance, evidence_of_fact
from allygraph.queries.outline import AllianceOutline, read_alliance
from allygraph.web.pages import Page, page
from allygraph.web.parameters import Graph, Identifier, Limit, Offset

router = APIRouter(tags=["evidence"])


@router.get("/edges/{fact}/evidence")
def evidence_of_edge(graph: Graph, fact: Identifier, limit: Limit = 50, offset: Offset = 0) -> Page[ClaimRecord]:
    """The claims behind a fact, strongest first; where there is conflict, the denials last."""
    return page(evidence_of_fact(graph.store, fact, limit=limit, offset=offset), offset)


@router.get("/alliances/{alliance}")
def show_alliance(graph: Graph, alliance: Identifier) -> AllianceOutline:
    """An alliance with its parties, its ventures and the events of its life."""
    return read_alliance(graph.store, alliance)


@router.get("/alliances/{alliance}/evidence")
def evidence_of_an_alliance(
    graph: Graph, alliance: Identifier, limit: Limit = 50, offset: Offset = 0
) -> Page[ClaimRecord]:
    """The claims that speak of an alliance, strongest first."""
    return page(evidence_of_alliance(graph.store, alliance, limit=limit, offset=offset), offset)
