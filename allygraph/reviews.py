"""Review for programs and notebooks: `graph.reviews`, the verbs of `allygraph review`.

with allygraph.connect() as graph:
    for claim in graph.reviews.claims(max_confidence=0.6).to_records():
        graph.reviews.decide(claim["claim_id"], "rejected", reason="a rumour")
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from allygraph.graph.errors import UnknownName
from allygraph.graph.model import Review
from allygraph.graph.store.reviews import Decision
from allygraph.loaders import reviewing
from allygraph.loaders.review_draft import ClaimDraft
from allygraph.loaders.review_files import BadLine, ClaimDecision
from allygraph.queries.answer import Answer
from allygraph.queries.entities import resolve_entity
from allygraph.queries.review import (
    ClaimFilter,
    DocumentName,
    ReviewClaim,
    document_names,
    read_review_claim,
    review_queue,
)
from allygraph.queries.review_items import ReviewCounts, ReviewItem, count_reviews, review_items
from allygraph.queries.slices import Slice

if TYPE_CHECKING:
    from allygraph.loaders.gold import GoldExport
    from allygraph.workspace import Workspace

__all__ = ["Reviews"]


@dataclass(frozen=True, slots=True)
class Reviews:
    """The review of an open graph; `author` signs, by default the user of this machine."""

    graph: Workspace
    author: str | None = None

    def by(self, author: str | None) -> Reviews:
        """The same review, signed by another person; by the user of this machine where it is None."""
        return replace(self, author=author)

    @property
    def signed(self) -> str:
        """Who decides."""
        return self.author or self.graph.author

    def claims(
        self,
        *,
        relation: str | None = None,
        entity: str | None = None,
        document: str | None = None,
        engine: str | None = None,
        max_confidence: float | None = None,
        again: bool = False,
        limit: int | None = None,
    ) -> Answer:
        """The claims that nobody has reviewed, the least certain first; `again` gives those that were reviewed.

        `entity` and `document` are what a user would write: name or id; title, path or id.
        """
        wanted = self._filter(relation, entity, document, engine, max_confidence, again)
        return review_queue(self.graph.store, wanted, limit)

    def items(
        self,
        *,
        relation: str | None = None,
        entity: str | None = None,
        document: str | None = None,
        engine: str | None = None,
        max_confidence: float | None = None,
        again: bool = False,
        limit: int = 50,
        offset: int = 0,
    ) -> Slice[ReviewItem]:
        """The same claims with all that is said of each, a slice at a time."""
        wanted = self._filter(relation, entity, document, engine, max_confidence, again)
        return review_items(self.graph.store, wanted, limit=limit, offset=offset)

    def counts(self) -> ReviewCounts:
        """How many live claims wait, were accepted, were rejected."""
        return count_reviews(self.graph.store)

    def _filter(
        self,
        relation: str | None,
        entity: str | None,
        document: str | None,
        engine: str | None,
        max_confidence: float | None,
        again: bool,
    ) -> ClaimFilter:
        chosen = resolve_entity(self.graph.store, entity) if entity else None
        documents = self.graph.documents(document) if document else None
        return ClaimFilter(relation, chosen, documents, engine, max_confidence, again)

    def claim(self, identifier: str) -> ReviewClaim:
        """One claim with its sentence, its neighbours and its document."""
        return read_review_claim(self.graph.store, identifier)

    def names(self, series: str) -> tuple[DocumentName, ...]:
        """The entities that a document (series) names."""
        return document_names(self.graph.store, series)

    def decide(self, claim: str, verdict: Review, *, reason: str = "", seen: Review | None = None) -> Decision:
        """Accepts or rejects a claim (id), or makes it unreviewed again.

        `seen` is the review that it was shown with; raises Outdated where it has another by now.
        """
        return reviewing.decide(self.graph.store, claim, verdict, author=self.signed, reason=reason, seen=seen)

    def note(self, claim: str, text: str) -> Decision:
        """Notes something on a claim (id)."""
        return reviewing.note(self.graph.store, claim, text, author=self.signed)

    def edit(self, claim: str, draft: ClaimDraft, *, reason: str = "", seen: Review | None = None) -> Decision:
        """Puts what `draft` says in the place of a claim (id), which stays as superseded; `seen` as for `decide`."""
        return reviewing.edit(self.graph.store, claim, draft, author=self.signed, reason=reason, seen=seen)

    def undo(self, decision: str | None = None) -> Decision:
        """Ends a decision (id), or the latest of this author; raises UnknownName where there is none."""
        if decision is None:
            last = reviewing.last_decision(self.graph.store, self.signed)
            if last is None:
                raise UnknownName("decision in force", f"of {self.signed}", remedy="--author names another person.")
            decision = last.id
        return reviewing.undo_decision(self.graph.store, decision)

    def apply(self, decisions: Iterable[ClaimDecision | BadLine]) -> tuple[int, tuple[BadLine, ...]]:
        """Carries out the decisions of a file; gives how many, and the lines that could not be."""
        bad: list[BadLine] = []
        done = 0
        for one in decisions:
            if isinstance(one, BadLine):
                bad.append(one)
                continue
            try:
                self.decide(one.claim, one.verdict, reason=one.reason)
                done += 1
            except UnknownName as error:
                bad.append(BadLine(one.line, error.message))
        return done, tuple(bad)

    def export_gold(
        self, folder: str | os.PathLike[str], *, documents: Sequence[str] = (), partly: bool = False
    ) -> GoldExport:
        """Writes reviewed documents (all, or those named) as gold facts for `allygraph evaluate` and training."""
        from allygraph.loaders.gold import export_gold

        series = [one for text in documents for one in self.graph.documents(text)] if documents else None
        return export_gold(self.graph.store, folder, series=series, partly=partly)
