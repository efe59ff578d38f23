"""What the projection reads: a claim with its ends resolved and what its document and source add."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allygraph.graph.kinds import relation_kinds
from allygraph.graph.model import Claim


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A live claim, its ends resolved to entity ids, and where it was said.

    `published` is the date of the document, `origin` is shared by documents that copy one another (the document counts
    by itself where it is None), `source_reliability` is the document's own letter or else that of its source. The names
    are those of the resolved entities.
    """

    claim: Claim
    subject_id: str
    object_id: str
    document_id: str
    source_id: str
    counterpart_id: str | None = None
    subject_name: str = ""
    object_name: str = ""
    counterpart_name: str | None = None
    published: str | None = None
    source_reliability: str | None = None
    origin: str | None = None

    @property
    def predicate(self) -> str:
        """The relation type of the claim."""
        return self.claim.predicate

    @property
    def ends(self) -> tuple[str, ...]:
        """The entity ids of subject, object and counterpart, in this order."""
        both = (self.subject_id, self.object_id)
        return (*both, self.counterpart_id) if self.counterpart_id else both

    @property
    def independent_origin(self) -> str:
        """What counts as one witness: the origin its document shares with its copies."""
        return self.origin or self.document_id

    @property
    def halts_alliance(self) -> bool:
        """Whether this says that an authority stopped the alliance of two parties."""
        return self.predicate == "HALTS" and self.counterpart_id is not None

    @property
    def of_deal(self) -> bool:
        """Whether this speaks of an alliance: a deal, a joint venture, or the halt of one."""
        kind = relation_kinds().get(self.predicate)
        return self.halts_alliance or (kind is not None and kind.alliance)


def symmetric(predicate: str) -> bool:
    """Whether both directions of a relation type say the same."""
    kind = relation_kinds().get(predicate)
    return kind is not None and kind.symmetric


def live(views: Iterable[ClaimView]) -> list[ClaimView]:
    """The claims that count, sorted by id: without those rejected in review and those that join a thing with itself.

    A merge of two entities can turn a claim into one about itself; it stays with its document and comes back when the
    merge is undone.
    """
    by_id: dict[str, ClaimView] = {}
    for view in views:
        known = by_id.setdefault(view.claim.id, view)
        if known is not view and known != view:
            by_id[view.claim.id] = min(known, view, key=repr)
    return [
        by_id[key]
        for key in sorted(by_id)
        if by_id[key].claim.review != "rejected" and by_id[key].subject_id != by_id[key].object_id
    ]
