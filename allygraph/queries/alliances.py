"""Alliances as records: parties, ventures, and the dated, sourced events of their lives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from allygraph.graph.scales import STATUSES
from allygraph.queries.evidence import read_claims, strongest_first
from allygraph.queries.records import AllianceParty, AllianceRecord, Event, Evidence
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store

_FIELDS = ("id", "title", "kind", "status", "valid_from", "valid_to", "grade")


def read_alliances(store: Store, entities: Sequence[str] = ()) -> tuple[AllianceRecord, ...]:
    """The alliances to which any of the entities (ids) is a party, or all of them; sorted by id."""
    rows = alliance_rows(store, entities)
    evidence, _ = read_claims(store, claims_of(rows))
    return alliance_records(rows, evidence)


def alliance_rows(
    store: Store, entities: Sequence[str] = (), *, parties: Sequence[str] = (), on: str | None = None
) -> list[dict[str, Any]]:
    """The rows behind `read_alliances`, also of alliances of two among `parties`; those in force `on` a day."""
    if entities or parties:
        asked = store.read(statement("alliance_ids"), {"ids": list(entities)}) if entities else []
        among = store.read(statement("alliance_ids"), {"ids": list(parties)}) if parties else []
        ids = {row["id"] for row in asked} | {row["id"] for row in among if row["parties"] > 1}
    else:
        ids = {row["id"] for row in store.read(statement("all_alliance_ids"))}
    return store.read(statement("alliances"), {"ids": sorted(ids), "on": on}) if ids else []


def claims_of(rows: Sequence[Mapping[str, Any]]) -> set[str]:
    """The ids of the claims behind the events of these rows."""
    return {claim for row in rows for event in row["events"] for claim in event["claims"]}


def alliance_records(rows: Sequence[Mapping[str, Any]], evidence: Mapping[str, Evidence]) -> tuple[AllianceRecord, ...]:
    """The rows as records, with the evidence of each event."""
    return tuple(_record(row, evidence) for row in rows)


def _record(row: Mapping[str, Any], evidence: Mapping[str, Evidence]) -> AllianceRecord:
    properties = row["alliance"]
    return AllianceRecord(
        **{name: properties.get(name) for name in _FIELDS},
        conflict=bool(properties.get("conflict")),
        parties=tuple(AllianceParty(**party) for party in row["parties"]),
        creates=tuple(row["creates"]),
        events=tuple(
            Event(
                status=event["status"],
                date=event["date"],
                by=tuple(event["by"]),
                evidence=strongest_first(evidence[claim] for claim in event["claims"] if claim in evidence),
            )
            for event in in_order(row["events"])
        ),
    )


def in_order(events: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Earliest first; an undated event stands before the first dated one that comes later in the life of a deal."""
    stage = {status: place for place, status in enumerate(STATUSES)}

    def place(event: Mapping[str, Any]) -> tuple[str, bool, int]:
        own = stage[event["status"]]
        later = (other["date"] for other in events if other["date"] and stage[other["status"]] > own)
        return event["date"] or min(later, default="~"), event["date"] is not None, own

    return sorted(events, key=place)
