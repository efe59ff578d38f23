"""Small claims for the tests of the projection."""

from __future__ import annotations

from typing import Any

from allygraph.graph.model import Claim
from allygraph.graph.projection import ClaimView

VIEW_FIELDS = {"published", "source_id", "source_reliability", "origin"}


def view(
    identifier: str, subject: str, predicate: str, object_: str, counterpart: str | None = None, **given: Any
) -> ClaimView:
    """A claim by entity ids that are names at once; further words are fields of Claim or of ClaimView."""
    document = given.pop("document", "doc-1")
    of_view = {name: given.pop(name) for name in VIEW_FIELDS & given.keys()}
    fields: dict[str, Any] = {"passage": f"{document} {identifier}", "engine": "rules", "confidence": 0.8} | given
    claim = Claim(
        id=identifier,
        document=document,
        predicate=predicate,
        subject=subject,
        object=object_,
        subject_text=subject,
        object_text=object_,
        counterpart=counterpart,
        start=0,
        end=1,
        **fields,
    )
    return ClaimView(
        claim=claim,
        subject_id=subject,
        object_id=object_,
        counterpart_id=counterpart,
        subject_name=subject,
        object_name=object_,
        counterpart_name=counterpart,
        document_id=document,
        **({"source_id": "src-1", "published": "2020-06-01"} | of_view),
    )
