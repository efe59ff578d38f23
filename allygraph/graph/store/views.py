"""Claims as the projection reads them: ends resolved, document and source beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields

from allygraph.graph.model import Claim
from allygraph.graph.projection import ClaimView, ScopeKey
from allygraph.graph.store.connection import Row, Transaction

_VIEW = """
MATCH (claim)-[:SUBJECT]->(subject)
MATCH (claim)-[:OBJECT]->(object) WHERE NOT object:Alliance
OPTIONAL MATCH (claim)-[:COUNTERPART]->(counterpart)
MATCH (document:Document {series: claim.document})-[:PUBLISHED_BY]->(source:Source)
WHERE document.retired_at IS NULL
RETURN DISTINCT claim {.*} AS claim, subject.id AS subject_id, subject.name AS subject_name, object.id AS object_id,
       object.name AS object_name, counterpart.id AS counterpart_id, counterpart.name AS counterpart_name,
       document.id AS document_id, document.published AS published, document.origin AS origin, source.id AS source_id,
       coalesce(document.reliability, source.reliability) AS source_reliability
"""
_STORED_AS = {"subject": "subject_key", "object": "object_key", "counterpart": "counterpart_key"}
_FIELDS = tuple((field.name, _STORED_AS.get(field.name, field.name)) for field in fields(Claim))


def claim_views(transaction: Transaction, ids: Iterable[str]) -> list[ClaimView]:
    """The live claims with these ids, or the edits in their place."""
    match = "MATCH (claim:Claim) WHERE claim.id IN $values OR claim.edit_of IN $values WITH DISTINCT claim"
    return _views(transaction, match, list(ids))


def claim_views_of_entities(transaction: Transaction, ids: Iterable[str]) -> list[ClaimView]:
    """The live claims with one of these entities among their ends."""
    match = """MATCH (entity:Entity) WHERE entity.id IN $values
    MATCH (entity)<-[:SUBJECT|OBJECT|COUNTERPART]-(claim:Claim) WITH DISTINCT claim"""
    return _views(transaction, match, list(ids))


def claim_views_in_scope(transaction: Transaction, keys: frozenset[ScopeKey]) -> list[ClaimView]:
    """The live claims that these scope keys name (see `projection.scope`)."""
    sorted_keys = sorted(keys)
    pairs = [list(key[1:]) for key in sorted_keys if key[0] == "pair"]
    deals = [key[1] for key in sorted_keys if key[0] == "deal"]
    ventures = [key[1] for key in sorted_keys if key[0] == "venture"]
    return [
        *_views(transaction, _PAIRS, pairs),
        *_views(transaction, _DEALS, deals),
        *_views(transaction, _VENTURES, ventures),
    ]


_PAIRS = """
UNWIND $values AS pair
MATCH (left:Entity {id: pair[0]})
MATCH (right:Entity {id: pair[1]})
CALL (left, right) {
  MATCH (left)<-[:SUBJECT|OBJECT|COUNTERPART]-(claim:Claim)-[:SUBJECT|OBJECT|COUNTERPART]->(right)
  RETURN claim
  UNION
  MATCH (left)-[:PARTY_TO]->(alliance:Alliance)<-[:PARTY_TO]-(right)
  MATCH (alliance)<-[:ABOUT]-(claim:Claim)
  RETURN claim
}
WITH DISTINCT claim"""
_DEALS = "MATCH (claim:Claim) WHERE claim.deal IN $values"
_VENTURES = """
MATCH (venture:Entity) WHERE venture.id IN $values
MATCH (venture)<-[:OBJECT]-(claim:Claim) WHERE claim.predicate IN ['JOINT_VENTURE_IN', 'INVESTS_IN']
WITH DISTINCT claim"""


def _views(transaction: Transaction, match: str, values: Sequence[object]) -> list[ClaimView]:
    if not values:
        return []
    return [_view(row) for row in transaction.run(match + _VIEW, {"values": list(values)})]


def _view(row: Row) -> ClaimView:
    properties = row.pop("claim")
    claim = Claim(**{name: properties[stored] for name, stored in _FIELDS if stored in properties})
    return ClaimView(claim=claim, **row)
