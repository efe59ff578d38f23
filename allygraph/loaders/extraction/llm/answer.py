"""From the words of a model to a checked answer: what does not follow the schema is left out and counted.

An answer as a whole is usable when it is a JSON object with a list of entities and a list of facts. Within it each
entity and each fact stands or falls alone.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from allygraph.graph.kinds import entity_kinds, relation_kinds
from allygraph.graph.model import Kind, Polarity, Status
from allygraph.graph.scales import LIKELIHOOD, STATUSES

#: Reasons for leaving out, as the summary words them.
MALFORMED = "not as the schema asks"
#: Characters; longer names and roles are mistakes.
_LONGEST_NAME = 200
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_CURRENCY = re.compile(r"[A-Z][A-Z0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class SaidEntity:
    """An entity as the model gave it: `mentions` with the name first, nothing aligned yet."""

    id: str
    kind: Kind
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidFact:
    """A fact as the model gave it, its fields of the right type; nothing aligned yet."""

    subject: str
    relation: str
    object: str
    subject_text: str
    object_text: str
    evidence: str
    counterpart: str | None = None
    polarity: Polarity = "positive"
    status: Status | None = None
    date: str | None = None
    amount: float | None = None
    currency: str | None = None
    role: str | None = None
    likelihood: str | None = None
    deal: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said of one part of a document. `dropped` counts what did not follow the schema."""

    entities: tuple[SaidEntity, ...] = ()
    facts: tuple[SaidFact, ...] = ()
    dropped: Counter[str] = field(default_factory=Counter)


def read_object(words: str) -> dict[str, Any] | None:
    """The JSON object in the words of a model, bare or among other words; None when there is none of the right form."""
    start, end = words.find("{"), words.rfind("}")
    for candidate in (words, words[start : end + 1]):
        try:
            found = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and all(isinstance(found.get(name), list) for name in ("entities", "facts")):
            return found
    return None


def read_answer(record: Mapping[str, Any]) -> Answer:
    """The entities and facts of an answer that follow the schema."""
    dropped: Counter[str] = Counter()
    entities: dict[str, SaidEntity] = {}
    for item in record["entities"]:
        entity = _entity(item)
        if entity is None or entity.id in entities:
            dropped[f"entities {MALFORMED}"] += 1
        else:
            entities[entity.id] = entity
    facts = []
    for item in record["facts"]:
        fact = _fact(item, entities)
        if fact is None:
            dropped[f"claims {MALFORMED}"] += 1
        else:
            facts.append(fact)
    return Answer(tuple(entities.values()), tuple(facts), dropped)


def _entity(item: object) -> SaidEntity | None:
    if not isinstance(item, dict) or _text(item.get("type")) not in entity_kinds():
        return None
    identifier, mentions = _text(item.get("id")), item.get("mentions")
    if not identifier or not isinstance(mentions, list):
        return None
    names = [name for name in map(_text, (item.get("name"), *mentions)) if name and len(name) <= _LONGEST_NAME]
    return SaidEntity(identifier, cast(Kind, _text(item["type"])), tuple(dict.fromkeys(names))) if names else None


def _fact(item: object, entities: Mapping[str, SaidEntity]) -> SaidFact | None:
    if not isinstance(item, dict):
        return None
    texts = [_text(item.get(name)) for name in ("subject", "relation", "object", "subject_text", "object_text")]
    subject, relation, target, subject_text, object_text = texts
    evidence = _text(item.get("evidence"))
    known = subject in entities and target in entities and subject != target and relation in relation_kinds()
    if not (known and evidence) or item.get("polarity") not in ("positive", "negative"):
        return None
    amount, currency = _amount(item.get("amount")) if "amount" in relation_kinds()[relation].qualifiers else (None, "")
    counterpart = _text(item.get("counterpart"))
    likelihood = _text(item.get("likelihood")).lower()
    return SaidFact(
        subject,
        relation,
        target,
        subject_text,
        object_text,
        evidence,
        counterpart=counterpart if relation == "HALTS" and _is_second(counterpart, subject, target, entities) else None,
        polarity=item["polarity"],
        status=cast(Status, item["status"]) if _text(item.get("status")) in STATUSES else None,
        date=_date(_text(item.get("date"))),
        amount=amount,
        currency=currency or None,
        role=_text(item.get("role"))[:_LONGEST_NAME] or None if relation == "HAS_ROLE" else None,
        likelihood=likelihood if likelihood in LIKELIHOOD else None,
        deal=_text(item.get("deal")) or None,
    )


def _is_second(counterpart: str, subject: str, target: str, entities: Mapping[str, SaidEntity]) -> bool:
    return counterpart in entities and counterpart not in (subject, target)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _date(text: str) -> str | None:
    """A date as the graph writes it; None for one that is none."""
    if not _DATE.fullmatch(text):
        return None
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return None
    return text


def _amount(value: object) -> tuple[float | None, str]:
    """A positive sum and its currency; None and nothing for anything else."""
    if not isinstance(value, dict):
        return None, ""
    number, currency = value.get("value"), _text(value.get("currency"))
    if isinstance(number, bool) or not isinstance(number, int | float) or not _CURRENCY.fullmatch(currency):
        return None, ""
    try:
        amount = float(number)
    except OverflowError:
        return None, ""
    return (amount, currency) if math.isfinite(amount) and amount > 0 else (None, "")
