"""Reviewed documents as gold facts: what analysts accepted, in the format that evaluation and training read."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote

from allygraph.graph.errors import InputError
from allygraph.graph.model import Claim, Document, Kind, Mention, Source
from allygraph.graph.projection import ClaimView
from allygraph.graph.store import Store, Transaction
from allygraph.graph.store.views import claim_views
from allygraph.loaders.extraction.prediction import to_prediction
from allygraph.loaders.extraction.protocol import Extraction, FoundClaim, FoundEntity

#: Names that some systems keep for devices.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class ReviewedDocument:
    """A live document with its claims (ends are entity ids) and its entities. `series` outlives its corrections."""

    series: str
    document: Document
    entities: tuple[FoundEntity, ...]
    claims: tuple[Claim, ...]

    def reviewed(self, *states: str) -> tuple[Claim, ...]:
        """The claims in one of these states of review."""
        return tuple(claim for claim in self.claims if claim.review in states)


@dataclass(frozen=True, slots=True)
class GoldExport:
    """What an export wrote: names of documents, sentences for the reader, documents left out as not reviewed."""

    names: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    left_out: int = 0


def export_gold(
    store: Store, folder: str | os.PathLike[str], *, series: Sequence[str] | None = None, partly: bool = False
) -> GoldExport:
    """Writes NAME.txt and NAME.json for every document all of whose claims are reviewed.

    `partly` also takes those with any reviewed claim, and says so. `series` limits it to these documents. A file of
    another document is never overwritten. Raises InputError where a file cannot be written.
    """
    documents = store.in_read(lambda transaction: list(_documents(transaction, series)))
    target = Path(folder)
    names: list[str] = []
    messages: list[str] = []
    left_out = 0
    for one in documents:
        undecided = len(one.reviewed("unreviewed"))
        if undecided and not (partly and undecided < len(one.claims)):
            left_out += 1
            continue
        place = _free_name(target, one, names)
        messages += place.messages
        names.append(place.name)
        if undecided:
            messages.append(f"{place.name}: {undecided} of {len(one.claims)} claims are undecided (optional facts).")
        record = {"doc": place.name, **gold_record(one), "series": one.series}
        messages += _write(target, place.name, one.document.text, record)
    return GoldExport(tuple(names), tuple(messages), left_out)


def gold_record(reviewed: ReviewedDocument) -> dict[str, Any]:
    """Entities with all their names, accepted claims as facts, undecided ones as optional facts."""
    accepted = _prediction(reviewed, reviewed.reviewed("accepted"))
    undecided = _prediction(reviewed, reviewed.reviewed("unreviewed"))
    known = {_identity(fact) for fact in accepted["facts"]}
    return {
        **{name: accepted[name] for name in ("title", "published", "source", "entities")},
        "facts": [_gold_fact(fact) for fact in accepted["facts"]],
        "optional_facts": [_gold_fact(fact) for fact in undecided["facts"] if _identity(fact) not in known],
    }


def _prediction(reviewed: ReviewedDocument, claims: Iterable[Claim]) -> dict[str, Any]:
    numbers = {passage: index for index, passage in enumerate(dict.fromkeys(one.passage for one in reviewed.claims))}
    names = {field.name for field in fields(FoundClaim)} & {field.name for field in fields(Claim)}
    found = tuple(
        FoundClaim(**{name: getattr(claim, name) for name in names} | {"passage": numbers[claim.passage]})
        for claim in claims
    )
    return to_prediction(reviewed.document, Extraction(reviewed.entities, found))


def _identity(fact: Mapping[str, Any]) -> tuple[object, ...]:
    return fact["subject"], fact["relation"], fact["object"], (fact.get("role") or "").casefold()


def _gold_fact(fact: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("subject", "relation", "object", "status", "date", "amount", "role", "evidence")
    return {name: fact[name] for name in kept if name in fact}


def _documents(transaction: Transaction, series: Sequence[str] | None) -> Iterator[ReviewedDocument]:
    rows = transaction.run(
        """MATCH (document:Document)-[:PUBLISHED_BY]->(source:Source)
        WHERE document.retired_at IS NULL AND ($series IS NULL OR document.series IN $series)
        RETURN document {.*} AS document, source {.*} AS source ORDER BY document.title, document.series""",
        {"series": list(series) if series is not None else None},
    )
    for row in rows:
        found = row["document"]
        claims = transaction.run(
            "MATCH (claim:Claim) WHERE claim.document = $series RETURN claim.id AS id", {"series": found["series"]}
        )
        views = claim_views(transaction, [one["id"] for one in claims])
        if views:
            yield _reviewed(transaction, found, row["source"]["name"], [_resolved(view) for view in views])


def _resolved(view: ClaimView) -> Claim:
    """The claim with entities in the place of keys: names that analysts judged the same are one in the gold."""
    return replace(view.claim, subject=view.subject_id, object=view.object_id, counterpart=view.counterpart_id)


def _reviewed(
    transaction: Transaction, found: Mapping[str, Any], source: str, claims: Sequence[Claim]
) -> ReviewedDocument:
    document = Document(
        found["id"],
        found["series"],
        found["title"],
        found["text"],
        Source("", source),
        published=found.get("published"),
        uri=found.get("uri"),
    )
    rows = transaction.run(
        """MATCH (document:Document {id: $id})<-[:PART_OF]-(:Passage)-[mention:MENTIONS]->(entity:Entity)
        RETURN DISTINCT entity.id AS id, entity.kind AS kind, entity.name AS name, mention.text AS text,
               mention.start AS start, mention.end AS end ORDER BY start, end DESC, id""",
        {"id": document.id},
    )
    entities, ids = _entities(rows)
    told = [claim for claim in claims if {claim.subject, claim.object} <= ids.keys()]
    renamed = [
        replace(one, subject=ids[one.subject], object=ids[one.object], counterpart=ids.get(one.counterpart or ""))
        for one in sorted(told, key=lambda claim: (claim.start, claim.id))
    ]
    return ReviewedDocument(document.series, document, entities, tuple(renamed))


def _entities(rows: Iterable[Mapping[str, Any]]) -> tuple[tuple[FoundEntity, ...], dict[str, str]]:
    """The entities in the order of their first mention, and their ids in the gold."""
    mentions: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        mentions.setdefault(row["id"], []).append(row)
    ids = {identifier: f"e{number}" for number, identifier in enumerate(mentions, start=1)}
    entities = []
    for identifier, places in mentions.items():
        texts = Counter(place["text"] for place in places)
        usual = places[0]["name"]
        name = usual if usual in texts else min(texts, key=lambda text: (-texts[text], -len(text), text))
        aliases = tuple(text for text in texts if text != name)
        told = tuple(Mention(place["text"], place["start"], place["end"]) for place in places)
        entities.append(FoundEntity(ids[identifier], cast(Kind, places[0]["kind"]), name, aliases, told))
    return tuple(entities), ids


@dataclass(frozen=True, slots=True)
class _Place:
    """The name that a document takes, and what there is to say of it."""

    name: str
    messages: list[str] = field(default_factory=list)


def _free_name(folder: Path, one: ReviewedDocument, taken: Iterable[str]) -> _Place:
    """A name that no other document has, in this export or in the folder."""
    used = {name.casefold() for name in taken}
    plain = _safe_name(one.document)
    own = f"{plain[: _LONGEST - 9]}-{one.series.rpartition('-')[2][:8]}"
    for name in (plain, own):
        if name.casefold() not in used and _is_free(folder, name, one.series):
            told = f"{plain}.json is another document; '{one.document.title}' is written as {name}."
            return _Place(name, [] if name == plain else [told])
    raise InputError(str(folder / own), f"{folder / own}.json is another document.", "Choose another folder.")


def _is_free(folder: Path, name: str, series: str) -> bool:
    record, text = folder / f"{name}.json", folder / f"{name}.txt"
    if not record.exists():
        return not text.exists()
    try:
        found = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("series") == series


def _safe_name(document: Document) -> str:
    """A file name for any system: the name of the file that was loaded, or the title."""
    last = unquote((document.uri or "").rstrip("/").rpartition("/")[2])
    stem = last.rpartition(".")[0] or last or document.title
    plain = unicodedata.normalize("NFKC", stem)
    safe = re.sub(r"[^\w-]+", "-", plain).strip("-_")[:_LONGEST].rstrip("-_")
    return f"document-{safe}".rstrip("-") if not safe or _RESERVED.fullmatch(safe) else safe


def _write(folder: Path, name: str, text: str, record: Mapping[str, Any]) -> Iterator[str]:
    files = {
        folder / f"{name}.txt": text.encode("utf-8", "replace"),
        folder / f"{name}.json": f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace"),
    }
    for path, content in files.items():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if path.exists():
                if path.read_bytes() == content:
                    continue
                yield f"{path.name} was there with other content of the same document, and is replaced."
            path.write_bytes(content)
        except OSError as error:
            raise InputError(str(path), f"{path} cannot be written ({error.strerror}).", "Choose another.") from error
