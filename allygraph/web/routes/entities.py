"""One entity, its facts and its neighbours."""

from __future__ import annotations

from fastapi import APIRouter

from allygraph.queries.claims import ClaimRecord, evidence_of_entity
from allygraph.queries.entities import resolve_entity
from allygraph.queries.entity_names import EntityName, read_names
from allygraph.queries.neighbourhood import (
    EntityRecord,
    NamedFact,
    Neighbourhood,
    read_entity,
    read_facts,
    read_neighbourhood,
)
from allygraph.web.pages import Page, page
from allygraph.web.parameters import EntityPath, Graph, Limit, Offset, Relations

router = APIRouter(prefix="/entities/{entity}", tags=["entities"])


@router.get("")
def show(graph: Graph, entity: EntityPath) -> EntityRecord:
    """An entity: its names, and the numbers of its facts by relation."""
    return read_entity(graph.store, resolve_entity(graph.store, entity))


@router.get("/names")
def names(graph: Graph, entity: EntityPath) -> Page[EntityName]:
    """The names that documents call an entity by, the most mentioned first: what a split chooses from."""
    found = list(read_names(graph.store, resolve_entity(graph.store, entity)))
    return Page(items=found, total=len(found), more=False, offset=0)


@router.get("/facts")
def facts(
    graph: Graph, entity: EntityPath, relation: Relations = None, limit: Limit = 100, offset: Offset = 0
) -> Page[NamedFact]:
    """The facts of an entity, by relation and name."""
    identifier = resolve_entity(graph.store, entity)
    return page(read_facts(graph.store, identifier, relations=relation, limit=limit, offset=offset), offset)


@router.get("/neighbours")
def neighbours(
    graph: Graph, entity: EntityPath, relation: Relations = None, limit: Limit = 50, offset: Offset = 0
) -> Neighbourhood:
    """The entity with some of its neighbours, best connected first, and how many are left."""
    identifier = resolve_entity(graph.store, entity)
    return read_neighbourhood(graph.store, identifier, relations=relation, limit=limit, offset=offset)


@router.get("/evidence")
def evidence(graph: Graph, entity: EntityPath, limit: Limit = 50, offset: Offset = 0) -> Page[ClaimRecord]:
    """The claims that name an entity as one of their ends, strongest first."""
    identifier = resolve_entity(graph.store, entity)
    return page(evidence_of_entity(graph.store, identifier, limit=limit, offset=offset), offset)
