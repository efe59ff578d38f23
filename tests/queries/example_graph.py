"""The made-up graph of `graph.yaml`, and how it is loaded into an empty store as docs/model.md has it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import yaml

from allygraph.graph.kinds import entity_kinds
from allygraph.graph.names import normal_name

GRAPH = yaml.safe_load(Path(__file__).with_name("graph.yaml").read_text("utf-8"))
NAMES = {identifier: entity["name"] for identifier, entity in GRAPH["entities"].items()}
LABELS = "MATCH (e:Entity) WHERE e.kind = '{kind}' SET e:{labels}"
STATEMENTS = (
    (
        "entities",
        "UNWIND $rows AS row MERGE (e:Entity {id: row.id}) SET e += row.values WITH e, row "
        "UNWIND row.names AS name MERGE (n:Name {key: name}) MERGE (e)-[:NAMED]->(n)",
    ),
    *(("kinds", LABELS.format(kind=kind.name, labels=":".join(kind.labels))) for kind in entity_kinds().values()),
    ("judgements", "UNWIND $rows AS row MERGE (j:Judgement {id: row.id}) SET j += row"),
    ("sources", "UNWIND $rows AS row MERGE (s:Source {id: row.id}) SET s += row"),
    (
        "documents",
        "UNWIND $rows AS row MATCH (s:Source {id: row.source}) MERGE (d:Document {id: row.values.id}) "
        "SET d += row.values MERGE (d)-[:PUBLISHED_BY]->(s)",
    ),
    (
        "passages",
        "UNWIND $rows AS row MATCH (d:Document {id: row.document}) MERGE (p:Passage:Chunk {id: row.values.id}) "
        "SET p += row.values MERGE (p)-[r:PART_OF {start: p.start, end: p.end, index: p.index}]->(d) "
        "WITH p MATCH (e:Entity) WHERE p.text CONTAINS e.name MERGE (p)-[:MENTIONS {text: e.name, key: e.id}]->(e)",
    ),
    (
        "claims",
        "UNWIND $rows AS row MATCH (s:Entity {id: row.subject_key}), (o:Entity {id: row.object_key}), "
        "(p:Passage {id: row.passage}) MERGE (c:Claim {id: row.id}) SET c += row "
        "MERGE (c)-[:SUBJECT]->(s) MERGE (c)-[:OBJECT]->(o) MERGE (c)-[:EVIDENCE {start: c.start, end: c.end}]->(p) "
        "WITH c MATCH (e:Entity {id: c.counterpart_key}) MERGE (c)-[:COUNTERPART]->(e)",
    ),
    (
        "decisions",
        "UNWIND $rows AS row MATCH (c:Claim {id: row.claim}) MERGE (d:Decision {id: row.id}) SET d += row "
        "MERGE (d)-[:DECIDES]->(c)",
    ),
    ("retired", "UNWIND $rows AS row MERGE (c:RetiredClaim {id: row.id}) SET c += row"),
    (
        "alliances",
        "UNWIND $rows AS row MERGE (a:Alliance {id: row.values.id}) SET a += row.values WITH a, row "
        "CALL (a, row) { UNWIND row.parties AS party MATCH (e:Entity {id: party.entity}) MERGE (e)-[p:PARTY_TO]->(a) "
        "SET p.role = party.role, p.contributes = party.contributes, p.currency = party.currency } "
        "CALL (a, row) { UNWIND row.creates AS id MATCH (e:Entity {id: id}) MERGE (a)-[:CREATES]->(e) } "
        "UNWIND row.values.claim_ids AS id MATCH (c:Claim {id: id}) MERGE (c)-[:ABOUT]->(a) "
        "FOREACH (_ IN CASE c.predicate WHEN 'HALTS' THEN [1] ELSE [] END | MERGE (c)-[:OBJECT]->(a))",
    ),
    (
        "events",
        "UNWIND $rows AS row MATCH (a:Alliance {id: row.alliance}) MERGE (v:StatusEvent {id: row.id}) "
        "SET v.status = row.status, v.date = row.date MERGE (a)-[:HAS_EVENT]->(v) WITH v, row "
        "CALL (v, row) { UNWIND row.claims AS id MATCH (c:Claim {id: id}) MERGE (v)-[:STATED_BY]->(c) } "
        "CALL (v, row) { UNWIND row.by AS id MATCH (e:Entity {id: id}) MERGE (v)-[:BROUGHT_ABOUT_BY]->(e) }",
    ),
)


def load_example(store):
    """Loads the made-up graph."""
    rows = _rows()
    store.in_write(lambda transaction: _load(transaction, rows))


def _load(transaction, rows):
    for name, statement in STATEMENTS:
        transaction.run(statement, {"rows": rows.get(name, [])})
    for predicate, facts in groupby(rows["facts"], lambda row: row["predicate"]):
        transaction.run(
            "UNWIND $rows AS row MATCH (s:Entity {id: row.subject}) MATCH (o:Entity|Alliance {id: row.object}) "
            f"MERGE (s)-[f:{predicate} {{id: row.values.id}}]->(o) SET f += row.values",
            {"rows": list(facts)},
        )


def _rows():
    passages = [_passage(document, number) for document in GRAPH["documents"] for number in range(_sentences(document))]
    claims = [_claim(*place, claim) for *place, sentence in passages for claim in sentence.get("claims", [])]
    retired = [_claim(*place, claim) for *place, sentence in passages for claim in sentence.get("retired", [])]
    homes = {claim["id"]: document for document, _, sentence in passages for claim in sentence.get("claims", [])}
    return {
        "entities": [_entity(identifier, entity) for identifier, entity in GRAPH["entities"].items()],
        "judgements": GRAPH["judgements"],
        "decisions": GRAPH["decisions"],
        "sources": [{"id": identifier, **source} for identifier, source in GRAPH["sources"].items()],
        "documents": [_document(document) for document in GRAPH["documents"]],
        "passages": [{"document": document["id"], "values": values} for document, values, _ in passages],
        "claims": claims,
        "retired": retired,
        "alliances": [_alliance(alliance) for alliance in GRAPH["alliances"]],
        "events": [
            {"date": None, "by": [], **event, "alliance": alliance["id"]}
            for alliance in GRAPH["alliances"]
            for event in alliance["events"]
        ],
        "facts": sorted((_fact(fact, homes) for fact in GRAPH["facts"]), key=lambda row: row["predicate"]),
    }


def _entity(identifier, entity):
    aliases, acronyms = entity.get("aliases", []), entity.get("acronyms", [])
    names = [f"name:{normal_name(name, entity['kind'])}" for name in (entity["name"], *aliases)]
    names += [identifier, *entity.get("merged", []), *(f"acronym:{name}" for name in acronyms)]
    values = {
        "name": entity["name"],
        "aliases": aliases + acronyms,
        "kind": entity["kind"],
        "keys": [identifier, *entity.get("merged", [])],
    }
    return {"id": identifier, "values": values, "names": names}


def _sentences(document):
    return len(document["sentences"])


def _text(document):
    return " ".join(sentence["text"] for sentence in document["sentences"])


def _document(document):
    scalars = {key: value for key, value in document.items() if isinstance(value, str) and key != "source"}
    return {"source": document["source"], "values": {**scalars, "text": _text(document), "series": document["id"]}}


def _passage(document, number):
    sentence = document["sentences"][number]
    start = _text(document).index(sentence["text"])
    values = {"id": f"pas-{document['id']}-{number}", "text": sentence["text"], "index": number}
    return document, {**values, "start": start, "end": start + len(sentence["text"])}, sentence


def _claim(document, passage, claim):
    values = {"polarity": "positive", "engine": "curated", "confidence": 1.0, "review": "unreviewed"}
    values |= {key: value for key, value in claim.items() if key not in ("subject", "object", "counterpart")}
    values |= {"document": document["id"], "passage": passage["id"], "published": document["published"]}
    values |= {key: document[key] for key in ("loaded_at", "retired_at", "retired_because") if key in document}
    for end in ("subject", "object", "counterpart"):
        values |= {f"{end}_key": claim.get(end), f"{end}_text": NAMES.get(claim.get(end))}
    # The evidence is the sentence without its full stop.
    return {**values, "start": passage["start"], "end": passage["end"] - 1}


def _alliance(alliance):
    values = {key: value for key, value in alliance.items() if isinstance(value, str | bool)}
    values |= {"claim_ids": alliance["claims"], "conflict": alliance.get("conflict", False)}
    return {"values": values, "parties": alliance["parties"], "creates": alliance.get("creates", [])}


def _fact(fact, homes):
    ends = ("predicate", "subject", "object")
    documents = [homes[claim] for claim in fact["claims"]]
    return {
        **{key: fact[key] for key in ends},
        "values": {
            "conflict": False,
            "confidence": 1.0,
            **{key: value for key, value in fact.items() if key not in ends},
            "claims": len(fact["claims"]),
            "claim_ids": fact["claims"],
            "sources": len({document["source"] for document in documents}),
            "origins": len({document["origin"] for document in documents}),
            "first_reported": min(document["published"] for document in documents),
            "last_reported": max(document["published"] for document in documents),
        },
    }
