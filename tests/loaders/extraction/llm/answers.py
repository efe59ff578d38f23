"""Documents, and what a model says of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from allygraph.loaders.documents import ReadDocument, read_text
from allygraph.loaders.extraction.llm import LlmEngine

Make = Callable[..., LlmEngine]

TELVIA = (
    "Telvia Group announced a partnership with Brightmast on 5 July 2020. It paid Brightmast USD 80 million. "
    "Ana Ruiz, chief executive of Telvia, said “Brightmast is likely to\nbuild Telpay”."
)


def read(text: str, title: str = "A note", published: str | None = "2020-07-06") -> ReadDocument:
    """A text as a document."""
    return ReadDocument(*read_text(text, title=title, published=published, source="Tests"), path="a.txt")


def entity(identifier: str, name: str, *mentions: str, type: str = "Organisation") -> dict[str, Any]:
    """An entity as a model writes it."""
    return {"id": identifier, "type": type, "name": name, "mentions": [name, *mentions]}


def fact(subject: str, relation: str, target: str, evidence: str, **fields: object) -> dict[str, Any]:
    """A fact as a model writes it."""
    missing = ("counterpart", "status", "date", "amount", "role", "likelihood", "deal")
    return {
        "subject": subject,
        "relation": relation,
        "object": target,
        "subject_text": "",
        "object_text": "",
        "polarity": "positive",
        **dict.fromkeys(missing),
        "evidence": evidence,
        **fields,
    }


def words(entities: list[Any], facts: list[Any]) -> str:
    """An answer as a model writes it."""
    return json.dumps({"entities": entities, "facts": facts})


def telvia_answer() -> str:
    """All that TELVIA states."""
    entities = [
        entity("a", "Telvia Group", "Telvia"),
        entity("b", "Brightmast"),
        entity("c", "Ana Ruiz", type="Person"),
        entity("d", "Telpay", type="Product"),
    ]
    first, second = (
        "Telvia Group announced a partnership with Brightmast on 5 July 2020.",
        "It paid Brightmast USD 80 million.",
    )
    third = 'Ana Ruiz, chief executive of Telvia, said "Brightmast is likely to build Telpay".'
    amount = {"value": 80000000, "currency": "USD"}
    facts = [
        fact(
            *("a", "PARTNERS_WITH", "b", first),
            subject_text="Telvia Group",
            object_text="Brightmast",
            status="announced",
            date="2020-07-05",
            deal="pact",
        ),
        fact("a", "INVESTS_IN", "b", second, subject_text="It", object_text="Brightmast", amount=amount),
        fact("c", "HAS_ROLE", "a", third, subject_text="Ana Ruiz", object_text="Telvia", role="chief executive"),
        fact("b", "DEVELOPS", "d", third, object_text="Telpay", likelihood="likely", status="planned"),
    ]
    return words(entities, facts)
